"""Every route has a right, and every parameter is known to the tests that ask with other people's."""

import pytest

from farol.core.people.model import RIGHTS
from farol.kit.permission import Can
from tests.security.objects import OBJECTS, PLAIN, parameters
from tests.security.scene import Scene, options, sample

FRAMEWORKS_OWN = ("/schema", "/schema/openapi.json", "/schema/swagger", "/schema/nothing")


async def test_a01_every_route_names_a_right(scene: Scene) -> None:
    assert [r.key for r in scene.routes if not isinstance(r.can, Can)] == []
    assert len(scene.routes) > 35


async def test_a01_what_has_no_right_answers_403(scene: Scene) -> None:
    for path in FRAMEWORKS_OWN:
        for who in ("admin", "nobody"):
            assert (await scene.send("GET", path, headers=scene.headers(who, "console"))).status_code == 403, path


async def test_a01_every_parameter_is_covered_or_explained(scene: Scene) -> None:
    """A new parameter fails here until it is among OBJECTS (asked with others' things) or PLAIN (with a reason)."""
    taken = {name for route in scene.routes for name in parameters(route)}
    assert taken - OBJECTS.keys() - PLAIN.keys() == set()
    assert (OBJECTS.keys() | PLAIN.keys()) - taken == set(), "explained, but no route takes it"


async def test_every_body_has_a_sample(scene: Scene) -> None:
    """The other tests start from a request that is good."""
    missing = [r.key for r in scene.routes if r.body is not None and r.key not in sample("", {})]
    assert missing == []
    assert all(options(r) or not r.writes for r in scene.routes if r.body)


@pytest.mark.parametrize("can", [c for c in Can if c not in (Can.ANYONE, Can.OWN_TICKETS, Can.PARTNER_READ, Can.PARTNER_WRITE)])
def test_every_right_of_staff_is_somebodys(can: Can) -> None:
    assert any(can in rights for rights in RIGHTS.values())


@pytest.mark.parametrize("can", [Can.OWN_TICKETS, Can.PARTNER_READ, Can.PARTNER_WRITE])
def test_no_role_has_the_right_of_a_customer_or_a_system(can: Can) -> None:
    assert not any(can in rights for rights in RIGHTS.values())

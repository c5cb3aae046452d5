"""A05: a role does what its rights say and nothing else, over HTTP and over the socket."""

from itertools import product

import pytest

from farol.core.people.model import RIGHTS
from farol.kit.permission import Can
from tests.security.inventory import Route
from tests.security.scene import CUSTOMERS, EVERYBODY, ROLES, Scene, listed, options
from tests.security.test_objects import things
from tests.sizes import some
from tests.wire import screen

WEAK = ("admin", "knowledge", "trainee", "viewer")


def refusal(who: str, route: Route) -> int | None:
    """How the person must be refused; None when they may."""
    if route.can in (Can.ANYONE, None):
        return None
    own = "console" if who in ROLES else "customer" if who in CUSTOMERS else ""
    if who == "nobody" or (own == "console") != (route.audience == "console"):
        return 401
    return None if who in CUSTOMERS or route.can in RIGHTS[who] else 403


async def test_a05_every_write_by_everybody_without_the_right(scene: Scene) -> None:
    before, wrong, asked = await scene.state(), [], 0
    for (r, route), (w, who) in product(enumerate(r for r in scene.routes if r.writes), enumerate(EVERYBODY)):
        if (status := refusal(who, route)) is None or (who in ROLES and not some([who], 3, r + w)):
            continue
        asked += 1
        answer = await scene.ask(who, route, route.address(**things(scene, "mei")), **options(route))
        if answer.status_code != status:
            wrong.append((who, route.key, answer.status_code, status))
    assert not wrong, listed(wrong)
    assert asked > 100
    assert await scene.state() == before


async def test_a05_every_read_by_everybody_without_the_right(scene: Scene) -> None:
    before, wrong = await scene.state(), []
    for (r, route), (w, who) in product(enumerate(r for r in scene.routes if not r.writes), enumerate(EVERYBODY)):
        if (status := refusal(who, route)) is None or (who in ROLES and not some([who], 3, r + w)):
            continue
        answer = await scene.ask(who, route, route.address(**things(scene, "mei")), params={"after": 0, "before": 9, "q": "x"})
        if answer.status_code != status:
            wrong.append((who, route.key, answer.status_code, status))
    assert not wrong, listed(wrong)
    assert await scene.state() == before


@pytest.mark.parametrize("role", WEAK)
def test_a05_weak_roles_change_no_ticket(role: str) -> None:
    """The matrix above follows the table of rights; this pins the table where it matters."""
    assert Can.TICKET_CHANGE not in RIGHTS[role]
    if role != "trainee":
        assert not RIGHTS[role] & {Can.TICKET_REPLY, Can.TICKET_NOTE}
    if role in ("admin", "knowledge"):
        assert Can.CUSTOMER_SEE not in RIGHTS[role]


@pytest.mark.parametrize("role", ["viewer", "knowledge"])
async def test_a05_who_may_not_reply_is_not_seen_typing(scene: Scene, role: str) -> None:
    mei = scene.things["mei"]
    customer = await screen(scene.world, mei["client"], mei["ticket_id"])
    watcher = await screen(scene.world, scene.things[role]["client"], mei["ticket_id"])
    agent = await screen(scene.world, scene.things["agent"]["client"], mei["ticket_id"])
    await watcher.send({"t": "typing", "ticket": mei["ticket_id"], "on": True})
    await agent.send({"t": "typing", "ticket": mei["ticket_id"], "on": True})
    seen = await customer.until("typing")
    assert [f["who"]["name"] for f in seen] == ["Ana"]
    for wire in (customer, watcher, agent):
        await wire.close()


async def test_a05_admin_gets_no_socket(scene: Scene) -> None:
    """Whoever runs the system sees no customer's words."""
    assert (await scene.things["admin"]["client"].post("/live-pass")).status_code == 403

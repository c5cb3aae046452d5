"""The API against its own description: whatever schemathesis makes of it, no answer is an accident.

The description is the framework's, made from the handlers; it is not served.
"""

import asyncio
import warnings
from typing import Any

import pytest

from tests.security.scene import Scene, listed
from tests.security.test_assignment import who_may
from tests.sizes import size

EXAMPLES = size(2, 8)
"""Requests made up for each operation."""
LEAVES = ("DELETE", "/session")


def described(scene: Scene) -> dict[str, Any]:
    """The OpenAPI document."""
    document: dict[str, Any] = scene.world.app.framework.openapi_schema.to_schema()
    return document


async def test_the_description_holds_every_api_route(scene: Scene) -> None:
    paths = described(scene)["paths"]
    for route in scene.routes:
        if route.audience != "pages":
            assert route.method.lower() in paths[route.path], route.key


async def test_no_500_from_what_the_description_allows(scene: Scene) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        cases = await asyncio.to_thread(made_up, described(scene))
    wrong, before = [], len(cases)
    assert before > 300
    for method, path, options in cases:
        if method == "DELETE":
            continue
        route = scene.route(f"{method} {options.pop('template')}")
        answer = await scene.ask(who_may(route), route, path, **options)
        if answer.status_code >= 500:
            wrong.append((method, path[:80], str(options)[:200], answer.status_code, answer.text[:100]))
    assert not wrong, listed(wrong)


def made_up(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    """Requests that schemathesis derives, as method, path and options; always the same ones."""
    import schemathesis
    from hypothesis import HealthCheck, Phase, given, seed, settings

    found: list[tuple[str, str, dict[str, Any]]] = []
    for operation in schemathesis.openapi.from_dict(document).get_all_operations():
        one = operation.ok()
        if not one.path.startswith("/api/"):
            continue

        @seed(7)
        @settings(max_examples=EXAMPLES, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
        @given(case=one.as_strategy())
        def collect(case: Any) -> None:
            made = case.as_transport_kwargs(base_url="http://farol.test")
            options: dict[str, Any] = {k: made[k] for k in ("json", "params", "data") if made.get(k) is not None}
            if "data" in options and "json" not in options:
                options["content"] = options.pop("data") if isinstance(options["data"], bytes) else b""
            headers = {k: v for k, v in (case.headers or {}).items() if v.isascii() and v.isprintable()}
            found.append((case.method.upper(), made["url"].removeprefix("http://farol.test"), {**options, "headers": headers, "template": case.operation.path}))

        collect()
    return found


pytestmark = pytest.mark.filterwarnings("ignore")

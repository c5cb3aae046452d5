"""W04: a change that another site's page asks for is refused, whatever the browser sends along, and nothing happens."""

import json
from typing import Any

import pytest

from tests.security.inventory import Route
from tests.security.scene import EXCHANGE, FAROL, Scene, listed, options
from tests.security.test_assignment import BY_AUDIENCE, who_may
from tests.security.test_objects import things
from tests.sizes import some

FOREIGN: dict[str, dict[str, str]] = {
    "another site": {"origin": "https://evil.example", "sec-fetch-site": "cross-site"},
    "another site, origin alone": {"origin": "https://evil.example"},
    "a sandboxed frame": {"origin": "null", "sec-fetch-site": "cross-site"},
    "no origin, cross-site": {"sec-fetch-site": "cross-site"},
    "no origin, same-site": {"sec-fetch-site": "same-site"},
    "no origin, typed address": {"sec-fetch-site": "none"},
    "neither header": {},
    "a name that begins like ours": {"origin": FAROL + ".evil.example"},
    "a name that ends like ours": {"origin": "http://evil-farol.test"},
    "ours with a user": {"origin": "http://farol.test@evil.example"},
    "ours with another port": {"origin": FAROL + ":8081"},
    "ours with another scheme": {"origin": "https://farol.test"},
    "ours in capitals, of another host": {"origin": "HTTP://FAROL.TEST.EVIL"},
    "two origins": {"origin": f"{FAROL}, https://evil.example"},
    "a path": {"origin": FAROL + "/"},
}
BY_MACHINES = "/hooks/"
"""Posted by servers, which name no origin and bring their own proof; no cookie counts there."""
COUNTED = {"core_refusal": "counted for the desk's engineers"}
OVERRIDES = {"x-http-method-override": "DELETE", "x-method-override": "DELETE", "x-http-method": "DELETE"}


def variants(given: dict[str, Any]) -> list[dict[str, Any]]:
    """As a script sends it, and as a form that needs no preflight can: JSON as plain text."""
    if "json" not in given:
        return [given]
    return [given, {"content": json.dumps(given["json"]), "headers": {"content-type": "text/plain"}}]


def proof(scene: Scene, route: Route, who: str) -> dict[str, str]:
    """The cookie or token, without an origin."""
    return {k: v for k, v in scene.headers(who, route.audience).items() if k != "origin"}


async def test_w04_every_change_with_a_cookie(scene: Scene) -> None:
    before, wrong = await scene.state(), []
    for turn, route in enumerate(r for r in scene.routes if r.writes and r.audience not in BY_AUDIENCE):
        who = "mei" if route.audience == "pages" else "agent"
        for name, foreign in some(FOREIGN.items(), 5, turn):
            for given in variants(options(route)):
                sent = {**given.pop("headers", {}), **proof(scene, route, who), **foreign}
                answer = await scene.send(route.method, route.address(**things(scene, "mei" if who == "mei" else who)), headers=sent, **given)
                refused = (403, 401, 404) if route.path.startswith(BY_MACHINES) else (403,)
                if answer.status_code not in refused:
                    wrong.append((route.key, name, answer.status_code))
    assert not wrong, listed(wrong)
    assert {**await scene.state(), **COUNTED} == {**before, **COUNTED}


async def test_w04_every_change_with_a_token(scene: Scene) -> None:
    """No browser adds a token by itself; still, a page that is not the exchange's is refused."""
    before, wrong = await scene.state(), []
    for route in (r for r in scene.routes if r.writes and r.audience in BY_AUDIENCE):
        for name, foreign in FOREIGN.items():
            if "origin" not in foreign:
                continue
            given = options(route)
            sent = {**given.pop("headers", {}), **proof(scene, route, who_may(route)), **foreign}
            answer = await scene.send(route.method, route.address(**things(scene, "mei")), headers=sent, **given)
            if answer.status_code != 403 or "access-control-allow-origin" in answer.headers:
                wrong.append((route.key, name, answer.status_code))
    assert not wrong, listed(wrong)
    assert await scene.state() == before


async def test_w04_a_cookie_is_no_token_and_a_token_no_cookie(scene: Scene) -> None:
    for route in scene.routes:
        if route.can in (None, "anyone"):
            continue
        who = who_may(route)
        crossed = {"cookie": f"farol_customer={scene.tokens['mei']}; farol_staff={scene.tokens['agent']}"} if route.audience in BY_AUDIENCE \
            else {"authorization": f"Bearer {scene.tokens[who]}"}
        given = options(route)
        sent = {**given.pop("headers", {}), **crossed, "origin": FAROL}
        answer = await scene.send(route.method, route.address(**things(scene, "mei")), headers=sent, **given)
        assert answer.status_code == 401, route.key


@pytest.mark.parametrize("way", [*OVERRIDES, "_method"])
async def test_w04_a_get_stays_a_get(scene: Scene, way: str) -> None:
    before = await scene.state()
    for path in ("/api/console/session", "/api/console/sessions", "/api/console/passkeys"):
        sent = {**proof(scene, scene.route("GET /api/console/session"), "agent"), "origin": "https://evil.example"}
        answer = await scene.send("GET", path, headers={**sent, **({way: "DELETE"} if way != "_method" else {})},
                                  params={"_method": "DELETE"} if way == "_method" else None)
        assert answer.status_code == 200
    assert await scene.state() == before


async def test_w04_other_methods_do_nothing(scene: Scene) -> None:
    before = await scene.state()
    for turn, path in enumerate(sorted({r.address(**things(scene, "mei")) for r in scene.routes})):
        for method in some(("TRACE", "CONNECT", "PROPFIND", "QUERY", "POKE"), 5, turn):
            answer = await scene.send(method, path, headers=scene.headers("agent", "console"))
            assert 400 <= answer.status_code < 500, (method, path, answer.status_code)
    assert await scene.state() == before


async def test_w04_only_the_door_takes_the_exchanges_page(scene: Scene) -> None:
    """The exchange's site posts the identity there; everywhere else its origin is a foreign one."""
    taking = []
    for route in (r for r in scene.routes if r.writes and r.audience == "pages" and not r.path.startswith(BY_MACHINES)):
        answer = await scene.send(route.method, route.address(**things(scene, "mei")), headers={"origin": EXCHANGE}, **options(route))
        if answer.status_code != 403:
            taking.append((route.key, answer.status_code))
    assert taking == [("POST /my/session", 401)]

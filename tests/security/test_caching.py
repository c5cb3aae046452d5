"""W14: no cache keeps what was said to somebody, and every answer carries the headers that keep browsers from guessing."""

from tests.security.scene import Scene, listed, options
from tests.security.test_objects import things
from tests.sizes import some

EVERYWHERE = {"x-content-type-options": "nosniff", "x-frame-options": "DENY", "referrer-policy": "same-origin"}
SAME_FOR_ALL = "/certificate/key", "/help", "/healthz", "/metrics", "/partner/openapi.json", "/robots.txt", "/sitemap"


async def test_w14_nothing_personal_is_kept(scene: Scene) -> None:
    wrong = []
    for turn, route in enumerate(scene.routes):
        for who in some(("mei", "agent", "nobody"), 3, turn):
            if route.key in ("DELETE /api/customer/session", "DELETE /api/console/session", "DELETE /api/console/sessions", "POST /my/session/end"):
                continue
            good = things(scene, "mei") if route.audience == "pages" or who != "agent" else {**things(scene, "mei"), "passkey_id": "AA"}
            given = options(route) if route.writes else {"params": {"after": 0, "before": 9, "q": "x"}}
            answer = await scene.ask(who, route, route.address(**good), **given)
            if any(answer.headers.get(name) != value for name, value in EVERYWHERE.items()):
                wrong.append((who, route.key, answer.status_code, dict(answer.headers)))
            kept = answer.headers.get("cache-control", "")
            if not route.path.startswith(SAME_FOR_ALL) and "no-store" not in kept:
                wrong.append((who, route.key, answer.status_code, kept))
    assert not wrong, listed(wrong)


async def test_w14_pages_for_all_are_the_same_for_all(scene: Scene) -> None:
    """What may be kept holds nothing of who asked."""
    for path in ("/help/zh", "/help/en/a/deposit-not-credited", "/help/zh/search?q=usdt"):
        answers = {(await scene.send("GET", path, headers=scene.headers(who, "pages"))).text for who in ("mei", "mallory", "nobody")}
        assert len(answers) == 1, path


async def test_w14_leaving_is_not_kept_either(scene: Scene) -> None:
    mei = await scene.world.customer()
    answer = await mei.delete("/session")
    assert (answer.status_code, answer.headers["cache-control"]) == (204, "no-store")
    assert (await mei.get("/home")).status_code == 401

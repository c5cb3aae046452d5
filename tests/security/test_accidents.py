"""W13: when something breaks, the answer holds an id and nothing of what broke."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import asyncpg
import msgspec
import pytest

from farol.kit.web import failures
from tests.security.inventory import Route
from tests.security.scene import Scene, listed, options
from tests.security.test_assignment import who_may
from tests.security.test_objects import things
from tests.sizes import some

CANARY = "canary-/srv/farol/secret.py-select * from customer"
TELLS = re.compile(r"canary|Traceback|asyncpg|farol\.(?!test)|\.py\b|select |RuntimeError|/work|/home|site-packages", re.IGNORECASE)


ASKED = {"after": 0, "before": 9, "q": "x", "ids": "1", "view": "all", "severity": "P1", "outcome": "met"}
"""What reads cannot do without."""


class Heard:
    """A log that keeps the ids. Writing and scrubbing a traceback has tests of its own and takes long."""

    def __init__(self) -> None:
        self.ids: list[str] = []

    def error(self, _: str, *, error_id: str, exc_info: BaseException) -> None:
        self.ids.append(error_id)

    def warning(self, _: str, **__: Any) -> None:
        return


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    log = Heard()
    monkeypatch.setattr(failures, "log", log)
    return log


class Broken:
    """A database on which every statement fails, other than those that say who asks."""

    def __init__(self, real: Any, error: Exception) -> None:
        self._real, self._error = real, error

    def __getattr__(self, name: str) -> Any:
        def statement(query: str = "", *args: Any) -> Any:
            if "_session s join" in query:
                return getattr(self._real, name)(query, *args)
            raise self._error

        return statement


@contextmanager
def breaking(scene: Scene, error: Exception) -> Iterator[None]:
    """Every handler raises this."""
    handlers = [h for r in scene.world.app.framework.routes for h in r.route_handlers]
    kept, hot = {h: h._fn for h in handlers}, scene.world.app._hot._routes

    async def fail(*_: Any, **__: Any) -> None:
        raise error

    kept_hot = dict(hot)
    for handler in handlers:
        handler._fn = fail
    for key, (audience, route) in kept_hot.items():
        hot[key] = (audience, msgspec.structs.replace(route, run=fail))
    try:
        yield
    finally:
        for handler, function in kept.items():
            handler._fn = function
        hot.update(kept_hot)


async def told(scene: Scene, routes: list[Route]) -> list[tuple[str, int, str]]:
    """What each of these routes answers to somebody who may ask it."""
    answers = []
    for route in routes:
        reads = ASKED | ({"kind": "first_reply"} if "outcome" in route.query else {})
        answer = await scene.ask(who_may(route) if route.audience != "pages" else "mei", route, route.address(**things(scene, "mei")),
                                 **(options(route) if route.writes else {"params": reads}))
        seen = answer.text + str(dict(answer.headers))
        answers.append((route.key, answer.status_code, seen))
    return answers


ERRORS = (RuntimeError(CANARY), asyncpg.UndefinedTableError(CANARY), KeyError(CANARY), UnicodeDecodeError("utf-8", b"x", 0, 1, CANARY),
          RecursionError(CANARY), AssertionError(CANARY))
DEEP = (asyncpg.UndefinedTableError(CANARY), asyncpg.InterfaceError(CANARY), OSError(CANARY))


@pytest.mark.parametrize("error", ERRORS, ids=lambda e: type(e).__name__)
async def test_w13_every_route_breaks_quietly(scene: Scene, heard: Heard, error: Exception) -> None:
    """Each route breaks by one of the errors."""
    routes = some(scene.routes, len(ERRORS), ERRORS.index(error))
    with breaking(scene, error):
        answers = await told(scene, routes)
    assert not [(key, status, text[:200]) for key, status, text in answers if status != 500]
    wrong = [(key, text[:300]) for (key, _, text), id_ in zip(answers, heard.ids, strict=True) if TELLS.search(text) or id_ not in text]
    assert not wrong, listed(wrong)
    assert len(answers) == len(routes) > 50


@pytest.mark.parametrize("error", DEEP, ids=lambda e: type(e).__name__)
async def test_w13_a_broken_database_is_not_told(scene: Scene, heard: Heard, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Within handlers and actions, deep down."""
    monkeypatch.setattr(scene.kit, "db", Broken(scene.kit.db, error))
    wrong = [(k, s, text[:300]) for k, s, text in await told(scene, some(scene.routes, len(DEEP), DEEP.index(error))) if TELLS.search(text) or s not in (200, 303, 401, 403, 404, 409, 422, 500, 503)]
    assert not wrong, listed(wrong)


async def test_w13_unknown_addresses_and_methods(scene: Scene) -> None:
    for path in ("/api/console/nothing", "/api/nothing", "/nothing", "/console/../../etc/passwd", "/widget/..%2f..%2fweb.py", "/static/%00",
                 "/static/" + "a" * 5000, "/console/assets/" + "a" * 5000, "/widget/" + "%F0%9F%92%A3" * 300, "/static/..%5c..%5cx", "/widget.js/x/../../.."):
        for who in ("agent", "nobody"):
            answer = await scene.send("GET", path, headers=scene.headers(who, "console"))
            assert answer.status_code in (200, 303, 401, 404, 422), (path, answer.status_code)
            assert answer.status_code != 200 or "<!doctype html>" in answer.text.lower()[:100]
            assert not TELLS.search(answer.text)

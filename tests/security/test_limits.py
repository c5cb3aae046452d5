"""A19: whatever is sent, it is refused early and costs little."""

import asyncio
import resource
import time
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest

from farol.kit.web import bodies
from tests.security.inventory import Route
from tests.security.scene import Scene, listed, sample
from tests.security.test_assignment import who_may
from tests.security.test_objects import things

MB = 1024 * 1024
GROWTH_MB = 64


class Pouring:
    """A body of so many megabytes that counts how much of it was taken."""

    def __init__(self, megabytes: int, begin: bytes = b'{"body":"') -> None:
        self._left, self._begin, self.taken = megabytes * 16, begin, 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        self.taken += len(self._begin)
        yield self._begin
        for _ in range(self._left):
            self.taken += MB // 16
            yield b"x" * (MB // 16)


def grown_mb(since: int) -> float:
    """By how much the most memory ever used has risen."""
    return (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - since) / 1024


async def pour(scene: Scene, key: str, megabytes: int, headers: dict[str, str]) -> tuple[int, int]:
    """Status, and bytes that were taken of the body before the answer."""
    route = scene.route(key)
    return await poured(scene, who_may(route), route, Pouring(megabytes), headers)


async def poured(scene: Scene, who: str, route: Route, sent: Pouring, headers: dict[str, str]) -> tuple[int, int]:
    """The same of any body."""
    scope = {"type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": route.method, "scheme": "http", "root_path": "", "query_string": b"",
             "path": (path := route.address(**things(scene, "mei"))), "raw_path": path.encode(), "client": ("127.0.0.1", 1), "server": ("farol.test", 80),
             "headers": [(k.encode(), v.encode()) for k, v in {**scene.headers(who, route.audience), **headers, "host": "farol.test"}.items()]}
    parts, status = aiter(sent), 0

    async def receive() -> dict[str, object]:
        part = await anext(parts, None)
        return {"type": "http.request", "body": part or b"", "more_body": part is not None}

    async def answer(message: dict[str, object]) -> None:
        nonlocal status
        status = int(str(message.get("status", status)))

    await scene.world.app(scope, receive, answer)
    return status, sent.taken


@pytest.mark.parametrize("megabytes", [1, 100])
async def test_a19_a_large_body_is_stopped_on_the_way(scene: Scene, megabytes: int) -> None:
    before, wrong = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, []
    for route in (r for r in scene.routes if r.body or r.key == "POST /my/session"):
        status, taken = await pour(scene, route.key, megabytes, {"content-type": "application/json" if route.body else "application/x-www-form-urlencoded"})
        if status != 413 or taken > MB:
            wrong.append((route.key, status, taken))
    assert not wrong, listed(wrong)
    assert grown_mb(before) < GROWTH_MB


async def test_a19_a_declared_size_is_believed_at_once(scene: Scene) -> None:
    for key in ("POST /api/customer/tickets", "POST /api/customer/tickets/{ticket_id}/messages", "POST /api/customer/files"):
        status, taken = await pour(scene, key, 100, {"content-type": "application/json", "content-length": str(100 * MB)})
        assert (status, taken < MB) == (413, True), key


async def test_a19_a_large_file_is_stopped_at_its_limit(scene: Scene) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    status, taken = await pour(scene, "POST /api/customer/files", 100, {"content-type": "text/plain", "x-file-name": "big.txt"})
    assert status == 413
    assert taken < 24 * MB
    assert grown_mb(before) < GROWTH_MB


async def test_a19_cursors_and_pages_have_an_end(scene: Scene) -> None:
    """Huge cursors are the nearest possible; nobody chooses how much comes back."""
    ticket, wrong = scene.things["mei"]["ticket_id"], []
    for audience, who in (("customer", "mei"), ("console", "agent")):
        for name, value in [(n, v) for n in ("messages?before", "events?after") for v in (-(10**30), -1, 0, 2**31, 2**53, 2**63, 10**30)]:
            answer = await scene.send("GET", f"/api/{audience}/tickets/{ticket}/{name}={value}", headers=scene.headers(who, audience))
            if answer.status_code != 200 or len(answer.content) > 200_000:
                wrong.append((audience, name, value, answer.status_code))
        for query in ("limit=1000000", "page_size=1000000", "per_page=10**9", "before=1&before=2"):
            answer = await scene.send("GET", f"/api/{audience}/tickets/{ticket}/messages?before=99&{query}", headers=scene.headers(who, audience))
            if answer.status_code not in (200, 422):
                wrong.append((audience, query, answer.status_code))
    assert not wrong, listed(wrong)


async def test_a19_many_ids_are_refused(scene: Scene) -> None:
    """More than fit are a wrong shape; a hundred are too many in words."""
    for count, code in ((10_000, 413), (1_500, 422), (101, 422), (100, 422), (11, 422)):
        for key in ("POST /api/customer/tickets", "POST /api/customer/tickets/{ticket_id}/messages", "POST /api/console/tickets/{ticket_id}/messages"):
            route = scene.route(key)
            body = {**sample("", {})[key], "files": [str(uuid4()) for _ in range(count)]}
            answer = await scene.ask(who_may(route), route, route.address(**things(scene, "mei")), json=body)
            assert answer.status_code == code, (key, count)
    assert answer.json()["code"] == "too_many_files"


async def test_a19_long_words(scene: Scene) -> None:
    route = scene.route("POST /api/customer/tickets/{ticket_id}/messages")
    for words, code in (("a" * 10_001, "too_long"), ("好" * 10_001, "too_long"), ("a" * 20_001, "invalid"), ("a" * 70_000, "too_large")):
        answer = await scene.ask("mei", route, route.address(**things(scene, "mei")), json={"client_id": str(uuid4()), "body": words})
        assert answer.json()["code"] == code


@pytest.mark.parametrize("key", ["POST /api/customer/tickets/{ticket_id}/messages", "POST /api/customer/tickets"])
async def test_a19_a_body_that_never_ends_is_given_up(scene: Scene, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    """One byte now and then holds a connection, not for ever."""
    monkeypatch.setattr(bodies, "SECONDS", 0.2)
    route = scene.route(key)

    async def drip() -> AsyncIterator[bytes]:
        for _ in range(500):
            yield b" "
            await asyncio.sleep(0.02)

    began = time.monotonic()
    answer = await scene.ask(who_may(route), route, route.address(**things(scene, "mei")), content=drip(), headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (408, "body_stalled")
    assert time.monotonic() - began < 5


async def test_a19_many_headers_and_long_ones(scene: Scene) -> None:
    for headers in ({"x-" + str(i): "v" for i in range(500)}, {"cookie": "a=b; " * 5000}, {"authorization": "Bearer " + "a" * 60_000},
                    {"accept-language": "zh," * 20_000}, {"user-agent": "u" * 60_000}, {"content-type": "application/json" + ";a=b" * 10_000}):
        for path in ("/api/customer/home", "/api/console/session", "/my", "/help"):
            answer = await scene.send("GET", path, headers=headers)
            assert answer.status_code < 500, (path, next(iter(headers)))

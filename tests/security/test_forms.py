"""A19 for the portal's form, which takes files and so has a larger limit, and for clients that hang up halfway."""

import resource
from typing import Any

import pytest

from farol.kit.web import failures
from tests.security.scene import Scene
from tests.security.test_limits import GROWTH_MB, MB, Pouring, grown_mb, poured

FORM = b'--x\r\ncontent-disposition: form-data; name="body"\r\n\r\n'


@pytest.mark.parametrize(("kind", "begin"), [("application/x-www-form-urlencoded", b"body="), ("multipart/form-data; boundary=x", FORM), ("text/plain", b""), ("", b"")])
async def test_a19_words_in_a_form_have_an_end(scene: Scene, kind: str, begin: bytes) -> None:
    """A hundred megabytes of words, not of files."""
    before, state = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, await scene.state()
    status, taken = await poured(scene, "mei", scene.route("POST /my/tickets/{number}/messages"), Pouring(100, begin), {"content-type": kind} if kind else {})
    assert status in (413, 422)
    assert taken < 2 * MB
    assert grown_mb(before) < GROWTH_MB
    assert await scene.state() == state


@pytest.mark.parametrize("key", ["POST /api/customer/tickets/{ticket_id}/messages", "POST /api/customer/tickets", "POST /api/customer/files", "POST /my/tickets/{number}/messages"])
async def test_a19_hanging_up_is_no_accident(scene: Scene, monkeypatch: pytest.MonkeyPatch, key: str) -> None:
    """A body broken off writes no traceback: whoever hangs up would otherwise choose how much is logged."""
    logged: list[str] = []
    monkeypatch.setattr(failures.log, "error", lambda event, **_: logged.append(event), raising=False)
    route, before = scene.route(key), await scene.state()
    path, told = route.address(**scene.things["mei"]), []
    kind = {"content-type": "application/x-www-form-urlencoded" if route.audience == "pages" else "application/json", "x-file-name": "a.txt", "host": "farol.test"}
    events = iter([{"type": "http.request", "body": b'{"client_id"', "more_body": True}])

    async def receive() -> dict[str, Any]:
        return next(events, {"type": "http.disconnect"})

    async def send(message: dict[str, Any]) -> None:
        told.append(message.get("status"))

    await scene.world.app({
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "POST", "scheme": "http", "root_path": "", "query_string": b"", "path": path, "raw_path": path.encode(),
        "client": ("127.0.0.1", 1), "server": ("farol.test", 80),
        "headers": [(k.encode(), v.encode()) for k, v in {**scene.headers("mei", route.audience), **kind}.items()]}, receive, send)
    assert (told[0], logged) == (408, [])
    assert await scene.state() == before


PARTS: dict[str, tuple[bytes, int]] = {
    "a charset nobody knows": (b'--x\r\ncontent-disposition: form-data; name="body"\r\ncontent-type: text/plain; charset=evil\r\n\r\nwords\r\n--x--\r\n', 303),
    "no UTF-8": (b'--x\r\ncontent-disposition: form-data; name="body"\r\n\r\n\xff\r\n--x--\r\n', 422),
    "no name": (b"--x\r\ncontent-disposition: form-data\r\n\r\nwords\r\n--x--\r\n", 422),
    "no header": (b"--x\r\n\r\nwords\r\n--x--\r\n", 400), "no end": (b'--x\r\ncontent-disposition: form-data; name="body"\r\n\r\nwords', 400),
    "another boundary": (b'--y\r\ncontent-disposition: form-data; name="body"\r\n\r\nwords\r\n--y--\r\n', 400),
    "thirty-one parts": (b"".join(b'--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n' for _ in range(31)) + b"--x--\r\n", 413),
    "a header without end": (b"--x\r\n" + b"a" * 100_000, 413), "many headers": (b"--x\r\n" + b"a: b\r\n" * 1000 + b"\r\n", 413),
    "a file without name": (b'--x\r\ncontent-disposition: form-data; name="files"; filename=""\r\n\r\n\r\n--x\r\ncontent-disposition: form-data; name="body"\r\n\r\nwords\r\n--x--\r\n', 303),
}


@pytest.mark.parametrize("name", PARTS)
async def test_parts_of_every_kind(scene: Scene, name: str) -> None:
    content, status = PARTS[name]
    visitor, route = scene.things["visitor"], scene.route("POST /my/tickets/{number}/messages")
    answer = await scene.ask("visitor", route, route.address(**visitor), content=content, headers={"content-type": "multipart/form-data; boundary=x"})
    assert answer.status_code == status, answer.text[-300:]

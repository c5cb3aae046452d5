"""E13: given a mail that names pictures of a server elsewhere, when staff read it, then that server hears of nobody until one is asked for."""

import asyncio
import io
from collections.abc import AsyncIterator

import msgspec
import pytest
from PIL import Image

from .conftest import Post
from .mails import mail
from .test_who_may_join import SUPPORT


def drawn(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "#005a70").save(out, kind, comment=b"secret comment") if kind == "GIF" else Image.new("RGB", (40, 20), "#005a70").save(out, kind)
    return out.getvalue()


class Canary:
    """A web server that writes down what it is asked."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.answers: dict[str, bytes] = {}
        self.port = 0

    async def meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        said = (await reader.readuntil(b"\r\n\r\n")).decode()
        self.heard.append(said)
        writer.write(self.answers.get(said.split(" ")[1], b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"))
        await writer.drain()
        writer.close()


def answer(body: bytes, kind: str = "image/png", more: str = "") -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nSet-Cookie: who=you\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body


@pytest.fixture
async def canary(post: Post) -> AsyncIterator[Canary]:
    made = Canary()
    server = await asyncio.start_server(made.meet, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    post.kit.settings = msgspec.structs.replace(post.kit.settings, outbound_allowed=(f"127.0.0.1:{made.port}",))
    yield made
    server.close()


async def test_nobody_is_asked_before_the_click_and_then_we_are_who_asks(post: Post, canary: Canary) -> None:
    at = f"http://127.0.0.1:{canary.port}"
    canary.answers = {
        "/a.png?who=mei": answer(drawn("PNG")), "/b.gif": answer(drawn("GIF"), "text/html"),
        "/far": b"HTTP/1.1 302 Found\r\nSet-Cookie: who=you\r\nLocation: /a.png?who=mei\r\nContent-Length: 0\r\n\r\n",
        "/round": b"HTTP/1.1 302 Found\r\nLocation: /round\r\nContent-Length: 0\r\n\r\n",
        "/inside": b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/x\r\nContent-Length: 0\r\n\r\n",
        "/page": answer(b"<html><script>x</script></html>", "image/png"), "/draw.svg": answer(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/svg+xml"),
        "/huge": answer(b"\x89PNG\r\n\x1a\n" + b"x" * 6_000_000), "/broken": answer(drawn("PNG")[:40]),
    }
    names = ["/a.png?who=mei", "/b.gif", "/far", "/round", "/inside", "/page", "/draw.svg", "/huge", "/broken", "/none"]
    html = "<p>hello</p>" + "".join(f'<img src="{at}{name}" srcset="{at}/set 2x">' for name in names) + (
        f'<style>@import "{at}/css"; p{{background:url({at}/url)}}</style><table background="{at}/back"></table><p>words</p><link rel=prefetch href="{at}/pre">'
        '<img src="http://169.254.169.254/latest"><img src="http://localhost/x">')
    await post.send(mail(b"Content-Type: text/html; charset=utf-8", body=html.encode()), SUPPORT)
    [row] = await post.settled()
    await post.idle()
    ana = await post.world.staff()
    there = f"/tickets/{row['ticket_id']}/mails/{row['id']}"
    assert (await ana.ok("GET", f"{there}/original"))["remote"] == len(names) + 2
    assert canary.heard == [], "nothing is asked until somebody does"

    for number in (0, 1, 2):
        shown = await ana.post(f"{there}/pictures/{number}", json={})
        assert shown.status_code == 200, shown.text
        assert shown.headers["content-type"] == "image/webp"
        assert shown.headers["x-content-type-options"] == "nosniff"
        assert Image.open(io.BytesIO(shown.content)).size == (40, 20)
        assert b"secret comment" not in shown.content
    said = "\n".join(canary.heard).lower()
    assert [line for line in said.split("\n") if line.startswith("get ")] == [
        f"get {path} http/1.1\r" for path in ("/a.png?who=mei", "/b.gif", "/far", "/a.png?who=mei")]
    for word in ("cookie", "referer", "origin:", "authorization", "ana", "x-forwarded"):
        assert word not in said, said
    refused = [await ana.post(f"{there}/pictures/{number}", json={}) for number in range(3, len(names) + 2)]
    assert [each.json()["code"] for each in refused] == [
        "too_many_redirects", "address_refused", "mail_picture_refused", "mail_picture_refused", "answer_too_large", "mail_picture_refused",
        "mail_picture_refused", "address_refused", "address_refused"]
    assert (await ana.post(f"{there}/pictures/{len(names) + 2}", json={})).status_code == 404

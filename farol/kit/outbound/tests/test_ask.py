"""Asking somebody's server: with the right name, within limits, and checked again at every redirect."""

from collections.abc import Callable

import pytest

from farol.kit import outbound
from farol.kit.core import Kit
from farol.kit.outbound.tests.conftest import Server, Zone

HEAD = b"HTTP/1.1 200 OK\r\nconnection: close\r\n"


def redirect(to: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nlocation: {to}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".encode()


async def test_an_allowed_network_is_reached_by_its_name(kit: Kit, server: Server, zone: Zone, allow: Callable[..., None]) -> None:
    zone.answers["hooks.exchange.example"] = [["127.0.0.1"]]
    allow(f"127.0.0.1:{server.port}")
    async with outbound.client(kit, purpose="test") as client:
        assert (await client.get(f"http://hooks.exchange.example:{server.port}/x")).text == "127.0.0.1"
    assert f"host: hooks.exchange.example:{server.port}".encode() in server.heard[0].lower()
    allow(f"127.0.0.1:{server.port + 1}")
    async with outbound.client(kit, purpose="test") as client:
        with pytest.raises(outbound.AddressRefused):
            await client.get(f"http://hooks.exchange.example:{server.port}/x")
    assert len(server.heard) == 1


async def test_what_a_setting_names_is_reached(kit: Kit, server: Server) -> None:
    async with outbound.client(kit, purpose="test", own=[("127.0.0.1", server.port)]) as client:
        assert (await client.get(f"http://127.0.0.1:{server.port}/")).status_code == 200
        with pytest.raises(outbound.AddressRefused):
            await client.get(f"http://127.0.0.2:{server.port}/")
    assert len(server.heard) == 1


@pytest.mark.parametrize("to", ["http://127.0.0.2:{port}/", "http://[::1]:{port}/", "//127.1.2.3:{port}/", "http://169.254.169.254/latest/meta-data/", "file:///etc/passwd",
                                "http://0x7f000002:{port}/", "http://u:p@127.0.0.1:{port}/", "gopher://127.0.0.1:{port}/"])
async def test_a_redirect_is_checked_like_the_first_address(kit: Kit, server: Server, allow: Callable[..., None], to: str) -> None:
    allow(f"127.0.0.1:{server.port}")
    server.answer = lambda _: redirect(to.format(port=server.port))
    async with outbound.client(kit, purpose="test", plain=True) as client:
        with pytest.raises(outbound.Failure):
            await client.get(f"http://127.0.0.1:{server.port}/")
    assert len(server.heard) == 1


async def test_three_redirects_and_no_more(kit: Kit, server: Server, allow: Callable[..., None]) -> None:
    allow(f"127.0.0.1:{server.port}")
    server.answer = lambda path: redirect(f"/{int(path[1:]) - 1}") if path != "/0" else HEAD + b"content-length: 4\r\n\r\nhere"
    async with outbound.client(kit, purpose="test") as client:
        assert (await client.get(f"http://127.0.0.1:{server.port}/3")).text == "here"
        with pytest.raises(outbound.TooManyRedirects):
            await client.get(f"http://127.0.0.1:{server.port}/4")
    async with outbound.client(kit, purpose="test", redirects=False) as client:
        assert (await client.get(f"http://127.0.0.1:{server.port}/3")).status_code == 302


async def test_an_answer_has_a_size_and_a_time(kit: Kit, server: Server, allow: Callable[..., None]) -> None:
    allow(f"127.0.0.1:{server.port}")
    url = f"http://127.0.0.1:{server.port}/"
    server.answer = lambda _: HEAD + b"content-length: 2000\r\n\r\n" + b"x" * 2000
    async with outbound.client(kit, purpose="test", most=1_000) as client:
        with pytest.raises(outbound.AnswerTooLarge):
            await client.get(url)
    server.answer = lambda _: HEAD + b"content-encoding: gzip\r\ncontent-length: 2\r\n\r\nxx"
    async with outbound.client(kit, purpose="test") as client:
        with pytest.raises(outbound.AnswerTooLarge):
            await client.get(url)
    for part in (b"stall", HEAD + b"content-length: 50\r\n\r\nstall"):
        server.answer = lambda _, part=part: part
        async with outbound.client(kit, purpose="test", seconds=0.2) as client:
            with pytest.raises(outbound.AnswerTooLate):
                await client.get(url)


async def test_nobody_there(kit: Kit, server: Server, allow: Callable[..., None]) -> None:
    allow("127.0.0.1")
    server.answer = lambda _: b""
    async with outbound.client(kit, purpose="test", seconds=2) as client:
        for port in (server.port, 1):
            with pytest.raises(outbound.AddressAway):
                await client.get(f"http://127.0.0.1:{port}/")


async def test_a_certificate_is_asked_for(kit: Kit, server: Server, allow: Callable[..., None]) -> None:
    allow(f"127.0.0.1:{server.port}")
    server.answer = lambda _: b"no tls here"
    async with outbound.client(kit, purpose="test", seconds=2) as client:
        with pytest.raises(outbound.Failure):
            await client.get(f"https://127.0.0.1:{server.port}/")

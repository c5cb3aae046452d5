"""One call to a platform: bounded in time and size, and every way it goes wrong has a name."""

import asyncio
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx2
import msgspec

from farol.kit.core import Kit

from .elsewhere import Answer, Away, Refused, elsewhere

MOST = 2 * 1024 * 1024
"""Of an answer; a platform's own are a few kilobytes."""
WAIT_S = 20.0


async def call(kit: Kit, method: str, url: str, *, headers: Mapping[str, str] | None = None, wait_s: float = WAIT_S, **options: Any) -> Answer:
    """The answer below 500, whatever it says. options: ``json``, ``content``, ``data``, ``files``, ``params`` of the client. Raises Away."""
    try:
        async with asyncio.timeout(wait_s):
            request = elsewhere(kit).client.build_request(method, url, headers=dict(headers or {}), **options)
            answer = await elsewhere(kit).client.send(request, stream=True)
            try:
                body = await _bytes(answer, MOST)
            finally:
                await answer.aclose()
    except (httpx2.HTTPError, OSError, TimeoutError) as error:
        raise Away(f"{urlsplit(url).hostname}: {type(error).__name__}") from error
    if answer.status_code >= 500:
        raise Away(f"{answer.status_code} {body[:200].decode(errors='replace')}")
    return Answer(answer.status_code, {name.lower(): value for name, value in answer.headers.items()}, _decoded(body))


async def download(kit: Kit, url: str, most: int, *, hosts: tuple[str, ...], channel: str, headers: Mapping[str, str] | None = None) -> bytes:
    """A file at the platform, at most ``most`` bytes. hosts: names or ``.suffixes`` where the channel keeps files; nothing else is asked
    and nothing followed. Raises Refused (``not_theirs``, ``too_large``, ``gone``), Away."""
    if not theirs(url, hosts, elsewhere(kit).instead.get(channel, "")):
        raise Refused("not an address of the platform", "not_theirs")
    try:
        async with asyncio.timeout(WAIT_S * 3), elsewhere(kit).client.stream("GET", url, headers=dict(headers or {})) as answer:
            if answer.status_code >= 500 or answer.status_code == 429:
                raise Away(f"{answer.status_code} for a file", _seconds(answer.headers.get("retry-after", "")))
            if answer.status_code != 200:
                raise Refused(f"{answer.status_code} for a file", "gone")
            return await _bytes(answer, most)
    except (httpx2.HTTPError, OSError, TimeoutError) as error:
        raise Away(f"{urlsplit(url).hostname}: {type(error).__name__}") from error


def theirs(url: str, hosts: tuple[str, ...], instead: str = "") -> bool:
    """Whether the address is one of the platform's, over TLS; or the stand-in's."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    if instead and f"{url}/".startswith(f"{instead.rstrip('/')}/"):
        return True
    known = any(host == one or (one.startswith(".") and host.endswith(one)) for one in hosts)
    return parts.scheme == "https" and known and parts.port in (None, 443) and not parts.username


async def _bytes(answer: httpx2.Response, most: int) -> bytes:
    taken = bytearray()
    async for piece in answer.aiter_bytes():
        taken += piece
        if len(taken) > most:
            raise Refused(f"more than {most} bytes", "too_large")
    return bytes(taken)


def _decoded(body: bytes) -> Any:
    try:
        return msgspec.json.decode(body) if body else None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def _seconds(value: str) -> float:
    """Of a ``retry-after`` in seconds; its other form is a date, which no platform here sends."""
    return float(value) if value.replace(".", "", 1).isdigit() else 0.0

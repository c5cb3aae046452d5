"""How platforms are spoken to: over HTTP at their own address, or at a stand-in that tests and the demo put in their place."""

import asyncio
from collections.abc import Mapping
from typing import Any

import httpx2
import msgspec

from farol.kit.bounded import Unreadable, body_of
from farol.kit.core import Kit

MOST_ANSWER = 1024 * 1024
"""Bytes of an answer that is read; a file has its own limit."""


class Failed(Exception):
    """A platform did not do what was asked. said: in its words, cut, without secrets."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said[:300]


class Away(Failed):
    """Not now: it cannot be reached, or said 5xx. after_s: when it named a time (429). lost: it may have done what was asked."""

    def __init__(self, said: str, after_s: float = 0.0, *, lost: bool = False) -> None:
        super().__init__(said)
        self.after_s = after_s
        self.lost = lost


class Refused(Failed):
    """Never this one: the platform takes the request for wrong, or its recipient for gone. code: the platform's own."""

    def __init__(self, said: str, code: str = "") -> None:
        super().__init__(said)
        self.code = code


class Revoked(Failed):
    """Never again as things are: our token or account there is no longer good."""


class Elsewhere:
    """The platforms' addresses, by channel; a process has one (``kit.get(Elsewhere)``). Tests and the demo replace some."""

    def __init__(self, client: httpx2.AsyncClient, instead: Mapping[str, str] | None = None) -> None:
        self.client = client
        self.instead = dict(instead or {})

    @classmethod
    def open(cls, pairs: tuple[str, ...] = ()) -> "Elsewhere":
        """A client without cookies and redirects. pairs: ``channel=address`` of stand-ins."""
        limits = httpx2.Limits(max_connections=100, max_keepalive_connections=20)
        client = httpx2.AsyncClient(timeout=httpx2.Timeout(30.0, connect=5.0), follow_redirects=False, limits=limits)
        return cls(client, {channel: there for channel, _, there in (pair.partition("=") for pair in pairs)})

    async def close(self) -> None:
        """Ends its connections."""
        await self.client.aclose()

    def base(self, channel: str, real: str) -> str:
        """Where a channel's API is, without a trailing slash: the stand-in's address, else the real one."""
        return self.instead.get(channel, real).rstrip("/")

    def shown(self, channel: str, link: str, real: str) -> str:
        """A link that people follow, such as ``https://t.me/...``, led to the stand-in where there is one."""
        there = self.instead.get(channel)
        return link if there is None else f"{there.rstrip('/')}/at/{link.removeprefix(real).lstrip('/')}"


class Answer(msgspec.Struct, frozen=True):
    """What a platform answered. body: decoded JSON, None when it was none."""

    status: int
    headers: dict[str, str]
    body: Any


def elsewhere(kit: Kit) -> Elsewhere:
    """The process's one."""
    return kit.get(Elsewhere)


async def ask(
    kit: Kit, method: str, url: str, *, headers: Mapping[str, str] | None = None, params: Mapping[str, Any] | None = None,
    json: Any = None, data: Any = None, files: Any = None, content: bytes | None = None, most: int = MOST_ANSWER, timeout_s: float = 15.0,
) -> Answer:
    """Asks a platform. Raises ``Away`` where it cannot be reached, does not answer in time, says 5xx or 429 (with the time it
    names), or answers more than ``most`` bytes; everything else is the channel's to judge. Nothing is followed elsewhere."""
    client = elsewhere(kit).client
    try:
        async with asyncio.timeout(timeout_s), client.stream(
            method, url, headers={**(headers or {}), "accept-encoding": "identity"}, params=params, json=json, data=data, files=files, content=content,
        ) as response:
            body = await body_of(response, most)
            status, given = response.status_code, {name.lower(): value for name, value in response.headers.items()}
    except (httpx2.HTTPError, httpx2.InvalidURL, Unreadable, OSError, TimeoutError) as error:
        unheard = isinstance(error, (httpx2.ConnectError, httpx2.ConnectTimeout, httpx2.PoolTimeout, httpx2.InvalidURL))
        raise Away(f"no answer ({type(error).__name__})", lost=not unheard) from None
    if status == 429:
        raise Away("too many requests", after_s(given, body))
    if status >= 500:
        raise Away(f"HTTP {status}", lost=True)
    return Answer(status, given, _decoded(body))


def after_s(headers: Mapping[str, str], body: bytes) -> float:
    """When a platform that said 429 wants to be asked again: its header, or where several put it into the body."""
    told = _decoded(body)
    inside = told.get("parameters", told) if isinstance(told, dict) else {}
    for given in (headers.get("retry-after"), inside.get("retry_after") if isinstance(inside, dict) else None):
        if given is None:
            continue
        try:
            return min(max(float(given), 0.0), 3600.0) or 1.0
        except (TypeError, ValueError):
            continue
    return 0.0


def _decoded(body: bytes) -> Any:
    try:
        return msgspec.json.decode(body) if body else None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None

"""How platforms are spoken to: over HTTP at their own address, or at a stand-in that tests and the demo put in their place."""

from collections.abc import Mapping
from typing import Any

import httpx2
import msgspec

from farol.kit.core import Kit


class Failed(Exception):
    """A platform did not do what was asked. said: in its words, cut, without secrets."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said[:300]


class Away(Failed):
    """Not now: it cannot be reached, or said 5xx. after_s: when it named a time (429)."""

    def __init__(self, said: str, after_s: float = 0.0) -> None:
        super().__init__(said)
        self.after_s = after_s


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

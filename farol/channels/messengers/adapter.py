"""The one seam between Farol and a messenger. A channel's folder holds an adapter; everything else is shared."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol, runtime_checkable

import msgspec

from farol.channels.connections.model import Connection
from farol.kit.core import Kit

from .guarding import guard
from .model import Attached, Chat, Happening, Parcel, Receipted, Said, Update, Who


class BadSignature(Exception):
    """The request was not made by the platform. Answered with 401, counted, kept nowhere."""


class Arrived(msgspec.Struct, frozen=True):
    """A webhook's request. headers: lower-case names. query: as given, last value. ip: of the sender."""

    method: str
    headers: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes
    url: str = ""
    """As the platform called it: public_url and the path with its query, for signatures that cover it."""


class Taken(msgspec.Struct, frozen=True):
    """What a request holds, and what the platform wants to hear once that is committed."""

    updates: tuple[Update, ...] = ()
    status: int = 200
    media_type: str = "application/json"
    body: bytes = b"{}"


class Adapter(Protocol):
    """A channel. ``take`` and ``read`` are pure; the rest speaks to the platform and raises ``elsewhere.Failed`` kinds only."""

    channel: str

    def take(self, connection: Connection, request: Arrived, now: datetime) -> Taken:
        """Checks the signature and cuts the request into updates. Raises BadSignature, or ValueError with a reason for what
        cannot be read. Nothing is looked up here: the answer goes out within the platform's second."""
        ...

    def read(self, connection: Connection, update: Update) -> list[Happening]:
        """What an update says; nothing for what does not concern us. Raises ValueError for what cannot be understood."""
        ...

    async def send(self, kit: Kit, connection: Connection, chat: Chat, parcel: Parcel) -> Receipted:
        """Says it there, rendered and cut to the limits."""
        ...

    async def fetch(self, kit: Kit, connection: Connection, ref: str, most: int) -> bytes:
        """A file that somebody sent, at most ``most`` bytes. Raises Refused(code=``too_large``)."""
        ...

    async def remove(self, kit: Kit, connection: Connection, chat: Chat, message: str) -> None:
        """Takes a message out of a group. Gone already is fine."""
        ...

    async def banish(self, kit: Kit, connection: Connection, chat: Chat, who: str, until: datetime | None) -> None:
        """Puts somebody out of a group, for a time or for good."""
        ...

    def link(self, connection: Connection, token: str) -> str:
        """The address that opens a private chat with us and hands over ``token``; empty where there is none."""
        ...


@runtime_checkable
class Keeps(Protocol):
    """What adapters of platforms with groups offer beside; the keeper of groups asks with ``isinstance``. Raise as above."""

    async def hush(self, kit: Kit, connection: Connection, chat: Chat, who: str, until: datetime) -> None:
        """Somebody stays in a group and cannot write there until then."""
        ...

    async def readmit(self, kit: Kit, connection: Connection, chat: Chat, who: str) -> None:
        """Somebody may come back, or write again. Was never put out: fine."""
        ...

    async def stewards(self, kit: Kit, connection: Connection, chat: Chat) -> list[Who]:
        """Who runs the group: they are never put out, and nobody else may look like one of them."""
        ...


@runtime_checkable
class Amends(Protocol):
    """What adapters offer beside that can change or take off what stands under our own name. Raise as above."""

    async def reword(self, kit: Kit, connection: Connection, chat: Chat, message: str, markdown: str) -> None:
        """Other words in the place of a message of ours."""
        ...

    async def recall(self, kit: Kit, connection: Connection, chat: Chat, message: str) -> None:
        """Takes a message of ours off. Gone already is fine."""
        ...


@runtime_checkable
class Profiles(Protocol):
    """What adapters offer beside whose platforms name nobody in what they tell. Raises as above."""

    async def profile(self, kit: Kit, connection: Connection, who: str) -> Who:
        """Somebody's name and language there."""
        ...


@runtime_checkable
class Quotes(Protocol):
    """What adapters offer beside whose platforms tell that something was said in public, and its words only to who asks. Raises as above."""

    async def quote(self, kit: Kit, connection: Connection, said: Said) -> Said:
        """The same with its words, where they can be had."""
        ...


class Attachment(msgspec.Struct, frozen=True):
    """A file of ours with its bytes, for adapters that send multipart bodies."""

    of: Attached
    data: bytes


ADAPTERS: dict[str, Adapter] = {}


def register(adapter: Adapter) -> Adapter:
    """Adds a channel."""
    if adapter.channel in ADAPTERS:
        raise TypeError(f"two adapters share the channel {adapter.channel}")
    guard(adapter)
    ADAPTERS[adapter.channel] = adapter
    return adapter

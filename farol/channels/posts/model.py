"""Nouns of announcements that go out, and how one reads at each platform. No I/O."""

import re
from datetime import datetime
from typing import Literal
from uuid import UUID

import msgspec

from farol.channels.connections.kinds import KINDS
from farol.channels.connections.model import Limits
from farol.channels.messengers.model import Chat, Room
from farol.channels.messengers.rendering import escaped, pieces, rendered
from farol.channels.opinions.public import personal
from farol.selfserve.announcements.model import Kind, Said

State = Literal["waiting", "approved", "refused", "withdrawn", "corrected", "recalled"]
ROOMS: dict[str, Room] = {"telegram": "group", "discord": "group", "messenger": "post", "x": "post"}
"""Where a post can go, and what kind of place it is there."""
KEYED = frozenset({"discord"})
"""Platforms that drop a copy by its key: everywhere else a post whose answer was lost is looked for by a person before it goes again."""
CHATS = {"telegram": r"-\d{5,20}(/\d{1,12})?", "discord": r"\d{15,22}", "messenger": "", "x": ""}
"""The form of a place's id; empty: the account's own page, which needs none."""
PUBLIC = {"x": 280, "messenger": 5_000}
"""What one public post takes, in the platform's own units, where that is other than a message."""
MOST_PLACES = 20
_SHORT_FIGURE = re.compile(r"(?<![\d.])\d{1,4}(?:[.:,]\d{1,4}){0,3}(?![\d])")


class Place(msgspec.Struct, frozen=True):
    """Somewhere it goes. chat: the platform's id of a group or channel; empty for the account's own page."""

    connection_id: int
    chat: str
    language: Literal["zh", "en"]


class Written(msgspec.Struct, frozen=True):
    """What somebody proposes."""

    client_id: UUID
    said: Said
    in_product: bool
    places: tuple[Place, ...]
    corrects: int | None = None


class Preview(msgspec.Struct, frozen=True):
    """How it reads at one place. pieces: messages, in order; cut: not all of it fits."""

    connection_id: int
    channel: str
    chat: str
    language: str
    pieces: list[str]
    cut: bool


def chat_of(channel: str, account: str, chat: str) -> Chat:
    """The place as adapters take it. A page's own feed is named by nothing."""
    return Chat(chat, ROOMS[channel])


def place_fits(channel: str, chat: str) -> bool:
    """Whether a post can go there."""
    return channel in ROOMS and re.fullmatch(CHATS[channel], chat) is not None


def words(said: Said, language: str) -> str:
    """The announcement as one message: its title, when it happens, its words."""
    title, body = (said.title_zh, said.body_zh) if language == "zh" else (said.title_en, said.body_en)
    times = ""
    if said.begins_at and said.ends_at:
        times = f"{said.begins_at:%Y-%m-%d %H:%M} – {said.ends_at:%Y-%m-%d %H:%M} UTC\n\n"
    return f"**{escaped(title.strip())}**\n\n{escaped(times) if times else ''}{body.strip()}"


def limits(channel: str) -> Limits:
    """Those of a public post there."""
    known = KINDS[channel].kind.limits
    return msgspec.structs.replace(known, text=PUBLIC[channel]) if channel in PUBLIC else known


def fitting(channel: str, said: Said, language: str) -> tuple[list[str], bool]:
    """The Markdown pieces that go out there, and whether something was left out: pages take one post, chats as many as it needs."""
    whole = words(said, language)
    if ROOMS[channel] != "post":
        return pieces(whole, limits(channel)), False
    shorter = limits(channel)
    parts = pieces(whole, shorter)
    if len(parts) == 1:
        return parts, False
    first = pieces(whole, msgspec.structs.replace(shorter, text=shorter.text - 4))[0]
    return [f"{first.rstrip()} …"], True


def preview(place: Place, channel: str, said: Said) -> Preview:
    """As it will stand there."""
    parts, cut = fitting(channel, said, place.language)
    shown = [text for part in parts for text in rendered(part, limits(channel))]
    return Preview(place.connection_id, channel, place.chat, place.language, shown, cut)


def private(said: Said) -> str:
    """What in the words could belong to one person, as in answers to opinions; short figures such as times and versions belong to nobody."""
    for text in (said.title_zh, said.title_en, said.body_zh, said.body_en):
        if found := personal(_SHORT_FIGURE.sub(" ", text)):
            return found
    return ""


class PlaceView(msgspec.Struct, frozen=True):
    """A place with what became of it: ``waiting`` before approval, ``queued``, ``sent``, ``failed``, ``unknown``, ``reworded``, ``recalled``, ``cannot``.
    unknown: it may stand there, and somebody has to look. title: the group's or channel's name where the platform tells it, else its id."""

    id: int
    connection_id: int
    channel: str
    name: str
    chat: str
    title: str
    language: str
    standing: str
    error: str


class PostView(msgspec.Struct, frozen=True):
    """One announcement that goes out, with its places. product_error: why approved words do not stand on the help pages yet."""

    id: int
    corrects: int | None
    kind: Kind
    title_zh: str
    title_en: str
    body_zh: str
    body_en: str
    begins_at: datetime | None
    ends_at: datetime | None
    in_product: bool
    state: State
    staff_id: int
    by_name: str
    at: datetime
    decided_by: str | None
    decided_at: datetime | None
    why: str
    announcement_id: int | None
    product_error: str
    places: list[PlaceView]

    def said(self) -> Said:
        """As announcements take it."""
        return Said(self.kind, self.title_zh, self.title_en, self.body_zh, self.body_en, self.begins_at, self.ends_at)


class Spot(msgspec.Struct, frozen=True):
    """Somewhere a post could go: an account, and the groups it is known to be in. chat: empty for its own page, None: somebody types it."""

    connection_id: int
    channel: str
    name: str
    chat: str | None
    title: str

"""What can be said first, to whom, and how often. Pure."""

import json
import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import lru_cache
from importlib.resources import files
from typing import Any
from uuid import UUID

import msgspec

from farol.core.exchange.shapes import Text
from farol.kit import i18n
from farol.kit.i18n import Lang, Tongue

LONGEST = 1_200
"""Characters of a play's words in one language."""
QUIET_FROM, QUIET_UNTIL = 22, 8
"""Hours of the customer's night."""
A_DAY = timedelta(hours=24)
"""In which one message of a topic is the most."""
VALID_FOR = timedelta(hours=24)
"""After this it is too old to be told."""
SHOWN_FOR = timedelta(days=14)
"""How long a message stands where its customer sees it, and can be answered."""
ALL = ""
"""The topic that stands for all."""
_NAME = re.compile(r"\{([a-z]{1,20})\}")
_LINK = re.compile(r"https?:|www\.|[a-z0-9-]+\.(?:com|io|net|org|cn|app|me|xyz|info)\b", re.IGNORECASE)


class Play(msgspec.Struct, frozen=True):
    """events: types of the exchange that it answers. quiet: it waits for the customer's morning. about: what a ticket that an
    answer opens is about, empty for nothing in particular. title, words, names: zh and en; names with an example of each."""

    key: str
    topic: str
    events: tuple[str, ...]
    quiet: bool
    about: str
    title: tuple[str, str]
    words: tuple[str, str]
    names: dict[str, tuple[str, str]]

    @property
    def example(self) -> dict[str, Text]:
        """Values to show the words with."""
        return {name: Text(*pair) for name, pair in self.names.items()}


@lru_cache
def plays() -> dict[str, Play]:
    """All that there are, by key."""
    raw = json.loads(files(__package__).joinpath("plays.json").read_text("utf-8"))
    return {key: msgspec.convert({"key": key, **body}, Play) for key, body in raw.items()}


def topics() -> list[str]:
    """What customers can switch off, each once."""
    return list(dict.fromkeys(play.topic for play in plays().values()))


def play_for(event_type: str) -> Play | None:
    """The play that answers this type of event."""
    return next((play for play in plays().values() if event_type in play.events), None)


def fill(words: str, values: Mapping[str, Text], lang: Lang) -> str:
    """The words with their names replaced; a value is never read for names again."""
    return _NAME.sub(lambda found: values[found[1]].of(lang) if found[1] in values else found[0], words)


def strangers(words: str, play: Play) -> list[str]:
    """Names in the words that the play does not have."""
    return sorted(set(_NAME.findall(words)) - set(play.names))


def has_link(words: str) -> bool:
    """Whether the words hold something that a reader could take for an address to go to. None of ours does: pages and mails
    bring their own buttons, and a text message never carries any."""
    return _LINK.search(words) is not None


def due(play: Play, now: datetime, zone: str) -> datetime:
    """When it may be said: now, or at eight in the morning of the customer's zone. Somebody who was never here has none, and is
    not disturbed: the message waits where they will see it when they come."""
    if not zone:
        return now
    here = now.astimezone(i18n.zone(zone))
    if not play.quiet or QUIET_UNTIL <= here.hour < QUIET_FROM:
        return now
    morning = here.replace(hour=QUIET_UNTIL, minute=0, second=0, microsecond=0)
    return (morning if here.hour < QUIET_UNTIL else morning + timedelta(days=1)).astimezone(now.tzinfo)


class Message(msgspec.Struct, frozen=True):
    """A row as stored."""

    id: int
    play: str
    topic: str
    uid: str
    core_id: str
    entity_kind: str
    entity_id: str
    data: dict[str, Any]
    happened_at: datetime
    state: str
    why: str
    due_at: datetime
    title_zh: str
    title_en: str
    words_zh: str
    words_en: str
    said_at: datetime | None
    seen_at: datetime | None
    ticket_id: int | None
    answer_id: UUID | None

    def title(self, lang: Tongue) -> str:
        """What it is called."""
        return self.title_zh if i18n.written(lang) == "zh" else self.title_en

    def words(self, lang: Tongue) -> str:
        """What it says."""
        return self.words_zh if i18n.written(lang) == "zh" else self.words_en


class Reached(msgspec.Struct, frozen=True):
    """The customer behind a uid, as far as Farol knows them. id: None, and no zone, for somebody who was never here."""

    id: int | None
    email: str
    language: str
    time_zone: str


class Setting(msgspec.Struct, frozen=True):
    """What somebody changed. words: empty for those that ship."""

    active: bool
    words_zh: str
    words_en: str
    by: str
    at: datetime


class Counts(msgspec.Struct, frozen=True):
    """Of the last thirty days. stopped: customers who do not want the topic, whenever they said so."""

    said: int = 0
    answered: int = 0
    capped: int = 0
    stopped: int = 0


class Say(msgspec.Struct, frozen=True):
    """A message. tries: how often its mail was put off."""

    message_id: int
    tries: int = 0


class Spread(msgspec.Struct, frozen=True):
    """An event of a network, for everybody who has something on its way there."""

    play: str
    core_id: str
    at: datetime
    entity_id: str
    data: dict[str, Any]


class Joined(msgspec.Struct, frozen=True):
    """A new ticket, which may answer a message."""

    ticket_id: int

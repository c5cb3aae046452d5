"""Who follows, and who is named in a note. No I/O."""

import unicodedata
from collections.abc import Iterable
from datetime import datetime
from typing import Literal

import msgspec

MOST_NAMED = 100
"""People one note can name, teams counted by their members."""


class Follower(msgspec.Struct, frozen=True):
    """A colleague who follows. why: asked to, or was mentioned."""

    id: int
    name: str
    why: Literal["asked", "mentioned"]
    at: datetime


class Person(msgspec.Struct, frozen=True):
    """Somebody a note can name."""

    id: int
    name: str
    role: str


class Team(msgspec.Struct, frozen=True):
    """A team a note can name, by its key or by either name."""

    key: str
    zh: str
    en: str
    members: int


class Names(msgspec.Struct, frozen=True):
    """Everybody a note can name."""

    people: list[Person]
    teams: list[Team]


class Handle(msgspec.Struct, frozen=True):
    """One way to name people after an at sign, in plain form, and who is meant."""

    text: str
    staff: frozenset[int]


def handles(people: Iterable[tuple[int, str, str]], teams: Iterable[tuple[str, str, str, Iterable[int]]]) -> list[Handle]:
    """Every way to name somebody, the longest first. people: id, name, alias. teams: key, zh, en, ids of members.

    Full names mean everybody of that name. An alias or a first name means its owner if it is one person's alone.
    """
    found: dict[str, set[int]] = {}
    short: dict[str, set[int]] = {}
    for id_, name, alias in people:
        found.setdefault(plain(name), set()).add(id_)
        for each in {plain(alias), plain(name).split(" ")[0]}:
            short.setdefault(each, set()).add(id_)
    for key, zh, en, members in teams:
        for each in {plain(key), plain(zh), plain(en)}:
            found.setdefault(each, set()).update(members)
    for text, ids in short.items():
        if len(ids) == 1:
            found.setdefault(text, set()).update(ids)
    return [Handle(text, frozenset(ids)) for text, ids in sorted(found.items(), key=lambda pair: -len(pair[0])) if text]


def plain(text: str) -> str:
    """The form in which names are compared."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def named(note: str, known: list[Handle]) -> set[int]:
    """Who a note names: after an at sign that begins a word, the longest name that fits and ends where a word ends."""
    text, found = plain(note), set[int]()
    at = text.find("@")
    while at >= 0:
        if at == 0 or not _spaced(text[at - 1]):
            handle = next((h for h in known if text.startswith(h.text, at + 1) and _ends(text, at + 1 + len(h.text))), None)
            found |= handle.staff if handle else set()
        at = text.find("@", at + 1)
    return found


def _ends(text: str, at: int) -> bool:
    """Whether a word ends here; scripts without spaces end anywhere."""
    return at >= len(text) or not (_spaced(text[at]) and _spaced(text[at - 1]))


def _spaced(letter: str) -> bool:
    """A letter or digit of a script that puts spaces between words."""
    return letter.isalnum() and not 0x2E80 <= ord(letter) <= 0x9FFF and not 0x0E00 <= ord(letter) <= 0x0EFF

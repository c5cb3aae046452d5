"""Nouns of groups, and what follows from what was found. No I/O."""

from datetime import datetime, timedelta
from typing import Literal

import msgspec

from farol.channels.messengers.model import Chat

Rule = Literal["impostor", "secret", "link", "wallet", "giveaway", "bait", "mentions", "flood"]
RULES: tuple[Rule, ...] = ("impostor", "secret", "link", "wallet", "giveaway", "bait", "mentions", "flood")
"""Worst first. impostor: a name that passes for ours · secret: a seed phrase, key or code · link: an address that imitates ours ·
wallet: coins asked for · giveaway: coins promised · bait: an invitation to somewhere private · mentions: many people called at once ·
flood: the same words again and again."""
Did = Literal["noted", "removed", "warned", "muted", "banished"]
STRIKES: dict[Rule, int] = {"impostor": 3, "secret": 0, "link": 3, "wallet": 3, "giveaway": 2, "bait": 1, "mentions": 1, "flood": 1}
"""A secret is its owner's misfortune; an address that imitates ours is nobody's mistake."""
KEEP = timedelta(days=90)
STRIKES_FOR = timedelta(days=30)
"""How long a strike counts."""
SAME_IN = timedelta(hours=24)
SAME_GROUPS = 3
"""The same scam in so many groups within a day is told to the desk."""
FLOOD = 3
"""The same words by the same person, in an hour."""
FATAL = frozenset(("seed_phrase", "private_key"))
"""Kinds of secrets with which anybody takes everything: never left standing, whatever the group is set to."""
UNDONE_LEAST = 3
BUDGET_DAYS = 30


class Finding(msgspec.Struct, frozen=True):
    """What a rule saw. words: the stretch that gave it away, for staff."""

    rule: Rule
    words: str = ""


class Settings(msgspec.Struct, frozen=True):
    """How a group is kept. mode: watch only notes what it would do, but for a seed phrase or a private key, which is gone for ever once
    somebody reads it: that is removed in both. language: of our sentences there, ``auto``: of who wrote.

    off: rules that are not looked at; held: rules that only note, because staff undid too much of what they did. warn_at, mute_at, ban_at:
    strikes. budget: per cent of a rule's deeds in a month that staff may undo before it is held.
    """

    mode: Literal["watch", "act"] = "watch"
    language: Literal["auto", "zh", "en"] = "auto"
    off: list[str] = []
    held: list[str] = []
    answers: bool = True
    mute_at: int = 2
    ban_at: int = 3
    mute_hours: int = 24
    budget: int = 2


class Room(msgspec.Struct, frozen=True):
    """A group we are in. chat: the platform's id."""

    id: int
    connection_id: int
    channel: str
    chat: str
    title: str
    here: bool
    settings: Settings
    version: int
    at: datetime

    @property
    def as_chat(self) -> Chat:
        """As adapters take it."""
        return Chat(self.chat, "group", self.title)


class Verdict(msgspec.Struct, frozen=True):
    """What is done. remove: the post goes. member: what becomes of who wrote it. strikes: theirs, with this one. only_note: nothing is done."""

    findings: tuple[Finding, ...]
    remove: bool = False
    member: Literal["", "warned", "muted", "banished"] = ""
    strikes: int = 0
    only_note: bool = False

    @property
    def rule(self) -> Rule:
        """The worst that was found."""
        return min((one.rule for one in self.findings), key=RULES.index)

    @property
    def did(self) -> Did:
        """The furthest that was gone."""
        if self.only_note:
            return "noted"
        return self.member or ("removed" if self.remove else "noted")


def judge(findings: list[Finding], settings: Settings, strikes: int) -> Verdict | None:
    """What follows from findings. strikes: those that still count. None where no rule that is on found anything."""
    deadly = tuple(one for one in findings if one.rule == "secret" and FATAL & set(one.words.split(", ")))
    found = tuple(one for one in findings if one.rule not in settings.off or one in deadly)
    if not found:
        return None
    if deadly and (settings.mode == "watch" or "secret" in settings.off or "secret" in settings.held):
        return Verdict(deadly, True, "", strikes)
    acting = [one for one in found if one.rule not in settings.held]
    if settings.mode == "watch" or not acting:
        return Verdict(found, strikes=strikes, only_note=True)
    new = max(STRIKES[one.rule] for one in acting)
    total = strikes + new
    member: Literal["", "warned", "muted", "banished"] = ""
    if new:
        member = "banished" if total >= settings.ban_at else "muted" if total >= settings.mute_at else "warned"
    return Verdict(found, True, member, total)


def over_budget(done: int, undone: int, budget: int) -> bool:
    """Whether a rule is wrong too often to act by itself."""
    return undone >= UNDONE_LEAST and undone * 100 > budget * done

"""What can be done, with which right, and the one way to read a list of it.

As JSON: ``[{"do": "severity", "value": "P1"}, {"do": "tag_add", "value": ["theft"]}]``.
"""

from collections.abc import Iterable
from typing import Any

import msgspec

from farol.core.reasons import reasons
from farol.core.tickets.model import SEVERITIES, STATUSES
from farol.desk.tags.model import MOST as MOST_TAGS
from farol.desk.tags.model import word
from farol.desk.tags.problems import NotATag
from farol.kit.permission import Actor, Can

from .problems import EffectInvalid

MOST = 20
NOTE = 2_000
"""Characters of a note."""
LONGEST_MINUTES = 60 * 24 * 30

CHANGES = ("status", "stage", "severity", "reason", "owner")
"""Set together, in one change of the ticket."""
NEEDS: dict[str, Can] = {
    **dict.fromkeys(CHANGES, Can.TICKET_CHANGE),
    "tag_add": Can.TICKET_NOTE,
    "tag_remove": Can.TICKET_NOTE,
    "note": Can.TICKET_NOTE,
    "promise": Can.TICKET_REPLY,
    "snooze": Can.TICKET_REPLY,
    "escalate": Can.ESCALATION_START,
    "notify": Can.RULE_MANAGE,
    "macro": Can.RULE_MANAGE,
}
"""The right that somebody needs who does it by hand, or who lets a rule do it."""
OF_MACROS = frozenset({*CHANGES, "tag_add", "tag_remove", "note", "promise", "snooze", "escalate"})
"""Promises and putting aside need somebody who does them; a rule is nobody."""
OF_RULES = frozenset({*CHANGES, "tag_add", "tag_remove", "note", "escalate", "notify", "macro"})
UP, DOWN = "up", "down"
HIGHEST = "P1"
"""The highest severity that ``up`` leads to. P0 is never a matter of steps."""


class Effect(msgspec.Struct, frozen=True):
    """One thing to do.

    value by ``do``: status, stage, severity (or ``up``, ``down``), reason: the new one, null for none. owner: an id, ``me`` or
    ``none``. tag_add, tag_remove: words. note: text. promise, snooze: minutes from sending. escalate: why, in a sentence.
    notify: ``owner``, ``team`` and ids. macro: its id.
    """

    do: str
    value: Any


class Outcome(msgspec.Struct, frozen=True):
    """What became of an effect. why: when it was not done: ``same`` (it is so already), ``may_not``, or a problem's code."""

    do: str
    value: Any
    was: Any
    done: bool
    why: str = ""


def parse(given: Any, allowed: Iterable[str]) -> list[Effect]:
    """The checked list. Raises EffectInvalid with the place of what is wrong."""
    if not isinstance(given, list):
        raise EffectInvalid(at=0, do="", why="shape")
    if len(given) > MOST:
        raise EffectInvalid(at=MOST, do="", why="many")
    found: list[Effect] = []
    for at, one in enumerate(given):
        if not isinstance(one, dict) or set(one) != {"do", "value"} or not isinstance(one["do"], str):
            raise EffectInvalid(at=at, do="", why="shape")
        do, value = one["do"], one["value"]
        if do not in allowed:
            raise EffectInvalid(at=at, do=do[:40], why="do")
        if do != "note" and any(other.do == do for other in found):
            raise EffectInvalid(at=at, do=do, why="twice")
        found.append(Effect(do, _value(at, do, value)))
    return found


def _value(at: int, do: str, value: Any) -> Any:
    def check(fits: bool, why: str = "value") -> None:
        if not fits:
            raise EffectInvalid(at=at, do=do, why=why)

    match do:
        case "status":
            check(value in STATUSES)
        case "severity":
            check(value in (*SEVERITIES, UP, DOWN))
        case "reason":
            check(value is None or value in reasons(), "reason")
        case "stage":
            check(value is None or (_text(value, 60)), "stage")
        case "owner":
            check(value in ("me", "none") or _id(value))
        case "tag_add" | "tag_remove":
            check(isinstance(value, list) and 0 < len(value) <= MOST_TAGS and all(isinstance(each, str) for each in value))
            try:
                return list(dict.fromkeys(word(each) for each in value))
            except NotATag:
                check(False)
        case "note":
            check(_text(value, NOTE))
        case "escalate":
            check(_text(value, 300))
        case "promise" | "snooze":
            check(isinstance(value, int) and not isinstance(value, bool) and 5 <= value <= LONGEST_MINUTES)
        case "notify":
            check(isinstance(value, list) and 0 < len(value) <= 20 and all(each in ("owner", "team") or _id(each) for each in value))
        case "macro":
            check(_id(value))
    return value


def _text(value: Any, most: int) -> bool:
    return isinstance(value, str) and len(value.strip()) > 0 and len(value) <= most and "\0" not in value


def _id(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**53


def may(actor: Actor, effects: Iterable[Effect]) -> None:
    """Nobody lets a rule or a macro do what they may not. Raises EffectInvalid."""
    for at, effect in enumerate(effects):
        if not actor.may(NEEDS[effect.do]):
            raise EffectInvalid(at=at, do=effect.do, why="may_not")


def severity_after(now: str, wanted: str) -> str:
    """The severity that ``up`` or ``down`` leads to."""
    if wanted not in (UP, DOWN):
        return wanted
    at = SEVERITIES.index(now) + (1 if wanted == DOWN else -1)
    top = min(SEVERITIES.index(HIGHEST), SEVERITIES.index(now))
    return SEVERITIES[max(top, min(at, len(SEVERITIES) - 1))]

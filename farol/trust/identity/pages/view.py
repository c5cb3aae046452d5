"""What the pages of identity draw, in the reader's language and zone."""

import re
from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

from farol.core.customers.model import Customer
from farol.core.exchange import ExchangeDown, ExchangeRefused
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.problem import Invalid, Problem
from farol.kit.web import Cookie
from farol.selfserve.portal import view as portal
from farol.selfserve.portal.entrance import OURS, lax
from farol.selfserve.portal.view import Reader
from farol.trust.identity.challenge_store import Given
from farol.trust.identity.model import LASTS, Challenge, Level, Result, Ways, level_by
from farol.trust.identity.problems import StepUpLocked
from farol.trust.identity.words import Words

HELD = "farol_proof"
"""The secret of the proof that this browser began."""
FROM = "farol_proof_from"
"""Where it was begun, to begin again by another way."""
HELD_S = 3600
BACK = re.compile(r"/verify-me(?:/ask/[A-Za-z0-9_-]{75}|\?[A-Za-z0-9=&%+_.-]{1,900})?")


def page(kit: Kit, reader: Reader, customer: Customer | None, path: str) -> dict[str, Any]:
    """Values of the layout. Who cannot sign in is not led back to a page that asks them to."""
    return {**portal.page(kit, reader, customer, path), "w": Words(reader.lang)}


def kept(kit: Kit, held: str, back: str) -> list[Cookie]:
    """The cookies of a proof that was begun."""
    return [lax(kit, HELD, held, HELD_S), lax(kit, FROM, back, HELD_S)]


def back_of(cookies: dict[str, str]) -> str:
    """Where to begin again."""
    found = cookies.get(FROM, "").strip('"')
    return found if BACK.fullmatch(found) else "/verify-me"


def ours(towards: str) -> str:
    """A page of the portal to go on to; empty for anything else."""
    return towards if OURS.fullmatch(towards) else ""


def towards_of(cookies: dict[str, str]) -> str:
    """The page that asked for the proof; empty when none did."""
    return ours(next(iter(parse_qs(urlsplit(back_of(cookies)).query).get("towards", [])), ""))


def refusal(problem: Problem, reader: Reader) -> str:
    """A refusal for a customer: what stands in it for staff alone is left out, and times are theirs."""
    words = Words(reader.lang)
    if isinstance(problem, ExchangeDown | ExchangeRefused):
        return f"{words.down}{'。' if reader.lang == 'zh' else '. '}{words.down_s}"
    if isinstance(problem, StepUpLocked):
        return words.locked_until.format(at=reader.when(datetime.fromisoformat(problem.fields["until"])))
    return words.contact_bad if isinstance(problem, Invalid) else problem.text(reader.lang)


def level_name(level: Level, words: Words) -> str:
    """What customers call a level."""
    name: str = getattr(words, f"l{int(level)}")
    return name


def choices(ways: Ways, reader: Reader, *, signed_in: bool) -> dict[str, Any]:
    """The ways to choose from, each with what it gives, and those that have to wait."""
    words = Words(reader.lang)
    gives = {one: level_by(one, signed_in=signed_in) for one in ways.methods}
    return {
        "ways": [{
            "key": one, "name": getattr(words, f"m_{one}"), "text": getattr(words, f"m_{one}_s"),
            "gives": words.gives.format(level=level_name(level, words), long=i18n.length(LASTS[level], reader.lang)),
        } for one, level in gives.items()],
        "waiting": [words.waiting.format(way=getattr(words, f"m_{one}"), at=reader.when(at)) for one, at in sorted(ways.waiting.items())],
    }  # fmt: skip


def question(asked: Challenge, reader: Reader, last: Result | None) -> dict[str, Any]:
    """What is to be answered, and what became of the last answer."""
    words = Words(reader.lang)
    to = asked.sent_to
    text = {"totp": words.type_totp, "app_confirm": words.app_text, "passkey": words.key_text}.get(
        asked.method, words.sent_to.format(to=to) if asked.contact else words.sent_own.format(to=to))
    heads = {"app_confirm": words.app_title, "passkey": words.key_title}
    return {
        "kind": asked.method, "head": heads.get(asked.method, words.type_title), "text": text,
        "until": words.until.format(at=reader.when(asked.expires_at)), "said": words.key_failed if last and last.result == "wrong" and asked.method in heads else said(last, words), "options": asked.options,
        "long": 12,
    }


def said(last: Result | None, words: Words) -> str:
    """The last answer's worth in words."""
    if last is None:
        return ""
    line: str = getattr(words, f"r_{last.result}")
    gap = words.gap
    return f"{line}{gap}{words.r_left.format(n=last.attempts_left)}" if last.result == "wrong" and last.attempts_left else line


def outcome(given: Given, reader: Reader) -> dict[str, Any]:
    """What a proof gives: its level, until when, where it counts, what it opens and what it does not."""
    words, level = Words(reader.lang), Level(given.level)
    steps = [(one, getattr(words, f"a{int(one)}")) for one in Level]
    where = words.done_for.format(number=given.number) if given.number else words.done_own if given.session else words.done_contact
    return {
        "got": words.done_until.format(level=level_name(level, words), at=reader.when(given.until)), "where": where, "number": given.number,
        "opens": [text for one, text in steps if Level.ANONYMOUS < one <= level],
        "shut": [(level_name(one, words), text) for one, text in steps if one > level],
    }


def left_s(until: datetime) -> int:
    """Whole seconds until then, at least one."""
    return max(1, int((until - clock.now()).total_seconds()))

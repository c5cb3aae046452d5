"""Handing over: what the customer is told, what whoever goes on is told, and when somebody will be there."""

from datetime import datetime, timedelta

import msgspec

from farol.core.reasons import reasons
from farol.kit.i18n import length, moment, tongue_of
from farol.selfserve.assistant.model import Case, MoveKind, Summary
from farol.selfserve.assistant.words import filled, run, words_of

from .given import Given, Heard, Thought
from .trace import Trace
from .writing import move

STEP = timedelta(minutes=5)


class Wait(msgspec.Struct, frozen=True):
    """When a person answers. usually_s, slowest_s: as the queue estimates it, None while nobody is there. due: the time that is kept.
    hours: a sentence in the customer's language on when somebody who speaks it is there, where nobody is now."""

    usually_s: int | None = None
    slowest_s: int | None = None
    due: datetime | None = None
    hours: str = ""


def told(wait: Wait, now: datetime, language: str, zone: str) -> str:
    """One honest sentence: times where they are known, the time that is kept else, and otherwise that nobody is there."""
    words, tongue = words_of(language), tongue_of(language)
    if wait.usually_s is not None and wait.slowest_s is not None:
        usually = length(timedelta(seconds=max(wait.usually_s, 60)), tongue)
        slowest = moment(_up(now + timedelta(seconds=max(wait.slowest_s, 60))), now, tongue, zone)
        return filled(words.wait_known, usually=usually, slowest=slowest)
    if wait.due is not None and wait.due > now:
        return run(language, words.nobody, filled(words.wait_due, due=moment(_up(wait.due), now, tongue, zone)))
    return words.nobody


def hand_over(given: Given, heard: Heard, why: str, wait: Wait, zone: str, trace: Trace, *, tried: list[str], reason: str, lead: str = "") -> Thought:
    """One turn that ends the assistant's part. lead: said before, such as where the account is frozen."""
    words = words_of(heard.language)
    at_night = wait.usually_s is None
    with trace.stage("hand_off") as stage:
        stage.say(
            "交给真人；现在没有人在线，已说明何时有人。" if at_night else "交给真人，并说明了大约要等多久。",
            "Hands over; nobody is there now, and the customer is told when somebody is." if at_night
            else "Hands over and says how long it takes about.", why=why, usually_s=wait.usually_s or 0, slowest_s=wait.slowest_s or 0)
    said = {"missed": words.handed_missed, "often": words.handed_missed, "flow": words.handed_missed, "failed": words.handed, "urgent": words.handed_urgent, "files": words.handed_files}
    line = run(heard.language, told(wait, given.now, heard.language, zone), wait.hours)
    kind: MoveKind = "hold" if at_night else "hand_off"
    text = "\n\n".join(part for part in (lead, run(heard.language, said.get(why, words.handed), line), words.held if at_night else "") if part)
    made = move(kind, text, heard.language, first=given.first, human=False, evidence=[line, lead], reason=reason)
    leaf = reasons().get(reason)
    severity = "P0" if why == "urgent" else leaf.severity if leaf else "P3"
    summary = Summary(
        why, reason, heard.language, severity, tried, {**given.case.slots, **heard.slots},
        told(wait, given.now, "zh-Hans", zone), told(wait, given.now, "en", zone))
    case = msgspec.structs.replace(
        given.case, state="handed", why=why, reason=reason or given.case.reason, language=heard.language, slots=summary.slots, offered=[], flow=None,
        summary=summary)
    return Thought(made, case, trace.stages, heard.language, why)


def silent(given: Given, heard: Heard, why: str, trace: Trace, *, state: bool = True) -> Thought:
    """Nothing is said. state: whether it stays so in this ticket, because a person goes on."""
    case: Case = msgspec.structs.replace(given.case, state="quiet", why=why, language=heard.language, offered=[]) if state else given.case
    return Thought(move("silent", "", heard.language, first=False, human=False), case, trace.stages, heard.language, why)


def _up(at: datetime) -> datetime:
    over = timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)
    return at if not over else at - over + STEP

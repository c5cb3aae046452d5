"""What a customer is told of a new ticket, and when not."""

from datetime import datetime, timedelta

import msgspec

from farol.kit.i18n import lang_of, length, moment

QUIET = timedelta(minutes=10)
"""One customer, and one mail address, hears by itself from us at most once in this time."""
LONGEST = 1_000
NUMBER, WHEN = "{{ticket.number}}", "{{expected}}"
NEEDED = (NUMBER, WHEN)


class Text(msgspec.Struct, frozen=True):
    """active: whether customers are told. zh, en: what, with ``{{ticket.number}}`` and ``{{expected}}`` in it."""

    active: bool
    zh: str
    en: str
    version: int


DEFAULT = Text(
    False,
    "我们收到了您的问题，工单号是 {{ticket.number}}。{{expected}}您可以在这里继续补充，也可以先离开，回复会留在这里。",
    "Your question has arrived as ticket {{ticket.number}}. {{expected}} You can add to it here, or leave; the answer will be waiting for you.",
    0,
)
"""Until somebody sets another."""


class Standing(msgspec.Struct, frozen=True):
    """A new ticket as far as its acknowledgement is concerned. answered: somebody of the staff wrote already, or it is over.
    recent: this customer or address heard from us by itself a moment ago."""

    number: str
    language: str
    time_zone: str
    customer_id: int
    address: str
    known: bool
    answered: bool
    recent: bool
    first_reply_at: datetime | None


class Expected(msgspec.Struct, frozen=True):
    """When an answer is to be expected. ahead: tickets before this one; usually, slowest: of its wait, in seconds; None while
    nobody is there to tell by. due: when the first answer is due at the latest, None when that is not measured."""

    ahead: int | None
    usually_s: int | None
    slowest_s: int | None
    due: datetime | None


def expectation(found: Expected, now: datetime, language: str, zone: str) -> str:
    """One or two honest sentences: a place and a wait where they are known, else the time that is kept, else none."""
    lang = lang_of(language)
    if found.ahead is not None and found.usually_s is not None and found.slowest_s is not None:
        usually, latest = timedelta(seconds=max(found.usually_s, 60)), now + timedelta(seconds=max(found.slowest_s, 60))
        told, at = length(usually, lang), moment(_up(latest), now, lang, zone)
        if lang == "zh":
            place = f"前面还有 {found.ahead} 张工单，" if found.ahead else ""
            return f"{place}通常 {told}左右有人回复，十次里有九次不晚于{at}。"
        place = f"There {'is 1 ticket' if found.ahead == 1 else f'are {found.ahead} tickets'} ahead. " if found.ahead else ""
        return f"{place}An answer usually takes about {told}; nine times out of ten it comes by {at}."
    if found.due is not None and found.due > now:
        at = moment(_up(found.due), now, lang, zone)
        return f"我们的目标是在{at}之前回复您。" if lang == "zh" else f"Our aim is to answer you by {at}."
    return "现在没有同事在线，上线后按先后顺序处理。" if lang == "zh" else "Nobody is on shift right now; tickets are answered in order when somebody is."


def _up(at: datetime) -> datetime:
    """The next full five minutes, as people say times."""
    over = timedelta(minutes=at.minute % 5, seconds=at.second, microseconds=at.microsecond)
    return at if not over else at - over + timedelta(minutes=5)


def written(text: Text, standing: Standing, expected: str) -> str:
    """The message."""
    template = text.zh if lang_of(standing.language) == "zh" else text.en
    return template.replace(NUMBER, standing.number).replace(WHEN, expected)

"""What everybody may know of the exchange: its open incidents, and whether an address is really its own."""

from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from farol.desk.incidents.notices import board
from farol.kit.i18n import lang_of
from farol.selfserve.community.checking import rules
from farol.selfserve.help_centre import ours
from farol.selfserve.verifying import official, typed
from farol.selfserve.verifying.saying import why
from farol.selfserve.verifying.words import Words

from .articles import address
from .model import Answer, Arguments, Asker, Language

VERDICTS: dict[official.Standing, Literal["official", "imitation", "not_official"]] = {"ours": "official", "alike": "imitation", "not_ours": "not_official"}
MOST_LISTED = 50


class Now(Arguments, frozen=True):
    language: Language = "en"


class Trouble(msgspec.Struct, frozen=True):
    """An open incident. words: what is known; next_update_by: when more is said at the latest."""

    title: str
    words: str
    state: str
    since: datetime
    next_update_by: datetime | None


class Incidents(Answer, frozen=True):
    """none: nothing public is open; a single customer's trouble may still be one."""

    none: bool
    incidents: list[Trouble]


class Check(Arguments, frozen=True):
    what: Annotated[str, Meta(min_length=1, max_length=500, description="One link, domain, mail address, handle or number, as the customer saw it")]
    language: Language = "en"


class Ours(msgspec.Struct, frozen=True):
    """A channel of the exchange, and its accounts there."""

    name: str
    accounts: list[str]


class Checked(Answer, frozen=True):
    """verdict on what was asked and what to do about it. kind: what it was read as. like, channel: which account of the exchange it is, or is
    made to look like, and where; empty for none. channels: all that are the exchange's."""

    verdict: Literal["official", "imitation", "not_official"]
    kind: typed.Kind
    advice: str
    like: str
    channel: str
    channels: list[Ours]
    article: str


async def incidents(asker: Asker, given: Now) -> Incidents:
    """The public ones, the worst first."""
    zh = lang_of(given.language) == "zh"
    found = [
        Trouble(one.zh if zh else one.en, one.words_zh if zh else one.words_en, one.state, one.since, one.next_update_by)
        for one in await board(asker.kit)
    ]  # fmt: skip
    return Incidents(none=not found, incidents=found)


async def check(asker: Asker, given: Check) -> Checked:
    """By the same rule as the page on which customers check."""
    kit, language = asker.kit, lang_of(given.language)
    words, known = Words(language), await ours.accounts(kit)
    _, sites = await rules(kit, kit.db)
    what = typed.read(given.what)
    verdict = official.judge(what, known, sites, kit.settings.brand) if what else official.NOT_OURS
    account = verdict.account
    return Checked(
        verdict=VERDICTS[verdict.standing], kind=what.kind if what else "name", advice=why(what, verdict, words) if what else words.not_any,
        like=account.value if account else "", channel=ours.named(account.channel, words) if account else "",
        channels=[Ours(name, values[:MOST_LISTED]) for name, values in ours.grouped(known, words)], article=address(asker, language, "verify-official"))

"""What everybody may know of the exchange: its open incidents, and whether an address is really its own."""

import re
from datetime import datetime
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from farol.desk.incidents.notices import board
from farol.kit.i18n import lang_of
from farol.selfserve.community import links
from farol.selfserve.community.checking import rules
from farol.selfserve.community.links import Official

from .articles import address
from .model import Answer, Arguments, Asker, Language

_MAIL = re.compile(r"(?:mailto:)?([^\s@<>]{1,64})@([^\s@<>/]{3,253})", re.IGNORECASE)
_SCHEME = re.compile(r"^[a-z]{3,5}\s?:\s?//", re.IGNORECASE)
ADVICE = {
    "official": "This is one of the exchange's own addresses. Even there nobody asks for a password, a code or a recovery phrase.",
    "imitation": "This imitates the exchange. Do not open it, sign in there, send anything or call. If something was entered there, the account "
                 "can be frozen by its owner at once, and support told.",
    "not_official": "This is not an address of the exchange. Accounts, numbers and groups on other services are never its support.",
}  # fmt: skip


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


class Checked(Answer, frozen=True):
    """verdict on what was asked, what to do about it, and all channels that are the exchange's."""

    verdict: Literal["official", "imitation", "not_official"]
    host: str
    advice: str
    sites: list[str]
    mail: list[str]
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
    """Whether it is one of ours, by the same list by which links in the community are judged."""
    _, known = await rules(asker.kit, asker.kit.db)
    settings = asker.kit.settings
    verdict, host = judge(given.what.strip(), known, settings.mail_from, settings.mail_domain)
    sites = list(dict.fromkeys([settings.public_url, *settings.widget_origins]))
    return Checked(
        verdict=verdict, host=host, advice=ADVICE[verdict], sites=sites, mail=[settings.mail_from, f"@{settings.mail_domain}"],
        article=address(asker, lang_of(given.language), "verify-official"))


def judge(said: str, known: Official, mail_from: str, mail_domain: str) -> tuple[Literal["official", "imitation", "not_official"], str]:
    """The verdict and the host it is about. A mail address counts only as the one people write to, or below the domain of replies:
    a domain of ours on a web page is no proof that a mail with it in its From came from us."""
    mail = _MAIL.fullmatch(said)
    if mail:
        host = mail[2].lower().rstrip(".")
        if f"{mail[1]}@{host}".lower() == mail_from.lower() or host == mail_domain.lower():
            return "official", host
        # A link that carries our address before its @ reads like a mail address.
        poses = links.judge(mail[1], known)[1] in ("ours", "imitation") or (links.imitates(host, known) and host not in known.ours)
        return "imitation" if poses else "not_official", host
    host, standing = links.judge(_SCHEME.sub("", said), known)
    if " " in host or not host.isprintable():
        return "not_official", ""
    return ("official" if standing == "ours" else "imitation" if standing == "imitation" else "not_official"), host[:253]

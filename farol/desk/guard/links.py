"""Links and contacts of strangers in a reply: where a customer who trusts us would go."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

import msgspec

from farol.core import chains
from farol.core.grounding.links import links
from farol.kit.settings import Settings

from .model import Finding, finding

_MAIL = "@"
APP = re.compile(
    r"(?:whats\s?app|telegram|\btg\b|we\s?chat|viber|zalo|\bline\b|kakao\s?talk|\bqq\b|\bvx\b|signal|discord|skype|微信|电报|電報|飞机|카카오톡|텔레그램|왓츠앱|라인"
    r"|телеграм\w*|вотсап\w*|ватсап\w*|вайбер\w*|واتساب|تيليجرام|تلغرام)[^\n。.!?]{0,24}?"
    r"(?<!\w)(?P<to>\+?\d[\d ()-]{6,18}\d|@?[a-z][a-z_.-]{2,30}\d[\w.-]{0,12}|@[a-z0-9_]{4,32})", re.IGNORECASE)
"""Somewhere else to write to: the app, and who there."""


class Hosts(msgspec.Struct, frozen=True):
    """Hosts that may be linked, in lower case without ``www.``; whatever lies under them may be too."""

    names: frozenset[str]

    def has(self, host: str) -> bool:
        """Whether it is one of them, or a name under one."""
        parts = host.lower().removeprefix("www.").split(".")
        return any(".".join(parts[place:]) in self.names for place in range(len(parts)))


def hosts(settings: Settings) -> Hosts:
    """Ours, the exchange's, the block explorers of the chain registry, and those of the settings."""
    sites = [urlsplit(url).hostname for url in (settings.public_url, *settings.widget_origins)]
    explorers = [place.partition("/")[0] for network in chains.networks().values() for place in network.explorers]
    known = (*sites, settings.mail_domain, settings.mail_from.rpartition("@")[2], *explorers, *settings.reply_hosts)
    return Hosts(frozenset(one.lower().removeprefix("www.") for one in known if one))


def strange(text: str, known: Hosts, own: Iterable[str] = ()) -> Iterator[Finding]:
    """Every link, handle or contact that leads elsewhere. own: words that are no strangers here, such as the customer's own address."""
    mine = {one.lower() for one in own if one}
    for found in links(text):
        written = found.fact.text
        if written.lower() in mine or _known(written, known):
            continue
        yield finding("never.link", text, found.start, found.end)
    for contact in APP.finditer(text):
        yield finding("never.link", text, contact.start(), contact.end())


def _known(written: str, known: Hosts) -> bool:
    if written.startswith("@") or any(sign in written for sign in (" ", "：")):
        return False
    if _MAIL in written and "/" not in written.partition(_MAIL)[0]:
        return True  # a mail address is not followed by a press, and customers' own are quoted
    scheme, separator, _ = written.partition("://")
    if separator and scheme.lower() not in ("http", "https"):
        return False
    if not separator and ":" in written.partition("/")[0] and not written.partition(":")[2][:1].isdigit():
        return False
    host = urlsplit(written if separator else f"https://{written}").hostname or ""
    return known.has(host)

"""Links in people's words: which are ours, which may be linked, which imitate us.

A link is whatever a reader could follow: with a scheme, a bare domain, ``hxxp`` and ``[.]`` in place of dots.
"""

import ipaddress
import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from urllib.parse import urlsplit

import msgspec

from farol.core import chains
from farol.kit.settings import Settings

from .confusables import skeleton
from .names import near

Standing = Literal["ours", "allowed", "stranger", "imitation"]
_TLDS = (
    "com|net|org|info|biz|io|co|cc|me|app|dev|ai|xyz|top|vip|pro|site|online|live|shop|store|club|icu|fun|space|website|press|asia|link|click"
    "|help|support|exchange|finance|money|cash|trade|trading|markets|fund|wiki|blog|tech|cloud|group|team|center|world|today|news|win|bid|loan"
    "|to|ly|gg|tv|ws|pw|so|sh|im|in|us|uk|eu|de|fr|es|it|nl|ch|ru|su|ua|tr|ir|cn|hk|tw|jp|kr|vn|th|id|my|sg|au|br|mx|ng|za|example|test"
)
_DOT = r"(?:\.|\[\.\]|\(\.\)|\[dot\]|\(dot\)|。|．|｡)"
_CJK = "\u3000-\u9fff\uf900-\ufaff\uff00-\uffef"
"""Chinese has no gaps: a bare domain begins and ends where it does."""
_LABEL = rf"[^\W_{_CJK}](?:(?:[^\W{_CJK}]|-){{0,61}}[^\W_{_CJK}])?"
_LINK = re.compile(
    rf"(?P<scheme>h(?:tt|xx)ps?\s?:\s?//)(?P<rest>[^\s<>\"'“”、，。；！？（）【】《》「」\\^`{{|}}]{{3,500}})"
    rf"|(?<![@.-])(?<![^\W{_CJK}])(?P<bare>(?:{_LABEL}{_DOT}){{1,6}}(?:{_TLDS}|xn--[a-z0-9-]{{2,59}}))(?P<path>(?::\d{{2,5}})?/[^\s<>\"'“”、，。；！？（）【】《》「」]{{0,400}})?(?![^\W{_CJK}]|[@-]|\.[^\W{_CJK}])",
    re.IGNORECASE,
)
_ENDS = str.maketrans(dict.fromkeys("，！？；：（）［］｛｝＂＇", "、"))
"""Full-width punctuation ends a link; the plain signs it would become are parts of one."""
_TRAILING = ".,;:!?)]}'\"*_~…"
_CONTACT = re.compile(
    r"(?:telegram|\btg\b|电报|飞机|whats\s?app|we\s?chat|微信|威信|薇信|\bvx\b|\bqq\b|扣扣|signal|discord|\bline\b|viber|телеграм|ватсап)"
    r"(?:\s?(?:号|群|id|me|at|on|is|：|:|-|–|=|是)){0,4}\s?(?:[@+][a-z0-9_. -]{3,}|(?=[a-z_.-]{0,30}[\d_])[a-z0-9_.-]{4,}|(?<=[:：=])\s?[a-z0-9_.-]{4,})"
    r"|(?:加|联系|contact|dm|text|message|write|пиш\w+)\s?(?:我|me)?\s?(?:on|via|at|в)?\s?@[a-z0-9_]{4,}",
    re.IGNORECASE,
)
_SECOND = frozenset(("com", "net", "org", "gov", "edu", "ac", "co", "or", "ne", "go", "in"))
"""Second-level labels under which countries register: ``co.uk``, ``com.cn``."""
_LEAST_BRAND = 5
"""Shorter names of ours are not looked for inside others: too many words hold them."""


class Official(msgspec.Struct, frozen=True):
    """Hosts whose links are links. allowed: of others; plain: of ours that answer without TLS, as on a desk's own machine."""

    ours: frozenset[str]
    allowed: frozenset[str]
    brand: str
    plain: frozenset[str] = frozenset()


class Link(NamedTuple):
    """A link where it stands. host: ASCII-folded and lower case, in its own script; href: what following it opens."""

    start: int
    end: int
    host: str
    href: str
    standing: Standing


def official(settings: Settings, ours: list[str], allowed: list[str]) -> Official:
    """The list as settings and the community's policy give it; explorers of every known network may always be linked."""
    sites = [urlsplit(site) for site in (settings.public_url, *settings.widget_origins)]
    known = {host.removeprefix("www.") for host in (*(site.hostname for site in sites), settings.mail_domain, settings.mail_from.rpartition("@")[2], *ours) if host}
    explorers = {place.partition("/")[0] for network in chains.networks().values() for place in network.explorers}
    plain = frozenset(site.hostname for site in sites if site.scheme == "http" and site.hostname)
    return Official(frozenset(known), frozenset({*allowed, *explorers}), settings.brand, plain)


def find(given: str, known: Official) -> Iterator[Link]:
    """Every link of the text in order, with full-width and styled letters read as plain ones and invisible ones left out."""
    cleaned = chains.clean(given.translate(_ENDS))
    for match in _LINK.finditer(cleaned.text):
        raw = match.group().rstrip(_TRAILING)
        if match["scheme"]:
            target = match["rest"][: len(raw) - len(match["scheme"])] if len(raw) > len(match["scheme"]) else ""
        else:
            target = raw
        if target:
            host, standing = judge(target, known)
            if host:
                plain = re.sub(_DOT, ".", target, flags=re.IGNORECASE) if not match["scheme"] else target
                yield Link(*cleaned.span(match.start(), match.start() + len(raw)), host, f"{'http' if host in known.plain else 'https'}://{plain}", standing)


def judge(target: str, known: Official) -> tuple[str, Standing]:
    """The host that an address without its scheme leads to, and what it is to us; no host for what leads nowhere."""
    place = re.split(r"[/?#\\]", re.sub(_DOT, ".", target, flags=re.IGNORECASE), maxsplit=1)[0]
    _, at, host = place.rpartition("@")
    host = host.rpartition(":")[0] if re.search(r":\d*$", host) else host
    host = _readable(host.strip(".").lower())
    if not host or ("." not in host and host != "localhost"):
        return "", "stranger"
    if at:  # the name before the @ is only there to be read
        return host, "imitation"
    if _within(host, known.ours):
        return host, "ours"
    if _within(host, known.allowed):
        return host, "allowed"
    return host, "imitation" if imitates(host, known) else "stranger"


def imitates(host: str, known: Official) -> bool:
    """Whether a host that is not ours reads like one of ours, or carries our name."""
    labels = _labels(host)
    pieces = [skeleton(label) for label in labels] + [skeleton("".join(labels))]
    wanted = {skeleton(_core(one)) for one in known.ours if not _is_number(one)} | {skeleton(known.brand)}
    for name in wanted:
        if len(name) < _LEAST_BRAND:
            if name and name in pieces:
                return True
            continue
        if any(name in piece or near(piece, name) for piece in pieces):
            return True
        if len(name) >= 2 * _LEAST_BRAND and any(near(piece[:size], name) for piece in pieces for size in (len(name) - 1, len(name), len(name) + 1)):
            return True
    return False


def invites_away(text: str) -> bool:
    """Whether the words ask to go on somewhere else, which is how most thefts in forums begin."""
    return bool(_CONTACT.search(text))


def _within(host: str, hosts: frozenset[str]) -> bool:
    parts = host.removeprefix("www.").split(".")
    return any(".".join(parts[at:]) in hosts for at in range(len(parts)))


def _readable(host: str) -> str:
    """The host with its xn-- labels in their own script, as a browser may show it."""
    labels = []
    for label in host.split("."):
        try:
            labels.append(label[4:].encode().decode("punycode") if label.startswith("xn--") else label)
        except UnicodeError:
            labels.append(label)
    return ".".join(labels)


def _labels(host: str) -> list[str]:
    """The labels that somebody chose: all but the registry's."""
    parts = host.removeprefix("www.").split(".")
    tail = 2 if len(parts) > 2 and parts[-2] in _SECOND and len(parts[-1]) == 2 else 1
    return parts[:-tail]


def _core(host: str) -> str:
    """The registered label of a host of ours."""
    return (_labels(host) or [host])[-1]


def _is_number(host: str) -> bool:
    try:
        return bool(ipaddress.ip_address(host))
    except ValueError:
        return host == "localhost"

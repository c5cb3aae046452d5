"""DMARC with the DNS tree walk (RFC 9989, formerly DMARCbis): no public-suffix list, the owners say in DNS where their domain ends."""

import re

import msgspec

from .model import Dmarc, Signature, Spf
from .resolver import Resolver, Unresolved

_VERSION = re.compile(r"v\s*=\s*DMARC1\s*(?:;|$)")
_TAG = re.compile(r"\s*([A-Za-z]{1,20})\s*=\s*([^;]{0,500}?)\s*(?:;|$)")
_POLICIES = ("none", "quarantine", "reject")
MOST_STEPS = 8
"""Questions of one walk; a name with more labels is cut to seven after the first."""


class Record(msgspec.Struct, frozen=True):
    """One ``_dmarc`` record. psd: y, n or u. strict alignment where dkim or spf is ``s``. test: the owner only tries it out."""

    domain: str
    p: str
    sp: str
    np: str
    psd: str
    dkim: str
    spf: str
    test: bool


def read(domain: str, text: str) -> Record | None:
    """A record's tags; None for what is no DMARC record. A policy nobody knows counts as ``none``, as the standard has it."""
    if not _VERSION.match(text):
        return None
    tags = {name.lower(): value.strip().lower() for name, value in _TAG.findall(text)}
    p = _known(tags.get("p", ""), "none")
    sp = _known(tags.get("sp", ""), p)
    return Record(domain, p, sp, _known(tags.get("np", ""), sp), tags.get("psd", "u"), tags.get("adkim", "r")[:1], tags.get("aspf", "r")[:1],
        tags.get("t", "n") == "y")


def _known(word: str, otherwise: str) -> str:
    return word if word in _POLICIES else otherwise


async def record(resolver: Resolver, domain: str) -> Record | None:
    """The record at a domain; two of them are none. Raises Unresolved."""
    texts = [text.decode("utf-8", "replace") for text in await resolver.look_up(f"_dmarc.{domain}", "TXT")]
    found = [read_ for text in texts if (read_ := read(domain, text))]
    return found[0] if len(found) == 1 else None


def steps(domain: str) -> list[str]:
    """The names of a walk, from the domain itself to its last label."""
    labels = domain.split(".")
    names = [domain]
    rest = labels[-7:] if len(labels) > MOST_STEPS else labels[1:]
    return names + [".".join(rest[at:]) for at in range(len(rest))]


async def walk(resolver: Resolver, domain: str) -> list[Record]:
    """Records on the way up; ends at one that says whether its domain is a suffix. Raises Unresolved."""
    found = []
    for name in steps(domain):
        one = await record(resolver, name)
        if one:
            found.append(one)
            if one.psd in ("y", "n"):
                break
    return found


def organisation(domain: str, found: list[Record]) -> str:
    """The organisational domain that a walk from ``domain`` shows."""
    for one in found:
        if one.psd == "n":
            return one.domain
        if one.psd == "y" and one.domain != domain:
            below = domain.split(".")[: -len(one.domain.split("."))]
            return f"{below[-1]}.{one.domain}"
        if one.psd == "y":
            return domain
    return found[-1].domain if found else domain


async def evaluate(resolver: Resolver, author: str, spf: Spf, signatures: tuple[Signature, ...]) -> tuple[Dmarc, bool]:
    """The result for From's domain, and whether an identity that passed is aligned with it, which also counts where no record stands."""
    try:
        found = await walk(resolver, author)
        own = organisation(author, found)
        rule = _rule(author, own, found)
        aligned = await _aligned(resolver, author, own, rule, spf, signatures)
        if rule is None:
            return Dmarc(), aligned
        if aligned:
            return Dmarc("pass", rule.domain, await _policy(resolver, author, rule)), True
        # Only what could have been aligned leaves it open: a domain of the sender's own that does not answer buys no time.
        unsure = [spf.domain] * (spf.result == "temperror") + [one.domain for one in signatures if one.result == "temperror"]
        undecided = any(domain == author or _related(domain, own) for domain in unsure)
        return Dmarc("temperror" if undecided else "fail", rule.domain, await _policy(resolver, author, rule)), False
    except Unresolved:
        return Dmarc("temperror"), False


def _rule(author: str, own: str, found: list[Record]) -> Record | None:
    """Whose record applies: the author's own, else the organisation's, else the suffix's."""
    by_domain = {one.domain: one for one in found}
    return by_domain.get(author) or by_domain.get(own) or next((one for one in found if one.psd == "y"), None)


async def _policy(resolver: Resolver, author: str, rule: Record) -> str:
    wanted = rule.p if rule.domain == author else rule.sp if await _exists(resolver, author) else rule.np
    return _POLICIES[max(_POLICIES.index(wanted) - 1, 0)] if rule.test else wanted


async def _exists(resolver: Resolver, domain: str) -> bool:
    for kind in ("A", "AAAA", "MX", "TXT"):
        if await resolver.look_up(domain, kind):
            return True
    return False


async def _aligned(
    resolver: Resolver, author: str, own: str, rule: Record | None, spf: Spf, signatures: tuple[Signature, ...],
) -> bool:
    passed = [(one.domain, rule.dkim if rule else "r") for one in signatures if one.result == "pass"]
    # A HELO name stands for a bounce, never for a person.
    passed += [(spf.domain, rule.spf if rule else "r")] if spf.result == "pass" and spf.of == "mailfrom" else []
    if any(domain == author for domain, _ in passed):
        return True
    for domain in dict.fromkeys(domain for domain, mode in passed if mode != "s"):
        # Without a record nobody has said that two names are one owner's.
        if rule and _related(domain, own) and organisation(domain, await walk(resolver, domain)) == own:
            return True
    return False


def _related(domain: str, own: str) -> bool:
    return domain == own or domain.endswith("." + own)

"""What a domain has to publish so that others believe our mail, and what it does publish. Pure but for asking."""

import re
from typing import Literal

import msgspec

from farol.channels.email.proof.resolver import Names, Unresolved
from farol.kit.settings import Settings

from .key_store import Key

Found = Literal["right", "missing", "wrong", "unanswered"]


class Record(msgspec.Struct, frozen=True):
    """One line for the domain's zone. purpose: dkim, spf, dmarc or mx. value: empty where only the operator knows it."""

    purpose: str
    name: str
    type: str
    value: str
    key_id: int | None = None


class Checked(msgspec.Struct, frozen=True):
    """What stands there. there: as it was found, cut."""

    record: Record
    found: Found
    there: tuple[str, ...] = ()


def wanted(settings: Settings, domain: str, keys: list[Key]) -> list[Record]:
    """Everything to publish for one domain. keys: those of the domain that are not retired."""
    ours = settings.mail_domain.lower()
    records = [Record("dkim", key.name, "TXT", key.record, key.id) for key in keys if key.state != "retired"]
    records += [Record("dmarc", f"_dmarc.{domain}", "TXT", f"v=DMARC1; p=quarantine; adkim=r; aspf=r; rua=mailto:{settings.mail_from}")]
    if domain == ours:
        # Bounces come back to the domain of reply addresses, so its SPF is the one that counts (RFC 7208, 2.4).
        relay = f" a:{settings.smtp_host}" if "." in settings.smtp_host and not settings.smtp_host[-1].isdigit() else ""
        records += [Record("spf", domain, "TXT", f"v=spf1 mx{relay} -all"), Record("mx", domain, "MX", "")]
    return records


async def check(names: Names, record: Record) -> Checked:
    """Whether it stands there. A server that does not answer says nothing about the record."""
    try:
        there = await names.hosts(record.name) if record.type == "MX" else await names.words(record.name)
    except Unresolved:
        return Checked(record, "unanswered")
    return Checked(record, judged(record, there), tuple(each[:500] for each in there[:5]))


def judged(record: Record, there: list[str]) -> Found:
    """Compares what is to stand there with what does."""
    if record.purpose == "mx":
        return "right" if there else "missing"
    mine = [each for each in there if each.strip().lower().startswith(record.value.partition(" ")[0].rstrip(";").lower())]
    if not mine:
        return "missing"
    if len(mine) > 1:
        return "wrong"  # two records of one kind count as none
    if record.purpose == "dkim":
        return "right" if _tag(mine[0], "p") == _tag(record.value, "p") else "wrong"
    if record.purpose == "dmarc":
        return "right" if _tag(mine[0], "p") in ("quarantine", "reject") else "wrong"
    return "right" if re.search(r"\s[-~]all\s*$", mine[0]) else "wrong"


def _tag(record: str, name: str) -> str:
    found = re.search(rf"(?:^|;)\s*{name}\s*=\s*([^;]*)", record)
    return re.sub(r"\s", "", found.group(1)) if found else ""

"""Articles, their topics, and the rules a text must keep before it is published."""

from datetime import date, datetime

import msgspec

from farol.kit.i18n import Lang, Say

TOPICS: dict[str, Say] = {
    "deposits": Say("充值", "Deposits"),
    "withdrawals": Say("提币", "Withdrawals"),
    "account": Say("账户与安全", "Account and security"),
    "identity": Say("身份认证", "Identity (KYC)"),
    "trading": Say("交易", "Trading"),
    "p2p": Say("C2C", "P2P"),
    "fiat": Say("法币", "Fiat"),
    "products": Say("产品与活动", "Products and campaigns"),
    "legal": Say("费用、报表与法律", "Fees, reports and legal"),
    "service": Say("服务与承诺", "Service and promises"),
}
"""Topic code to name, in the order of the index."""

LONGEST = {"title": 120, "summary": 600, "body": 40_000, "keywords": 600}


class Draft(msgspec.Struct, frozen=True):
    """One language of an article, ready to be published. ``summary`` is the 30-second answer.

    ``related`` holds slugs; ``keywords`` are other words people use for it, searched but not shown.
    """

    slug: str
    category: str
    language: Lang
    title: str
    summary: str
    body: str
    checked_by: str
    checked_on: date
    keywords: str = ""
    related: tuple[str, ...] = ()
    place: int = 0


class Article(msgspec.Struct, frozen=True):
    """The newest published version of one language. ``id`` grows with every publication anywhere."""

    id: int
    slug: str
    category: str
    place: int
    language: Lang
    version: int
    title: str
    summary: str
    body: str
    keywords: str
    related: list[str]
    checked_by: str
    checked_on: date
    published_at: datetime


def faults(draft: Draft) -> list[str]:
    """Why the draft may not be published; empty when it may. Links and live blocks are judged by ``markdown``."""
    found = [f"{name} is longer than {most}" for name, most in LONGEST.items() if len(getattr(draft, name)) > most]
    found += [f"{name} is empty" for name in ("title", "summary", "body") if not getattr(draft, name).strip()]
    if draft.category not in TOPICS:
        found.append(f"unknown topic {draft.category}")
    if "\x00" in draft.title + draft.summary + draft.body + draft.keywords:
        found.append("holds a NUL character")
    return found

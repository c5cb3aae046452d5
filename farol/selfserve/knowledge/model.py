"""Articles, their topics, and the rules a text must keep before it is published."""

import re
from datetime import date, datetime
from typing import Literal

import msgspec

from farol.kit.i18n import LANGS, Lang, Say, Tongue, catalogue

from .audience import Audience
from .faults import Fault

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
"""The topics that come with the product, in the order of the index; editors change them, so pages read ``store.topics``."""

LONGEST = {"title": 120, "summary": 600, "body": 40_000, "keywords": 600}
"""Characters of each part of an article."""
MOST_RELATED = 12
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
CODE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
State = Literal["draft", "in_review", "scheduled"]


class Topic(msgspec.Struct, frozen=True):
    """A branch of the tree of topics. parent: the code of the one above; empty at the top. version: for the next change."""

    id: int
    code: str
    parent: str
    zh: str
    en: str
    place: int
    version: int

    def name(self, lang: Tongue) -> str:
        """What it is called."""
        return catalogue.said(lang, "knowledge", self.zh, self.en)


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
    """The newest published version of one language. ``id`` grows with every publication anywhere.

    Whoever shows it asks ``audience.may_read`` first, leaves it out of search once it has ``expired``, and then says so
    on its page.
    """

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
    article_id: int = 0
    audience: Audience = Audience()
    expires_on: date | None = None

    @property
    def quote(self) -> str:
        """How this very text is referred to for good: ``article:12 en v3``."""
        return f"article:{self.article_id} {self.language} v{self.version}"

    def expired(self, today: date) -> bool:
        """Whether it is out of date by its own word."""
        return self.expires_on is not None and self.expires_on <= today


class Term(msgspec.Struct, frozen=True):
    """A word of the trade with its meaning, in both languages."""

    id: int
    zh: str
    en: str
    meaning_zh: str
    meaning_en: str
    version: int


class Text(msgspec.Struct, frozen=True):
    """The words of one language of an article, wherever they stand: in a draft, a version, or a file."""

    title: str
    summary: str
    body: str
    keywords: str = ""
    related: tuple[str, ...] = ()


def faults(text: Text | Draft, *, whole: bool = True) -> list[Fault]:
    """Why the text may not be stored, or, ``whole``, not be published. Links and live blocks are judged by ``markdown``."""
    found = [Fault("too_long", name, most=most, has=len(getattr(text, name)))
             for name, most in LONGEST.items() if len(getattr(text, name)) > most]  # fmt: skip
    if whole:
        found += [Fault("empty", name) for name in ("title", "summary", "body") if not getattr(text, name).strip()]
    if len(text.related) > MOST_RELATED:
        found.append(Fault("too_long", "related", most=MOST_RELATED, has=len(text.related)))
    found += [Fault("slug", slug[:100]) for slug in text.related if not is_slug(slug)]
    if "\x00" in text.title + text.summary + text.body + text.keywords:
        found.append(Fault("nul"))
    if isinstance(text, Draft):
        found += [] if is_slug(text.slug) else [Fault("slug", text.slug[:100])]
        found += [] if text.language in LANGS else [Fault("language", text.language[:40])]
    return found


def is_code(language: str) -> bool:
    """Whether it looks like the code of a language, such as ``en`` or ``pt-BR``."""
    return len(language) <= 35 and CODE.fullmatch(language) is not None


def is_slug(slug: str) -> bool:
    """Whether it can be the last part of an article's address."""
    return len(slug) <= 80 and SLUG.fullmatch(slug) is not None

"""What readers say of an article."""

from datetime import datetime
from typing import Literal, get_args

import msgspec

from farol.kit.i18n import Say

Reason = Literal["wrong", "outdated", "unclear", "missing", "failed"]
REASONS: tuple[Reason, ...] = get_args(Reason)
NAMES: dict[Reason, Say] = {
    "missing": Say("我的情况没写到", "My case is not covered"),
    "failed": Say("照做了，没解决", "I did what it says; it did not help"),
    "unclear": Say("看不明白", "Hard to understand"),
    "outdated": Say("和现在的页面不一样", "It no longer matches what I see"),
    "wrong": Say("内容有错", "Something in it is wrong"),
}
"""In the order in which they are offered."""
LONGEST = 500


class Feedback(msgspec.Struct, frozen=True):
    """One reader's word on one version, on one day. reason and words: only of who was not helped."""

    helpful: bool
    reason: Reason | None = None
    words: str = ""


class Helped(msgspec.Struct, frozen=True):
    """How often one language of an article helped, since a day."""

    article_id: int
    language: str
    yes: int
    no: int


class Remark(msgspec.Struct, frozen=True):
    """What somebody wrote whom an article did not help."""

    language: str
    version: int
    reason: str | None
    words: str
    at: datetime

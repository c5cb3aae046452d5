"""What becomes of a mail: pure rules, first match wins, and nothing joins a ticket unless all of them say so."""

import re

import msgspec

from . import address
from .model import Mail, same_address
from .store import Target

MOST_AN_HOUR = 40
"""Mails of one sender that become messages in an hour; a person in distress writes a dozen."""

_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")


class Fate(msgspec.Struct, frozen=True):
    """state: ``joined`` or ``opened`` (to be done), ``quarantined`` or ``dropped`` with a reason."""

    state: str
    reason: str = ""


def fate(mail: Mail, *, return_path: str, target: Target | None, ours: bool, taken: int) -> Fate:
    """Decides. target: what the recipient's token stands for, None for the support address.

    ours: From is one of our own addresses. taken: mails of this sender that became messages in the last hour.
    """
    if mail.automatic or not return_path:
        return Fate("dropped", mail.automatic or "null_return_path")
    if ours:
        return Fate("dropped", "own_address")
    if not mail.sender:
        return Fate("quarantined", "from_unclear")
    if target and not same_address(target.recipient, mail.sender):
        return Fate("quarantined", "other_sender")
    if taken >= MOST_AN_HOUR:
        return Fate("quarantined", "too_many")
    if not (mail.text or mail.subject or mail.attachments):
        return Fate("quarantined", "empty")
    if target and target.outsider_id is not None:
        # What was written about a customer to somebody else never opens a ticket.
        return Fate("quarantined", "expired") if target.expired else Fate("joined")
    # An address that has run out still reaches people, as a first letter does.
    return Fate("joined" if target and not target.expired else "opened")


def is_ours(mail: Mail, domain: str, mail_from: str) -> bool:
    """Whether From claims one of our own addresses."""
    return address.is_ours(mail.sender, domain, mail_from)


def language(text: str) -> str:
    """``zh`` for text with Chinese characters and no kana, ``en`` for the rest: the two languages we answer in."""
    return "zh" if len(_HAN.findall(text[:5_000])) >= 2 and not _KANA.search(text[:5_000]) else "en"


def body(words: str, longest: int) -> tuple[str, bool]:
    """The words as one message may hold them, and whether something had to be cut."""
    return (words, False) if len(words) <= longest else (words[: longest - 1].rstrip() + "…", True)

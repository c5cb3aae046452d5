"""What becomes of a mail: pure rules, first match wins, and nothing joins a ticket unless all of them say so."""

import re

import msgspec

from . import address
from .model import Mail, same_address
from .proof.model import Proof
from .store import Target

MOST_AN_HOUR, MOST_A_DAY = 25, 500
"""Mails of one sender that become messages; a person in distress writes a dozen an hour."""
AWAY = frozenset({"auto_submitted", "auto_reply", "auto_subject", "out_of_office", "away"})
"""Reasons of ``reading.automatic`` that a person's absence has."""

_HAN = re.compile(r"[\u4e00-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")


class Fate(msgspec.Struct, frozen=True):
    """state: ``joined`` or ``opened`` (to be done), ``quarantined`` or ``dropped`` with a reason."""

    state: str
    reason: str = ""


def fate(
    mail: Mail, *, return_path: str, target: Target | None, ours: bool, taken: tuple[int, int], proof: Proof | None = None,
    unsigned: str = "quarantine", tricky: bool = False,
) -> Fate:
    """Decides. target: what the recipient's token stands for, None for the support address.

    ours: From is one of our own addresses. taken: mails of this sender that became messages in the last hour, and day. proof: what is
    believed of the mail; None is nothing. tricky: another service asks us to prove an address.
    """
    if mail.automatic or not return_path:
        return Fate("dropped", mail.automatic or "null_return_path")
    if ours:
        return Fate("dropped", "own_address")
    if not mail.sender:
        return Fate("quarantined", "from_unclear")
    if target and not same_address(target.recipient, mail.sender):
        return Fate("quarantined", "other_sender")
    if taken[0] >= MOST_AN_HOUR or taken[1] >= MOST_A_DAY:
        return Fate("quarantined", "too_many")
    if not (mail.text or mail.subject or mail.attachments):
        return Fate("quarantined", "empty")
    if tricky:
        return Fate("quarantined", "verification_mail")
    if target and not (target.expired and target.ticket_id):
        # What was written about a customer to somebody else never opens a ticket.
        doubt = "expired" if target.expired else doubted(proof, unsigned)
        return Fate("quarantined", doubt) if doubt else Fate("joined")
    # An address that has run out still reaches people, as a first letter does. A first letter proves nobody, so it needs no proof; but
    # what its own domain asks others to refuse is refused.
    return Fate("quarantined", "spoofed") if proof and proof.why == "spoofed" else Fate("opened")


def doubted(proof: Proof | None, unsigned: str = "quarantine") -> str:
    """Why nobody may be believed to have written the mail; empty when its domain stands behind it, or may say nothing at all."""
    if proof is None:
        return "undecided"
    return "" if proof.aligned or (proof.why == "unproven" and unsigned == "join") else proof.why


def is_ours(mail: Mail, domain: str, mail_from: str) -> bool:
    """Whether From claims one of our own addresses."""
    return address.is_ours(mail.sender, domain, mail_from)


def language(text: str) -> str:
    """``zh`` for text with Chinese characters and no kana, ``en`` for the rest: the two languages we answer in."""
    return "zh" if len(_HAN.findall(text[:5_000])) >= 2 and not _KANA.search(text[:5_000]) else "en"


def body(words: str, longest: int) -> tuple[str, bool]:
    """The words as one message may hold them, and whether something had to be cut."""
    return (words, False) if len(words) <= longest else (words[: longest - 1].rstrip() + "…", True)


_DATE = r"(\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?|\d{1,2}月\d{1,2}日|\d{1,2}\.? [A-Za-z]{3,9}\.?(?: \d{4})?|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?)"
_UNTIL = re.compile(r"(?:until|till|back (?:on|by)|return(?:ing)?(?: to the office)? on|至|到|直到|до|bis|hasta(?: el)?)\s{0,3}(?:[A-Z][a-z]{5,8},? )?" + _DATE)


def until(text: str) -> str:
    """The day until which somebody says they are away, as they wrote it; empty when they name none."""
    found = _UNTIL.search(text[:2_000])
    return found.group(1).strip() if found else ""


def is_away(mail: Mail, target: Target | None, fate_: Fate) -> bool:
    """Whether a mail that is dropped is the holiday answer of the person whom the ticket's reply address was given to."""
    return fate_.reason in AWAY and target is not None and target.ticket_id is not None and theirs(mail, target)


def theirs(mail: Mail, target: Target) -> bool:
    """Whether From is the mailbox that the reply address was given to."""
    return same_address(target.recipient, mail.sender)

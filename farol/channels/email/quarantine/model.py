"""Nouns of mail that was put aside, and who may let which out. No I/O."""

from datetime import datetime

import msgspec

from farol.channels.email.proof.model import Proof

MOST = 100
"""Shown at once."""
TWO_PEOPLE = frozenset({"spoofed", "unaligned", "other_sender", "from_unclear"})
"""Reasons behind which somebody may pretend to be somebody: who asks for such a mail is not who lets it out."""
SEALED = frozenset({"verification_mail"})
"""Reasons whose mail is never handed out as it came: it holds keys to an account in our name."""
STEPS = (1, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000)
"""How many lie there when people are told; each once a day."""


class Entry(msgspec.Struct, frozen=True):
    """One mail as the list has it. asked_by: who asked to let it out, when that takes two. whole: its bytes are still there."""

    id: int
    at: datetime
    reason: str
    sender: str
    recipient: str
    subject: str
    imitates: str
    ticket_id: int | None
    number: str | None
    asked_by: int | None
    asked_name: str | None
    asked_way: str | None
    whole: bool
    copies: int


class Detail(msgspec.Struct, frozen=True):
    """One mail to look at: words and names only. said, warned: the proof in a sentence, by language. two: letting it out takes two people."""

    entry: Entry
    sender_name: str
    text: str
    files: list[str]
    peer: str
    return_path: str
    proof: Proof | None
    said: dict[str, str] | None
    warned: dict[str, str] | None
    two: bool
    raw: bool


class Count(msgspec.Struct, frozen=True):
    """How many lie there for one reason, and since when the oldest does."""

    reason: str
    count: int
    oldest: datetime


def steps(before: int, now: int) -> int | None:
    """The highest step that was reached between two counts, None for none."""
    return max((step for step in STEPS if before < step <= now), default=None)


def needs_two(reason: str, imitates: str) -> bool:
    """Whether letting a mail out takes a second person."""
    return reason in TWO_PEOPLE or bool(imitates)

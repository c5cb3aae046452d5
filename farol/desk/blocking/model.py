"""Nouns of blocks, and what is heard all the same. No I/O."""

import re
from datetime import datetime

import msgspec

from farol.core.urgency.hear import hear

_COMPLAINT = re.compile(
    r"\b(?:formal )?complain(?:t|ts|ing)\b|\bombudsman\b|\bregulator\b|\bappeal\b|投诉|投訴|申诉|申訴|жалоб|queja|reclama[cç]|plainte|réclamation|khiếu nại|şikayet|민원|불만|苦情|شكوى",
    re.IGNORECASE)
COMPLAINT = "leg.complaint"


def always_heard(words: str, about: dict[str, str] | None) -> bool:
    """Whether these words open a ticket whoever writes them: danger, theft, or a complaint. Rather too often than once too seldom."""
    return bool(hear(words)) or bool(_COMPLAINT.search(words)) or COMPLAINT in (about or {}).values()


class Block(msgspec.Struct, frozen=True):
    """One block with who, when and why, both times. unheard: how much was kept meanwhile. until: None for no end."""

    id: int
    customer_id: int
    name: str
    ticket_id: int
    number: str
    reason: str
    until: datetime | None
    by: str
    at: datetime
    ended_by: str | None
    ended_at: datetime | None
    ended_why: str
    over: bool
    unheard: int


class Unheard(msgspec.Struct, frozen=True):
    """What they wrote meanwhile, without its secrets."""

    id: int
    channel: str
    body: str
    at: datetime

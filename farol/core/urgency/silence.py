"""Where machines keep silent: a ticket in which a person may be in danger."""

from collections.abc import Iterable

from farol.core.urgency.hear import hear
from farol.kit.db import Reads

from . import store
from .problems import HumanOnly

AT_RISK = "care.person_at_risk"
MACHINES = ("system", "assistant")
MOST = 5
"""Of the customer's last messages that are listened to."""


def alone(reason: str | None, words: Iterable[str]) -> bool:
    """Whether only a person may speak, from what was read already. words: the customer's, the newest first."""
    return reason == AT_RISK or hear(*list(words)[:MOST]) == "risk"


async def silent(db: Reads, ticket_id: int) -> bool:
    """Whether only a person may speak to this ticket's customer: by its reason, or by the customer's own last words, which are
    looked at here as well because a machine may be about to answer before anybody set the reason."""
    return bool(await silent_among(db, [ticket_id]))


async def silent_among(db: Reads, ticket_ids: list[int]) -> set[int]:
    """The same for many at once: those in which only a person may speak."""
    return {one.id for one in await store.said(db, ticket_ids, MOST) if alone(one.reason, one.words)}


async def in_care(db: Reads, uid: str) -> bool:
    """Whether the account's owner may be in danger, by an open ticket of theirs: nothing that nobody wrote is sent to them at all."""
    return bool(await db.fetchval(store.IN_CARE, uid, AT_RISK))


async def refuse_machines(db: Reads, kind: str, ticket_id: int) -> None:
    """Raises HumanOnly when the author is a machine and the ticket is for people. kind: of the author."""
    if kind in MACHINES and await silent(db, ticket_id):
        raise HumanOnly

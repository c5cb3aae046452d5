"""To rate a contact."""

from uuid import UUID, uuid5

from farol.core.shield import scrub
from farol.core.tickets.actions import post_message
from farol.core.urgency.silence import silent
from farol.desk import surge
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import Invalid, NotFound

from . import store
from .events import RatingGiven
from .model import LONGEST, UNSOLVED, Contact, Rating
from .problems import NothingToRate

SPACE = UUID("6f1c8f0e-3f8b-4f0c-9f55-0d2f6f4a7c11")
"""Names the message that says a contact is unsolved after the contact, so that it is said once."""


async def asked(kit: Kit, actor: Actor, ticket_id: int) -> Rating:
    """What the customer said of their last contact, or may say now; in a surge without surveys nobody is asked. Raises NotFound."""
    found = await store.contact(kit.db, ticket_id, actor.id)
    if found is None:
        raise NotFound
    mode = await surge.on(kit.db) if found.stars is None else None
    return _shown(found, quiet=(mode is not None and mode.surveys_off) or (found.stars is None and await silent(kit.db, ticket_id)))


async def rate(kit: Kit, actor: Actor, ticket_id: int, *, stars: int, comment: str, solved: bool | None) -> Rating:
    """Rates the contact that was resolved last; once more changes it. Not solved reopens the ticket with the customer's words.

    Raises NotFound, NothingToRate, Invalid.
    """
    if not 1 <= stars <= 5 or len(comment) > LONGEST or "\0" in comment:
        raise Invalid(errors=[{"field": "stars" if not 1 <= stars <= 5 else "comment", "why": "not possible"}])
    words = scrub(comment.strip()).text
    async with db.transaction(kit.db) as tx:
        found = await store.contact(tx, ticket_id, actor.id, lock=True)
        if found is None:
            raise NotFound
        if found.open_until is None or found.resolved_at is None or await silent(tx, ticket_id):
            raise NothingToRate
        seq = await store.rate(tx, found, found.resolved_at, stars, words, solved)
        await emit(tx, f"ticket:{ticket_id}", actor, RatingGiven(stars, solved), seq=seq)
    await wake(kit.bus, f"ticket:{ticket_id}", seq)
    if solved is False and found.status == "resolved":
        said = uuid5(SPACE, f"{ticket_id} {found.resolved_at.isoformat()}")
        lead = UNSOLVED["zh" if found.language.startswith("zh") else "en"]
        await post_message(kit, actor, ticket_id, client_id=said, body=f"{lead} {words}".strip())
    return Rating(True, stars, words, solved, found.open_until)


def _shown(found: Contact, *, quiet: bool) -> Rating:
    return Rating(found.open_until is not None and not quiet, found.stars, found.comment or "", found.solved, found.open_until)

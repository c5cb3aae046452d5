"""A customer who pasted a secret is told at once what to do."""

from uuid import UUID

from farol.core.shield import advice
from farol.core.tickets import frames
from farol.core.tickets.model import Draft
from farol.core.urgency.silence import silent
from farol.kit.core import Kit
from farol.kit.events import wake
from farol.kit.permission import SYSTEM, Actor

from .words import Poster


def advised(actor: Actor, removed: tuple[str, ...]) -> str | None:
    """What to do about these kinds of secrets, in the customer's language; None for nothing."""
    return advice(removed, actor.language) if removed and actor.kind == "customer" else None


async def warn(kit: Kit, ticket_id: int, cause: UUID, actor: Actor, removed: tuple[str, ...]) -> str | None:
    """A customer who pasted a secret is told at once what to do, in the ticket, where it stays readable."""
    text = None if await silent(kit.db, ticket_id) else advised(actor, removed)
    if text:
        draft = Draft(ticket_id, UUID(int=cause.int ^ 1), "system", 0, text, False, "webchat", (), (), None)
        outcome = await kit.get(Poster).put(draft)
        if outcome.outcome == "new" and outcome.seq is not None:
            await wake(kit.bus, f"ticket:{ticket_id}", outcome.seq, *frames.posted(draft, outcome, SYSTEM))
    return text

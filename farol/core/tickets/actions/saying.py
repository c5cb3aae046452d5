"""Saying something in a ticket."""

from uuid import UUID

import msgspec

from farol.core.tickets import frames, merged_store, posting
from farol.core.tickets.checks import Heard, check_heard, check_said
from farol.core.tickets.model import Draft, Outcome, Posted
from farol.core.tickets.problems import ClientIdReused, Merged, Stale, TicketClosed
from farol.core.tickets.thanks import is_thanks
from farol.core.urgency.silence import refuse_machines
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotAllowed, NotFound

from .warning import advised, warn
from .words import Poster, clean


async def post_message(
    kit: Kit, actor: Actor, ticket_id: int, *, client_id: UUID, body: str, internal: bool = False,
    files: list[UUID] | None = None, channel: str = "webchat", seen: int | None = None, takes: bool = True,
    answers: bool = False,
) -> Posted:
    """Says something in a ticket; returns once it is committed. Sending the same again is harmless.

    A customer writes in their own tickets, which reopens them unless it is mere thanks; staff need the right to reply or to note.
    takes: public words of staff make the ticket theirs, if nobody has it. answers: the assistant's make its customer wait no more; in a ticket
    that somebody has they are Stale. A customer's words in a merged ticket are said where it goes on.
    Raises NotFound, TicketClosed, Merged, ClientIdReused, Stale, Empty, TooLong, TooManyFiles, for machines HumanOnly, for customers CustomerBlocked.
    """
    if actor.kind == "customer":
        internal = False
    elif actor.kind == "staff" and not actor.may(Can.TICKET_NOTE if internal else Can.TICKET_REPLY):
        raise NotAllowed
    elif not internal:
        await refuse_machines(kit.db, actor.kind, ticket_id)
    text, removed = clean(body, files or [])
    await check_said(kit.db, actor, ticket_id, text, internal=internal, client_id=client_id)
    if actor.kind == "customer":
        await check_heard(kit, Heard(actor.id, ticket_id, client_id, text, channel))
    draft = Draft(
        ticket_id, client_id, actor.kind, actor.id, text, internal, channel, tuple(files or ()), removed, seen,
        thanks=actor.kind == "customer" and not files and is_thanks(text), takes=takes and actor.kind == "staff" and not internal,
        answers=answers and actor.kind == "assistant" and not internal)
    outcome = await kit.get(Poster).put(draft)
    if outcome.outcome == "closed" and (into := await _goes_on(kit.db, actor, ticket_id)):
        posted = await post_message(kit, actor, into, client_id=client_id, body=body, files=files, channel=channel)
        return msgspec.structs.replace(posted, ticket=posted.ticket or into)
    if outcome.outcome in ("refused", "conflict", "closed", "stale") or outcome.seq is None or outcome.at is None:
        raise _refusal(outcome)
    if outcome.outcome == "new":
        await wake(kit.bus, f"ticket:{ticket_id}", outcome.seq, *frames.posted(draft, outcome, actor))
    notice = await warn(kit, ticket_id, client_id, actor, removed) if removed and outcome.outcome == "new" else advised(actor, removed)
    return Posted(outcome.seq, outcome.at, outcome.outcome, list(removed), notice)


async def say(
    tx: db.Tx, actor: Actor, ticket_id: int, *, client_id: UUID, body: str, channel: str, takes: bool = False, files: tuple[UUID, ...] = (),
    seen: int | None = None, answers: bool = False,
) -> tuple[Outcome, tuple[bytes, ...]]:
    """Public words of staff, or the assistant's, inside a larger verb's transaction: what became of them, and the frames to wake screens with.

    takes: they make the ticket the speaker's, if nobody has it. answers: as with ``post_message``. Run the transaction by ``db.again`` with ``UNIQUE``. Raises like ``post_message``.
    """
    if not actor.may(Can.TICKET_REPLY):
        raise NotAllowed
    await refuse_machines(tx, actor.kind, ticket_id)
    text, removed = clean(body, list(files))
    await check_said(tx, actor, ticket_id, text, client_id=client_id)
    draft = Draft(ticket_id, client_id, actor.kind, actor.id, text, False, channel, files, removed, seen, takes=takes and actor.kind == "staff",
        answers=answers and actor.kind == "assistant")
    outcome = (await posting.post(tx, [draft]))[0]
    if outcome.outcome == "closed":
        await _goes_on(tx, actor, ticket_id)
    if outcome.outcome not in ("new", "again"):
        raise _refusal(outcome)
    return outcome, frames.posted(draft, outcome, actor)


async def _goes_on(reads: db.Reads, actor: Actor, ticket_id: int) -> int | None:
    """Where a customer's words in a closed ticket belong, None for nowhere. Raises Merged, for staff, when it was merged."""
    found = await merged_store.goes_on(reads, ticket_id)
    if found is None or found.id == ticket_id:
        return None
    if actor.kind != "customer":
        raise Merged(into=found.number)
    return found.id if found.customer_id == actor.id else None


def _refusal(outcome: Outcome) -> Exception:
    if outcome.outcome == "stale":
        return Stale(last_public_seq=outcome.seq)
    return {"conflict": ClientIdReused, "closed": TicketClosed}.get(outcome.outcome, NotFound)()

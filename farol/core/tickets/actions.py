"""Every verb on a ticket. Words pass the shield before anything else sees them."""

from functools import partial
from typing import Any
from uuid import UUID

from farol.core.shield import advice, scrub
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor, Can
from farol.kit.problem import Conflict, Invalid, NotAllowed, NotFound

from . import frames, posting, store
from .events import TicketChanged, TicketRead
from .model import (
    LONGEST,
    MOST_FILES,
    SEVERITIES,
    STATUSES,
    Change,
    Draft,
    Opened,
    Outcome,
    Posted,
    headline,
    shorten,
)
from .problems import ClientIdReused, Empty, Stale, TicketClosed, TooLong, TooManyFiles

UNIQUE = ("message_client", "message_pkey", "event_stream_seq", "ticket_opening")


class Poster(db.GroupCommit[Draft, Outcome]):
    """Posts the messages of this process in groups."""

    def __init__(self, pool: Any) -> None:
        async def write(drafts: list[Draft]) -> list[Outcome]:
            return await db.again(partial(posting.post, pool, drafts), *UNIQUE)

        super().__init__(write)


def _clean(body: str, files: list[UUID]) -> tuple[str, tuple[str, ...]]:
    if len(body) > LONGEST:
        raise TooLong(most=LONGEST)
    if "\0" in body:
        raise Invalid(errors=[{"field": "body", "why": "holds a NUL character"}])
    if len(files) > MOST_FILES:
        raise TooManyFiles(most=MOST_FILES)
    if not files and not body.strip():
        raise Empty
    found = scrub(body.strip())
    return found.text, found.removed


async def post_message(
    kit: Kit, actor: Actor, ticket_id: int, *, client_id: UUID, body: str, internal: bool = False,
    files: list[UUID] | None = None, channel: str = "webchat", seen: int | None = None,
) -> Posted:
    """Says something in a ticket; returns once it is committed. Sending the same again is harmless.

    A customer writes in their own tickets, which reopens them; staff need the right to reply or to note.
    Raises NotFound, TicketClosed, ClientIdReused, Stale, Empty, TooLong, TooManyFiles.
    """
    if actor.kind == "customer":
        internal = False
    elif actor.kind == "staff" and not actor.may(Can.TICKET_NOTE if internal else Can.TICKET_REPLY):
        raise NotAllowed
    text, removed = _clean(body, files or [])
    draft = Draft(ticket_id, client_id, actor.kind, actor.id, text, internal, channel, tuple(files or ()), removed, seen)
    outcome = await kit.get(Poster).put(draft)
    if outcome.outcome in ("refused", "conflict", "closed", "stale") or outcome.seq is None or outcome.at is None:
        raise _refusal(outcome)
    if outcome.outcome == "new":
        await wake(kit.bus, f"ticket:{ticket_id}", outcome.seq, *frames.posted(draft, outcome, actor))
    notice = await _warn(kit, ticket_id, client_id, actor, removed) if removed and outcome.outcome == "new" else _advice(actor, removed)
    return Posted(outcome.seq, outcome.at, outcome.outcome, list(removed), notice)


async def say(tx: db.Tx, actor: Actor, ticket_id: int, *, client_id: UUID, body: str, channel: str) -> tuple[Outcome, tuple[bytes, ...]]:
    """Public words of staff inside a larger verb's transaction: what became of them, and the frames to wake screens with.

    Run the transaction by ``db.again`` with ``UNIQUE``. Raises like ``post_message``.
    """
    if not actor.may(Can.TICKET_REPLY):
        raise NotAllowed
    text, removed = _clean(body, [])
    draft = Draft(ticket_id, client_id, actor.kind, actor.id, text, False, channel, (), removed, None)
    outcome = (await posting.post(tx, [draft]))[0]
    if outcome.outcome not in ("new", "again"):
        raise _refusal(outcome)
    return outcome, frames.posted(draft, outcome, actor)


def _refusal(outcome: Outcome) -> Exception:
    if outcome.outcome == "stale":
        return Stale(last_public_seq=outcome.seq)
    return {"conflict": ClientIdReused, "closed": TicketClosed}.get(outcome.outcome, NotFound)()


def _advice(actor: Actor, removed: tuple[str, ...]) -> str | None:
    return advice(removed, actor.language) if removed and actor.kind == "customer" else None


async def _warn(kit: Kit, ticket_id: int, cause: UUID, actor: Actor, removed: tuple[str, ...]) -> str | None:
    """A customer who pasted a secret is told at once what to do, in the ticket, where it stays readable."""
    text = _advice(actor, removed)
    if text:
        draft = Draft(ticket_id, UUID(int=cause.int ^ 1), "system", 0, text, False, "webchat", (), (), None)
        outcome = await kit.get(Poster).put(draft)
        if outcome.outcome == "new" and outcome.seq is not None:
            await wake(kit.bus, f"ticket:{ticket_id}", outcome.seq, *frames.posted(draft, outcome, SYSTEM))
    return text


async def open_ticket(
    kit: Kit, actor: Actor, *, client_id: UUID, body: str, files: list[UUID] | None = None, channel: str = "webchat",
    language: str = "en", about: dict[str, str] | None = None, subject: str | None = None,
) -> Opened:
    """A new ticket of the acting customer, with its first message. The same client_id opens it only once.

    subject: the first words of the message when not given. Raises NotFound when a file is not the customer's own.
    """
    text, removed = _clean(body, files or [])
    title = headline(scrub(subject).text if subject else text) or "—"
    found = await db.again(
        lambda: posting.open_ticket(
            kit.db, customer_id=actor.id, client_id=client_id, subject=title, channel=channel, body=text,
            files=tuple(files or ()), removed=removed, language=language, about=about),
        *UNIQUE)
    if found is None:
        raise NotFound
    ticket_id, number, outcome = found
    if outcome.outcome == "conflict":
        raise ClientIdReused
    assert outcome.seq is not None
    assert outcome.at is not None
    notice = _advice(actor, removed)
    if outcome.outcome == "new":
        await wake(kit.bus, f"ticket:{ticket_id}", outcome.seq)
        if removed:
            notice = await _warn(kit, ticket_id, client_id, actor, removed)
    return Opened(ticket_id, number, Posted(outcome.seq, outcome.at, outcome.outcome, list(removed), notice))


async def change_ticket(kit: Kit, actor: Actor, ticket_id: int, version: int, change: Change) -> tuple[int, int]:
    """Sets fields, if nobody did meanwhile: new seq and version. Raises Conflict, NotFound, Invalid."""
    fields = change.fields()
    if not fields:
        raise Invalid(errors=[{"field": "", "why": "nothing to change"}])
    if fields.get("status", "open") not in STATUSES or fields.get("severity", "P3") not in SEVERITIES:
        raise Invalid(errors=[{"field": "status" if "status" in fields else "severity", "why": "not one of the known values"}])
    if "subject" in fields:
        fields["subject"] = shorten(scrub(fields["subject"]).text, 200) or "—"
    async with db.transaction(kit.db) as tx:
        done = await store.change(tx, ticket_id, version, fields)
        if done is None:
            raise Conflict if await store.ticket(tx, ticket_id) else NotFound
        seq, new_version = done
        await emit(tx, f"ticket:{ticket_id}", actor, TicketChanged(fields, new_version), public="status" in fields, seq=seq)
    await wake(kit.bus, f"ticket:{ticket_id}", seq)
    return seq, new_version


async def mark_read(kit: Kit, actor: Actor, ticket_id: int, upto: int) -> None:
    """The actor has seen everything up to a seq. Moving backwards does nothing. Raises NotFound."""
    async with db.transaction(kit.db) as tx:
        done = await store.read(tx, ticket_id, actor.kind, actor.id, upto)
        if done is None:
            ids = [ticket_id]
            if not await (store.owned(tx, ids, actor.id) if actor.kind == "customer" else store.existing(tx, ids)):
                raise NotFound
            return
        seq, mark = done
        await emit(tx, f"ticket:{ticket_id}", actor, TicketRead(actor.kind, actor.id, mark), public=True, seq=seq)
    await wake(kit.bus, f"ticket:{ticket_id}", seq)



"""Every verb on a ticket. Words pass the shield before anything else sees them."""

from functools import partial
from typing import Any
from uuid import UUID

import msgspec

from farol.core.shield import advice, scrub
from farol.core.urgency.silence import refuse_machines, silent
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor, Can
from farol.kit.problem import Conflict, Invalid, NotAllowed, NotFound

from . import frames, merged_store, posting, store
from .checks import CHECKS, check_words
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
    Stage,
    headline,
    shorten,
)
from .problems import ClientIdReused, Empty, Merged, Stale, TicketClosed, TooLong, TooManyFiles
from .thanks import is_thanks

UNIQUE = ("message_client", "message_pkey", "event_stream_seq", "ticket_opening")


class Poster(db.GroupCommit[Draft, Outcome]):
    """Posts the messages of this process in groups."""

    def __init__(self, pool: Any) -> None:
        async def write(drafts: list[Draft]) -> list[Outcome]:
            return await db.again(partial(posting.post, pool, drafts), *UNIQUE)

        super().__init__(write)


def clean(body: str, files: list[UUID]) -> tuple[str, tuple[str, ...]]:
    """Words as they may be stored, and the kinds of secrets that were masked in them. Raises TooLong, TooManyFiles, Empty, Invalid."""
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
    files: list[UUID] | None = None, channel: str = "webchat", seen: int | None = None, takes: bool = True,
) -> Posted:
    """Says something in a ticket; returns once it is committed. Sending the same again is harmless.

    A customer writes in their own tickets, which reopens them unless it is mere thanks; staff need the right to reply or to note.
    takes: public words of staff make the ticket theirs, if nobody has it. A customer's words in a merged ticket are said where it goes on.
    Raises NotFound, TicketClosed, Merged, ClientIdReused, Stale, Empty, TooLong, TooManyFiles, and for machines HumanOnly.
    """
    if actor.kind == "customer":
        internal = False
    elif actor.kind == "staff" and not actor.may(Can.TICKET_NOTE if internal else Can.TICKET_REPLY):
        raise NotAllowed
    elif not internal:
        await refuse_machines(kit.db, actor.kind, ticket_id)
    text, removed = clean(body, files or [])
    check_words(actor, text, internal=internal)
    draft = Draft(
        ticket_id, client_id, actor.kind, actor.id, text, internal, channel, tuple(files or ()), removed, seen,
        thanks=actor.kind == "customer" and not files and is_thanks(text), takes=takes and actor.kind == "staff" and not internal)
    outcome = await kit.get(Poster).put(draft)
    if outcome.outcome == "closed" and (into := await _goes_on(kit.db, actor, ticket_id)):
        posted = await post_message(kit, actor, into, client_id=client_id, body=body, files=files, channel=channel)
        return msgspec.structs.replace(posted, ticket=posted.ticket or into)
    if outcome.outcome in ("refused", "conflict", "closed", "stale") or outcome.seq is None or outcome.at is None:
        raise _refusal(outcome)
    if outcome.outcome == "new":
        await wake(kit.bus, f"ticket:{ticket_id}", outcome.seq, *frames.posted(draft, outcome, actor))
    notice = await _warn(kit, ticket_id, client_id, actor, removed) if removed and outcome.outcome == "new" else _advice(actor, removed)
    return Posted(outcome.seq, outcome.at, outcome.outcome, list(removed), notice)


async def say(
    tx: db.Tx, actor: Actor, ticket_id: int, *, client_id: UUID, body: str, channel: str, takes: bool = False, files: tuple[UUID, ...] = (),
    seen: int | None = None,
) -> tuple[Outcome, tuple[bytes, ...]]:
    """Public words of staff inside a larger verb's transaction: what became of them, and the frames to wake screens with.

    takes: they make the ticket the speaker's, if nobody has it. Run the transaction by ``db.again`` with ``UNIQUE``. Raises like ``post_message``.
    """
    if not actor.may(Can.TICKET_REPLY):
        raise NotAllowed
    await refuse_machines(tx, actor.kind, ticket_id)
    text, removed = clean(body, list(files))
    check_words(actor, text, internal=False)
    draft = Draft(ticket_id, client_id, actor.kind, actor.id, text, False, channel, files, removed, seen, takes=takes and actor.kind == "staff")
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


def _advice(actor: Actor, removed: tuple[str, ...]) -> str | None:
    return advice(removed, actor.language) if removed and actor.kind == "customer" else None


async def _warn(kit: Kit, ticket_id: int, cause: UUID, actor: Actor, removed: tuple[str, ...]) -> str | None:
    """A customer who pasted a secret is told at once what to do, in the ticket, where it stays readable."""
    text = None if await silent(kit.db, ticket_id) else _advice(actor, removed)
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
    text, removed = clean(body, files or [])
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
    """Sets fields, if nobody did meanwhile: new seq and version. Raises like ``change_in``."""
    async def run() -> tuple[int, int]:
        async with db.transaction(kit.db) as tx:
            return await change_in(tx, actor, ticket_id, change, version)

    seq, new_version = await db.again(run)
    await wake(kit.bus, f"ticket:{ticket_id}", seq)
    return seq, new_version


async def change_in(tx: db.Tx, actor: Actor, ticket_id: int, change: Change, version: int | None = None) -> tuple[int, int]:
    """Sets fields inside a larger verb's transaction, which wakes ``ticket:ID`` after its commit: new seq and version.

    version: the one that was seen; None to set them whatever happened meanwhile.
    Raises Conflict with who changed it and what stands now, Merged, NotFound, Invalid, and what a check of the new status raises.
    """
    fields = change.fields()
    if not fields:
        raise Invalid(errors=[{"field": "", "why": "nothing to change"}])
    stage = await _stage(tx, fields)
    if fields.get("status", "open") not in STATUSES or fields.get("severity", "P3") not in SEVERITIES:
        raise Invalid(errors=[{"field": "status" if "status" in fields else "severity", "why": "not one of the known values"}])
    if "subject" in fields:
        fields["subject"] = shorten(scrub(fields["subject"]).text, 200) or "—"
    done = await store.change(tx, ticket_id, version, fields)
    if done is None:
        raise await _changed_meanwhile(tx, ticket_id, fields)
    if "status" in fields and done.was_in and not stage:
        fields["stage"] = None
    if stage and fields["status"] == done.was:
        del fields["status"]
    if fields.get("status", done.was) != done.was:
        for check in CHECKS:
            await check(tx, actor, ticket_id, fields["status"])
    event = TicketChanged(fields, done.version, stage.shown if stage else {})
    await emit(tx, f"ticket:{ticket_id}", actor, event, public=bool(fields.keys() & {"status", "stage"}), seq=done.seq)
    return done.seq, done.version


async def _stage(tx: db.Tx, fields: dict[str, Any]) -> Stage | None:
    """The stage that is to be set; it brings its status."""
    if not fields.get("stage"):
        return None
    found = await store.stage(tx, fields["stage"])
    if found is None or fields.get("status", found.category) != found.category:
        raise Invalid(errors=[{"field": "stage", "why": "no such stage" if found is None else f"a stage of {found.category}"}])
    fields["status"] = found.category
    return found


async def _changed_meanwhile(tx: db.Tx, ticket_id: int, fields: dict[str, Any]) -> Exception:
    row = await store.ticket(tx, ticket_id)
    if row is None:
        return NotFound()
    if (into := await merged_store.goes_on(tx, ticket_id)) and into.id != ticket_id:
        return Merged(into=into.number)
    by = await store.changed_by(tx, ticket_id)
    return Conflict(version=row.version, now={name: getattr(row, name) for name in fields}, by=by[1] if by else "")


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



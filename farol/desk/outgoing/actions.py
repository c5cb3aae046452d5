"""Holding a reply, taking it back, and saying it once its time has come."""

from uuid import UUID

import msgspec

from farol.core.live.personal import tell
from farol.core.notices.actions import notify
from farol.core.people import actions as people
from farol.core.preferences import store as preferences
from farol.core.tickets import actions as tickets
from farol.core.tickets import store as ticket_store
from farol.core.tickets import visibility
from farol.core.tickets.checks import check_said
from farol.core.tickets.model import STATUSES, Change
from farol.core.tickets.problems import ClientIdReused, Stale
from farol.desk.drafts import store as drafts
from farol.kit.core import Kit
from farol.kit.db import Tx, again, transaction
from farol.kit.events import wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import Invalid, NotAllowed, NotFound, Problem

from . import store
from .model import Outgoing, Written, wait_s
from .problems import AlreadySent

CHANNEL = "console"


async def hold(kit: Kit, actor: Actor, ticket_id: int, written: Written) -> Outgoing:
    """Keeps a reply until its time has come; without a wait it is said before this returns. The same client_id holds it once.

    Its draft is forgotten in the same transaction. Raises NotFound, NotAllowed, Invalid, ClientIdReused, Empty, TooLong, TooManyFiles,
    and what a check of the words raises.
    """
    if not actor.may(Can.TICKET_REPLY) or (written.status and not actor.may(Can.TICKET_CHANGE)):
        raise NotAllowed
    if written.status is not None and written.status not in STATUSES:
        raise Invalid(errors=[{"field": "status", "why": "not one of the known values"}])
    body, removed = tickets.clean(written.body, written.files)
    await check_said(kit.db, actor, ticket_id, body, client_id=written.client_id)
    async with transaction(kit.db) as tx:
        wait = wait_s((await preferences.preferences(tx, actor.id)).undo_send_s, live=written.live)
        fresh = await store.hold(tx, actor.id, ticket_id, written, body, list(removed), wait)
        await drafts.drop(tx, actor.id, ticket_id, "reply")
        found = await store.one(tx, written.client_id)
        if found is None:
            raise NotFound
        owner, kept = found
        if (owner, kept.ticket_id) != (actor.id, ticket_id) or (not fresh and kept.state == "held" and kept.body != body):
            raise ClientIdReused
    if fresh and not wait:
        await deliver(kit, written.client_id)
        return await _again(kit, written.client_id)
    await _show(kit, actor.id, kept)
    return kept


async def take_back(kit: Kit, actor: Actor, client_id: UUID) -> None:
    """The author has the words again and nothing is sent. Raises NotFound, AlreadySent."""
    if await store.take_back(kit.db, client_id, actor.id) is None:
        raise await _too_late(kit, actor, client_id)
    await _show(kit, actor.id, await _again(kit, client_id))


async def send_now(kit: Kit, actor: Actor, client_id: UUID, seen: int | None = None) -> Outgoing:
    """Does not wait any longer; also a failed one once more, or a stale one whose author has now seen more. Raises NotFound, AlreadySent."""
    if not await store.now(kit.db, client_id, actor.id, seen):
        raise await _too_late(kit, actor, client_id)
    await deliver(kit, client_id)
    return await _again(kit, client_id)


async def _too_late(kit: Kit, actor: Actor, client_id: UUID) -> Problem:
    found = await store.one(kit.db, client_id)
    return AlreadySent() if found and found[0] == actor.id and found[1].state == "sent" else NotFound()


async def _again(kit: Kit, client_id: UUID) -> Outgoing:
    found = await store.one(kit.db, client_id)
    if found is None:
        raise NotFound
    return found[1]


async def deliver(kit: Kit, client_id: UUID) -> None:
    """Says a reply whose time has come, once however many processes do this, and sets the status with it.

    Its author's earlier replies in the ticket that are due go before it: they are read in the order in which they were written.
    What the ticket refuses goes back to its author, who is told: nothing was sent.
    """
    while await _next(kit, client_id) not in (None, client_id):
        pass


async def _next(kit: Kit, client_id: UUID) -> UUID | None:
    """Says the first of the line up to this reply: which it was, None when there is nothing to say."""
    claimed: store.Claimed | None = None

    async def run() -> tuple[int, int, int, tuple[bytes, ...]] | None:
        nonlocal claimed
        async with transaction(kit.db) as tx:
            claimed = await store.claim(tx, client_id)
            return await _say(tx, claimed) if claimed else None

    try:
        done = await again(run, *tickets.UNIQUE)
    except Problem as problem:
        if claimed is None:
            raise
        await _give_back(kit, claimed.client_id, problem)
        return claimed.client_id
    if done is None or claimed is None:
        return None
    staff_id, ticket_id, seq, shown = done
    await wake(kit.bus, f"ticket:{ticket_id}", seq, *shown)
    await _show(kit, staff_id, await _again(kit, claimed.client_id))
    return claimed.client_id


async def _say(tx: Tx, claimed: store.Claimed) -> tuple[int, int, int, tuple[bytes, ...]]:
    """The author, the ticket, its last seq, and frames for screens where one event was all."""
    actor = await people.acting(tx, claimed.staff_id)
    if actor is None or not await visibility.may_see(tx, actor, claimed.ticket_id):
        raise NotAllowed
    last = await store.last_words(tx, claimed.ticket_id)
    if claimed.seen is not None and last > claimed.seen:
        raise Stale(last_public_seq=last)
    outcome, shown = await tickets.say(
        tx, actor, claimed.ticket_id, client_id=claimed.client_id, body=claimed.body, channel=CHANNEL, takes=True, files=tuple(claimed.files))
    assert outcome.seq is not None
    await store.sent(tx, claimed.client_id, outcome.seq)
    row = await ticket_store.ticket(tx, claimed.ticket_id) if claimed.status else None
    if claimed.status and row and row.status != claimed.status:
        if not actor.may(Can.TICKET_CHANGE):
            raise NotAllowed
        seq, _ = await tickets.change_in(tx, actor, claimed.ticket_id, Change(status=claimed.status))
        return actor.id, claimed.ticket_id, seq, ()
    return actor.id, claimed.ticket_id, outcome.seq, shown


TITLES = {
    "stale": {"en": "Not sent: {name} wrote first. Your reply to {number} is kept", "zh": "没有发出：{name} 先说了一句。{number} 的回复还在"},
    "failed": {"en": "Not sent: your reply to {number} is kept", "zh": "没有发出：{number} 的回复还在"},
}


async def _give_back(kit: Kit, client_id: UUID, problem: Problem) -> None:
    state = "stale" if isinstance(problem, Stale) else "failed"
    async with transaction(kit.db) as tx:
        whose = await store.give_back(tx, client_id, state, problem.code)
        if whose is None:
            return
        staff_id, ticket_id = whose
        number, name = await store.about(tx, ticket_id)
        title = {lang: text.format(number=number, name=name or number) for lang, text in TITLES[state].items()}
        kept = await store.one(tx, client_id)
        assert kept
        # Each time it comes back is news of its own.
        key = f"outgoing:{client_id}:{kept[1].due_at.isoformat()}"
        await notify(tx, [staff_id], "words", ticket_id=ticket_id, title=title, key=key)
    await _show(kit, staff_id, kept[1])


async def _show(kit: Kit, staff_id: int, item: Outgoing) -> None:
    """Every screen of the author follows."""
    await tell(kit.bus, "staff", staff_id, msgspec.json.encode({"t": "outgoing", "item": item}))

"""What staff do with an opinion: say what it is about, take it, settle it, make a ticket of it, put an author aside."""

from uuid import NAMESPACE_URL, uuid5

from farol.channels.messengers.people import actor as customer
from farol.channels.opinions import store
from farol.channels.opinions.actions.gathering import ticketed
from farol.channels.opinions.events import AuthorMuted, OpinionAssigned, OpinionMarked, OpinionSettled
from farol.channels.opinions.problems import NotAnswerable, TicketThere
from farol.core.customers import store as customers
from farol.core.tickets import actions as tickets
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import Event, emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound


async def mark(kit: Kit, actor: Actor, id_: int, mood: str, topic: str) -> None:
    """A person's word stands over what was read from the words alone. Raises NotFound."""
    async with transaction(kit.db) as tx:
        await _there(tx, id_)
        await tx.execute(store.MARK, id_, mood, topic, actor.id)
        seq = await _emit(tx, actor, id_, OpinionMarked(mood, topic))
    await wake(kit.bus, f"opinion:{id_}", seq)


async def assign(kit: Kit, actor: Actor, id_: int, staff_id: int | None) -> None:
    """Somebody looks after it, or nobody. Raises NotFound."""
    async with transaction(kit.db) as tx:
        await _there(tx, id_)
        if staff_id is not None and await tx.fetchval(store.STAFF, staff_id) is None:
            raise NotFound
        await tx.execute(store.ASSIGN, id_, staff_id)
        seq = await _emit(tx, actor, id_, OpinionAssigned(staff_id))
    await wake(kit.bus, f"opinion:{id_}", seq)


async def settle(kit: Kit, actor: Actor, id_: int, settled: bool) -> None:
    """Nothing more is to be done; or there is after all. Raises NotFound."""
    async with transaction(kit.db) as tx:
        opinion = await _there(tx, id_)
        if opinion.state == ("settled" if settled else "open"):
            return
        await tx.execute(store.SET_STATE, id_, "settled" if settled else "open")
        seq = await _emit(tx, actor, id_, OpinionSettled(settled))
    await wake(kit.bus, f"opinion:{id_}", seq)


async def make_ticket(kit: Kit, actor: Actor, id_: int) -> int:
    """A ticket of a visitor of its own, for what came from somewhere that nobody can be written to. Raises NotFound, TicketThere."""
    async with transaction(kit.db) as tx:
        opinion = await _there(tx, id_)
        if opinion.ticket_id:
            raise TicketThere
    visitor = await customers.add_visitor(kit.db, opinion.author, "", opinion.language if opinion.language != "und" else "en")
    name = uuid5(NAMESPACE_URL, f"farol:opinion:{id_}")
    body = f"{opinion.body}\n\n{opinion.link}".strip()
    opened = await tickets.open_ticket(
        kit, customer(visitor, name=opinion.author), client_id=name, body=body, channel=opinion.source, language=opinion.language)
    await ticketed(kit, id_, opened.id)
    return opened.id


async def mute(kit: Kit, actor: Actor, id_: int, why: str, on: bool) -> None:
    """What this author says is put aside from now on, or no longer. Raises NotFound, NotAnswerable for an author nobody knows."""
    async with transaction(kit.db) as tx:
        opinion = await _there(tx, id_)
        if not opinion.author_id:
            raise NotAnswerable
        of = (opinion.source, opinion.author_id)
        if on:
            await tx.execute(store.MUTE, *of, actor.id, why)
        else:
            await tx.execute(store.UNMUTE, *of)
        await tx.execute(store.MUTED if on else store.UNMUTED, *of)
        seq = await _emit(tx, actor, id_, AuthorMuted(on, why))
    await wake(kit.bus, f"opinion:{id_}", seq)


async def _there(tx: Tx, id_: int) -> store.Opinion:
    found = await store.locked(tx, id_)
    if found is None:
        raise NotFound
    return found


async def _emit(tx: Tx, actor: Actor, id_: int, event: Event) -> int:
    return await emit(tx, f"opinion:{id_}", actor, event)

"""Linking two tickets, and taking a link away."""

from farol.core.tickets import visibility
from farol.core.tickets.log_store import bump
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Event, emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from . import store
from .events import TicketLinked, TicketUnlinked
from .model import BACK, MOST, Kind, Link, Side
from .problems import LinkCircle, LinkedAlready, LinkToItself, TooManyLinks

FORWARD: dict[Side, tuple[Kind, bool]] = {
    "related": ("related", True), "caused_by": ("caused_by", True), "causes": ("caused_by", False),
    "follow_up": ("follow_up", True), "followed_by": ("follow_up", False)}
"""What kind of link a side stands for, and whether it points away from the ticket that reads it."""


async def link(kit: Kit, actor: Actor, ticket_id: int, other: int | str, side: Side) -> list[Link]:
    """Links a ticket to another, by its id or number, as the ticket reads it: all its links.

    Raises NotFound, also for what the actor may not see, LinkToItself, LinkedAlready, LinkCircle, TooManyLinks.
    """
    other_id = await store.numbered(kit.db, other) if isinstance(other, str) else other
    if other_id is None or len(await visibility.seen(kit.db, actor, [ticket_id, other_id])) < len({ticket_id, other_id}):
        raise NotFound
    if other_id == ticket_id:
        raise LinkToItself
    kind, away = FORWARD[side]
    ends = (ticket_id, other_id) if away else (other_id, ticket_id)
    from_id, to_id = sorted(ends) if kind == "related" else ends
    async with db.transaction(kit.db) as tx:
        numbers = await store.hold(tx, from_id, to_id)
        if await store.linked(tx, kind, from_id, to_id):
            raise LinkedAlready
        if kind != "related" and await store.leads_back(tx, kind, from_id, to_id):
            raise LinkCircle
        if await store.full(tx, from_id, to_id):
            raise TooManyLinks(most=MOST)
        id_ = await store.add(tx, kind, from_id, to_id, actor.ref)
        woken = [
            await _tell(tx, actor, from_id, TicketLinked(id_, kind, to_id, numbers[to_id])),
            await _tell(tx, actor, to_id, TicketLinked(id_, BACK[kind], from_id, numbers[from_id]))]
    for stream, seq in woken:
        await wake(kit.bus, stream, seq)
    return await store.links(kit.db, ticket_id, visibility.viewer(actor))


async def unlink(kit: Kit, actor: Actor, link_id: int) -> None:
    """Takes a link away. Raises NotFound."""
    async with db.transaction(kit.db) as tx:
        ends = await store.ends(tx, link_id)
        numbers = await store.hold(tx, *ends) if ends else {}
        gone = await store.remove(tx, link_id)
        if gone is None:
            raise NotFound
        kind, from_id, to_id = gone["kind"], gone["from_id"], gone["to_id"]
        woken = [
            await _tell(tx, actor, from_id, TicketUnlinked(link_id, kind, to_id, numbers[to_id])),
            await _tell(tx, actor, to_id, TicketUnlinked(link_id, BACK[kind], from_id, numbers[from_id]))]
    for stream, seq in woken:
        await wake(kit.bus, stream, seq)


async def _tell(tx: Tx, actor: Actor, ticket_id: int, event: Event) -> tuple[str, int]:
    seq = await bump(tx, ticket_id)
    await emit(tx, f"ticket:{ticket_id}", actor, event, seq=seq)
    return f"ticket:{ticket_id}", seq

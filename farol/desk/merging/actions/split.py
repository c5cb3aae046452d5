"""Some messages of a ticket become a ticket of their own, and back while nobody has touched it."""

from typing import NamedTuple
from uuid import UUID, uuid5

from farol.core.shield import scrub
from farol.core.tickets import posting
from farol.core.tickets.checks import check_said
from farol.core.tickets.events import TicketOpened
from farol.core.tickets.model import Draft, headline
from farol.core.tickets.problems import ClientIdReused
from farol.core.urgency.silence import refuse_machines
from farol.desk.merging import split_store, store
from farol.desk.merging.events import SplitUndone, TicketSplit
from farol.desk.merging.model import Name
from farol.desk.merging.problems import MergedAlready, NoSuchWords, NotMerged, SplitTouched
from farol.kit.core import Kit
from farol.kit.db import Tx, again, transaction
from farol.kit.events import emit
from farol.kit.i18n import lang_of
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from .merge import Heads, merge_in, say

UNIQUE = ("ticket_opening", "event_stream_seq", "message_pkey")
TOLD = {
    "en": "We look after this part in a ticket of its own: {number}. It was in {origin} before.",
    "zh": "这部分另开了一张工单 {number} 处理，原先在 {origin} 里。",
}


class _Done(NamedTuple):
    name: Name
    heads: Heads


async def split(kit: Kit, actor: Actor, ticket_id: int, *, client_id: UUID, seqs: list[int], subject: str = "") -> Name:
    """A new ticket of the same customer with copies of these messages; its customer is told the number.

    The same client_id splits once. Raises NotFound, NoSuchWords, MergedAlready, ClientIdReused.
    """
    chosen = sorted(set(seqs))

    async def run() -> _Done:
        async with transaction(kit.db) as tx:
            return await _split(tx, actor, ticket_id, client_id, chosen, subject)

    done = await again(run, *UNIQUE)
    await say(kit, done.heads)
    return done.name


async def _split(tx: Tx, actor: Actor, ticket_id: int, client_id: UUID, seqs: list[int], subject: str) -> _Done:
    await store.lock(tx, [ticket_id])
    origin = await split_store.origin(tx, ticket_id)
    if origin is None:
        raise NotFound
    if known := await split_store.before(tx, origin, client_id, seqs):
        if not known["same"]:
            raise ClientIdReused
        return _Done(Name(known["id"], known["number"]), {})
    if origin.merged_into is not None:
        raise MergedAlready(number=origin.number, into=await store.number(tx, origin.merged_into))
    chosen = await tx.fetchrow(split_store.CHOSEN, ticket_id, seqs)
    if chosen is None or not seqs or chosen["n"] != len(seqs):
        raise NoSuchWords
    title = headline(scrub(subject).text if subject.strip() else chosen["words"] or "") or origin.number
    if subject.strip():
        await check_said(tx, actor, ticket_id, title)
    row = await tx.fetchrow(split_store.OPEN, ticket_id, client_id, title, len(seqs) + 1, seqs)
    assert row
    name = Name(row["id"], row["number"])
    await emit(tx, f"ticket:{name.id}", actor, TicketOpened(name.number, row["channel"]), public=True, seq=1)
    await tx.execute(split_store.COPY, ticket_id, name.id, seqs, actor.ref)
    event = TicketSplit(name.id, name.number, ticket_id, origin.number, seqs)
    await emit(tx, f"ticket:{name.id}", actor, event, public=True, seq=await tx.fetchval(split_store.SPENT, name.id))
    here: int = await tx.fetchval(split_store.SPENT, ticket_id)
    await emit(tx, f"ticket:{ticket_id}", actor, event, public=True, seq=here)
    head = await _tell(tx, name, origin, client_id)
    await tx.execute(split_store.KEEP, name.id, ticket_id, seqs, head, actor.id)
    return _Done(name, {name.id: head, ticket_id: here})


async def _tell(tx: Tx, name: Name, origin: split_store.Origin, client_id: UUID) -> int:
    """The customer reads the new number where they go on."""
    await refuse_machines(tx, "system", name.id)
    text = TOLD[lang_of(origin.speaks)].format(number=name.number, origin=origin.number)
    draft = Draft(name.id, uuid5(client_id, "told"), "system", 0, text, False, "webchat", (), (), None)
    outcome = (await posting.post(tx, [draft]))[0]
    assert outcome.seq is not None
    return outcome.seq


async def unsplit(kit: Kit, actor: Actor, ticket_id: int) -> None:
    """Takes back a split: the new ticket goes on where it came from, so that whatever its customer writes there arrives.

    Raises NotFound, NotMerged, SplitTouched, and what ``merge`` raises.
    """

    async def run() -> Heads:
        async with transaction(kit.db) as tx:
            return await _unsplit(tx, actor, ticket_id)

    await say(kit, await again(run))


async def _unsplit(tx: Tx, actor: Actor, ticket_id: int) -> Heads:
    made = await split_store.made(tx, ticket_id)
    if made is None:
        raise NotFound
    await store.lock(tx, [ticket_id, made.from_id])
    made = await split_store.made(tx, ticket_id)
    assert made
    if made.undone:
        raise NotMerged
    if made.touched:
        raise SplitTouched
    names = await store.sides(tx, [ticket_id, made.from_id])
    heads = await merge_in(tx, actor, ticket_id, made.from_id, "")
    await tx.execute(split_store.TAKEN_BACK, ticket_id, actor.id)
    event = SplitUndone(ticket_id, names[ticket_id].number, made.from_id, names[made.from_id].number)
    for id_ in (ticket_id, made.from_id):
        heads[id_] = await tx.fetchval(split_store.SPENT, id_)
        await emit(tx, f"ticket:{id_}", actor, event, seq=heads[id_])
    return heads

"""Waiting for the customer: asked once more, then resolved with a way back."""

from datetime import datetime
from uuid import UUID, uuid5

from farol.core.tickets import actions as tickets
from farol.core.tickets.events import MessagePosted, TicketChanged
from farol.core.tickets.log_store import bump
from farol.core.tickets.model import Change
from farol.core.urgency.silence import silent
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded, emit, wake
from farol.kit.permission import SYSTEM, Actor

from .. import pending_store as store
from .. import words
from ..events import CustomerReminded, PendingRuleSet, WaitEnded
from ..model import CHANNEL, Rule

REACTION = "pending_wait"
KINDS = [MessagePosted.kind, TicketChanged.kind]
MOST = 200
"""Tickets in one round, so that a night without workers is no flood."""
_NAME = UUID("a0c1d0de-7a3c-4d55-9f0e-6e9d1b6a2f10")


async def set_rule(kit: Kit, actor: Actor, rule: Rule) -> None:
    """How long customers are waited for from now on; waits that run keep their next moment."""
    async with db.transaction(kit.db) as tx:
        await store.set_rule(tx, rule)
        await emit(tx, "pending_rule:1", actor, PendingRuleSet(rule.remind_h, rule.resolve_d, rule.severities))


async def settle(tx: Tx, event: Recorded, *, anew: bool) -> None:
    """Begins or ends a ticket's wait, as the ticket stands. anew: staff just asked for something, so time counts from here."""
    stands, rule = await store.stands(tx, event.id), await store.rule(tx)
    if stands is None or stands[0] != "pending" or stands[1] not in rule.severities:
        await store.end(tx, event.id)
        return
    await store.begin(tx, event.id, event.seq, event.at, event.at + rule.remind, anew=anew)


async def remind(kit: Kit, now: datetime | None = None) -> int:
    """Reminds the customers it is time to remind, and resolves what was waited for long enough: how many tickets it was.

    Each once, however many workers do this. now: the database's time unless given.
    """
    for done in range(MOST):
        wakes: list[tuple[int, tuple[bytes, ...]]] = []

        async def one(wakes: list[tuple[int, tuple[bytes, ...]]] = wakes) -> int | None:
            wakes.clear()
            async with db.transaction(kit.db) as tx:
                return await _next(tx, now, wakes)

        ticket_id = await db.again(one, *tickets.UNIQUE)
        if ticket_id is None:
            return done
        for seq, frames in wakes:
            await wake(kit.bus, f"ticket:{ticket_id}", seq, *frames)
    return MOST


async def _next(tx: Tx, now: datetime | None, wakes: list[tuple[int, tuple[bytes, ...]]]) -> int | None:
    due = await store.due(tx, now, KINDS, REACTION)
    if due is None:
        return None
    ticket_id, stream = due["ticket_id"], f"ticket:{due['ticket_id']}"
    if not await store.still(tx, ticket_id) or await silent(tx, ticket_id):
        await store.end(tx, ticket_id)
        return int(ticket_id)
    over = due["reminded_at"] is not None
    body = words.said(words.ENDS if over else words.REMINDERS, due["language"], due["number"])
    name = uuid5(_NAME, f"{ticket_id}:{due['seq']}:{over}")
    said, frames = await tickets.say(tx, SYSTEM, ticket_id, client_id=name, body=body, channel=CHANNEL)
    assert said.seq is not None
    wakes.append((said.seq, frames))
    if over:
        seq, _ = await tickets.change_in(tx, SYSTEM, ticket_id, Change(status="resolved"))
        wakes.append((seq, ()))
        await store.end(tx, ticket_id)
    else:
        await store.reminded(tx, ticket_id, due["now"], due["now"] + (await store.rule(tx)).resolve)
    seq = await bump(tx, ticket_id)
    silent_h = round((due["now"] - due["since"]).total_seconds() / 3600)
    await emit(tx, stream, SYSTEM, WaitEnded(said.seq) if over else CustomerReminded(silent_h, said.seq), seq=seq)
    wakes.append((seq, ()))
    return int(ticket_id)

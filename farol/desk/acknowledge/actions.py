"""Acknowledging a ticket, and setting how it is done."""

from uuid import NAMESPACE_OID, uuid5

import msgspec

from farol.core.tickets import actions as tickets
from farol.core.urgency.silence import silent
from farol.desk.guard.actions import keep_kept
from farol.desk.queue import waits
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.db import Reads
from farol.kit.events import emit
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import Conflict, Problem

from . import store
from .events import AcknowledgementSet
from .model import LONGEST, NEEDED, Expected, Standing, Text, expectation, written
from .problems import AcknowledgementIncomplete


async def acknowledge(kit: Kit, ticket_id: int) -> str | None:
    """Tells the customer of a new ticket that it arrived: what became of that (sent, recent, answered), None when it was settled before.

    A message of the system, which answers nothing and stops no clock. Doing it again, or twice at once, says it once.
    """
    async with db.transaction(kit.db) as tx:
        await tx.fetch(store.LOCK, ticket_id)
        found, text = await store.standing(tx, ticket_id), await store.text(tx)
        if found is None or found.known or not text.active:
            return None
        outcome = "answered" if found.answered or await silent(tx, ticket_id) else "recent" if found.recent else "sent"
        if not await store.keep(tx, ticket_id, found, outcome):
            return None
        words = written(text, found, await _expected(tx, ticket_id, found))
    if outcome == "sent":
        try:
            await tickets.post_message(
                kit, SYSTEM, ticket_id, client_id=uuid5(NAMESPACE_OID, f"farol:acknowledge:{ticket_id}"), body=words, channel="webchat")
        except Problem:  # closed or merged a moment ago: there is nobody to tell here any more
            return outcome
    return outcome


async def _expected(reads: Reads, ticket_id: int, found: Standing) -> str:
    now = clock.now()
    place = (await waits.places(reads, [ticket_id], now)).get(ticket_id)
    expected = Expected(
        place.position if place else None, place.usually_s if place else None, place.slowest_s if place else None, found.first_reply_at)
    return expectation(expected, now, found.language, found.time_zone)


async def begin_with_new(kit: Kit) -> None:
    """Switches it on for tickets that come from now on, where nobody ever set it."""
    async with db.transaction(kit.db) as tx:
        text = await store.text(tx)
        if text.version:
            return
        await tx.execute(store.PASS_OVER)
        version = await store.set_text(tx, msgspec.structs.replace(text, active=True), SYSTEM.ref)
        if version:
            await emit(tx, "acknowledgement:1", SYSTEM, AcknowledgementSet(True, text.zh, text.en, version))


async def set_text(kit: Kit, actor: Actor, new: Text) -> Text:
    """Switches it, or words it anew. Raises AcknowledgementIncomplete, Conflict, and what the guard of replies refuses."""
    for said in (new.zh, new.en):
        missing = next((each for each in NEEDED if each not in said), None)
        if missing or len(said) > LONGEST or "{{" in said.replace(NEEDED[0], "").replace(NEEDED[1], ""):
            raise AcknowledgementIncomplete(key=missing or NEEDED[0], most=LONGEST)
        await keep_kept(kit.db, said)
    async with db.transaction(kit.db) as tx:
        version = await store.set_text(tx, new, actor.ref)
        if version is None:
            raise Conflict
        await emit(tx, "acknowledgement:1", actor, AcknowledgementSet(new.active, new.zh, new.en, version))
        return Text(new.active, new.zh, new.en, version)

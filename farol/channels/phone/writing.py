"""The line that a call leaves in its ticket: when, how long, with whom, recorded or not."""

import msgspec

from farol.core.people import actions as people
from farol.core.tickets import actions as tickets
from farol.core.tickets.problems import TicketClosed
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.i18n import clock_time
from farol.kit.jobs import job
from farol.kit.problem import Problem

from . import record, store
from .model import CHANNEL, Call


class Writing(msgspec.Struct, frozen=True):
    """A call that is over."""

    call_id: int


@job("phone.write", Writing)
async def write(kit: Kit, given: Writing) -> None:
    """What a colleague said on the phone is their answer in the ticket; of a call that nobody took, staff read how long somebody waited."""
    call = await store.call(kit.db, given.call_id)
    if call is None or call.ticket_id is None or call.ended_at is None:
        return
    text, at = record.lines_of(call.language), clock_time(call.began_at, record.lang_tongue(call))
    if call.outcome == "talked" and call.staff_id and call.answered_at:
        length = record.lasted((call.ended_at - call.answered_at).total_seconds())
        await _talked(kit, call, text.talked, at, length)
    elif call.outcome in ("abandoned", "alarm"):
        length = record.lasted((call.ended_at - (call.rank_at or call.began_at)).total_seconds())
        await record.say(kit, call.ticket_id, call, "missed", text.missed.format(number=record.who(call), at=at, length=length), internal=True)


async def _talked(kit: Kit, call: Call, words: str, at: str, length: str) -> None:
    assert call.staff_id
    assert call.ticket_id
    async with transaction(kit.db) as tx:
        actor = await people.acting(tx, call.staff_id)
    text = record.lines_of(call.language)
    recorded = text.recorded_yes if call.consent else text.recorded_no
    body = words.format(at=at, length=length, who=actor.alias if actor else "", recorded=recorded)
    try:
        if actor is None:
            raise TicketClosed
        await tickets.post_message(
            kit, actor, call.ticket_id, client_id=record.client_id(call, "talked"), body=body, channel=CHANNEL, takes=False)
    except Problem:
        await record.say(kit, call.ticket_id, call, "talked-note", body, internal=True)

"""The line that a call leaves in its ticket: when, how long, with whom, recorded or not."""

from datetime import timedelta

import msgspec

from farol.core.people import actions as people
from farol.core.tickets import actions as tickets
from farol.core.tickets.noting import note
from farol.core.tickets.problems import TicketClosed
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.i18n import clock_time
from farol.kit.jobs import job
from farol.kit.problem import Problem

from . import numbers, record, store
from .events import CallNoted
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
    if call.outcome == "talked" and call.staff_id and call.answered_at:
        await _talked(kit, call, call.ended_at - call.answered_at)
    elif call.outcome in ("abandoned", "alarm"):
        waited = call.ended_at - (call.rank_at or call.began_at)
        number = numbers.masked(call.caller)
        await note(kit, call.ticket_id, CallNoted("missed", f"{call.id}:missed", number, call.began_at.isoformat(), int(waited.total_seconds())))


async def _talked(kit: Kit, call: Call, spoken: timedelta) -> None:
    assert call.staff_id
    assert call.ticket_id
    async with transaction(kit.db) as tx:
        actor = await people.acting(tx, call.staff_id)
    text, seconds, who = record.lines_of(call.language), int(spoken.total_seconds()), actor.alias if actor else ""
    body = text.talked.format(
        at=clock_time(call.began_at, record.lang_tongue(call)), length=record.lasted(seconds), who=who, recorded=text.recorded_yes if call.consent else text.recorded_no)
    try:
        if actor is None:
            raise TicketClosed
        await tickets.post_message(
            kit, actor, call.ticket_id, client_id=record.client_id(call, "talked"), body=body, channel=CHANNEL, takes=False)
    except Problem:
        told = CallNoted("talked", f"{call.id}:talked", "", call.began_at.isoformat(), seconds, who=who, recorded=bool(call.consent))
        await note(kit, call.ticket_id, told)

"""Recordings: fetched from the provider, kept as evidence with their hash, and deleted there."""

import hashlib
from collections.abc import AsyncIterator
from uuid import UUID

import msgspec

from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Away, Failed, Refused
from farol.core.customers import actions as customers
from farol.core.tickets import actions as tickets
from farol.core.tickets.noting import note
from farol.core.tickets.problems import CustomerBlocked, TicketClosed
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.files.intake import receive
from farol.kit.jobs import enqueue, job
from farol.kit.permission import SYSTEM, Actor

from . import lines, provider, record, recording_store, speech, store
from .events import CallNoted, CallRecorded
from .model import CHANNEL, Call, Line
from .recording_store import Recording

PAUSES = (2, 5, 15, 60, 300, 900, 3600, 3600, 3600, 3600)
"""Seconds between tries: a recording is told of before its file can be had."""
PART = 64 * 1024


class Fetching(msgspec.Struct, frozen=True):
    """A recording that is at the provider. tries: how often it was put off."""

    recording_id: int
    tries: int = 0


class Deleting(msgspec.Struct, frozen=True):
    """A recording that is kept here."""

    recording_id: int
    tries: int = 0


@job("phone.fetch", Fetching)
async def fetch(kit: Kit, given: Fetching) -> None:
    """Keeps it, says so in the ticket, and has it deleted at the provider."""
    found = await recording_store.recording(kit.db, given.recording_id)
    call = await store.call(kit.db, found.call_id) if found else None
    line = await lines.by_id(kit, call.connection_id) if call else None
    if found is None or call is None or line is None or found.deleted_at or found.state in ("absent", "failed"):
        return
    try:
        audio = await provider.recording(kit, line, found.sid)
    except Away as away:
        await _later(kit, given, call, away)
        return
    except Failed as failure:
        await connections.failed(kit, line.id, failure)
        await _given_up(kit, found, call, failure.said)
        return
    await _keep(kit, line, call, found, audio)
    async with transaction(kit.db) as tx:
        await enqueue(tx, delete, Deleting(found.id), key=f"phone.delete:{found.id}:0")


async def _later(kit: Kit, given: Fetching, call: Call, away: Away) -> None:
    if given.tries >= len(PAUSES):
        found = await recording_store.recording(kit.db, given.recording_id)
        assert found
        await _given_up(kit, found, call, away.said)
        return
    async with transaction(kit.db) as tx:
        await tx.fetchval(recording_store.TRY, given.recording_id)
        await enqueue(tx, fetch, Fetching(given.recording_id, given.tries + 1), delay_s=PAUSES[given.tries], key=f"phone.fetch:{given.recording_id}:{given.tries + 1}")


async def _given_up(kit: Kit, found: Recording, call: Call, why: str) -> None:
    await kit.db.execute(recording_store.FAIL, found.id)
    if call.ticket_id:
        await note(kit, call.ticket_id, CallNoted("lost", f"lost:{found.id}", why=why[:300]))


async def _keep(kit: Kit, line: Line, call: Call, found: Recording, audio: bytes) -> None:
    digest, text = hashlib.sha256(audio).digest(), record.lines_of(call.language)
    length, now = record.lasted(found.seconds), clock.now()
    assert call.ticket_id
    assert call.customer_id
    who = Actor("customer", call.customer_id, customers.RIGHTS, language=call.language) if found.kind == "voicemail" else SYSTEM
    file_id = found.file_id
    if file_id is None:
        kept = await receive(kit, who, f"{found.kind}-{call.id}-{found.id}.mp3", "audio/mpeg", _parts(audio))
        file_id = kept.id
        await kit.db.execute(recording_store.KEEP, found.id, file_id, digest, now)
    if found.kind == "talk":
        # Evidence for staff: what the customer agreed to is not sent around.
        await _for_staff(kit, call, found, "recording", file_id, digest.hex())
    else:
        words = await speech.transcribe(kit, audio, call.language)
        more = text.transcript.format(words=words) if words else text.no_transcript
        try:
            await tickets.post_message(
                kit, who, call.ticket_id, client_id=record.client_id(call, f"voicemail:{found.id}"), body=f"{text.voicemail.format(length=length)}\n{more}",
                files=[file_id], channel=CHANNEL)
        except (CustomerBlocked, TicketClosed):
            await _for_staff(kit, call, found, "voicemail", file_id, digest.hex())
    async with transaction(kit.db) as tx:
        seq = await emit(tx, f"phone_call:{call.id}", SYSTEM, CallRecorded(found.id, found.kind, digest.hex()))
    await wake(kit.bus, f"phone_call:{call.id}", seq)
    await connections.worked(kit, line.id)


async def _for_staff(kit: Kit, call: Call, found: Recording, what: str, file_id: UUID, sha256: str) -> None:
    """The file, which staff alone can open, and a line that says what it is."""
    assert call.ticket_id
    await tickets.post_message(
        kit, SYSTEM, call.ticket_id, client_id=record.client_id(call, f"{what}:{found.id}"), body="", internal=True, files=[file_id], channel=CHANNEL)
    await note(kit, call.ticket_id, CallNoted(what, f"{what}:{found.id}", seconds=int(found.seconds or 0), sha256=sha256))


async def _parts(audio: bytes) -> AsyncIterator[bytes]:
    for at in range(0, len(audio), PART):
        yield audio[at : at + PART]


@job("phone.delete", Deleting)
async def delete(kit: Kit, given: Deleting) -> None:
    """It is kept here only."""
    found = await recording_store.recording(kit.db, given.recording_id)
    call = await store.call(kit.db, found.call_id) if found else None
    line = await lines.by_id(kit, call.connection_id) if call else None
    if found is None or line is None or found.deleted_at or found.state != "kept":
        return
    try:
        await provider.delete_recording(kit, line, found.sid)
    except Refused as refusal:
        await connections.failed(kit, line.id, refusal)
        raise
    await kit.db.execute(recording_store.DELETED, found.id, clock.now())

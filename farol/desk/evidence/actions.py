"""Verbs on evidence: name a piece, pin it, open it, have it read again, export the list."""

from farol.core.shield import scrub
from farol.core.tickets.log_store import bump
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import Event, emit, wake
from farol.kit.files.serve import Served, open_file
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from . import reading, store
from .events import EvidenceLabelled, EvidenceListed, EvidencePinned
from .jobs import Picture, read
from .model import Locker, Manifest
from .problems import PictureWanted, ReaderMissing


async def locker(kit: Kit, ticket_id: int) -> Locker:
    """A ticket's evidence as it stands."""
    return Locker(await store.pieces(kit.db, ticket_id), reading.installed())


async def change(kit: Kit, actor: Actor, evidence_id: int, *, label: str | None = None, pinned: bool | None = None) -> None:
    """Names a piece, puts it first or no longer; None leaves as it is, and what is so already changes nothing. Raises NotFound."""
    said: list[Event] = []
    async with transaction(kit.db) as tx:
        await store.hold(tx, evidence_id)
        row = await store.one(tx, evidence_id)
        if row is None:
            raise NotFound
        name = scrub(label.strip()).text if label is not None else None
        if name is not None and name != row["label"]:
            await tx.execute(store.LABEL, evidence_id, name)
            await store.note(tx, [evidence_id], actor.ref, "labelled", name)
            said.append(EvidenceLabelled(evidence_id, row["name"], name))
        if pinned is not None and pinned != row["pinned"]:
            await tx.execute(store.PIN, evidence_id, pinned)
            await store.note(tx, [evidence_id], actor.ref, "pinned" if pinned else "unpinned")
            said.append(EvidencePinned(evidence_id, row["name"], pinned))
        seq = 0
        for event in said:
            seq = await bump(tx, row["ticket_id"])
            await emit(tx, f"ticket:{row['ticket_id']}", actor, event, seq=seq)
    if seq:
        await wake(kit.bus, f"ticket:{row['ticket_id']}", seq)


async def ask_again(kit: Kit, actor: Actor, evidence_id: int) -> None:
    """Has a picture read once more. Raises NotFound, PictureWanted, ReaderMissing."""
    async with transaction(kit.db) as tx:
        await store.hold(tx, evidence_id)
        row = await store.one(tx, evidence_id)
        if row is None:
            raise NotFound
        if row["reading"] is None:
            raise PictureWanted
        if not reading.installed():
            raise ReaderMissing
        if await tx.fetchval(store.WAIT, evidence_id):
            await enqueue(tx, read, Picture(evidence_id), key=f"evidence:{evidence_id}")


async def open_piece(kit: Kit, actor: Actor, evidence_id: int, *, preview: bool) -> Served:
    """The file itself; whoever opens it whole stands in its custody. Raises NotFound."""
    row = await store.one(kit.db, evidence_id)
    if row is None:
        raise NotFound
    served = await open_file(kit, row["file_id"], preview=preview)
    if not preview:
        await kit.db.execute(store.OPENED, evidence_id, actor.ref)
    return served


async def export(kit: Kit, actor: Actor, ticket_id: int) -> Manifest:
    """The list of a ticket's evidence with hashes and custody, this export included. Raises NotFound."""
    async with transaction(kit.db) as tx:
        number = await tx.fetchval(store.NUMBER, ticket_id)
        if number is None:
            raise NotFound
        ids = [one.id for one in await store.pieces(tx, ticket_id)]
        await store.note(tx, ids, actor.ref, "listed")
        seq = await bump(tx, ticket_id)
        await emit(tx, f"ticket:{ticket_id}", actor, EvidenceListed(len(ids)), seq=seq)
        manifest = Manifest(number, clock.now(), actor.name or actor.ref, await store.pieces(tx, ticket_id))
    await wake(kit.bus, f"ticket:{ticket_id}", seq)
    return manifest

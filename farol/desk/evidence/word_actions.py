"""Reading a picture and keeping what it says."""

import hashlib
from tempfile import TemporaryFile

from farol.core.shield import scrub
from farol.core.tickets.log_store import bump
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM

from . import reading, store
from .events import EvidenceRead
from .mending import mend

LONGEST_WORDS = 20_000
"""Characters kept of a picture's words."""


async def read_words(kit: Kit, evidence_id: int) -> None:
    """Reads a picture and keeps its words, masked, with the hash of what is kept. Reads nothing that does not wait for it."""
    row = await store.one(kit.db, evidence_id)
    if row is None or row["reading"] != "waiting":
        return
    with TemporaryFile() as picture:
        digest = hashlib.sha256()
        async for part in kit.files.get(row["key"]):
            digest.update(part)
            picture.write(part)
        found = await reading.read(picture, row["width"] or 0, row["height"] or 0)
    words = scrub(mend(found.text)[:LONGEST_WORDS].replace("\0", ""))
    async with transaction(kit.db) as tx:
        await store.hold(tx, evidence_id)
        await tx.execute(store.KEEP_HASH, evidence_id, digest.digest())
        await tx.execute(store.SETTLE, evidence_id, found.state, words.text, list(words.removed))
        if found.state == "not_installed":
            return
        await store.note(tx, [evidence_id], SYSTEM.ref, "read", found.state)
        seq = await bump(tx, row["ticket_id"])
        await emit(tx, f"ticket:{row['ticket_id']}", SYSTEM, EvidenceRead(evidence_id, row["name"], found.state, list(words.removed)), seq=seq)
    await wake(kit.bus, f"ticket:{row['ticket_id']}", seq)

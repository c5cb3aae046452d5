"""The duty manager's log: written once, corrected by another entry."""

from uuid import UUID

from farol.core.shield import scrub
from farol.desk.brief import store
from farol.desk.brief.events import LogWritten
from farol.desk.brief.model import Entry
from farol.desk.brief.problems import NothingWritten
from farol.desk.incidents import store as incidents
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import again, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from .watch import STREAM


async def write(kit: Kit, actor: Actor, client_id: UUID, shift: str, words: str, corrects: int | None) -> Entry:
    """Adds an entry with the incidents open now. The same client_id writes it once. Raises NotFound, NothingWritten."""
    text = scrub(words.strip()).text
    if not text:
        raise NothingWritten

    async def run() -> int:
        async with transaction(kit.db) as tx:
            if await store.entry_of(tx, client_id):
                return 0
            if corrects is not None and not await tx.fetchval(store.WRITTEN, corrects):
                raise NotFound
            going = [{"id": i.id, "zh": i.zh, "en": i.en, "state": i.state, "severity": i.severity, "attached": i.attached}
                     for i in await incidents.ongoing(tx)]
            id_: int = await tx.fetchval(store.WRITE, client_id, scrub(shift.strip()).text, text, clock.now(), actor.id, corrects, going)
            return await emit(tx, STREAM, actor, LogWritten(id_, corrects))

    seq = await again(run, "brief_log_client_id_key")
    if seq:
        await wake(kit.bus, STREAM, seq)
    found = await store.entry_of(kit.db, client_id)
    assert found
    return found

"""An incident is over, and its customers hear it."""

from uuid import UUID

from farol.desk.incidents import answer_store, store
from farol.desk.incidents.events import IncidentResolved
from farol.desk.incidents.model import Incident
from farol.desk.incidents.problems import AnswerUnderWay, IncidentOver
from farol.kit.core import Kit
from farol.kit.db import again, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from .answer import cleaned, prepare
from .declare import said_about


async def resolve(kit: Kit, actor: Actor, incident_id: int, client_id: UUID, zh: str, en: str, *, tickets: bool) -> Incident:
    """The text closes the timeline and goes to its tickets: to all, which are resolved with it, or to who wants to hear of it.

    tickets: resolve them. Raises NotFound, IncidentOver, AnswerUnderWay, WordsMissing, UnknownVariable.
    """
    zh, en = cleaned(zh, en)

    async def run() -> int:
        async with transaction(kit.db) as tx:
            state = await store.locked(tx, incident_id)
            if state is None:
                raise NotFound
            if await tx.fetchrow(answer_store.OF_CLIENT, client_id):
                return 0
            if state == "resolved":
                raise IncidentOver
            if await tx.fetchval(answer_store.OPEN_ONE, incident_id):
                raise AnswerUnderWay
            await said_about(tx, actor, incident_id, "resolved", public=True, zh=zh, en=en, next_update_by=None)
            id_, total = await prepare(tx, actor, incident_id, client_id, "resolution", zh, en, everybody=tickets, resolve=tickets)
            return await emit(tx, f"incident:{incident_id}", actor, IncidentResolved(tickets, id_, total))

    seq = await again(run, "incident_answer_client_id_key")
    if seq:
        await wake(kit.bus, f"incident:{incident_id}", seq)
    found = await store.incident(kit.db, incident_id)
    assert found
    return found

"""An incident begins, is described anew, and something is said about it."""

from datetime import datetime
from uuid import UUID

import msgspec

from farol.core.shield import scrub
from farol.core.tickets.checks import check_told
from farol.core.tickets.model import SEVERITIES
from farol.desk.incidents import jobs, store
from farol.desk.incidents.events import IncidentChanged, IncidentDeclared, IncidentUpdated
from farol.desk.incidents.model import Incident, Scope
from farol.desk.incidents.problems import IncidentOver, ScopeAsksNothing, WordsMissing
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, again, transaction
from farol.kit.events import emit, wake
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor
from farol.kit.problem import Conflict, Invalid, NotFound


class Said(msgspec.Struct, frozen=True):
    """How an incident is described. public: a banner with the words is shown to customers."""

    zh: str
    en: str
    scope: Scope
    severity: str
    public: bool
    words_zh: str
    words_en: str
    internal: str
    next_update_by: datetime | None


def checked(said: Said) -> Said:
    """The description without secrets. Raises ScopeAsksNothing, WordsMissing, Invalid."""
    if not said.scope.asks:
        raise ScopeAsksNothing
    if said.severity not in SEVERITIES:
        raise Invalid(errors=[{"field": "severity", "why": "not one of the known values"}])
    if not (said.zh.strip() and said.en.strip()) or (said.public and not (said.words_zh.strip() and said.words_en.strip())):
        raise WordsMissing
    window = (said.scope.since, said.scope.until)
    if any(at is not None and at.tzinfo is None for at in (*window, said.next_update_by)):
        raise Invalid(errors=[{"field": "scope.since", "why": "a time needs its zone"}])
    if window[0] and window[1] and window[0] >= window[1]:
        raise Invalid(errors=[{"field": "scope.until", "why": "not after its beginning"}])
    plain = {name: scrub(getattr(said, name).strip()).text for name in ("zh", "en", "words_zh", "words_en", "internal")}
    return msgspec.structs.replace(said, **plain)


async def declare(kit: Kit, actor: Actor, client_id: UUID, said: Said) -> Incident:
    """It is known from here on; the search for its tickets begins. The same client_id declares it once."""
    said = checked(said)

    async def run() -> tuple[int, int]:
        async with transaction(kit.db) as tx:
            if found := await store.of_client(tx, client_id):
                return found.id, 0
            await _may_stand(tx, actor, said)
            id_: int = await tx.fetchval(
                store.DECLARE, client_id, said.zh, said.en, msgspec.to_builtins(said.scope), said.severity, said.public,
                said.words_zh, said.words_en, said.internal, said.next_update_by, actor.id)
            await tx.execute(store.ADD_UPDATE, id_, actor.id, said.public, "investigating", said.words_zh, said.words_en, said.next_update_by)
            await _search(tx, id_, 1, said.scope)
            event = IncidentDeclared(said.zh, said.en, said.severity, said.public)
            return id_, await emit(tx, f"incident:{id_}", actor, event)

    id_, seq = await again(run, "incident_client_id_key")
    if seq:
        await wake(kit.bus, f"incident:{id_}", seq)
    return await _found(kit, id_)


async def change(kit: Kit, actor: Actor, id_: int, version: int, said: Said) -> Incident:
    """Describes it anew, if nobody did meanwhile; another scope searches again. Raises Conflict, NotFound, IncidentOver."""
    said = checked(said)
    async with transaction(kit.db) as tx:
        state = await store.locked(tx, id_)
        if state is None:
            raise NotFound
        if state == "resolved":
            raise IncidentOver
        await _may_stand(tx, actor, said)
        was = await store.incident(tx, id_)
        assert was
        new = await tx.fetchval(
            store.CHANGE, id_, version, said.zh, said.en, msgspec.to_builtins(said.scope), said.severity, said.public, said.words_zh,
            said.words_en, said.internal, said.next_update_by)
        if new is None:
            raise Conflict
        changed = [f for f in Said.__struct_fields__ if getattr(was, f) != getattr(said, f)]
        if "scope" in changed:
            await _search(tx, id_, new, said.scope)
        seq = await emit(tx, f"incident:{id_}", actor, IncidentChanged(changed, new))
    await wake(kit.bus, f"incident:{id_}", seq)
    return await _found(kit, id_)


async def update(
    kit: Kit, actor: Actor, id_: int, *, state: str, public: bool, zh: str, en: str, next_update_by: datetime | None,
) -> Incident:
    """Something is said about it: to customers, whose banner then says it, or among staff. Raises IncidentOver, WordsMissing."""
    zh, en = scrub(zh.strip()).text, scrub(en.strip()).text
    if not (zh and en if public else zh or en):
        raise WordsMissing
    if next_update_by is not None and (next_update_by.tzinfo is None or next_update_by <= clock.now()):
        raise Invalid(errors=[{"field": "next_update_by", "why": "not a time to come, with its zone"}])
    async with transaction(kit.db) as tx:
        now = await store.locked(tx, id_)
        if now is None:
            raise NotFound
        if now == "resolved":
            raise IncidentOver
        if public:
            await check_told(tx, actor, zh, en)
        seq = await said_about(tx, actor, id_, state, public=public, zh=zh, en=en, next_update_by=next_update_by)
    await wake(kit.bus, f"incident:{id_}", seq)
    return await _found(kit, id_)


async def said_about(
    tx: Tx, actor: Actor, id_: int, state: str, *, public: bool, zh: str, en: str, next_update_by: datetime | None,
) -> int:
    """Writes an entry of the timeline, with the incident locked: the seq spent. The banner says what was said last while it goes on."""
    await tx.execute(store.SAID, id_, state, public and state != "resolved", zh, en, next_update_by)
    await tx.execute(store.ADD_UPDATE, id_, actor.id, public, state, zh, en, next_update_by)
    return await emit(tx, f"incident:{id_}", actor, IncidentUpdated(state, public))


async def _may_stand(tx: Tx, actor: Actor, said: Said) -> None:
    """Its name stands in answers to customers, its words in their banner."""
    await check_told(tx, actor, said.zh, said.en, *((said.words_zh, said.words_en) if said.public else ()))


async def _search(tx: Tx, id_: int, version: int, scope: Scope) -> None:
    """The job is queued here and not by a reaction: in a surge the log is long, and this must not wait for it."""
    await store.begin_scan(tx, id_, version, scope)
    await enqueue(tx, jobs.scan, jobs.Scan(id_), key=f"incident.scan:{id_}:{version}")


async def _found(kit: Kit, id_: int) -> Incident:
    found = await store.incident(kit.db, id_)
    assert found
    return found

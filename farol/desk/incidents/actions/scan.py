"""The search for an incident's tickets: in batches, each of which stands by itself; it goes on where it stopped."""

from farol.desk.incidents import matching, store, ticket_store
from farol.desk.incidents.model import BATCH, Scope
from farol.desk.incidents.problems import ScopeAsksNothing
from farol.kit.core import Kit
from farol.kit.db import again, transaction
from farol.kit.permission import SYSTEM, Actor

from .attach import Spent, attach_in, tell

SAMPLE = 2_000
"""Tickets that a preview looks at."""


async def look(kit: Kit, scope: Scope) -> tuple[int, int, int]:
    """How many of the newest open tickets a scope surely and perhaps means, and at how many it looked. Nothing is changed.

    Raises ScopeAsksNothing.
    """
    if not scope.asks:
        raise ScopeAsksNothing
    found = await ticket_store.sample(kit.db, scope.since, SAMPLE)
    fits = [matching.fit(scope, facts) for facts in found]
    return fits.count("sure"), fits.count("maybe"), len(found)


async def scan(kit: Kit, incident_id: int) -> None:
    """Searches to the end."""
    while await scan_some(kit, incident_id):
        pass


async def scan_some(kit: Kit, incident_id: int) -> bool:
    """The next tickets; whether there are more. Two workers at once take turns."""

    async def run() -> tuple[bool, Spent]:
        async with transaction(kit.db) as tx:
            at = await tx.fetchrow(store.SCAN_LOCK, incident_id)
            incident = await store.incident(tx, incident_id)
            if at is None or incident is None:
                return False, []
            found = await ticket_store.candidates(tx, at["after_id"], at["upto_id"], incident.scope.since, BATCH) if incident.open else []
            fits = {facts.id: matching.fit(incident.scope, facts) for facts in found}
            who = Actor("staff", incident.declared_by, frozenset())
            spent = await attach_in(tx, who, incident_id, [id_ for id_, fit in fits.items() if fit == "sure"], "scan")
            maybe = [id_ for id_, fit in fits.items() if fit == "maybe"]
            proposed = await tx.fetch(ticket_store.PROPOSE, incident_id, maybe, "scan", SYSTEM.ref) if maybe else []
            after = found[-1].id if found else at["upto_id"]
            await tx.execute(store.MOVE_SCAN, incident_id, after, len(found), len(spent), len(proposed), not found)
            return bool(found), spent

    more, spent = await again(run)
    await tell(kit, spent)
    return more

"""Ladders are made, changed and taken out of use."""

import asyncpg

from farol.core.people.model import RIGHTS
from farol.core.reasons import reasons
from farol.core.tickets.model import SEVERITIES
from farol.desk.escalation import defaults, ladder_store
from farol.desk.escalation.events import LadderRemoved, LadderSaved
from farol.desk.escalation.model import MOST_STEPS, Ladder
from farol.desk.escalation.problems import LadderForNobody, LadderNameTaken
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit
from farol.kit.permission import SYSTEM, Actor, Can
from farol.kit.problem import NotFound


async def save_ladder(kit: Kit, actor: Actor, ladder: Ladder, id_: int | None = None) -> int:
    """Adds a ladder or changes one: its id. Escalations under way keep the steps they began with.

    Raises LadderForNobody, LadderNameTaken, NotFound.
    """
    known = await ladder_store.known(kit.db)
    _check(ladder, known["teams"], known["staff"])
    try:
        async with transaction(kit.db) as tx:
            return await _put(tx, actor, ladder, id_)
    except asyncpg.UniqueViolationError:
        raise LadderNameTaken from None


async def remove_ladder(kit: Kit, actor: Actor, id_: int) -> None:
    """Takes a ladder out of use; escalations on it go on. Raises NotFound."""
    async with transaction(kit.db) as tx:
        name = await tx.fetchval(ladder_store.REMOVE, id_)
        if name is None:
            raise NotFound
        await emit(tx, f"ladder:{id_}", actor, LadderRemoved(name))


async def seed(kit: Kit) -> None:
    """The default ladders, where there has never been one."""
    async with transaction(kit.db) as tx:
        await tx.execute(ladder_store.GUARD)
        if not await tx.fetchval(ladder_store.ANY):
            for ladder in defaults.LADDERS:
                await _put(tx, SYSTEM, ladder, None)


async def _put(tx: Tx, actor: Actor, ladder: Ladder, id_: int | None) -> int:
    saved = await ladder_store.save(tx, id_, ladder, actor.ref)
    if saved is None:
        raise NotFound
    await emit(tx, f"ladder:{saved}", actor, LadderSaved(ladder.name, len(ladder.steps)))
    return saved


def _check(ladder: Ladder, teams: set[str], staff: set[str]) -> None:
    """A ladder names what exists, and its steps people who may own one."""
    if not 1 <= len(ladder.steps) <= MOST_STEPS:
        raise LadderForNobody(why=f"wanted 1 to {MOST_STEPS} steps")
    for reason in ladder.reasons:
        if not any(code.startswith(reason) for code in reasons()):
            raise LadderForNobody(why=f"no reason begins with “{reason}”")
    for severity in set(ladder.severities) - set(SEVERITIES):
        raise LadderForNobody(why=f"there is no severity “{severity}”")
    for team in set(ladder.teams) - teams:
        raise LadderForNobody(why=f"there is no team “{team}”")
    for step in ladder.steps:
        owner = step.owner
        if owner.kind == "person" and owner.key not in staff:
            raise LadderForNobody(why="somebody it names does not work here")
        if owner.kind == "role" and Can.ESCALATION_WORK not in RIGHTS.get(owner.key, ()):
            raise LadderForNobody(why=f"nobody of the role “{owner.key}” may own a step")
        if owner.kind == "lead" and owner.key and owner.key not in teams:
            raise LadderForNobody(why=f"there is no team “{owner.key}”")

"""Who works where, and where they are."""

from datetime import timedelta

from farol.desk.queue import team_store
from farol.desk.queue.events import StaffPlaced, TeamChanged
from farol.desk.queue.model import BACK_S, GONE_S, Skill, Team
from farol.desk.queue.problems import NoSuchTeam
from farol.desk.queue.telling import After, push
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound

from .offers import change_state


async def set_state(kit: Kit, actor: Actor, state: str, note: str = "") -> None:
    """The acting agent is available, busy, away or offline from now on; saying so again only shows that they are there."""
    after, now = After(), clock.now()
    async with transaction(kit.db) as tx:
        was = await team_store.state(tx, actor.id, lock=True)
        if was and (was.state, was.note) == (state, note):
            await tx.execute(team_store.SEEN, [actor.id], now)
            return
        await change_state(tx, actor, actor.id, state, note, now, after)
    await after.say(kit)
    await push(kit)


async def notice(kit: Kit, staff_ids: list[int]) -> None:
    """These staff have a connected screen. Who was offline only for want of one, and not for long, is back."""
    after, now = After(), clock.now()
    await kit.db.execute(team_store.SEEN, staff_ids, now)
    async with transaction(kit.db) as tx:
        back = await tx.fetch(team_store.BACK, staff_ids, now - timedelta(seconds=BACK_S))
        for row in back:
            await change_state(tx, SYSTEM, row["staff_id"], row["was"], "screen connected again", now, after)
    await after.say(kit)
    if back:
        await push(kit)


async def mark_gone(kit: Kit) -> int:
    """Whoever had no connected screen for a minute is offline; returns how many."""
    after, now = After(), clock.now()
    async with transaction(kit.db) as tx:
        gone = [row["staff_id"] for row in await tx.fetch(team_store.GONE, now - timedelta(seconds=GONE_S))]
        for staff_id in gone:
            await change_state(tx, SYSTEM, staff_id, "offline", "no screen connected", now, after)
    await after.say(kit)
    return len(gone)


async def add_team(kit: Kit, actor: Actor, team: Team) -> int:
    """Makes a team, or changes the one with this key: its id."""
    async with transaction(kit.db) as tx:
        team_id: int = await tx.fetchval(
            team_store.ADD_TEAM, team.key, team.zh, team.en, team.reasons, team.languages, team.slots, team.bounce_s,
            team.return_s, team.fallback_s)
        await emit(tx, f"team:{team_id}", actor, TeamChanged(team.key))
    return team_id


async def place_staff(kit: Kit, actor: Actor, staff_id: int, team_keys: list[str], skills: list[Skill]) -> None:
    """Sets somebody's teams and skills; what is not named is taken away. Raises NotFound, NoSuchTeam."""
    async with transaction(kit.db) as tx:
        if not await tx.fetchval(team_store.IS_STAFF, staff_id):
            raise NotFound
        known = {team.key: team.id for team in await team_store.teams(tx)}
        for key in team_keys:
            if key not in known:
                raise NoSuchTeam(key=key)
        ids = [known[key] for key in team_keys]
        await tx.execute(team_store.LEAVE_TEAMS, staff_id, ids)
        await tx.execute(team_store.JOIN_TEAMS, staff_id, ids, actor.ref)
        await tx.execute(team_store.FORGET_SKILLS, staff_id)
        best = {(s.language, s.topic): s for s in sorted(skills, key=lambda s: s.level)}
        for skill in best.values():
            await tx.execute(team_store.LEARN_SKILL, staff_id, skill.language, skill.topic, skill.level, actor.ref)
        told = [f"{s.language} {s.topic or '*'} {s.level}" for s in best.values()]
        await emit(tx, f"staff:{staff_id}", actor, StaffPlaced(team_keys, told))
    await push(kit)

"""Calendars and policies: made, changed, taken out of use."""

from pathlib import Path
from pkgutil import iter_modules
from zoneinfo import available_timezones

import asyncpg
import msgspec

from farol.core.reasons import reasons
from farol.core.tickets.model import SEVERITIES
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import emit
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import Invalid, NotFound

from .. import defaults, rule_store
from ..events import CalendarRemoved, CalendarSaved, PolicyRemoved, PolicySaved
from ..hours import Calendar
from ..model import KINDS, LONGEST_BUDGET_S, Policy
from ..problems import (
    CalendarInUse,
    CalendarInvalid,
    CalendarNeverOpen,
    PolicyForNobody,
    PolicyPromisesNothing,
    PolicyTaken,
    SlaNameTaken,
)

CHANNELS = {module.name for module in iter_modules([str(Path(__file__).parents[3] / "channels")])}
"""A ticket's channel has the name of the channel's folder; no list of them is kept here."""
CONDITIONS = ("tiers", "severities", "channels", "reasons")


async def save_calendar(kit: Kit, actor: Actor, calendar: Calendar, id_: int | None = None) -> int:
    """Adds a calendar or changes one: its id. Raises CalendarInvalid, CalendarNeverOpen, SlaNameTaken, NotFound."""
    _check_calendar(calendar)
    try:
        async with db.transaction(kit.db) as tx:
            await rule_store.lock(tx)
            return await _put_calendar(tx, actor, calendar, id_)
    except asyncpg.UniqueViolationError:
        raise SlaNameTaken from None


async def _put_calendar(tx: Tx, actor: Actor, calendar: Calendar, id_: int | None) -> int:
    saved = await rule_store.save_calendar(tx, id_, calendar)
    if saved is None:
        raise NotFound
    hours = [msgspec.structs.asdict(span) for span in calendar.hours]
    event = CalendarSaved(calendar.name, calendar.zone, calendar.always, hours, [str(d) for d in sorted(calendar.holidays)])
    await emit(tx, f"sla_calendar:{saved}", actor, event)
    return saved


async def remove_calendar(kit: Kit, actor: Actor, id_: int) -> None:
    """Takes a calendar out of use. Raises CalendarInUse, NotFound."""
    async with db.transaction(kit.db) as tx:
        await rule_store.lock(tx)
        if any(p.calendar_id == id_ for p in await rule_store.policies(tx)):
            raise CalendarInUse
        name = await rule_store.remove_calendar(tx, id_)
        if name is None:
            raise NotFound
        await emit(tx, f"sla_calendar:{id_}", actor, CalendarRemoved(name))


async def save_policy(kit: Kit, actor: Actor, policy: Policy, id_: int | None = None) -> int:
    """Adds a policy or changes one: its id. Clocks that run keep the plan they have.

    Raises PolicyForNobody, PolicyTaken, PolicyPromisesNothing, SlaNameTaken, Invalid, NotFound.
    """
    _check_policy(policy)
    try:
        async with db.transaction(kit.db) as tx:
            await rule_store.lock(tx)
            if policy.calendar_id not in {c.id for c in await rule_store.calendars(tx)}:
                raise Invalid(errors=[{"field": "calendar_id", "why": "no such calendar"}])
            for other in await rule_store.policies(tx):
                if other.id != id_ and _conditions(other) == _conditions(policy):
                    raise PolicyTaken(other=other.name)
            return await _put_policy(tx, actor, policy, id_)
    except asyncpg.UniqueViolationError:
        raise SlaNameTaken from None


async def _put_policy(tx: Tx, actor: Actor, policy: Policy, id_: int | None) -> int:
    saved = await rule_store.save_policy(tx, id_, policy)
    if saved is None:
        raise NotFound
    fields = {k: v for k, v in msgspec.structs.asdict(policy).items() if k not in ("id", "name")}
    await emit(tx, f"sla_policy:{saved}", actor, PolicySaved(policy.name, fields))
    return saved


async def remove_policy(kit: Kit, actor: Actor, id_: int) -> None:
    """Takes a policy out of use; clocks that run by it go on. Raises NotFound."""
    async with db.transaction(kit.db) as tx:
        await rule_store.lock(tx)
        name = await rule_store.remove_policy(tx, id_)
        if name is None:
            raise NotFound
        await emit(tx, f"sla_policy:{id_}", actor, PolicyRemoved(name))


async def seed(kit: Kit) -> None:
    """The default policies, where there has never been a calendar."""
    async with db.transaction(kit.db) as tx:
        await rule_store.lock(tx)
        if await rule_store.calendars(tx, removed=True):
            return
        always = await _put_calendar(tx, SYSTEM, defaults.ALWAYS, None)
        for policy in defaults.POLICIES:
            await _put_policy(tx, SYSTEM, msgspec.structs.replace(policy, calendar_id=always), None)


def _conditions(policy: Policy) -> tuple[frozenset[str] | None, ...]:
    wanted = (getattr(policy, name) for name in CONDITIONS)
    return tuple(None if each is None else frozenset(map(str.casefold, each)) for each in wanted)


def _check_calendar(calendar: Calendar) -> None:
    if calendar.zone not in available_timezones():
        raise CalendarInvalid(why="no such time zone")
    if calendar.always:
        return
    for before, after in zip(sorted(calendar.hours), sorted(calendar.hours)[1:], strict=False):
        if before.day == after.day and after.open < before.close:
            raise CalendarInvalid(why="two spans of the same day overlap")
    if sum(span.close - span.open for span in calendar.hours) < 60:
        raise CalendarNeverOpen


def _check_policy(policy: Policy) -> None:
    for name in CONDITIONS:
        wanted = getattr(policy, name)
        if wanted is not None and not any(each.strip() for each in wanted):
            raise PolicyForNobody(why=f"{name} is empty")
    known = {"severities": set(SEVERITIES), "channels": CHANNELS,
             "reasons": set(reasons()) | {code.split(".")[0] for code in reasons()}}
    for name, values in known.items():
        for each in getattr(policy, name) or ():
            if each not in values:
                raise PolicyForNobody(why=f"{name} has no “{each}”")
    budgets = [policy.budget(kind) for kind in KINDS]
    if not any(budgets):
        raise PolicyPromisesNothing
    for kind, budget in zip(KINDS, budgets, strict=True):
        if budget is not None and not 0 < budget <= LONGEST_BUDGET_S:
            raise Invalid(errors=[{"field": f"{kind}_s", "why": f"wanted 1 to {LONGEST_BUDGET_S} seconds"}])

"""Statements on policies and calendars."""

from typing import Any

import msgspec

from farol.kit.db import Reads

from .hours import Calendar, Span
from .model import Policy, Rules

CALENDARS = "select id, name, zone, always, hours, holidays, removed_at from sla_calendar order by lower(name)"
POLICIES = """
select id, name, calendar_id, tiers, severities, channels, reasons, first_reply_s, next_reply_s, resolve_s, update_s, pause_cap_s
from sla_policy where removed_at is null order by id"""
RULES = """
select (select coalesce(jsonb_agg(to_jsonb(p) order by p.id), '[]') from sla_policy p where p.removed_at is null) as policies,
  (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from sla_calendar c) as calendars"""
LOCK = "select pg_advisory_xact_lock(hashtext('sla_rules'))"
ADD_CALENDAR = "insert into sla_calendar (name, zone, always, hours, holidays) values ($1, $2, $3, $4, $5) returning id"
SET_CALENDAR = """
update sla_calendar set name = $2, zone = $3, always = $4, hours = $5, holidays = $6 where id = $1 and removed_at is null returning id"""
REMOVE_CALENDAR = "update sla_calendar set removed_at = now() where id = $1 and removed_at is null returning name"
ADD_POLICY = """
insert into sla_policy (name, calendar_id, tiers, severities, channels, reasons, first_reply_s, next_reply_s, resolve_s, update_s,
  pause_cap_s) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id"""
SET_POLICY = """
update sla_policy set name = $2, calendar_id = $3, tiers = $4, severities = $5, channels = $6, reasons = $7, first_reply_s = $8,
  next_reply_s = $9, resolve_s = $10, update_s = $11, pause_cap_s = $12 where id = $1 and removed_at is null returning id"""
REMOVE_POLICY = "update sla_policy set removed_at = now() where id = $1 and removed_at is null returning name"


async def calendars(db: Reads, *, removed: bool = False) -> list[Calendar]:
    """All calendars by name. removed: with those that cannot be chosen any more."""
    return [_calendar(r) for r in await db.fetch(CALENDARS) if removed or r["removed_at"] is None]


def _calendar(r: Any) -> Calendar:
    return Calendar(r["id"], r["name"], r["zone"], r["always"], msgspec.convert(r["hours"], tuple[Span, ...]), frozenset(r["holidays"]))


async def policies(db: Reads) -> list[Policy]:
    """All policies in force, oldest first."""
    return [Policy(**dict(r)) for r in await db.fetch(POLICIES)]


async def rules(db: Reads) -> Rules:
    """Everything clocks are measured by."""
    row = await db.fetchrow(RULES)
    assert row
    return Rules(msgspec.convert(row["policies"], list[Policy]), {c.id: c for c in msgspec.convert(row["calendars"], list[Calendar])})


async def lock(db: Reads) -> None:
    """One change of the rules at a time: what one of them checks, another may not move meanwhile."""
    await db.execute(LOCK)


async def save_calendar(db: Reads, id_: int | None, c: Calendar) -> int | None:
    """Adds a calendar, or changes the one with the id: its id, None when that is gone."""
    values = (c.name, c.zone, c.always, c.hours, sorted(c.holidays))
    found: int | None = await (db.fetchval(ADD_CALENDAR, *values) if id_ is None else db.fetchval(SET_CALENDAR, id_, *values))
    return found


async def remove_calendar(db: Reads, id_: int) -> str | None:
    """Takes a calendar out of use: its name, None when it was not there."""
    name: str | None = await db.fetchval(REMOVE_CALENDAR, id_)
    return name


async def save_policy(db: Reads, id_: int | None, p: Policy) -> int | None:
    """Adds a policy, or changes the one with the id: its id, None when that is gone."""
    values = (p.name, p.calendar_id, p.tiers, p.severities, p.channels, p.reasons, p.first_reply_s, p.next_reply_s, p.resolve_s,
              p.update_s, p.pause_cap_s)
    found: int | None = await (db.fetchval(ADD_POLICY, *values) if id_ is None else db.fetchval(SET_POLICY, id_, *values))
    return found


async def remove_policy(db: Reads, id_: int) -> str | None:
    """Takes a policy out of use: its name, None when it was not there."""
    name: str | None = await db.fetchval(REMOVE_POLICY, id_)
    return name

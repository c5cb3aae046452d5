"""Statements on the assistant's settings, cases and turns. Lock order: the ticket, then its case."""

from datetime import datetime
from typing import Any

import msgspec

from farol.kit.db import Reads, one

from .model import DEFAULT, Case, Parts, Rules, Stage, Turn

RULES = "select active, channels, languages, to_people, misses, version from assistant_setting"
SET = """
insert into assistant_setting as a (active, channels, languages, to_people, misses, set_by) values ($1, $2, $3, $4, $5, $6)
on conflict (here) do update set active = $1, channels = $2, languages = $3, to_people = $4, misses = $5, set_by = $6,
  version = a.version + 1, at = now()
where a.version = $7 returning version"""
CASE = """
select state, why, reason, language, misses, asked, flow, slots, offered, summary from assistant_case where ticket_id = $1"""
KEEP_CASE = """
insert into assistant_case as c (ticket_id, state, why, reason, language, misses, asked, flow, slots, offered, summary, handed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, case when $2 = 'handed' then now() end)
on conflict (ticket_id) do update set state = excluded.state, why = excluded.why, reason = excluded.reason, language = excluded.language,
  misses = excluded.misses, asked = excluded.asked, flow = excluded.flow, slots = excluded.slots, offered = excluded.offered,
  summary = excluded.summary, handed_at = coalesce(c.handed_at, excluded.handed_at)"""
KEEP_TURN = """
insert into assistant_turn (ticket_id, seq, reply_seq, kind, reason, language, parts, stages, took_us, model)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning true"""
TURNS = """
select seq, reply_seq, kind, reason, language, parts, stages, took_us, model, at from assistant_turn where ticket_id = $1 order by seq desc limit $2"""
SHOWN = """
select reply_seq, parts from assistant_turn where ticket_id = $1 and reply_seq is not null and parts is not null order by reply_seq desc limit $2"""
PARTS_AT = "select parts from assistant_turn where ticket_id = $1 and reply_seq = $2 and parts is not null"


async def rules(db: Reads) -> Rules:
    """Whether and where it answers; the default until somebody set it."""
    return await one(db, Rules, RULES) or DEFAULT


async def set_rules(db: Reads, new: Rules, set_by: str) -> int | None:
    """Sets others, if it still has that version: the new version."""
    version: int | None = await db.fetchval(
        SET, new.active, new.channels, new.languages, new.to_people, new.misses, set_by, new.version)
    return version


async def case(db: Reads, ticket_id: int) -> Case | None:
    """The assistant in that ticket; None where it never did anything."""
    row = await db.fetchrow(CASE, ticket_id)
    return msgspec.convert(dict(row), Case) if row else None


async def keep_case(db: Reads, ticket_id: int, kept: Case) -> None:
    """Keeps how it stands."""
    await db.execute(
        KEEP_CASE, ticket_id, kept.state, kept.why, kept.reason, kept.language, kept.misses, kept.asked, kept.flow, kept.slots,
        msgspec.to_builtins(kept.offered), msgspec.to_builtins(kept.summary))


async def parts_at(db: Reads, ticket_id: int, seq: int) -> Parts | None:
    """What a screen that can draw shows in place of this message; None when it is not the assistant's."""
    row = await db.fetchrow(PARTS_AT, ticket_id, seq)
    return msgspec.convert(row["parts"], Parts) if row else None


async def keep_turn(db: Reads, ticket_id: int, turn: Turn) -> bool:
    """Keeps a turn; False when one about this message is kept already."""
    return bool(await db.fetchval(
        KEEP_TURN, ticket_id, turn.seq, turn.reply_seq, turn.kind, turn.reason, turn.language, msgspec.to_builtins(turn.parts),
        msgspec.to_builtins(turn.stages), turn.took_us, turn.model))


async def turns(db: Reads, ticket_id: int, most: int) -> list[Turn]:
    """The last turns, oldest first."""
    return [_turn(row) for row in reversed(await db.fetch(TURNS, ticket_id, most))]


async def shown(db: Reads, ticket_id: int, most: int) -> dict[int, Parts]:
    """What screens draw, by the seq of the assistant's message."""
    return {row["reply_seq"]: msgspec.convert(row["parts"], Parts) for row in await db.fetch(SHOWN, ticket_id, most)}


def _turn(row: Any) -> Turn:
    at: datetime = row["at"]
    return Turn(
        row["seq"], row["reply_seq"], row["kind"], row["reason"], row["language"],
        msgspec.convert(row["parts"], Parts) if row["parts"] else None, msgspec.convert(row["stages"], list[Stage]), row["took_us"],
        row["model"], at)

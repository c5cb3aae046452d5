"""Statements on models that learnt, and on when one was made last. Lock order: the night, then models by id."""

from datetime import datetime, timedelta
from typing import Any

import msgspec

from farol.kit.db import Reads, Tx

from .model import KEEP_CANDIDATES, KEEP_PREVIOUS, SHIPPED, Shadow, Shipped, State, Version, version_of

BEGIN = """
insert into learning_night as n (begun_at) values ($1) on conflict (here) do update set begun_at = $1 where n.begun_at <= $2 returning true"""
NEWEST = "select card->>'digest' from learning_model order by made_at desc, id desc limit 1"
JUDGED = "select frozen from learning_base"
BASE = "insert into learning_base (frozen, shadow) values ($1, $2) on conflict do nothing"
BASE_OF = "select shadow from learning_base where frozen = $1"
NEWEST_BASE = "select shadow - 'hits' as shadow, at from learning_base order by at desc limit 1"
ADD = """
insert into learning_model (state, told, arrays, card, frozen, shadow, learnt, why) values ('candidate', $1, $2, $3, $4, $5, $6, $7) returning id"""
LOCK = "select id, state, frozen, shadow from learning_model order by id for update"
LEAVES = "update learning_model set state = 'previous' where state = 'serving'"
SERVES = "update learning_model set state = 'serving', set_at = now(), set_by = $2, reason = $3 where id = $1"
SERVING = "select coalesce((select id from learning_model where state = 'serving'), 0)"
FILES = "select told, arrays from learning_model where id = $1"
VERSIONS = """
select id, state, card, frozen, shadow - 'hits' as shadow, learnt - 'sentences' as learnt, why, made_at, set_at, reason,
  coalesce((select s.name from staff s where 'staff:' || s.id = m.set_by), m.set_by) as set_by
from learning_model m order by state = 'serving' desc, coalesce(set_at, made_at) desc, id desc limit 20"""
TRIM = """
delete from learning_model where id in (
  select id from (select id, state, row_number() over (partition by state order by coalesce(set_at, made_at) desc, id desc) as place from learning_model) m
  where (state = 'previous' and place > $1) or (state = 'candidate' and place > $2))"""

# Models that learnt from words which are kept no longer; see ``choosing.mark`` for what stands in ``sentences``.
FORGOTTEN = """
with kept as materialized (select distinct left(encode(sha256(convert_to(words, 'UTF8')), 'hex'), 16) as mark from learning_label where words <> '')
select m.id from learning_model m where exists (
  select from jsonb_array_elements_text(coalesce(m.learnt->'sentences', '[]')) f(mark) where not exists (select from kept k where k.mark = f.mark))"""
DROP = "delete from learning_model where id = any($1::bigint[]) and state <> 'serving'"


class Held(msgspec.Struct, frozen=True):
    """A model while the table is locked."""

    id: int
    state: State
    frozen: str
    shadow: Shadow


async def begin(db: Reads, now: datetime, apart: timedelta) -> bool:
    """Whether the caller may train now: the last training was begun at least so long ago."""
    return bool(await db.fetchval(BEGIN, now, now - apart))


async def newest(db: Reads) -> str:
    """Digest of the model made last; empty for none."""
    return await db.fetchval(NEWEST) or ""


async def judged(db: Reads) -> list[str]:
    """Frozen sentences on which the product's own model was judged."""
    return [row["frozen"] for row in await db.fetch(JUDGED)]


async def keep_base(tx: Tx, frozen: str, shadow: Shadow) -> None:
    """How the product's own model does there."""
    await tx.execute(BASE, frozen, msgspec.to_builtins(shadow))


async def base_of(db: Reads, frozen: str) -> Shadow | None:
    """How the product's own model does there, where it was asked."""
    found = await db.fetchval(BASE_OF, frozen)
    return msgspec.convert(found, Shadow) if found else None


async def shipped(db: Reads) -> Shipped:
    """How it did last."""
    row = await db.fetchrow(NEWEST_BASE)
    return Shipped(msgspec.convert(row["shadow"], Shadow), row["at"]) if row else Shipped(None, None)


async def add(
    tx: Tx, files: tuple[bytes, bytes], card: Any, frozen: str, shadow: Shadow, learnt: dict[str, Any], why: list[str],
) -> int:
    """A candidate; its id."""
    made: int = await tx.fetchval(ADD, *files, msgspec.to_builtins(card), frozen, msgspec.to_builtins(shadow), learnt, why)
    return made


async def lock(tx: Tx) -> list[Held]:
    """Every model, held until the transaction ends."""
    return [Held(row["id"], row["state"], row["frozen"], msgspec.convert(row["shadow"], Shadow)) for row in await tx.fetch(LOCK)]


async def serve(tx: Tx, model_id: int, by: str, reason: str) -> None:
    """Lets a model answer, or the product's own; drops the oldest of those kept to go back to."""
    await tx.execute(LEAVES)
    if model_id != SHIPPED:
        await tx.execute(SERVES, model_id, by, reason)
    await trim(tx)


async def trim(tx: Tx) -> None:
    """Drops models that nobody goes back to."""
    await tx.execute(TRIM, KEEP_PREVIOUS, KEEP_CANDIDATES)


async def forgotten(db: Reads) -> set[int]:
    """Models that learnt from words which were taken back since, or whose time is over."""
    return {row["id"] for row in await db.fetch(FORGOTTEN)}


async def drop(tx: Tx, model_ids: set[int]) -> None:
    """Takes models away, except the one that answers."""
    await tx.execute(DROP, sorted(model_ids))


async def serving(db: Reads) -> int:
    """The model that answers; 0 for the product's own."""
    found: int = await db.fetchval(SERVING)
    return found


async def files(db: Reads, model_id: int) -> tuple[bytes, bytes] | None:
    """What ``shelf`` keeps: what is told of the model, and its arrays."""
    row = await db.fetchrow(FILES, model_id)
    return (row["told"], row["arrays"]) if row else None


async def versions(db: Reads) -> list[Version]:
    """The one that answers first, then the newest."""
    return [version_of(dict(row)) for row in await db.fetch(VERSIONS)]

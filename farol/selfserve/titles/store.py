"""Statements about trials: what runs, how each stands, and how it goes on."""

from collections.abc import Sequence

import msgspec

from farol.kit.db import Reads, Tx, every, one

from .model import Outcome, Trial, Variant

RUNNING = """
select t.id, a.slug, t.language, array_agg(v.title order by v.place) as titles
from title_trial t join article a on a.id = t.article_id join title_variant v on v.trial_id = t.id
where t.ended_at is null and t.started_at is not null group by t.id, a.slug"""
_TRIAL = """
select t.id, t.article_id, a.slug, t.language, t.by_id, s.name as by, t.at, t.started_at, t.p, t.winner, t.decided_at, t.ended_at, t.outcome
from title_trial t join article a on a.id = t.article_id join staff s on s.id = t.by_id """
TRIALS = _TRIAL + "where t.ended_at is null or $1 order by t.ended_at is not null, coalesce(t.ended_at, t.at) desc, t.id desc limit $2"
TRIAL = _TRIAL + "where t.id = $1 for update of t"
OPEN = _TRIAL + "where t.article_id = $1 and t.ended_at is null order by t.id for update of t"
VARIANTS = """
select v.trial_id, v.place, v.title, v.shown + count(s.visitor) as shown, v.opened + count(s.visitor) filter (where s.opened) as opened
from title_variant v left join title_showing s on s.trial_id = v.trial_id and s.place = v.place
where v.trial_id = any($1::bigint[]) group by v.trial_id, v.place order by v.trial_id, v.place"""
COUNT = "select count(*) from title_trial where ended_at is null"
ADD = """
insert into title_trial (article_id, language, by_id) values ($1, $2, $3)
on conflict (article_id, language) where ended_at is null do nothing returning id"""
ADD_VARIANTS = """
insert into title_variant (trial_id, place, title)
select $1, n - 1, title from unnest($2::text[]) with ordinality u(title, n)"""
START = "update title_trial set started_at = now(), started_by = $2 where id = $1 and started_at is null and ended_at is null returning id"
JUDGE = "update title_trial set p = least(p, $2) where id = $1 and ended_at is null"
DECIDE = "update title_trial set winner = $2, decided_at = now() where id = $1 and winner is null and ended_at is null returning id"
END = "update title_trial set ended_at = now(), ended_by = $2, outcome = $3 where id = $1 and ended_at is null returning id"


class Running(msgspec.Struct, frozen=True):
    """What a process has to know to show titles. titles: by place."""

    id: int
    slug: str
    language: str
    titles: list[str]


async def running(db: Reads) -> list[Running]:
    """Every trial that visitors take part in."""
    return await every(db, Running, RUNNING)


async def trials(db: Reads, most: int, *, ended: bool = True) -> list[Trial]:
    """Those that run or wait first, then, ``ended``, those that are over, each the newest first."""
    return await every(db, Trial, TRIALS, ended, most)


async def trial(tx: Tx, id_: int) -> Trial | None:
    """A trial, locked until the transaction ends."""
    return await one(tx, Trial, TRIAL, id_)


async def open_of(tx: Tx, article_id: int) -> list[Trial]:
    """The trials of an article that have not ended, locked."""
    return await every(tx, Trial, OPEN, article_id)


async def variants(db: Reads, ids: Sequence[int]) -> dict[int, list[Variant]]:
    """The titles of these trials with their numbers, by place."""
    found: dict[int, list[Variant]] = {}
    for variant in await every(db, Variant, VARIANTS, list(ids)) if ids else ():
        found.setdefault(variant.trial_id, []).append(variant)
    return found


async def count(db: Reads) -> int:
    """How many run or wait."""
    return int(await db.fetchval(COUNT))


async def add(tx: Tx, article_id: int, language: str, staff_id: int, titles: list[str]) -> int | None:
    """A new trial's id, which waits; None where one is open already."""
    made: int | None = await tx.fetchval(ADD, article_id, language, staff_id)
    if made is not None:
        await tx.execute(ADD_VARIANTS, made, titles)
    return made


async def start(tx: Tx, id_: int, staff_id: int) -> bool:
    """It runs from now on; whether it was waiting."""
    return await tx.fetchval(START, id_, staff_id) is not None


async def judge(tx: Tx, id_: int, p: float) -> None:
    """Keeps the least p."""
    await tx.execute(JUDGE, id_, p)


async def decide(tx: Tx, id_: int, winner: int) -> bool:
    """It is decided for good; whether it was not yet."""
    return await tx.fetchval(DECIDE, id_, winner) is not None


async def end(tx: Tx, id_: int, by: str, outcome: Outcome) -> bool:
    """It is over; whether it was not yet."""
    return await tx.fetchval(END, id_, by, outcome) is not None

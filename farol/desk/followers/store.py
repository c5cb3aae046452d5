"""Statements of followers and of whom a note can name."""

from typing import Any

from farol.kit.db import Reads, every

from .model import Follower, Person, Team

FOLLOWERS = """
select f.staff_id as id, s.name, f.why, f.at from follower f join staff s on s.id = f.staff_id
where f.ticket_id = $1 and s.disabled_at is null order by f.at, f.staff_id limit 200"""
IDS = """
select f.staff_id from follower f join staff s on s.id = f.staff_id where f.ticket_id = $1 and s.disabled_at is null"""
# The ticket's row is locked first, so that its numbers and its followers move together.
FOLLOW = """
with t as materialized (select id from ticket where id = $1 for no key update)
insert into follower (ticket_id, staff_id, why)
select t.id, s.id, $3 from t join staff s on s.id = any($2::bigint[]) and s.disabled_at is null
on conflict (ticket_id, staff_id) do nothing returning staff_id"""
UNFOLLOW = "delete from follower where ticket_id = $1 and staff_id = $2 returning staff_id"
LOCK = "select id from ticket where id = $1 for no key update"
PEOPLE = "select id, name, role, alias from staff where disabled_at is null order by name, id"
TEAMS = """
select t.key, t.zh, t.en, coalesce(array_agg(m.staff_id) filter (where s.id is not null), '{}') as ids
from team t left join team_member m on m.team_id = t.id left join staff s on s.id = m.staff_id and s.disabled_at is null
group by t.id order by t.id"""
NOTE = "select body from message where ticket_id = $1 and seq = $2 and internal"
# When the customer began to wait for these words: all they write until they are answered is one thing to tell.
SAID = """
select m.body, t.number, coalesce((select max(o.seq) from message o
    where o.ticket_id = $1 and o.seq < $2 and o.author_kind = 'staff' and not o.internal), 0) as since
from message m join ticket t on t.id = m.ticket_id where m.ticket_id = $1 and m.seq = $2"""
NUMBER = "select number from ticket where id = $1"


async def followers(db: Reads, ticket_id: int) -> list[Follower]:
    """Who follows, the longest first."""
    return await every(db, Follower, FOLLOWERS, ticket_id)


async def ids(db: Reads, ticket_id: int) -> list[int]:
    """Who follows, by id."""
    return [row["staff_id"] for row in await db.fetch(IDS, ticket_id)]


async def follow(db: Reads, ticket_id: int, staff_ids: list[int], why: str) -> list[int]:
    """Makes them followers: who was none before."""
    return sorted(row["staff_id"] for row in await db.fetch(FOLLOW, ticket_id, staff_ids, why))


async def unfollow(db: Reads, ticket_id: int, staff_id: int) -> bool:
    """Whether they followed until now."""
    await db.execute(LOCK, ticket_id)
    return await db.fetchval(UNFOLLOW, ticket_id, staff_id) is not None

async def people(db: Reads) -> list[tuple[Person, str]]:
    """Everybody, with their alias."""
    return [(Person(r["id"], r["name"], r["role"]), r["alias"]) for r in await db.fetch(PEOPLE)]


async def teams(db: Reads) -> list[tuple[Team, list[int]]]:
    """Every team with its members."""
    return [(Team(r["key"], r["zh"], r["en"], len(r["ids"])), r["ids"]) for r in await db.fetch(TEAMS)]


async def note(db: Reads, ticket_id: int, seq: int) -> str | None:
    """A note's words."""
    words: str | None = await db.fetchval(NOTE, ticket_id, seq)
    return words


async def said(db: Reads, ticket_id: int, seq: int) -> Any:
    """A message's words, the ticket's number, and the seq of the last answer before it."""
    return await db.fetchrow(SAID, ticket_id, seq)


async def number(db: Reads, ticket_id: int) -> str:
    """What people call the ticket."""
    found: str = await db.fetchval(NUMBER, ticket_id)
    return found

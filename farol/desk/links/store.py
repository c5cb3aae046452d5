"""Statements of links. Lock order: links as a whole, then tickets by id."""

from typing import Any

from farol.core.tickets import visibility
from farol.core.tickets.visibility import SEEN
from farol.kit.db import Reads

from .model import BACK, MOST, Link, Other

LINKS = """
select l.id, l.kind, l.from_id = $1 as ours, l.at, l.made_by, t.id as other_id, t.number, t.subject, t.status, t.opened_at
from (select id, kind, from_id, to_id, at, made_by from ticket_link where from_id = $1 or to_id = $1) l
join ticket t on t.id = case when l.from_id = $1 then l.to_id else l.from_id end
cross join (select $2::bigint as id) viewer where """ + SEEN + """ order by l.id desc limit 200"""
OFFERED = """
select t.id, t.number, t.subject, t.status, t.opened_at
from ticket own join ticket t on t.customer_id = own.customer_id and t.id <> own.id
cross join (select $2::bigint as id) viewer
where own.id = $1 and not exists (select from ticket_link l where (l.from_id, l.to_id) in ((own.id, t.id), (t.id, own.id)))
  and """ + SEEN + """ order by t.id desc limit 10"""
ONE_AT_A_TIME = "select pg_advisory_xact_lock(hashtext('ticket_link'))"
LOCKED = "select id, number from ticket where id = any($1::bigint[]) order by id for no key update"
# Whether $2 leads to $1 by links of this kind: then one from $1 to $2 would close a circle.
LEADS_BACK = """
with recursive way as (
  select to_id from ticket_link where kind = $3 and from_id = $2
  union select l.to_id from way w join ticket_link l on l.from_id = w.to_id and l.kind = $3)
select exists (select from way where to_id = $1)"""
EXISTS = "select id from ticket_link where kind = $3 and from_id = $1 and to_id = $2"
COUNT = "select max(n)::int from (select count(*) as n from ticket_link where from_id = $1 or to_id = $1 union all select count(*) from ticket_link where from_id = $2 or to_id = $2) x"
ADD = "insert into ticket_link (kind, from_id, to_id, made_by) values ($1, $2, $3, $4) returning id"
REMOVE = "delete from ticket_link where id = $1 returning kind, from_id, to_id"
ENDS = "select from_id, to_id from ticket_link where id = $1"
NUMBERED = "select id from ticket where number = $1"
OF_LINK = "select from_id from ticket_link where id = $1"
visibility.BELONGS["link_id"] = OF_LINK


async def links(db: Reads, ticket_id: int, viewer: int | None) -> list[Link]:
    """A ticket's links to what the viewer may see, newest first."""
    return [Link(r["id"], r["kind"] if r["ours"] else BACK[r["kind"]], _other(r, r["other_id"]), r["at"], r["made_by"])
            for r in await db.fetch(LINKS, ticket_id, viewer)]


async def offered(db: Reads, ticket_id: int, viewer: int | None) -> list[Other]:
    """The same customer's other tickets without a link to this one."""
    return [_other(r, r["id"]) for r in await db.fetch(OFFERED, ticket_id, viewer)]


def _other(r: Any, id_: int) -> Other:
    return Other(id_, r["number"], r["subject"], r["status"], r["opened_at"])


async def numbered(db: Reads, number: str) -> int | None:
    """The ticket that people call by this number."""
    id_: int | None = await db.fetchval(NUMBERED, number)
    return id_


async def hold(db: Reads, one: int, other: int) -> dict[int, str]:
    """Holds all links as they are, and both tickets: their numbers by id, without those that do not exist."""
    await db.execute(ONE_AT_A_TIME)
    return {r["id"]: r["number"] for r in await db.fetch(LOCKED, [one, other])}


async def full(db: Reads, from_id: int, to_id: int) -> bool:
    """Whether one of the two has as many links as it may."""
    return (await db.fetchval(COUNT, from_id, to_id) or 0) >= MOST


async def linked(db: Reads, kind: str, from_id: int, to_id: int) -> bool:
    """Whether there is this link."""
    return await db.fetchval(EXISTS, from_id, to_id, kind) is not None


async def leads_back(db: Reads, kind: str, from_id: int, to_id: int) -> bool:
    """Whether a link of this kind would close a circle."""
    return bool(await db.fetchval(LEADS_BACK, from_id, to_id, kind))


async def add(db: Reads, kind: str, from_id: int, to_id: int, made_by: str) -> int:
    """A new link's id."""
    id_: int = await db.fetchval(ADD, kind, from_id, to_id, made_by)
    return id_


async def ends(db: Reads, link_id: int) -> tuple[int, int] | None:
    """Both tickets of a link."""
    row = await db.fetchrow(ENDS, link_id)
    return (row["from_id"], row["to_id"]) if row else None


async def remove(db: Reads, link_id: int) -> Any:
    """Takes a link away: its kind and ends, None when it was gone."""
    return await db.fetchrow(REMOVE, link_id)

"""Statements on partner keys and on tickets as partners see them."""

from datetime import datetime

import msgspec

from farol.kit.db import Reads, every, one

from .model import Key, PartnerTicket

ADD_KEY = """
insert into partner_key (name, shown, digest, scope, made_by) select $1, $2, $3, $4, $5
where (select count(*) from partner_key where revoked_at is null) < $6 returning id"""
KEY_COLUMNS = """
select k.id, k.name, k.shown, k.scope, k.made_at, coalesce(s.name, '') as made_by, k.used_at, k.revoked_at
from partner_key k left join staff s on s.id = k.made_by """
KEY = KEY_COLUMNS + "where k.id = $1"
KEYS = KEY_COLUMNS + "order by k.revoked_at is not null, k.id desc limit 200"
REVOKE = "update partner_key set revoked_at = now() where id = $1 and revoked_at is null returning digest"
HOLDER = """
update partner_key set used_at = case when used_at > now() - interval '1 minute' then used_at else now() end
where digest = $1 and revoked_at is null returning id, name, scope"""
REVOKED_LATELY = "select digest from partner_key where revoked_at > now() - interval '10 seconds'"

TICKET_COLUMNS = """
select t.number, c.uid as customer, t.subject, t.status, t.severity, t.reason, t.channel, t.language, t.opened_at, t.updated_at,
  t.waiting_since, t.first_reply_at, t.resolved_at, t.last_public_seq as last_seq
from ticket t join customer c on c.id = t.customer_id """
TICKET = TICKET_COLUMNS + "where t.number = $1"
TICKET_OF = TICKET_COLUMNS + "where t.id = $1"
TICKETS = TICKET_COLUMNS + """
where ($1::text is null or c.uid = $1) and ($2::text is null or t.status = $2)
  and ($3::timestamptz is null or (t.updated_at, t.number) < ($3, $4::text)) and t.merged_into is null
order by t.updated_at desc, t.number desc limit $5"""
WHOSE = "select id, customer_id from ticket where number = $1"
PAGE_END = """
select max(seq) filter (where n <= $3) as last, count(*) > $3 as more from (
  select seq, row_number() over (order by seq) as n from message where ticket_id = $1 and seq > $2 and not internal order by seq limit $3 + 1) m"""
MEET = """
insert into customer (uid, name, email, language, seen_at) values ($1, $2, $3, $4, now())
on conflict (uid) do update set name = coalesce(nullif($2, ''), customer.name), email = coalesce(nullif($3, ''), customer.email)
returning id"""
VISITOR = "select customer_id from partner_visitor where email = lower($1)"
ADD_VISITOR = "insert into partner_visitor (email, customer_id) values (lower($1), $2) on conflict do nothing"
FILE_IN = """
select exists (select from message m where m.ticket_id = $1 and m.files @> array[$2::uuid] and not m.internal)"""


class Holder(msgspec.Struct, frozen=True):
    """Who holds a key."""

    id: int
    name: str
    scope: str


async def add_key(db: Reads, name: str, shown: str, digest: bytes, scope: str, staff_id: int, most: int) -> int | None:
    """Keeps a key; None when there are too many."""
    id_: int | None = await db.fetchval(ADD_KEY, name, shown, digest, scope, staff_id, most)
    return id_


async def key(db: Reads, id_: int) -> Key | None:
    """One key."""
    return await one(db, Key, KEY, id_)


async def keys(db: Reads) -> list[Key]:
    """All keys, those in use first, the newest first."""
    return await every(db, Key, KEYS)


async def revoke(db: Reads, id_: int) -> bytes | None:
    """Ends a key: its digest; None when it had ended or never was."""
    digest: bytes | None = await db.fetchval(REVOKE, id_)
    return digest


async def holder(db: Reads, digest: bytes) -> Holder | None:
    """Whose key it is; its use is noted to the minute."""
    return await one(db, Holder, HOLDER, digest)


async def revoked_lately(db: Reads) -> list[bytes]:
    """Keys ended in the last ten seconds."""
    return [row["digest"] for row in await db.fetch(REVOKED_LATELY)]


async def ticket(db: Reads, number: str) -> PartnerTicket | None:
    """One ticket."""
    return await one(db, PartnerTicket, TICKET, number)


async def ticket_of(db: Reads, ticket_id: int) -> PartnerTicket | None:
    """One ticket by its row."""
    return await one(db, PartnerTicket, TICKET_OF, ticket_id)


async def tickets(
    db: Reads, uid: str | None, status: str | None, before: tuple[datetime, str] | None, most: int,
) -> list[PartnerTicket]:
    """Tickets of a customer, or of all, the one that changed last first."""
    at, number = before or (None, None)
    return await every(db, PartnerTicket, TICKETS, uid, status, at, number, most)


async def whose(db: Reads, number: str) -> tuple[int, int] | None:
    """A ticket's id and its customer's."""
    row = await db.fetchrow(WHOSE, number)
    return (row["id"], row["customer_id"]) if row else None


async def page_end(db: Reads, ticket_id: int, after: int, most: int) -> tuple[int, bool]:
    """The seq of the last of the next ``most`` public messages, 0 when there are none; and whether there are later ones."""
    row = await db.fetchrow(PAGE_END, ticket_id, after, most)
    assert row
    return row["last"] or 0, row["more"]


async def meet(db: Reads, uid: str, name: str, email: str, language: str) -> int:
    """The customer of a uid, created when new; what is not said stays as it is."""
    id_: int = await db.fetchval(MEET, uid, name, email, language)
    return id_


async def visitor(db: Reads, email: str) -> int | None:
    """The person without account whom partners named by this address before. Visitors of the web chat are never found."""
    id_: int | None = await db.fetchval(VISITOR, email)
    return id_


async def keep_visitor(db: Reads, email: str, customer_id: int) -> None:
    """From here on the address finds them."""
    await db.execute(ADD_VISITOR, email, customer_id)


async def has_file(db: Reads, ticket_id: int, file_id: object) -> bool:
    """Whether a public message of the ticket carries the file."""
    return bool(await db.fetchval(FILE_IN, ticket_id, file_id))

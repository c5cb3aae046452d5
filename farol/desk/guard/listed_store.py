"""Statements on what may stand in words to customers."""

from datetime import datetime
from typing import Any

import msgspec

from farol.kit.db import Reads, Tx, every

from .contacts import Contact, Kind

ROWS = "select kind, key from guard_allowed where ended_at is null limit 5000"
CONNECTED = "select account, settings from connection where state <> 'removed' limit 1000"
LETTERHEADS = "select content->>'address' as address from letterhead where content->>'address' <> '' limit 50"
ALL = """
select g.id, g.kind, g.written, g.why, s.name as added_by, g.at, e.name as ended_by, g.ended_at
from guard_allowed g join staff s on s.id = g.added_by left join staff e on e.id = g.ended_by
order by g.ended_at is not null, g.id desc limit 500"""
ADD = """
insert into guard_allowed (kind, key, written, why, added_by) values ($1, $2, $3, $4, $5)
on conflict (kind, key) where ended_at is null do nothing returning id"""
END = "update guard_allowed set ended_by = $2, ended_at = now() where id = $1 and ended_at is null returning kind, written"
THERE = "select id from guard_allowed where id = $1"
# Their own data: what the exchange knows of them, and what they wrote themselves, here or in another ticket of theirs.
OWN = """
select exists (select from ticket t join customer c on c.id = t.customer_id where t.id = $1
    and ($2 = lower(c.email) or (length($3) >= 7 and c.phone <> '' and regexp_replace(c.phone, '\\D', '', 'g') like '%' || $3)))
  or exists (select from ticket t join ticket o on o.customer_id = t.customer_id join message m on m.ticket_id = o.id
    where t.id = $1 and m.author_kind = 'customer' and (position($2 in lower(m.body)) > 0
      or (length($3) >= 7 and position($3 in regexp_replace(m.body, '\\D', '', 'g')) > 0)) limit 1)
  or ($4 and exists (select from ticket t join customer c on c.id = t.customer_id join core_event e on e.uid = c.uid
    where t.id = $1 and position($2 in lower(e.data::text)) > 0 limit 1))"""
# What stands in an article that everybody reads, in its latest version.
PUBLISHED = """
select exists (select from article a join lateral (
    select v.body from article_version v where v.article_id = a.id order by v.language, v.version desc limit 40) v on true
  where a.audience <> 'staff' and a.retired_at is null and (position($1 in lower(v.body)) > 0
    or (length($2) >= 7 and position($2 in regexp_replace(v.body, '\\D', '', 'g')) > 0)) limit 1)"""


class Listing(msgspec.Struct, frozen=True):
    """One of the list, with who put it there, and who took it off."""

    id: int
    kind: str
    written: str
    why: str
    added_by: str
    at: datetime
    ended_by: str | None
    ended_at: datetime | None


async def rows(db: Reads) -> list[tuple[str, str]]:
    """What people put on the list: kind and key."""
    return [(row["kind"], row["key"]) for row in await db.fetch(ROWS)]


async def connected(db: Reads) -> list[str]:
    """Names, numbers and addresses of ours at channels, as they were set there."""
    said: list[str] = []
    for row in await db.fetch(CONNECTED):
        said += [row["account"], *(value for value in dict(row["settings"]).values() if isinstance(value, str))]
    return [one for one in [*said, *(row["address"] for row in await db.fetch(LETTERHEADS))] if one]


async def listings(db: Reads) -> list[Listing]:
    """The list as people keep it, what holds first."""
    return await every(db, Listing, ALL)


async def add(tx: Tx, kind: Kind, key: str, written: str, why: str, staff_id: int) -> int | None:
    """Puts it on the list: its id, None when it is there."""
    id_: int | None = await tx.fetchval(ADD, kind, key, written, why, staff_id)
    return id_


async def end(tx: Tx, id_: int, staff_id: int) -> tuple[str, str] | None:
    """Takes it off: what it was; None when it was off, or never on."""
    row: Any = await tx.fetchrow(END, id_, staff_id)
    return (row["kind"], row["written"]) if row else None


async def there(db: Reads, id_: int) -> bool:
    """Whether it ever stood on the list."""
    return await db.fetchval(THERE, id_) is not None


async def own(db: Reads, ticket_id: int, contact: Contact) -> bool:
    """Whether it is the customer's own."""
    words, number = _spoken(contact)
    return bool(await db.fetchval(OWN, ticket_id, words, number, contact.code == "never.address"))


async def published(db: Reads, contact: Contact, written: str) -> bool:
    """Whether it stands in a published article."""
    words, number = _spoken(contact)
    return bool(await db.fetchval(PUBLISHED, written if contact.code == "never.link" else words, number))


def _spoken(contact: Contact) -> tuple[str, str]:
    number = next((key for kind, key in contact.keys if kind == "number"), "")
    return next((key.lower() for _, key in contact.keys), "\0"), number

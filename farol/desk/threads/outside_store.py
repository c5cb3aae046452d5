"""Statements on those of outside, and on words on their way to them. Lock order: ticket, thread, outsider."""

from uuid import UUID

import msgspec

from farol.kit.db import Reads, one

from .model import Outsider

# Who was taken out comes in again under the number they had: their words of then stay theirs.
ADD = """
insert into thread_outsider (thread_id, address, name, language, added_by) values ($1, $2, $3, $4, $5)
on conflict (thread_id, lower(address)) do update set removed_at = null, name = excluded.name, language = excluded.language
  where thread_outsider.removed_at is not null
returning id"""
IN_THREAD = "select id, address, name, false as gone from thread_outsider where thread_id = $1 and removed_at is null order by id"
OF_CUSTOMER = "select lower(c.email) = $2 from ticket t join customer c on c.id = t.customer_id where t.id = $1"
REMOVE = "update thread_outsider set removed_at = now() where id = $1 and thread_id = $2 and removed_at is null returning address"
DROP_LETTERS = """
update thread_letter set state = 'failed', error = 'removed', settled_at = now() where outsider_id = $1 and state = 'queued'"""
WRITE = """
insert into thread_letter (thread_id, seq, outsider_id) select $1, $2, unnest($3::bigint[]) returning id"""
SETTLE = """
update thread_letter set state = $2, error = $3, settled_at = now()
where id = $1 and state = case when $2 = 'bounced' then 'sent' else 'queued' end returning thread_id, seq, outsider_id"""
AUTHOR = "select author_id from thread_message where thread_id = $1 and seq = $2"
OUTSIDER = """
select o.id, o.thread_id, o.address, o.removed_at is not null as gone, h.ticket_id
from thread_outsider o join thread h on h.id = o.thread_id where o.id = $1"""
SAID = """
with h as (update thread set seq = seq + 1, last_seq = seq + 1, said_at = now() where id = $1 returning seq)
insert into thread_message (thread_id, seq, client_id, outsider_id, body, removed, files, note) select $1, h.seq, $2, $3, $4, $5, $6, $7 from h
returning seq"""
HOLDS_FILE = "select exists (select from thread_message where thread_id = $1 and files @> array[$2::uuid])"


class Where(msgspec.Struct, frozen=True):
    """An outsider, and where they take part."""

    id: int
    thread_id: int
    address: str
    gone: bool
    ticket_id: int


async def outsider(db: Reads, outsider_id: int) -> Where | None:
    """An outsider, whoever asks."""
    return await one(db, Where, OUTSIDER, outsider_id)


async def in_thread(db: Reads, thread_id: int) -> list[Outsider]:
    """Who of outside takes part now."""
    return [Outsider(r["id"], r["address"], r["name"], r["gone"]) for r in await db.fetch(IN_THREAD, thread_id)]


async def holds_file(db: Reads, thread_id: int, file_id: UUID) -> bool:
    """Whether a file came with words of this thread."""
    return bool(await db.fetchval(HOLDS_FILE, thread_id, file_id))

"""Statements on those who read along."""

from farol.kit.db import Reads, every, one

from .model import Reader

_COLUMNS = "select id, ticket_id, address, name, language, state, at, confirmed_at, after_seq from ticket_reader "
READER = _COLUMNS + "where id = $1"
OF_TICKET = _COLUMNS + "where ticket_id = $1 and state <> 'removed' order by id limit 48"
CONFIRMED = _COLUMNS + "where ticket_id = $1 and state = 'confirmed' order by id limit 48"
LOCK_TICKET = "select seq from ticket where id = $1 and ($2::bigint is null or customer_id = $2) for no key update"
PROPOSE = """
insert into ticket_reader (ticket_id, address, name, language, mail_id)
select $1, g.address, g.name, $4, $5 from unnest($2::text[], $3::text[]) g(address, name)
on conflict (ticket_id, lower(address)) where state <> 'removed' do nothing returning id"""
# Who was removed is not proposed again by a mail.
REMOVED = "select lower(address) as address from ticket_reader where ticket_id = $1 and state = 'removed'"
ADD = """
insert into ticket_reader (ticket_id, address, name, language, state, confirmed_at, after_seq) values ($1, $2, $3, $4, 'confirmed', now(), $5)
on conflict (ticket_id, lower(address)) where state <> 'removed' do update set state = 'confirmed',
  confirmed_at = coalesce(ticket_reader.confirmed_at, now()),
  after_seq = case when ticket_reader.state = 'confirmed' then ticket_reader.after_seq else excluded.after_seq end
returning id"""
CONFIRM = """
update ticket_reader set state = 'confirmed', confirmed_at = now(), after_seq = $3 where id = $1 and ticket_id = $2 and state = 'proposed' returning id"""
REMOVE = "update ticket_reader set state = 'removed', removed_at = now() where id = $1 and ticket_id = $2 and state <> 'removed' returning id"
END_ADDRESS = "update reply_address set expires_at = now() where reader_id = $1 and expires_at > now()"


async def reader(db: Reads, id_: int) -> Reader | None:
    """One of them, also when removed."""
    return await one(db, Reader, READER, id_)


async def of_ticket(db: Reads, ticket_id: int) -> list[Reader]:
    """Proposed and confirmed, in the order they came."""
    return await every(db, Reader, OF_TICKET, ticket_id)


async def confirmed(db: Reads, ticket_id: int) -> list[Reader]:
    """Those whom mails go to."""
    return await every(db, Reader, CONFIRMED, ticket_id)


async def lock_ticket(db: Reads, ticket_id: int, customer_id: int | None) -> int | None:
    """Locks a ticket, the customer's own where one is named; its last seq, None when there is none."""
    seq: int | None = await db.fetchval(LOCK_TICKET, ticket_id, customer_id)
    return seq


async def propose(db: Reads, ticket_id: int, people: list[tuple[str, str]], language: str, mail_id: int) -> int:
    """Address and name of each; how many are new."""
    return len(await db.fetch(PROPOSE, ticket_id, [address for address, _ in people], [name for _, name in people], language, mail_id))


async def removed(db: Reads, ticket_id: int) -> set[str]:
    """Addresses that somebody removed, in lower case."""
    return {row["address"] for row in await db.fetch(REMOVED, ticket_id)}


async def add(db: Reads, ticket_id: int, address: str, name: str, language: str, seq: int) -> int:
    """Confirmed from here on; a proposal of the same address becomes this."""
    id_: int = await db.fetchval(ADD, ticket_id, address, name, language, seq)
    return id_


async def confirm(db: Reads, id_: int, ticket_id: int, seq: int) -> int | None:
    """A proposal becomes a reader; None when it is none."""
    found: int | None = await db.fetchval(CONFIRM, id_, ticket_id, seq)
    return found


async def remove(db: Reads, id_: int, ticket_id: int) -> bool:
    """Ends it and their reply address; False when there was nobody."""
    if not await db.fetchval(REMOVE, id_, ticket_id):
        return False
    await db.execute(END_ADDRESS, id_)
    return True

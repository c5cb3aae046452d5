"""Statements on blocks."""

from datetime import datetime
from uuid import UUID

import msgspec

from farol.kit.db import Reads, Tx, every

from .model import Block, Unheard

COLUMNS = """
select b.id, b.customer_id, c.name, b.ticket_id, t.number, b.reason, b.until, s.name as by, b.at, e.name as ended_by, b.ended_at, b.ended_why,
  b.ended_at is not null or coalesce(b.until < now(), false) as over, (select count(*)::int from customer_unheard u where u.block_id = b.id) as unheard
from customer_block b join customer c on c.id = b.customer_id join ticket t on t.id = b.ticket_id join staff s on s.id = b.by_id
left join staff e on e.id = b.ended_by """
LISTED = COLUMNS + "order by (b.ended_at is not null or coalesce(b.until < now(), false)), b.id desc limit 200"
OF_TICKET = COLUMNS + "where b.customer_id = (select customer_id from ticket where id = $1) order by b.id desc limit 20"
UNHEARD = """
select u.id, u.channel, u.body, u.at from customer_unheard u join customer_block b on b.id = u.block_id
where b.customer_id = (select customer_id from ticket where id = $1) order by u.id desc limit 50"""
NOW = "select customer_id, id, until from customer_block where ended_at is null and (until is null or until > now())"
CUSTOMER = "select customer_id from ticket where id = $1"
# One that is over by its time makes room for a new one.
LAPSE = "update customer_block set ended_at = until where customer_id = $1 and ended_at is null and until <= now()"
ADD = """
insert into customer_block (customer_id, ticket_id, reason, until, by_id) values ($1, $2, $3, $4, $5)
on conflict (customer_id) where ended_at is null do nothing returning id"""
END = """
update customer_block set ended_by = $2, ended_at = now(), ended_why = $3 where ended_at is null and customer_id = (select customer_id from ticket where id = $1)
returning id"""
KEEP = """
insert into customer_unheard (block_id, client_id, ticket_id, channel, body) values ($1, $2, $3, $4, $5)
on conflict on constraint customer_unheard_once do nothing"""
OPEN_EMERGENCY = """
select exists (select from ticket t where t.id = $1 and (t.reason = 'leg.complaint' or t.severity = 'P0' or exists (select from emergency e where e.ticket_id = t.id)))"""


class Standing(msgspec.Struct, frozen=True):
    """Who is blocked now."""

    customer_id: int
    id: int
    until: datetime | None


async def now(db: Reads) -> list[Standing]:
    """Everybody who is blocked."""
    return await every(db, Standing, NOW)


async def listed(db: Reads) -> list[Block]:
    """What holds first, then what is over."""
    return await every(db, Block, LISTED)


async def of_ticket(db: Reads, ticket_id: int) -> list[Block]:
    """Those of a ticket's customer, the newest first."""
    return await every(db, Block, OF_TICKET, ticket_id)


async def unheard(db: Reads, ticket_id: int) -> list[Unheard]:
    """What a ticket's customer wrote while blocked, the newest first."""
    return await every(db, Unheard, UNHEARD, ticket_id)


async def add(tx: Tx, ticket_id: int, reason: str, until: datetime | None, staff_id: int) -> tuple[int | None, int | None]:
    """Blocks a ticket's customer: who it is, and the block, None when there is one."""
    customer_id: int | None = await tx.fetchval(CUSTOMER, ticket_id)
    if customer_id is None:
        return None, None
    await tx.execute(LAPSE, customer_id)
    id_: int | None = await tx.fetchval(ADD, customer_id, ticket_id, reason, until, staff_id)
    return customer_id, id_


async def end(tx: Tx, ticket_id: int, staff_id: int, why: str) -> int | None:
    """Ends it; None when there is none."""
    id_: int | None = await tx.fetchval(END, ticket_id, staff_id, why)
    return id_


async def keep(db: Reads, block_id: int, client_id: UUID, ticket_id: int | None, channel: str, body: str) -> None:
    """Keeps what they wrote."""
    await db.execute(KEEP, block_id, client_id, ticket_id, channel, body)


async def listens(db: Reads, ticket_id: int) -> bool:
    """Whether a ticket is one in which everybody is heard: an emergency, or a complaint."""
    return bool(await db.fetchval(OPEN_EMERGENCY, ticket_id))



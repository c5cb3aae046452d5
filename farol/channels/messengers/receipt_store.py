"""Statements on what platforms tell of our messages. Lock order: chat, parcel, ticket."""

from datetime import datetime

from farol.kit.db import Reads, every

from .out_store import Known

UNTIL = """
select p.id, p.chat_id, p.ticket_id, p.seq, p.state from parcel_out p join chat c on c.id = p.chat_id
where c.connection_id = $1 and c.external_id = $2 and p.state in ('sent', 'delivered') and p.sent_at <= $3 and p.sent_at > $3 - interval '30 days'
order by p.id limit 200"""
CHARGE = """
update parcel_word w set charged_at = now() from chat c
where c.id = w.chat_id and c.connection_id = $1 and ($2 = '' or c.external_id = $2) and w.message = $3 and w.charged_at is null returning true"""


async def until(db: Reads, connection_id: int, chat: str, at: datetime) -> list[Known]:
    """Everything of ours in a chat that went before that moment and is not read yet."""
    return await every(db, Known, UNTIL, connection_id, chat, at)


async def charge(db: Reads, connection_id: int, chat: str, message: str) -> bool:
    """Whether the price of this message is still to be counted; it is from now on."""
    return await db.fetchrow(CHARGE, connection_id, chat, message) is not None

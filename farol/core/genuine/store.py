"""Statements on what we said."""

from farol.kit.db import Reads, one

from .model import Genuine

ADD = "insert into genuine (kind, recipient, title, customer_id, ticket_id) values ($1, $2, $3, $4, $5) returning id"
FIND = """
select g.kind, g.recipient, g.title, g.customer_id, t.number as ticket, g.at from genuine g left join ticket t on t.id = g.ticket_id where g.id = $1"""


async def add(db: Reads, kind: str, recipient: str, title: str, customer_id: int | None, ticket_id: int | None) -> int:
    """Keeps it; its number."""
    id_: int = await db.fetchval(ADD, kind, recipient, title, customer_id, ticket_id)
    return id_


async def find(db: Reads, id_: int) -> Genuine | None:
    """What has this number."""
    return await one(db, Genuine, FIND, id_)

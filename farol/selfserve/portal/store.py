"""What the portal reads beside the ticket itself."""

from uuid import UUID

from farol.kit.db import Reads, every
from farol.kit.events import Recorded

PUBLIC_EVENTS = """
select stream, seq, kind, actor, public, body, at from event
where stream = 'ticket:' || $1::bigint and public and kind in ('message.posted', 'ticket.changed', 'ticket.read')
order by seq limit 1000"""
SAID = "select seq from message where ticket_id = $1 and client_id = $2 and author_kind = 'customer'"


async def public_events(db: Reads, ticket_id: int) -> list[Recorded]:
    """Events of the ticket that its customer may know of, in order."""
    return await every(db, Recorded, PUBLIC_EVENTS, ticket_id)


async def said(db: Reads, ticket_id: int, client_id: UUID) -> int | None:
    """The seq of the customer's message of that id, None when there is none yet."""
    seq: int | None = await db.fetchval(SAID, ticket_id, client_id)
    return seq

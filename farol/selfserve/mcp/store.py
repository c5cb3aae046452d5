"""The one statement of its own: what customers were promised in several tickets at once."""

from collections.abc import Sequence
from datetime import datetime

import msgspec

from farol.kit.db import Reads, every

PROMISES = """
select distinct on (p.ticket_id) p.ticket_id, p.by, p.broken_at is not null as broken from sla_promise p
where p.ticket_id = any($1::bigint[]) and p.kept_at is null
  and (p.broken_at is null or not exists (
    select from message m where m.ticket_id = p.ticket_id and m.seq > p.seq and m.author_kind = 'staff' and not m.internal))
order by p.ticket_id, p.id desc"""


class Promised(msgspec.Struct, frozen=True):
    """The next update that a ticket's customer was promised."""

    ticket_id: int
    by: datetime
    broken: bool


async def promises(db: Reads, ticket_ids: Sequence[int]) -> dict[int, Promised]:
    """By ticket, where something was promised and is still owed."""
    return {one.ticket_id: one for one in await every(db, Promised, PROMISES, list(ticket_ids))}

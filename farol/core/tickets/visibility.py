"""Who of the staff may see which ticket. The one place that says so: lists, search, open, change, live and export ask here.

A ticket is seen by everybody who sees tickets, unless it belongs to a team that keeps its tickets to its members. Then its
members see it, who owns it, who follows it, and roles with ``Can.TICKET_SEE_ALL``. A ticket that somebody may not see answers
like one that does not exist. Customers never come here: their statements hold their own id.
"""

from farol.kit.core import Kit
from farol.kit.db import Reads
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotAllowed

MOST = 2**53 - 1

SEEN = """(viewer.id is null or t.team_id is null or coalesce(t.owner_id = viewer.id, false)
  or t.team_id not in (select g.id from team g where g.visibility = 'members'
    and not exists (select from team_member m where m.team_id = g.id and m.staff_id = viewer.id))
  or exists (select from follower f where f.ticket_id = t.id and f.staff_id = viewer.id))"""
"""Condition of a statement that reads ``ticket t`` for ``viewer``, a row such as ``(select $1::bigint as id) viewer``.

viewer.id is what ``viewer`` below says: null sees everything. Never unknown, so it may be negated.
"""
SEEN_OF = "select t.id from ticket t, (select $2::bigint as id) viewer where t.id = any($1::bigint[]) and " + SEEN  # noqa: S608
HEADS_OF = "select t.seq from ticket t, (select $2::bigint as id) viewer where t.id = $1 and " + SEEN  # noqa: S608
HIDDEN = """
select t.id as ticket, viewer.id as staff from ticket t, unnest($2::bigint[]) viewer(id)
where t.id = any($1::bigint[]) and t.team_id is not null and not """ + SEEN

BELONGS: dict[str, str] = {}
"""Other things that are seen only with their ticket, by the name of the parameter that holds their id: the statement that
finds the ticket. A feature adds its own beside its store."""


def viewer(actor: Actor) -> int | None:
    """Through whose eyes a statement looks: None sees everything. Raises NotAllowed for who is no staff."""
    if actor.may(Can.TICKET_SEE_ALL):
        return None
    if actor.kind != "staff":
        raise NotAllowed
    return actor.id


async def seen(db: Reads, actor: Actor, ids: list[int]) -> set[int]:
    """Which of these tickets exist and may be seen by the actor."""
    return {row["id"] for row in await db.fetch(SEEN_OF, ids, viewer(actor))}


async def may_see(db: Reads, actor: Actor, ticket_id: int) -> bool:
    """Whether the ticket exists and the actor may see it."""
    return 0 < ticket_id <= MOST and ticket_id in await seen(db, actor, [ticket_id])


async def head(db: Reads, actor: Actor, ticket_id: int) -> int | None:
    """The last seq of a ticket that the actor may see."""
    seq: int | None = await db.fetchval(HEADS_OF, ticket_id, viewer(actor))
    return seq


async def hidden(db: Reads, ids: list[int], staff_ids: list[int]) -> set[tuple[int, int]]:
    """Pairs of ticket and member of staff without ``TICKET_SEE_ALL`` where the one may not see the other."""
    return {(row["ticket"], row["staff"]) for row in await db.fetch(HIDDEN, ids, staff_ids)} if ids and staff_ids else set()


async def reaches(kit: Kit, actor: Actor, names: dict[str, object]) -> bool:
    """Whether the tickets that an address names, itself or by what belongs to them, are the actor's to see."""
    for name, value in names.items():
        if name == "ticket_id" and not await may_see(kit.db, actor, int(str(value))):
            return False
        if name in BELONGS and not await _with_its_ticket(kit, actor, BELONGS[name], value):
            return False
    return True


async def _with_its_ticket(kit: Kit, actor: Actor, statement: str, value: object) -> bool:
    """Something that does not exist is left to its own route, which says so in the same words."""
    if isinstance(value, int) and not 0 < value <= MOST:
        return False
    ticket = await kit.db.fetchval(statement, value)
    return ticket is None or await may_see(kit.db, actor, ticket)

"""A ticket goes to a team's queue at once, with a summary: nobody of them need accept it."""

from uuid import UUID

from farol.core.tickets import actions as tickets
from farol.core.tickets import posting
from farol.core.tickets.log_store import bump
from farol.core.tickets.model import Draft
from farol.core.tickets.problems import Empty
from farol.desk.queue import actions as queue
from farol.desk.queue.problems import NotOpen, NotYours
from farol.desk.queue.telling import After, push
from farol.desk.transfer import store
from farol.desk.transfer.events import TicketHandedToTeam
from farol.kit.core import Kit
from farol.kit.db import Tx, again, transaction
from farol.kit.events import emit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound

from .offer import receivers, shorten_lines

CHANNEL = "console"


async def to_queue(kit: Kit, actor: Actor, ticket_id: int, client_id: UUID, *, team: str, summary: str) -> None:
    """The ticket leaves its owner for the team's queue and keeps its waiting time; the summary stands in it as a note.

    Its owner may, or who manages queues, or anybody where it has none. The same client_id does it once.
    Raises NotFound, Empty, NotOpen, NotYours, ReceiverGone, ReceiverOutside, TeamLacksSkill, ClientIdReused.
    """
    after = After()

    async def run() -> None:
        async with transaction(kit.db) as tx:
            if await note_in(tx, actor, ticket_id, client_id, summary):
                await to_queue_in(tx, actor, ticket_id, team=team, summary=summary, after=after)

    await again(run, *tickets.UNIQUE)
    await after.say(kit)
    await push(kit)


async def note_in(tx: Tx, actor: Actor, ticket_id: int, client_id: UUID, summary: str) -> bool:
    """The summary as an internal note; False when this client_id wrote it before. Raises Empty, NotFound, ClientIdReused."""
    if not summary.strip():
        raise Empty
    if await store.facts(tx, ticket_id, lock=True) is None:
        raise NotFound
    text, removed = tickets.clean(summary, [])
    draft = Draft(ticket_id, client_id, "staff", actor.id, text, True, CHANNEL, (), removed, None)
    outcome = (await posting.post(tx, [draft]))[0].outcome
    if outcome not in ("new", "again"):
        raise NotOpen
    return outcome == "new"


async def to_queue_in(tx: Tx, actor: Actor, ticket_id: int, *, team: str, summary: str, after: After) -> int:
    """``to_queue`` without the note, within a transaction of the caller's, who says ``after`` when it stands: the ticket's seq."""
    facts = await store.facts(tx, ticket_id, lock=True)
    if facts is None:
        raise NotFound
    if facts.status not in ("open", "pending"):
        raise NotOpen
    if facts.owner_id not in (None, actor.id) and not actor.may(Can.QUEUE_MANAGE):
        raise NotYours
    owner = actor.id if facts.owner_id is None else facts.owner_id
    team_id, _ = await receivers(tx, facts, owner, None, team)
    assert team_id
    text, _ = tickets.clean(summary, [])
    transfer_id: int = await tx.fetchval(store.ADD_QUEUED, ticket_id, owner, team_id, shorten_lines(text))
    seq = await bump(tx, ticket_id)
    await emit(tx, f"ticket:{ticket_id}", actor, TicketHandedToTeam(transfer_id, owner, team), seq=seq)
    seq, _ = await queue.send_to_team(tx, actor, ticket_id, team_id, after)
    return int(seq)

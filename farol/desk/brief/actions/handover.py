"""A ticket is given on with what the next person needs."""

from uuid import UUID

from farol.core.people import store as people
from farol.core.people.model import RIGHTS
from farol.core.tickets import actions as tickets
from farol.core.tickets import posting, visibility
from farol.core.tickets.log_store import bump
from farol.core.tickets.model import Change, Draft
from farol.desk.brief import store
from farol.desk.brief.events import HandedOver
from farol.desk.brief.problems import ColleagueMayNot, NothingWritten, NotInYourHands
from farol.desk.queue.telling import After
from farol.desk.transfer import actions as transfer
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, again, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import Conflict, Invalid, NotAllowed, NotFound


async def hand_over(kit: Kit, actor: Actor, ticket_id: int, client_id: UUID, words: str, to: int | None, to_team: str | None = None) -> None:
    """One's own ticket goes to a colleague, to a team's queue, or back to where it is waited for, with a note. The same client_id does it once.

    Raises NotAllowed, NotFound, NotInYourHands, ColleagueMayNot, NothingWritten, Conflict, Invalid (to both), and what hinders a team.
    """
    if not actor.may(Can.TICKET_NOTE):
        raise NotAllowed
    if not words.strip():
        raise NothingWritten
    if to is not None and to_team is not None:
        raise Invalid(errors=[{"field": "to_team", "why": "wanted either a colleague or a team"}])
    after = After()
    text, removed = tickets.clean(words, [])
    draft = Draft(ticket_id, client_id, "staff", actor.id, text, True, "webchat", (), removed, None)

    async def run() -> int:
        async with transaction(kit.db) as tx:
            if old := await tx.fetchrow(store.BEFORE, client_id):
                if (old["ticket_id"], old["words"], old["to_id"], old["to_team"]) != (ticket_id, text, to, to_team):
                    raise Conflict
                return 0
            row = await tx.fetchrow(store.OWNED, ticket_id)
            if row is None:
                raise NotFound
            if row["owner_id"] != actor.id or row["status"] not in ("open", "pending") or to == actor.id:
                raise NotInYourHands
            if to is not None:
                await _may(tx, ticket_id, to)
            await posting.post(tx, [draft])
            await tx.execute(store.HAND, client_id, ticket_id, actor.id, to, text, clock.now(), to_team)
            seq = await bump(tx, ticket_id)
            await emit(tx, f"ticket:{ticket_id}", actor, HandedOver(actor.id, to, to_team), seq=seq)
            if to_team is not None:
                return await transfer.to_queue_in(tx, actor, ticket_id, team=to_team, summary=text, after=after)
            return (await tickets.change_in(tx, actor, ticket_id, Change(owner_id=to)))[0]

    seq = await again(run, *tickets.UNIQUE, "brief_handover_client_id_key")
    if seq:
        await wake(kit.bus, f"ticket:{ticket_id}", seq)
        await after.say(kit)


async def _may(tx: Tx, ticket_id: int, to: int) -> None:
    """Whether a colleague may answer the ticket and sees it."""
    person = await people.staff(tx, to)
    rights = RIGHTS.get(person.role, frozenset()) if person else frozenset()
    hidden = Can.TICKET_SEE_ALL not in rights and await visibility.hidden(tx, [ticket_id], [to])
    if Can.TICKET_REPLY not in rights or hidden:
        raise ColleagueMayNot

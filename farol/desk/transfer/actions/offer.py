"""A ticket is offered to a colleague or a team, with a summary."""

from farol.core.notices.actions import notify
from farol.core.reasons import reasons
from farol.core.shield import scrub
from farol.core.tickets.events import TicketChanged
from farol.core.tickets.log_store import bump
from farol.core.tickets.model import shorten
from farol.core.tickets.problems import Empty
from farol.desk.queue.problems import NotOpen, NotYours
from farol.desk.threads.telling import After
from farol.desk.transfer import store
from farol.desk.transfer.events import TransferOffered
from farol.desk.transfer.model import SUMMARY, Colleague, hinders, language_for
from farol.desk.transfer.problems import (
    ReceiverGone,
    ReceiverLacksSkill,
    ReceiverMayNot,
    ReceiverOutside,
    TeamLacksSkill,
    TransferOpen,
    TransferToOwner,
)
from farol.desk.transfer.store import Facts
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound

REFUSALS = {kind.code: kind for kind in (ReceiverMayNot, ReceiverLacksSkill, ReceiverOutside)}


async def offer(kit: Kit, actor: Actor, ticket_id: int, *, to_staff: int | None, to_team: str | None, summary: str) -> int:
    """Asks a colleague, or whoever of a team, to take the ticket: the transfer's id. Until one accepts, its owner keeps it.

    Its owner may, or who manages queues; a ticket nobody has is the actor's from here on.
    Raises NotFound, Empty, NotOpen, NotYours, TransferOpen, TransferToOwner, ReceiverGone, ReceiverMayNot, ReceiverLacksSkill,
    ReceiverOutside, TeamLacksSkill.
    """
    text = shorten_lines(scrub(summary.strip()).text)
    if not text:
        raise Empty

    async def run() -> tuple[int, After]:
        after = After()
        async with transaction(kit.db) as tx:
            facts = await store.facts(tx, ticket_id, lock=True)
            if facts is None:
                raise NotFound
            if facts.status not in ("open", "pending"):
                raise NotOpen
            if facts.owner_id not in (None, actor.id) and not actor.may(Can.QUEUE_MANAGE):
                raise NotYours
            if there := await store.open_of(tx, ticket_id):
                raise TransferOpen(receiver=there.to_staff.name if there.to_staff else there.to_team.en if there.to_team else "")
            owner = actor.id if facts.owner_id is None else facts.owner_id
            team_id, asked = await receivers(tx, facts, owner, to_staff, to_team)
            if facts.owner_id is None:
                row = await tx.fetchrow(store.OWN, ticket_id, owner, None, None)
                assert row
                changed = TicketChanged({"owner_id": owner}, row["version"])
                after.woke(f"ticket:{ticket_id}", await emit(tx, f"ticket:{ticket_id}", actor, changed, seq=row["seq"]))
            transfer_id: int = await tx.fetchval(store.ADD, ticket_id, owner, to_staff, team_id, text)
            seq = await bump(tx, ticket_id)
            event = TransferOffered(transfer_id, owner, to_staff, to_team, text)
            after.woke(f"ticket:{ticket_id}", await emit(tx, f"ticket:{ticket_id}", actor, event, seq=seq))
            title = {"en": f"{actor.name} hands {facts.number} over to you", "zh": f"{actor.name} 把 {facts.number} 转给您"}
            if to_team:
                title = {"en": f"{actor.name} hands {facts.number} over to your team", "zh": f"{actor.name} 把 {facts.number} 转给您的团队"}
            await notify(tx, asked[:200], "assigned.transfer", ticket_id=ticket_id, title=title, words=shorten(text), key=f"transfer:{transfer_id}",
                         but=actor)
            after.tell({*asked, owner}, "transfer", ticket=ticket_id, transfer=transfer_id)
            return transfer_id, after

    transfer_id, after = await db.again(run, "transfer_open")
    await after.say(kit)
    return transfer_id


async def receivers(tx: Tx, facts: Facts, owner: int, to_staff: int | None, to_team: str | None) -> tuple[int | None, list[int]]:
    """The team's id if it goes to one, and who is asked: whoever can have it. Raises what ``offer`` does of receivers."""
    people = await store.colleagues(tx, facts.id)
    language = language_for(facts.language, facts.reason, people)
    found = reasons().get(facts.reason)
    wanted = {"language": language, "reason": found.en if found else facts.reason or "—"}
    if to_staff is not None:
        if to_staff == owner:
            raise TransferToOwner
        who = next((p for p in people if p.id == to_staff), None)
        if who is None:
            raise ReceiverGone
        if (code := hinders(who, language, facts.reason)) is not None:
            raise REFUSALS[code](name=who.name, **(wanted if code == ReceiverLacksSkill.code else {}))
        return None, [to_staff]
    team = next((t for t in await tx.fetch(store.TEAMS) if t["key"] == to_team), None)
    if team is None:
        raise ReceiverGone
    able = [p for p in in_team(people, team["key"], language, facts.reason) if p.id != owner]
    if not able:
        if any(team["key"] in p.teams and hinders(p, language, facts.reason) == ReceiverOutside.code for p in people):
            raise ReceiverOutside(name=team["en"])
        raise TeamLacksSkill(**wanted)
    here = [p.id for p in able if p.state in ("available", "busy")]
    return team["id"], here or [p.id for p in able]


def in_team(people: list[Colleague], key: str, language: str, reason: str) -> list[Colleague]:
    """Those of a team who can have the ticket."""
    return [p for p in people if key in p.teams and hinders(p, language, reason) is None]


def shorten_lines(text: str) -> str:
    """At most as long as a summary may be, its lines kept."""
    return text if len(text) <= SUMMARY else text[: SUMMARY - 1] + "…"

"""The page of one ticket: which one, where it goes on, and everything on it."""

import re
from typing import Any
from uuid import uuid4

import msgspec

from farol.core.customers.model import Customer
from farol.core.tickets import actions as tickets
from farol.core.tickets import merged_store
from farol.core.tickets import store as ticket_store
from farol.core.tickets.channels import elsewhere
from farol.core.tickets.store import TicketRow
from farol.desk.translating import store as translations
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.problem import Problem
from farol.kit.web import Page

from . import beside, drawn, store, view
from .model import way
from .script import POLICY, PORTAL
from .view import Reader

NUMBER = re.compile(r"FRL-\d{4}-\d{6,12}")
PAGE = 50
DONE = {"withdrawn": "did_withdrawn", "undone": "did_undone", "lead": "did_lead", "reopened": "did_reopened", "new": "did_new",
        "stolen": "did_urgent", "risk": "did_urgent"}
"""What just happened, as an address says it, and the sentence that confirms it."""


class Asked(msgspec.Struct, frozen=True):
    """What an address or a refused form asks of the page. did: a key of ``DONE``; part: the form a problem belongs to;
    seen: somebody has the page on screen, so that what it shows counts as read."""

    before: int = 0
    said: int = 0
    rated: bool = False
    did: str = ""
    problem: Problem | None = None
    part: str = "reply"
    kept: str = ""
    seen: bool = False

    def error(self, part: str, reader: Reader) -> str:
        """The problem in words, if it belongs to that form."""
        return self.problem.text(reader.lang) if self.problem and self.part == part else ""


def number_of(typed: str) -> str:
    """A ticket number as stored, whatever the case it was typed in; nothing else survives into an address."""
    number = typed.upper()
    return number if NUMBER.fullmatch(number) else "-"


async def own_ticket(kit: Kit, actor: Actor, number: str) -> TicketRow | None:
    """The actor's own ticket of that number; somebody else's and none are the same."""
    return await ticket_store.own_ticket_by_number(kit.db, number_of(number), actor.id)


async def goes_on(kit: Kit, actor: Actor, found: TicketRow) -> TicketRow | None:
    """The actor's own ticket in which a merged one goes on, None where it was not merged."""
    if found.status != "closed":
        return None
    there = await merged_store.goes_on(kit.db, found.id)
    return await ticket_store.own_ticket(kit.db, there.id, actor.id) if there and there.id != found.id else None


def nothing(kit: Kit, reader: Reader, customer: Customer | None) -> Page:
    """No such ticket, or somebody else's."""
    return Page("portal/nothing.html", view.page(kit, reader, customer, "/my"), status=404)


async def ticket_page(
    kit: Kit, actor: Actor, reader: Reader, customer: Customer, found: TicketRow, asked: Asked, on: TicketRow | None = None,
) -> Page:
    """Where it stands, what was said, what can be done. on: the ticket in which this one goes on."""
    end = asked.before if 0 < asked.before <= found.seq else found.seq + 1
    messages = await ticket_store.messages(kit.db, found.id, before=end, most=PAGE + 1, public=True)
    shown = messages[-PAGE:]
    arrived = next((one for one in shown if one.seq == asked.said and one.author.kind == "customer"), None)
    facts = await store.facts(kit.db, found.id)
    if asked.seen and facts.read_seq < found.last_public_seq:
        await tickets.mark_read(kit, actor, found.id, found.last_public_seq)
    now = beside.NOTHING if on else await beside.beside(kit, actor, found, reader, facts)
    steps = way(found, await store.public_events(kit.db, found.id), now.around)
    came = await merged_store.came(kit.db, found.id, customer.id) if facts.took_in else []
    values: dict[str, Any] = {
        **view.page(kit, reader, customer, f"/my/tickets/{found.number}"), **now.values, "ticket": found, "own_script": PORTAL,
        "opened": reader.when(found.opened_at), "via": elsewhere(found.channel, reader.lang), "on": on.number if on else "",
        "next": view.next_step(found, reader, on, withdrawn=now.around.withdrawn_at is not None),
        "came": [one.number for one in came],
        "steps": [view.step(one, found, reader) for one in steps],
        "messages": view.messages(shown, reader, await drawn.drawings(kit.db, found.id)),
        "translated": view.translated(await translations.said(kit.db, found.id) if any(one.author.kind == "staff" for one in shown) else [], reader),
        "papers": [view.paper(one, reader) for one in facts.papers],
        "earlier": shown[0].seq if len(messages) > PAGE else 0, "client_id": uuid4(), "kept": asked.kept,
        "error": asked.error("reply", reader), "unrated": asked.error("rating", reader), "refused": asked.error("do", reader),
        "alarm": asked.did if asked.did in ("stolen", "risk") else "", "rated": asked.rated, "done": getattr(reader.words, DONE[asked.did]).format(number=found.number) if asked.did in DONE else "",
        "sent": reader.words.sent.format(at=reader.when(arrived.at)) if arrived else "",
    }
    return Page("portal/ticket.html", values, status=asked.problem.status if asked.problem else 200, headers=POLICY)

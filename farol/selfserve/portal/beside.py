"""What stands beside the words of a ticket: its place in the queue, what was promised, who leads it, and how the customer found it."""

from datetime import timedelta
from math import ceil
from typing import Any

import msgspec

from farol.core.tickets.store import TicketRow
from farol.desk.escalation.view import reached
from farol.desk.queue import waits
from farol.desk.queue.waits import Place
from farol.desk.sla import promise_store
from farol.insight.satisfaction import actions as satisfaction
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.problem import Invalid

from . import store, view
from .model import NOTHING_AROUND, Around
from .store import Facts
from .view import Reader

STARS = (5, 4, 3, 2, 1)
"""In the order of the form; the page draws them the other way round."""
MOST_URGENT = "P0"


class Beside(msgspec.Struct, frozen=True):
    """values: of the template; around: what the way of the ticket is drawn with."""

    values: dict[str, Any]
    around: Around = NOTHING_AROUND


EMPTY: dict[str, Any] = {"wait": [], "clock": None, "held": "", "rating": None, "may": frozenset(), "undo": ""}
NOTHING = Beside(EMPTY)


async def beside(kit: Kit, actor: Actor, ticket: TicketRow, reader: Reader, facts: Facts) -> Beside:
    """What can be said of this ticket now, and what its customer can do; ``NOTHING`` where there is neither."""
    if ticket.status == "resolved":
        found = await satisfaction.asked(kit, actor, ticket.id)
        return Beside(EMPTY | {"may": frozenset({"reopen"})} | ({"rating": found, "all_stars": STARS} if found.asked else {}))
    if ticket.status == "closed":
        return await _closed(kit, ticket, reader)
    by, broken = await promise_store.next_update(kit.db, ticket.id) if facts.promised else (None, False)
    broken = by is not None and (broken or by < clock.now())
    lead = await reached(kit.db, ticket.id) if facts.escalated else None
    values = dict(EMPTY)
    if by:
        values["clock"] = view.clock(by, broken, reader)
    if lead:
        said = reader.words.held_duty if lead.who == "duty" else reader.words.held_lead
        values["held"] = said.format(at=reader.when(lead.since))
    elif facts.asked_at:
        values["held"] = reader.words.held_asked.format(at=reader.when(facts.asked_at))
    if ticket.waiting_since and not lead:  # whoever leads it does not take it from the line
        place = (await waits.places(kit.db, [ticket.id], clock.now())).get(ticket.id)
        values["wait"] = wait(place, reader) if place else []
    values["may"] = frozenset(
        verb for verb, given in (("withdraw", ticket.severity != MOST_URGENT), ("lead", broken and not lead and not facts.asked_at)) if given)
    return Beside(values, Around(lead.who if lead else "", lead.since if lead else None, None if broken else by))


async def _closed(kit: Kit, ticket: TicketRow, reader: Reader) -> Beside:
    """A ticket that its customer took back can be taken up again for a while."""
    taken = await store.withdrawal(kit.db, ticket.id)
    if taken is None:
        return NOTHING
    undo = reader.words.undo_until.format(at=reader.when(taken.undo_until)) if clock.now() < taken.undo_until else ""
    return Beside(EMPTY | {"undo": undo}, Around(withdrawn_at=taken.withdrawn_at))


def wait(place: Place, reader: Reader) -> list[str]:
    """A place in sentences."""
    words, n, hours = reader.words, place.position, place.hours.get(reader.lang, "")
    if place.usually_s is None or place.slowest_s is None:
        said = [words.wait_nobody.format(n=n) if n else words.wait_nobody_next]
    else:
        usually, slowest = (i18n.length(timedelta(minutes=max(1, ceil(s / 60))), reader.lang) for s in (place.usually_s, place.slowest_s))
        said = [(words.wait_place if n else words.wait_next).format(n=n, usually=usually, slowest=slowest)]
        if not place.language_online and not hours:
            said.append(words.wait_language)
    if hours:
        said.append(hours)
    if place.later:
        said.append(words.wait_later.format(at=reader.when(place.later)))
    return [*said, words.may_leave]


async def rate(kit: Kit, actor: Actor, ticket: TicketRow, stars: str, comment: str, solved: str) -> None:
    """What the form says. Raises Invalid, NothingToRate."""
    if not stars.isascii() or not stars.isdigit() or len(stars) > 1:
        raise Invalid(errors=[{"field": "stars", "why": "not 1 to 5"}])
    choice = {"yes": True, "no": False}.get(solved)
    await satisfaction.rate(kit, actor, ticket.id, stars=int(stars), comment=comment, solved=choice)

"""What stands beside the words of a ticket: its place in the queue, what was promised, who leads it, and how the customer found it."""

from datetime import timedelta
from math import ceil
from typing import Any

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

from .view import Reader

STARS = (5, 4, 3, 2, 1)
"""In the order of the form; the page draws them the other way round."""
NOTHING: dict[str, Any] = {"wait": [], "promise": "", "broken": False, "held": "", "rating": None}


async def beside(kit: Kit, actor: Actor, ticket: TicketRow, reader: Reader) -> dict[str, Any]:
    """Values of the page; ``NOTHING`` where there is nothing to say."""
    now = dict(NOTHING)
    if ticket.status == "resolved":
        found = await satisfaction.asked(kit, actor, ticket.id)
        return now | ({"rating": found, "all_stars": STARS} if found.asked else {})
    if ticket.status == "closed":
        return now
    by, broken = await promise_store.next_update(kit.db, ticket.id)
    if by:
        now["broken"] = broken or by < clock.now()
        now["promise"] = (reader.words.promise_broken if now["broken"] else reader.words.promise_by).format(at=reader.when(by))
    if lead := await reached(kit.db, ticket.id):
        said = reader.words.held_duty if lead.who == "duty" else reader.words.held_lead
        now["held"] = said.format(at=reader.when(lead.since))
    if ticket.waiting_since:
        place = (await waits.places(kit.db, [ticket.id], clock.now())).get(ticket.id)
        now["wait"] = wait(place, reader) if place else []
    return now


def wait(place: Place, reader: Reader) -> list[str]:
    """A place in sentences."""
    words, n = reader.words, place.position
    if place.usually_s is None or place.slowest_s is None:
        said = [words.wait_nobody.format(n=n) if n else words.wait_nobody_next]
    else:
        usually, slowest = (i18n.length(timedelta(minutes=max(1, ceil(s / 60))), reader.lang) for s in (place.usually_s, place.slowest_s))
        said = [(words.wait_place if n else words.wait_next).format(n=n, usually=usually, slowest=slowest)]
        if not place.language_online:
            said.append(words.wait_language)
    if place.later:
        said.append(words.wait_later.format(at=reader.when(place.later)))
    return [*said, words.may_leave]


async def rate(kit: Kit, actor: Actor, ticket: TicketRow, stars: str, comment: str, solved: str) -> None:
    """What the form says. Raises Invalid, NothingToRate."""
    if not stars.isascii() or not stars.isdigit() or len(stars) > 1:
        raise Invalid(errors=[{"field": "stars", "why": "not 1 to 5"}])
    choice = {"yes": True, "no": False}.get(solved)
    await satisfaction.rate(kit, actor, ticket.id, stars=int(stars), comment=comment, solved=choice)

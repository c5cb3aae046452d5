"""Reads the exchange's own list of events: what webhooks lost is found there, and what not even it has is passed over."""

from farol.core.core_events import jobs, list_store, store
from farol.core.core_events.list_store import Place
from farol.core.core_events.model import AT_ONCE, BEFORE_BEGIN, LEASE, MOST_PAGES, NO_LIST, PAGE, Thing
from farol.core.exchange import CoreLink, ExchangeDown, ExchangeRefused, NotOffered
from farol.core.exchange.model import Listed, Why
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.jobs import enqueue

from .saying import Said, say, say_in, tell

WHY = Why("self", "core_events.repair", "system:0")


async def repair(kit: Kit) -> None:
    """Reads on to the end, or a bounded way. Harmless to start at any time, by anybody, at once."""
    link = kit.get(CoreLink)
    if not link.configured:
        await _pass_over(kit)
        return
    place = await list_store.take(kit.db, LEASE)
    if place is None:
        return
    problem, complete = "stopped", False
    try:
        if not await link.expects("events"):
            raise NotOffered
        problem, complete = await _read(kit, link, place)
    except NotOffered as error:
        problem = error.code
        await _pass_over(kit)
    except (ExchangeDown, ExchangeRefused) as error:
        problem = error.code
    finally:
        await list_store.end(kit.db, problem, complete=complete)


async def _read(kit: Kit, link: CoreLink, place: Place) -> tuple[str, bool]:
    """What is wrong, and whether the end was reached."""
    after = place.after
    for _ in range(MOST_PAGES):
        page = await link.event_list(WHY, after, place.begun_at - BEFORE_BEGIN, PAGE)
        if page.last == after:
            return ("stuck", False) if page.unreadable else ("", True)
        said = await db.again(lambda page=page: _take(kit, page, place))  # type: ignore[misc]
        await tell(kit, said.heads)
        await say(kit, said.left)
        after = page.last
        if not page.more:
            return "", True
    await enqueue(kit.db, jobs.repair, jobs.Repair(), delay_s=1, key="core_events.repair.on")
    return "", False


async def _take(kit: Kit, page: Listed, place: Place) -> Said:
    """A page is kept, said and passed in one transaction: the list is complete up to its last entry, and so are its things."""
    # A list that cannot begin at a time begins with its oldest: what was over before we came is not news.
    events = [event for event in page.events if event.at >= place.begun_at - BEFORE_BEGIN]
    sure: dict[Thing, int] = {}
    for event in events:
        thing = Thing(event.entity.kind, event.entity.id)
        sure[thing] = max(event.seq, sure.get(thing, 0))
    async with db.transaction(kit.db) as tx:
        await list_store.move(tx, page.last, page.unreadable, LEASE)
        if not events:
            return Said({}, [])
        await store.keep(tx, events, "list")
        return await say_in(tx, sorted(sure), sure)


async def _pass_over(kit: Kit) -> None:
    """Without a list nobody can say what is missing; after a while the order goes on without it."""
    while overdue := await store.overdue(kit.db, clock.now(), NO_LIST, AT_ONCE):
        async with db.transaction(kit.db) as tx:
            said = await say_in(tx, sorted(overdue), overdue, "no_list")
        await tell(kit, said.heads)
        await say(kit, said.left)

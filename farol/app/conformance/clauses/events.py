"""The list of events: oldest first, each once, seq without a gap within one thing, and what follows a cursor follows it."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import msgspec

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import GUIDE, Broken, Skip, clause, hold, without
from farol.core.exchange.model import CoreEvent, Page

SOURCE = f"{GUIDE}, Events"
MOST_PAGES = 100
AHEAD = timedelta(seconds=60)


async def page(bench: Bench, after: str = "", limit: int = 100, more: str = "") -> list[CoreEvent]:
    """One page of the list. Raises ``Broken``."""
    answer = await bench.wire.send("GET", f"/v1/events?limit={limit}{more}" + (f"&after={quote(after, safe='')}" if after else ""))
    if not answer.good:
        raise Broken(f"the list was refused with status {answer.status}", answer)
    try:
        return msgspec.json.decode(answer.body, type=Page[CoreEvent]).items
    except msgspec.DecodeError as error:
        raise Broken(f"Farol cannot read the list: {error}", answer) from None


async def following(bench: Bench, after: str = "") -> list[CoreEvent]:
    """Everything after that event, page by page. Raises ``Broken`` when the list goes in circles."""
    found: list[CoreEvent] = []
    seen: set[str] = set()
    for _ in range(MOST_PAGES):
        entries = await page(bench, after)
        if not entries:
            break
        if again := seen & {one.id for one in entries}:
            raise Broken(f"the list goes in circles: {min(again)} came again after {after}")
        seen |= {one.id for one in entries}
        found += entries
        after = entries[-1].id
    return found


async def _some(bench: Bench, least: int = 1) -> list[CoreEvent]:
    bench.needs("events")
    found = await following(bench)
    if len(found) < least:
        without(Skip.NO_DATA, f"the list has {len(found)} events")
    return found


@clause(
    "CL-EVT-01", "Within one thing seq counts 1, 2, 3 without a gap and grows along the list.", source=SOURCE,
    how="The whole list (at most 10,000 events) is read and counted for each thing; a thing whose beginning the list no longer has may start later.",
    do="Give every thing its own counter in the transaction that changes it. Farol holds later events back while one is missing.",
)  # fmt: skip
async def gapless(bench: Bench) -> None:
    last: dict[tuple[str, str], int] = {}
    problems = []
    for event in await _some(bench):
        thing = (event.entity.kind, event.entity.id)
        if thing in last and event.seq != last[thing] + 1:
            problems.append(f"{event.entity.kind} {event.entity.id}: seq {event.seq} follows {last[thing]}")
        last[thing] = event.seq
    hold(problems)


@clause(
    "CL-EVT-02", "What follows an event in the list follows it, all of it and nothing else.", source=SOURCE,
    how="The list is read from its third event on in two sizes of page and compared.",
    do="after names an id; answer what came later, oldest first, and keep at least 30 days.",
)  # fmt: skip
async def after(bench: Bench) -> None:
    every = await _some(bench, 3)
    start = every[2].id
    one_by_one = await page(bench, start, 2)
    at_once = await page(bench, start, 50)
    expected = [one.id for one in every[3:53]]
    if [one.id for one in one_by_one] != expected[:2] or [one.id for one in at_once][: len(expected)] != expected:
        raise Broken(f"after {start} the list begins with {[one.id for one in at_once[:3]]}, {expected[:3]} followed it before")


@clause(
    "CL-EVT-03", "Ids are unique, types are named in capabilities, and times do not lie ahead.", source=SOURCE,
    how="Every event of the list.", do="List each type in capabilities.events; an id belongs to one event for ever.",
)  # fmt: skip
async def named(bench: Bench) -> None:
    every = await _some(bench)
    counts = Counter(one.id for one in every)
    types = {one.type for one in every} - set(bench.said.events if bench.said else [])
    latest = datetime.now(UTC) + AHEAD
    problems = [f"id {id_} stands for {count} events" for id_, count in counts.items() if count > 1] + [f"{one} is not named" for one in sorted(types)]
    hold(problems + [f"{one.id} happens at {one.at.isoformat()}" for one in every if one.at > latest])


@clause(
    "CL-EVT-04", "Without after the list begins at from.", source=SOURCE,
    how="The list is asked from the time of its last event on.", do="Answer events at or after from. Farol begins there when it first meets an exchange.",
)  # fmt: skip
async def since(bench: Bench) -> None:
    every = await _some(bench, 2)
    latest = max(one.at for one in every)
    found = await page(bench, "", 100, f"&from={quote(latest.isoformat(), safe='')}")
    if not found or found[0].at < latest:
        raise Broken(f"from {latest.isoformat()} the list begins at {found[0].at.isoformat() if found else 'nothing'}")

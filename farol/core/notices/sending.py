"""How notices reach people: the console at once, other ways when they are due and nobody has seen them meanwhile."""

from datetime import timedelta

import structlog

from farol.core.live.personal import tell
from farol.kit import clock
from farol.kit.core import Kit

from . import due_store, live, store
from .hours import MAIL_AFTER_S, due
from .model import CONSOLE, MAIL, Person, Told
from .ways import WAYS, Away, Unreachable

log = structlog.get_logger()
LEASE = timedelta(minutes=10)
"""A process that died with a letter in its hand is believed dead after this."""
MOST_TRIES = 8
PAUSE_S = 30


async def deliver(kit: Kit, ids: list[int]) -> list[tuple[int, str]]:
    """Shows notices on consoles and holds them for the other ways. Returns who has something to get now, and how."""
    told = await store.by_id(kit.db, ids)
    people = await due_store.people(kit.db, [each.staff_id for each in told])
    told = [each for each in told if each.staff_id in people]
    await _show(kit, told, people)
    now, rows = clock.now(), []
    for each in told:
        person = people[each.staff_id]
        rows += [(each.notice.id, way, person.id, due(each, person, way, now))
                 for way in person.choice.by(each.notice.kind) if way in WAYS]
    if rows:
        await due_store.hold(kit.db, rows)
    return [(staff_id, way) for _, way, staff_id, at in rows if at <= now]


async def _show(kit: Kit, told: list[Told], people: dict[int, Person]) -> None:
    wanted = {each.notice.id for each in told if CONSOLE in people[each.staff_id].choice.by(each.notice.kind)}
    if unwanted := [each.notice.id for each in told if each.notice.id not in wanted]:
        await store.pass_by(kit.db, unwanted)
    unseen = await store.unseen(kit.db, list(people)) if wanted else {}
    for each in told:
        if each.notice.id in wanted:
            await tell(kit.bus, "staff", each.staff_id, live.given(each.notice, unseen.get(each.staff_id, 0)))


async def send(kit: Kit, staff_id: int, way: str) -> None:
    """One letter with what is due to somebody by a way. At least once: who dies after the last byte has not sent it."""
    now = clock.now()
    ahead = now + timedelta(seconds=MAIL_AFTER_S) if way == MAIL else now
    claimed = await due_store.claim(kit.db, staff_id, way, ahead, now + LEASE)
    if not claimed:
        return
    ids, person = list(claimed), (await due_store.people(kit.db, [staff_id])).get(staff_id)
    told = [each for each in await store.by_id(kit.db, ids) if _news(each, person)] if person else []
    try:
        if told and person:
            await WAYS[way](kit, person, told)
    except Unreachable as why:
        log.info("notices.unreachable", staff=staff_id, way=way, why=str(why))
    except Away as why:
        tries = max(claimed.values())
        if tries < MOST_TRIES:
            await due_store.again(kit.db, way, ids, now + timedelta(seconds=PAUSE_S * 2**tries))
            return
        log.error("notices.given_up", staff=staff_id, way=way, why=str(why), notices=len(ids))
    await due_store.done(kit.db, way, ids)


def _news(told: Told, person: Person) -> bool:
    """Whether the person has not seen it; what they do not want on the console counts as unseen."""
    return told.notice.seen_at is None or CONSOLE not in person.choice.by(told.notice.kind)

"""Verbs around surges: counting, watching, and working differently for a while."""

from datetime import datetime, timedelta

from farol.core.notices.actions import notify
from farol.core.shield import scrub
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, again, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor

from . import store
from .events import STREAM, DialTurned, SurgeEnded, SurgeStarted, TopicRaised
from .model import Mode, judge
from .names import name_of
from .problems import SurgeOff, SurgeOn
from .topics import reasons_of, topics_of

MEMORY = timedelta(days=36)
"""Four weeks and the days of the one under way."""


async def count(tx: Tx, ticket_id: int) -> None:
    """A new ticket is counted under what it is about. Doing it again changes nothing."""
    if about := await store.about(tx, ticket_id):
        await tx.execute(store.MENTION, ticket_id, topics_of(about.reason, about.words), about.opened_at)


async def recount(tx: Tx, ticket_id: int) -> None:
    """A ticket was given another reason."""
    if about := await store.about(tx, ticket_id):
        reasons = reasons_of(about.reason)
        await tx.execute(store.NEVER_MIND, ticket_id, reasons)
        await tx.execute(store.MENTION, ticket_id, reasons, about.opened_at)


async def watch(kit: Kit, now: datetime | None = None) -> None:
    """Compares every topic's last twenty minutes with its usual; leads are told of one that is far above, once an hour."""
    now, seq = now or clock.now(), 0
    async with transaction(kit.db) as tx:
        if not await tx.fetchval(store.FEW_SECONDS):
            return
        counted = await store.now_counts(tx, now)
        samples, past = await store.past_counts(tx, now)
        # A topic that did not come up in a past window came up zero times in it.
        verdicts = {t: judge(n, past.get(t, []) + [0] * (samples - len(past.get(t, [])))) for t, n in counted.items()}
        detail = await store.named(tx, now, [t for t, v in verdicts.items() if v.level != "usual"])
        await store.write(tx, now, [(t, counted[t], samples, v, detail.get(t, {})) for t, v in verdicts.items()])
        told = await tx.fetch(store.TOLD, now)
        people = [r["id"] for r in await tx.fetch(store.WHO_TO_TELL)] if told else []
        for row in told:
            seq = await emit(tx, STREAM, SYSTEM, TopicRaised(row["topic"], row["n"], row["usual"]))
            names = name_of(row["topic"])
            await notify(tx, people, "incident.rising", ticket_id=None, key=f"surge:{row['topic']}:{now:%Y%m%d%H}", title={
                "zh": f"{names['zh']}激增：20 分钟 {row['n']} 单，平时 {row['usual']:.0f} 单",
                "en": f"{names['en']} is rising: {row['n']} in 20 min, usually {row['usual']:.0f}"})
    if seq:
        await wake(kit.bus, STREAM, seq)


async def start(
    kit: Kit, actor: Actor, *, reason: str, hours: float, slots: int | None, p4_later: bool, surveys_off: bool, callback_first: bool,
) -> Mode:
    """The desk works differently for so many hours, or until somebody ends it. Raises SurgeOn."""
    now = clock.now()
    until = now + timedelta(hours=hours)

    async def run() -> int:
        async with transaction(kit.db) as tx:
            await _expire(tx, now)
            if await store.mode(tx, now):
                raise SurgeOn
            text = scrub(reason.strip()).text
            await tx.fetchval(store.START, text, slots, p4_later, surveys_off, callback_first, now, actor.id, until)
            return await emit(tx, STREAM, actor, SurgeStarted(text, until.isoformat().replace("+00:00", "Z"), slots))

    await wake(kit.bus, STREAM, await again(run, "surge_mode_on"))
    found = await store.mode(kit.db, now)
    assert found
    return found


async def end(kit: Kit, actor: Actor) -> None:
    """It works as usual again. Raises SurgeOff."""
    now = clock.now()
    async with transaction(kit.db) as tx:
        if await tx.fetchval(store.END, now, actor.id) is None:
            raise SurgeOff
        seq = await emit(tx, STREAM, actor, SurgeEnded("by_hand"))
    await wake(kit.bus, STREAM, seq)


async def expire(kit: Kit) -> None:
    """Ends what has had its time."""
    now = clock.now()
    async with transaction(kit.db) as tx:
        await _expire(tx, now)


async def _expire(tx: Tx, now: datetime) -> None:
    if await tx.fetchval(store.EXPIRE, now) is not None:
        await emit(tx, STREAM, SYSTEM, SurgeEnded("time"))


async def prune(kit: Kit) -> None:
    """Forgets counts that nothing is compared with any more."""
    await kit.db.execute(store.PRUNE, clock.now() - MEMORY)


async def turn(kit: Kit, actor: Actor, slots: int | None) -> None:
    """Everybody carries this many conversations at once; None: as each team has it."""
    async with transaction(kit.db) as tx:
        await (tx.execute(store.DROP_DIAL) if slots is None else tx.execute(store.SET_DIAL, slots, clock.now(), actor.id))
        seq = await emit(tx, STREAM, actor, DialTurned(slots))
    await wake(kit.bus, STREAM, seq)

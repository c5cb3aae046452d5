"""A message that is due: said if it is still true, wanted and the first of its topic that day; otherwise dropped, with the reason."""

from datetime import timedelta

import structlog

from farol.core.exchange import ExchangeDown, ExchangeRefused, NotOffered
from farol.core.exchange.model import Why
from farol.core.urgency.silence import in_care
from farol.desk.plays import jobs, store
from farol.desk.plays.events import PlayDropped, PlaySaid
from farol.desk.plays.model import A_DAY, VALID_FOR, Message, Say, due, fill, plays
from farol.desk.plays.truths import TRUTHS, Values
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import emit, wake
from farol.kit.jobs import enqueue
from farol.kit.permission import SYSTEM

log = structlog.get_logger()
AGAIN_S = 120
"""After so many seconds an exchange that did not answer is asked again."""
SECURITY = "security"
"""What warns of a theft is told whatever else is so."""
NIGHT = timedelta(hours=12)
"""What the quiet hours add to how long news is news."""


async def say(kit: Kit, message_id: int) -> None:
    """Says it, drops it, or puts it off while the exchange does not answer. Harmless to run again or twice at once."""
    message = await store.message(kit.db, message_id)
    if message is None or message.state != "waiting":
        return
    if clock.now() - message.happened_at > VALID_FOR + NIGHT:
        await _drop(kit, message, "old")
        return
    setting = (await store.settings(kit.db)).get(message.play)
    if message.play not in plays() or (setting and not setting.active):
        await _drop(kit, message, "off")
        return
    person = await store.reached(kit.db, message.uid)
    if (at := due(plays()[message.play], clock.now(), person.time_zone)) > clock.now():
        await _later(kit, message, (at - clock.now()).total_seconds())  # a worker that was down ran into the night
        return
    try:
        values = await TRUTHS[message.play](kit, message, Why("self", f"play.{message.play}", SYSTEM.ref), person.time_zone or "UTC")
    except (NotOffered, ExchangeRefused) as refused:
        log.info("plays.not_told", play=message.play, why=type(refused).__name__)
        values = None
    except ExchangeDown:
        await _later(kit, message, AGAIN_S)
        return
    await db.again(lambda: _settle(kit, message, values))


async def _settle(kit: Kit, message: Message, values: Values | None) -> None:
    play = plays()[message.play]
    async with db.transaction(kit.db) as tx:
        if await store.lock(tx, message.id, message.uid) is None:
            return
        stands = await store.stands(tx, message.uid, message.topic, clock.now() - A_DAY)
        why = "untrue" if values is None else "stopped" if stands.stopped else "capped" if stands.capped else ""
        if message.topic != SECURITY and await in_care(tx, message.uid):
            why = "in_care"
        if why or values is None:
            seq = await _dropped(tx, message, why)
        else:
            setting = (await store.settings(tx)).get(message.play)
            zh, en = (setting.words_zh if setting else "") or play.words[0], (setting.words_en if setting else "") or play.words[1]
            titles = fill(play.title[0], values, "zh"), fill(play.title[1], values, "en")
            await store.say(tx, message.id, clock.now(), titles, (fill(zh, values, "zh"), fill(en, values, "en")))
            seq = await emit(tx, f"play:{message.id}", SYSTEM, PlaySaid(message.play, message.topic))
            await enqueue(tx, jobs.mail, Say(message.id), key=f"plays.mail:{message.id}")
    await wake(kit.bus, f"play:{message.id}", seq)


async def _dropped(tx: Tx, message: Message, why: str) -> int:
    await store.drop(tx, message.id, why)
    return await emit(tx, f"play:{message.id}", SYSTEM, PlayDropped(message.play, message.topic, why))


async def _drop(kit: Kit, message: Message, why: str) -> None:
    async with db.transaction(kit.db) as tx:
        if await store.lock(tx, message.id, message.uid) is None:
            return
        seq = await _dropped(tx, message, why)
    await wake(kit.bus, f"play:{message.id}", seq)


async def _later(kit: Kit, message: Message, seconds: float) -> None:
    """Each time under a key of its own: the job that is ending still holds the last."""
    async with db.transaction(kit.db) as tx:
        at = clock.now() + timedelta(seconds=seconds)
        await tx.execute(store.PUT_OFF, message.id, at)
        await enqueue(tx, jobs.say, Say(message.id), delay_s=seconds, key=f"plays.say:{message.id}:{at.timestamp():.0f}")

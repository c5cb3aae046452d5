"""Sends a message by mail, once, to a customer whose address the exchange vouched for."""

import structlog

from farol.channels.email.letters import post, transport
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.i18n import lang_of
from farol.kit.jobs import JOBS, enqueue

from . import letter, store
from .model import A_DAY, Say

log = structlog.get_logger()
FIRST_PAUSE_S = 60
MOST_TRIES = 8
JOB = "plays.mail"


async def send(kit: Kit, given: Say) -> None:
    """Does nothing where no mail server is set, and for somebody who was never here. A server that is away is tried again for hours."""
    if not kit.settings.smtp_host:
        return
    message = await store.message(kit.db, given.message_id)
    if message is None or message.state != "said" or message.ticket_id is not None:
        return
    person = await store.reached(kit.db, message.uid)
    if person.id is None or not store.wants(message.topic, await store.stopped(kit.db, message.uid)):
        return
    try:
        raw = letter.build(kit.settings, person, message, await post.stamp(kit, person.id, person.email, message.title(lang_of(person.language))))
        await post.hand_over(kit, person.email, raw)
    except (ValueError, transport.Refused) as error:
        log.info("plays.not_mailed", message=message.id, why=type(error).__name__)
    except transport.Away:
        await _later(kit, given)
        return
    await kit.db.fetchval(store.MAILED, message.id)


async def _later(kit: Kit, given: Say) -> None:
    if given.tries >= MOST_TRIES:
        return
    pause = min(FIRST_PAUSE_S * 2**given.tries, A_DAY.total_seconds() / 4)
    async with db.transaction(kit.db) as tx:
        again = Say(given.message_id, given.tries + 1)
        await enqueue(tx, JOBS[JOB], again, delay_s=pause, key=f"{JOB}:{given.message_id}:{again.tries}")

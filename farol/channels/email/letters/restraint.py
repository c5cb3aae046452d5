"""How much may go out by itself: nobody makes a mail bomb of us, and two machines that answer each other come to an end.

One automatic mail to a mailbox in a day, a ceiling over all in an hour that stops them until somebody looks, and in one
ticket three answers of a machine in a row, whatever the other side's mail says of itself.
"""

from typing import Literal

import structlog

from farol.channels.email import address
from farol.channels.email.events import MailHalted, MailResumed
from farol.core.notices.actions import notify
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor
from farol.kit.settings import Settings

from . import restraint_store
from .restraint_store import Count, Halt

log = structlog.get_logger()
MOST_ROUNDS = 3
NOTHING = Count(0, 0, False)
TITLE = {
    "zh": "自动邮件已停：一小时内超过 {ceiling} 封，请看是不是有人在刷",
    "en": "Automatic mail is stopped: more than {ceiling} in an hour. See whether somebody abuses it",
}


def verdict(found: Count, rounds: int, ceiling: int, *, counted: bool) -> Literal["go", "hold", "halt"]:
    """Whether a machine's mail may go. counted: it falls under the day and the hour; else only under the rounds of its ticket."""
    if rounds >= MOST_ROUNDS:
        return "hold"
    if not counted:
        return "go"
    if found.halted or found.to_this:
        return "hold"
    return "halt" if found.in_hour >= ceiling else "go"


async def may_go(tx: Tx, settings: Settings, ticket_id: int, recipient: str, *, counted: bool) -> bool:
    """The same for one mail that would be written now; over the ceiling, everything automatic stands still from here on."""
    mailbox = address.mailbox(recipient)
    found = await restraint_store.count(tx, mailbox) if counted else NOTHING
    judged = verdict(found, await restraint_store.rounds(tx, ticket_id, mailbox), settings.mail_automatic_an_hour, counted=counted)
    if judged == "halt":
        await _stop(tx, found.in_hour, settings.mail_automatic_an_hour)
    elif judged == "hold":
        log.info("mail.held_back", ticket=ticket_id)
    return judged == "go"


async def _stop(tx: Tx, in_hour: int, ceiling: int) -> None:
    id_ = await restraint_store.halt(tx, in_hour, ceiling)
    if id_ is None:
        return
    log.error("mail.automatic_halted", in_hour=in_hour, ceiling=ceiling)
    await emit(tx, f"mail_halt:{id_}", SYSTEM, MailHalted(in_hour, ceiling))
    title = {lang: words.format(ceiling=ceiling) for lang, words in TITLE.items()}
    await notify(tx, await restraint_store.watching(tx), "emergency.mail_halted", ticket_id=None, title=title, key=f"mail_halt:{id_}")


async def resume(kit: Kit, actor: Actor) -> Halt | None:
    """Somebody has looked: it runs again, and what was not mailed meanwhile is not mailed later. Harmless when it runs already."""
    async with transaction(kit.db) as tx:
        id_ = await restraint_store.end(tx, actor.id)
        seq = await emit(tx, f"mail_halt:{id_}", actor, MailResumed()) if id_ else 0
    if seq:
        await wake(kit.bus, f"mail_halt:{id_}", seq)
    return await restraint_store.halted(kit.db)

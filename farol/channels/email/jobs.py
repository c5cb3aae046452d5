"""Work on mail that may be tried again."""

import msgspec

from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.jobs import enqueue, job

from . import actions, outgoing, outside
from .model import Later


class Take(msgspec.Struct, frozen=True):
    """A mail that came. tries: how often it was put off because another process had it."""

    mail_id: int
    tries: int = 0


class Due(msgspec.Struct, frozen=True):
    """A ticket whose customer may have something to get by mail. tries: how often sending was put off."""

    ticket_id: int
    tries: int = 0


class OfThread(msgspec.Struct, frozen=True):
    """A side thread with words for somebody outside. tries: how often sending was put off."""

    thread_id: int
    tries: int = 0


@job("mail.take", Take)
async def take(kit: Kit, given: Take) -> None:
    """Reads a mail and joins it to a ticket, opens one, or puts it aside."""
    try:
        await actions.take(kit, given.mail_id)
    except Later as later:
        async with transaction(kit.db) as tx:
            again = Take(given.mail_id, given.tries + 1)
            await enqueue(tx, take, again, delay_s=later.after_s, key=f"mail.take:{given.mail_id}:{again.tries}")


@job("mail.write", Due)
async def write(kit: Kit, due: Due) -> None:
    """Writes the mail about what is still unread."""
    await outgoing.write(kit, due.ticket_id)


@job("mail.send", Due)
async def send(kit: Kit, due: Due) -> None:
    """Sends the ticket's mails; puts itself off, with growing pauses, while the other server is away."""
    try:
        await outgoing.send(kit, due.ticket_id)
    except Later as later:
        async with transaction(kit.db) as tx:
            again = Due(due.ticket_id, due.tries + 1)
            await enqueue(tx, send, again, delay_s=later.after_s, key=f"mail.send:{due.ticket_id}:{again.tries}")


@job("mail.thread", OfThread)
async def send_of_thread(kit: Kit, due: OfThread) -> None:
    """Sends a side thread's letters; puts itself off, with growing pauses, while the other server is away."""
    try:
        await outside.send(kit, due.thread_id)
    except Later as later:
        async with transaction(kit.db) as tx:
            again = OfThread(due.thread_id, due.tries + 1)
            await enqueue(tx, send_of_thread, again, delay_s=later.after_s, key=f"mail.thread:{due.thread_id}:{again.tries}")

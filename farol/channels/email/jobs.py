"""Work on mail that may be tried again."""

from datetime import datetime
from typing import TypeVar

import msgspec

from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.jobs import JobKind, enqueue, every_s, job

from . import actions
from .letters import outgoing, outside, word_mail
from .letters.transport import Lines
from .model import Later
from .quarantine import quarantine_store

P = TypeVar("P", bound=msgspec.Struct)


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


async def _put_off(kit: Kit, kind: JobKind[P], again: P, later: Later, key: str) -> None:
    """Each try has a key of its own: the one that is ending still holds the last."""
    async with transaction(kit.db) as tx:
        await enqueue(tx, kind, again, delay_s=later.after_s, key=key)


@job("mail.take", Take)
async def take(kit: Kit, given: Take) -> None:
    """Reads a mail and joins it to a ticket, opens one, or puts it aside."""
    try:
        await actions.take(kit, given.mail_id)
    except Later as later:
        await _put_off(kit, take, Take(given.mail_id, given.tries + 1), later, f"mail.take:{given.mail_id}:{given.tries + 1}")


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
        await _put_off(kit, send, Due(due.ticket_id, due.tries + 1), later, f"mail.send:{due.ticket_id}:{due.tries + 1}")


@job("mail.thread", OfThread)
async def send_of_thread(kit: Kit, due: OfThread) -> None:
    """Sends a side thread's letters; puts itself off, with growing pauses, while the other server is away."""
    try:
        await outside.send(kit, due.thread_id)
    except Later as later:
        await _put_off(kit, send_of_thread, OfThread(due.thread_id, due.tries + 1), later, f"mail.thread:{due.thread_id}:{due.tries + 1}")


@every_s(3600, "mail.forget")
async def forget(kit: Kit) -> None:
    """Bytes of mail that was put aside are forgotten when they are old."""
    await quarantine_store.forget(kit.db, kit.settings.mail_quarantine_days)


@every_s(10, "mail.idle_lines")
async def end_idle_lines(kit: Kit) -> None:
    """Connections to mail servers end when nothing goes over them."""
    if kit.has(Lines):
        kit.get(Lines).sweep()


class WordChanged(msgspec.Struct, frozen=True):
    """A customer's word was set or taken away. tries: how often telling was put off."""

    customer_id: int
    there: bool
    at: datetime
    tries: int = 0


@job("mail.word", WordChanged)
async def tell_of_word(kit: Kit, given: WordChanged) -> None:
    """Mails it, and puts itself off while the other server is away, for three days."""
    if pause := await word_mail.send(kit, given.customer_id, given.there, given.at):
        again = WordChanged(given.customer_id, given.there, given.at, given.tries + 1)
        await _put_off(kit, tell_of_word, again, Later(pause), f"mail.word:{given.customer_id}:{given.at.timestamp()}:{again.tries}")

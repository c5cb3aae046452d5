"""What follows from words and from mail: work is queued, nothing is sent here."""

from farol.channels.messengers.events import ParcelMoved
from farol.core.tickets.events import MessagePosted
from farol.desk.queue.events import CalledBack
from farol.desk.snooze.events import CustomerReminded, WaitEnded
from farol.desk.threads.events import LetterWritten
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.jobs import enqueue
from farol.kit.reactions import reaction

from . import jobs
from .actions import CHANNEL
from .events import MailQueued, MailReceived, MailSettled, MailWordChanged
from .letters import out_store
from .quarantine import actions as quarantine


@reaction("mail_take", MailReceived)
async def take_it(kit: Kit, tx: Tx, event: Recorded) -> None:
    """A mail that came is read soon after."""
    await enqueue(tx, jobs.take, jobs.Take(event.id), key=f"mail.take:{event.id}")


@reaction("mail_unread", MessagePosted)
async def mail_if_unread(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Words for the customer go by mail when they stay unread; at once where the customer last wrote by mail.

    What machines say at once goes by mail only to who wrote by mail: others saw it on screen.
    """
    posted = event.event()
    assert isinstance(posted, MessagePosted)
    if posted.internal or posted.author_kind not in ("staff", "system", "assistant"):
        return
    by_mail = await out_store.last_said_by(tx, event.id) == CHANNEL
    if posted.author_kind in ("system", "assistant") and not by_mail:
        return
    delay = 0 if by_mail else kit.settings.mail_after_s
    await enqueue(tx, jobs.write, jobs.Due(event.id), delay_s=delay, key=f"mail.write:{event.id}:{event.seq}")


@reaction("mail_undelivered", ParcelMoved)
async def mail_if_undelivered(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Words that could not go out over a messenger go by mail, at once."""
    moved = event.event()
    assert isinstance(moved, ParcelMoved)
    if moved.state == "failed" and moved.message_seq is not None:
        await enqueue(tx, jobs.write, jobs.Due(event.id), key=f"mail.write:{event.id}:undelivered:{event.seq}")


@reaction("mail_callback", CalledBack)
async def tell_by_mail(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Who asked to be told by mail that it is their turn gets what is unread, now."""
    await enqueue(tx, jobs.write, jobs.Due(event.id), key=f"mail.write:{event.id}:callback:{event.seq}")


@reaction("mail_reminded", CustomerReminded, WaitEnded)
async def remind_by_mail(kit: Kit, tx: Tx, event: Recorded) -> None:
    """A customer who is waited for is away from the screen where the words stand, so they go by mail too."""
    await enqueue(tx, jobs.write, jobs.Due(event.id), delay_s=kit.settings.mail_after_s, key=f"mail.write:{event.id}:reminded:{event.seq}")


@reaction("mail_send", MailQueued)
async def send_it(kit: Kit, tx: Tx, event: Recorded) -> None:
    """A mail that is written is sent."""
    await enqueue(tx, jobs.send, jobs.Due(event.id), key=f"mail.send:{event.id}:queued:{event.seq}")


@reaction("mail_outside", LetterWritten)
async def write_outside(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Words of a side thread that are meant for somebody outside go to them."""
    await enqueue(tx, jobs.send_of_thread, jobs.OfThread(event.id), key=f"mail.thread:{event.id}:written:{event.seq}")


@reaction("mail_aside", MailSettled)
async def tell_of_quarantine(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Who decides about mail that was put aside learns that there is some."""
    settled = event.event()
    assert isinstance(settled, MailSettled)
    if settled.state == "quarantined":
        await quarantine.tell_growth(tx)


@reaction("mail_word", MailWordChanged)
async def tell_of_word(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Whoever's word was changed hears of it: it may not have been them."""
    changed = event.event()
    assert isinstance(changed, MailWordChanged)
    await enqueue(tx, jobs.tell_of_word, jobs.WordChanged(event.id, changed.there, event.at), key=f"mail.word:{event.id}:{event.seq}")

"""Letters of side threads to people outside: the staff's words and nothing else, written once, tried until they are gone."""

from farol.channels.email import address, store
from farol.channels.email.model import Later
from farol.channels.email.store import Target
from farol.desk.threads import actions as threads
from farol.desk.threads.model import permitted
from farol.desk.threads.telling import After
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.i18n import lang_of
from farol.kit.settings import Settings

from . import compose, outside_store
from .letter import Letter, Part
from .outside_store import Claimed, Unwritten
from .trying import ANSWERABLE, CLAIM_S, attempt, pause_s

NOT_PERMITTED = "domain not permitted"


async def send(kit: Kit, thread_id: int) -> None:
    """Writes and sends what waits in a thread. Raises Later when the other server is away or says so.

    A domain that is permitted no longer is not written to. At least once, with the same Message-ID, as mails of tickets.
    """
    await _write(kit, thread_id)
    away: list[int] = []
    pause = 0.0
    while mail := await outside_store.claim(kit.db, thread_id, CLAIM_S, away):
        end = await attempt(kit, address.bounce(kit.settings, address.THREAD, mail.letter_id), mail.recipient, mail.raw, mail.at)
        if end.state == "away":
            await kit.db.execute(outside_store.PUT_BACK, mail.letter_id, end.said)
            away.append(mail.outsider_id)
            pause = max(pause, end.after_s or pause_s(mail.attempts))
        else:
            await _settle(kit, mail, end.state, end.said)
    if pause or await outside_store.queued(kit.db, thread_id):
        raise Later(pause or CLAIM_S)


async def _write(kit: Kit, thread_id: int) -> None:
    after = After()
    async with transaction(kit.db) as tx:
        thread = await outside_store.lock_thread(tx, thread_id)
        if thread is None:
            return
        for letter in await outside_store.unwritten(tx, thread_id):
            if permitted(letter.address, kit.settings.thread_domains):
                await _compose(kit.settings, tx, thread_id, thread, letter)
            else:
                await threads.settle_letter(tx, letter.id, "failed", NOT_PERMITTED, after)
    await after.say(kit)


async def _compose(settings: Settings, tx: Tx, thread_id: int, thread: tuple[str, str], to: Unwritten) -> None:
    """The author's words under the thread's title. No word of the customer, and nothing about them but the ticket's number."""
    number, title = thread
    token = address.token(settings.secret_key, f"thread:{thread_id}", to.address)
    await store.add_outside(tx, address.digest(token), to.outsider_id, to.address, clock.now() + ANSWERABLE)
    letter = Letter(
        message_id=address.message_id(settings),
        sender=f"reply+{token}@{settings.mail_domain}", recipient=to.address, number=number, subject=title,
        parts=(Part(to.author, to.body, 0),), references=await outside_store.references(tx, to.outsider_id), at=clock.now(),
        lang=lang_of(to.language), brand=settings.brand, automatic=False, portal="", outside=True)
    await tx.execute(outside_store.WRITE, to.id, letter.message_id, letter.sender, compose.build(letter))


async def bounced(kit: Kit, target: Target, said: str, named: list[str]) -> None:
    """A letter came back."""
    after = After()
    assert target.outsider_id is not None
    async with transaction(kit.db) as tx:
        letter_id = await outside_store.sent_to(tx, target.outsider_id, named)
        if letter_id is not None:
            await threads.settle_letter(tx, letter_id, "bounced", said, after)
    await after.say(kit)


async def _settle(kit: Kit, mail: Claimed, state: str, error: str) -> None:
    after = After()
    async with transaction(kit.db) as tx:
        await threads.settle_letter(tx, mail.letter_id, state, error, after)
    await after.say(kit)

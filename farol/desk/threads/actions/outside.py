"""Somebody of outside takes part in a thread by mail: added, written to, heard, taken out. The mail itself is a channel's."""

from collections.abc import Sequence
from uuid import UUID

from farol.core.shield import scrub
from farol.core.tickets.checks import check_said
from farol.desk.threads import outside_store, sight, store
from farol.desk.threads.events import (
    LetterSettled,
    LetterWritten,
    OutsiderAdded,
    OutsiderRemoved,
    OutsiderSaid,
    ThreadReopened,
)
from farol.desk.threads.model import ADDRESS, LONGEST, MOST_OUTSIDE, permitted
from farol.desk.threads.problems import (
    AddressNotPermitted,
    AddressOfCustomer,
    AddressOurs,
    NotOutside,
    ThreadClosed,
    TooManyOutside,
)
from farol.desk.threads.telling import After
from farol.kit.core import Kit
from farol.kit.db import Tx, again, transaction
from farol.kit.events import Event, emit
from farol.kit.files import store as files_store
from farol.kit.permission import SYSTEM, Actor, Can
from farol.kit.problem import Invalid, NotAllowed, NotFound

from .people import notice, on_ticket

NAME = 80
ANSWERED = {"en": "{who} answered from outside: {title}", "zh": "外部 {who} 回复了：{title}"}
LOST = {"en": "Your mail to {who} did not arrive: {title}", "zh": "您写给 {who} 的邮件没有送到：{title}"}


async def add_outsider(kit: Kit, actor: Actor, thread_id: int, address: str, name: str) -> int:
    """Somebody of outside takes part from now on: their number. Nothing is written to them yet; adding them twice is harmless.

    Raises NotFound, Invalid (no address; a whisper stays between two), AddressOurs, AddressNotPermitted, AddressOfCustomer, TooManyOutside,
    ThreadClosed.
    """
    found, plain = await sight.readable(kit.db, actor, thread_id), checked(kit, address)
    if found.kind == "whisper":
        raise Invalid(errors=[{"field": "address", "why": "a whisper stays between two"}])
    after = After()
    async with transaction(kit.db) as tx:
        await _lock(tx, found.ticket_id, thread_id)
        id_ = await add_in(tx, actor, found.ticket_id, thread_id, found.title, plain, name, after)
    await after.say(kit)
    return id_


def checked(kit: Kit, address: str) -> str:
    """The address as it is kept. Raises Invalid, AddressOurs, AddressNotPermitted."""
    plain = address.strip().lower()
    if not ADDRESS.fullmatch(plain):
        raise Invalid(errors=[{"field": "address", "why": "not a mail address"}])
    domain = plain.rpartition("@")[2]
    if domain == kit.settings.mail_domain.lower() or plain == kit.settings.mail_from.lower():
        raise AddressOurs
    if not permitted(plain, kit.settings.thread_domains):
        raise AddressNotPermitted(domain=domain)
    return plain


async def add_in(tx: Tx, actor: Actor, ticket_id: int, thread_id: int, title: str, address: str, name: str, after: After) -> int:
    """``add_outsider`` of a checked address within a transaction of the caller's, who holds ticket and thread.

    Raises AddressOfCustomer, TooManyOutside.
    """
    if await tx.fetchval(outside_store.OF_CUSTOMER, ticket_id, address):
        raise AddressOfCustomer
    there = await outside_store.in_thread(tx, thread_id)
    if known := next((one for one in there if one.address == address), None):
        return known.id
    if len(there) >= MOST_OUTSIDE:
        raise TooManyOutside(most=MOST_OUTSIDE)
    called = " ".join(scrub(name).text.split())[:NAME]
    id_: int = await tx.fetchval(outside_store.ADD, thread_id, address, called, actor.language, actor.id)
    await _both(tx, actor, ticket_id, thread_id, OutsiderAdded(thread_id, id_, address, title), after)
    return id_


async def remove_outsider(kit: Kit, actor: Actor, thread_id: int, outsider_id: int) -> None:
    """They take part no more: what was not sent yet stays here, what they write is not taken. Raises NotFound."""
    found, after = await sight.readable(kit.db, actor, thread_id), After()
    async with transaction(kit.db) as tx:
        await tx.execute(store.TICKET_LOCK, found.ticket_id)
        address = await tx.fetchval(outside_store.REMOVE, outsider_id, thread_id)
        if address is None:
            raise NotFound
        await tx.execute(outside_store.DROP_LETTERS, outsider_id)
        await _both(tx, actor, found.ticket_id, thread_id, OutsiderRemoved(thread_id, outsider_id, address, found.title), after)
    await after.say(kit)


async def write_out(tx: Tx, actor: Actor, thread_id: int, seq: int, to: Sequence[int], after: After) -> None:
    """Words just said in a thread go to these outsiders too, within the transaction that says them.

    Raises NotAllowed, NotOutside, and what the guard of replies refuses: they leave the house.
    """
    if not actor.may(Can.THREAD_MAIL):
        raise NotAllowed
    wanted = sorted(set(to))
    if not set(wanted) <= {one.id for one in await outside_store.in_thread(tx, thread_id)}:
        raise NotOutside
    thread, words = await store.lock(tx, thread_id), await store.message(tx, thread_id, seq)
    await check_said(tx, actor, thread["ticket_id"] if thread else None, words.body)
    await tx.fetch(outside_store.WRITE, thread_id, seq, wanted)
    at = await tx.fetchval(store.SEQ, thread_id)
    after.woke(f"thread:{thread_id}", await emit(tx, f"thread:{thread_id}", actor, LetterWritten(seq, wanted), seq=at))


async def settle_letter(tx: Tx, letter_id: int, state: str, error: str, after: After) -> bool:
    """How a letter went: sent, failed, or bounced after it was sent; its author learns of the last two. False when it was known."""
    row = await tx.fetchrow(outside_store.SETTLE, letter_id, state, error)
    if row is None:
        return False
    thread_id = row["thread_id"]
    thread, who = await store.lock(tx, thread_id), await outside_store.outsider(tx, row["outsider_id"])
    assert thread
    assert who
    at = await tx.fetchval(store.SEQ, thread_id)
    after.woke(f"thread:{thread_id}", await emit(tx, f"thread:{thread_id}", SYSTEM, LetterSettled(letter_id, row["seq"], state), seq=at))
    hearers = await store.hearers(tx, thread_id)
    if state != "sent":
        author = await tx.fetchval(outside_store.AUTHOR, thread_id, row["seq"])
        title = {lang: text.format(who=who.address, title=thread["title"]) for lang, text in LOST.items()}
        await notice(tx, SYSTEM, [h for h in hearers if h.id == author], thread["ticket_id"], title, error, f"letter:{letter_id}:{state}")
    after.tell([h.id for h in hearers], "thread", thread=thread_id, ticket=thread["ticket_id"], seq=at, message=None)
    return True


async def say_from_outside(
    kit: Kit, outsider_id: int, *, client_id: UUID, body: str, files: Sequence[UUID], note: str,
) -> tuple[int, bool] | None:
    """What an outsider wrote stands in their thread, and nowhere else: its seq, and whether a secret was masked.

    A closed thread is opened again. The same client_id says it once. None: they take no part any more. body: cut to what fits.
    """
    words = scrub(body.strip()[:LONGEST])

    async def run() -> tuple[tuple[int, bool] | None, After]:
        after = After()
        async with transaction(kit.db) as tx:
            who = await outside_store.outsider(tx, outsider_id)
            if who is None or who.gone:
                return None, after
            thread = await _lock(tx, who.ticket_id, who.thread_id, closed=True)
            if before := await store.said_before(tx, who.thread_id, client_id):
                return (before["seq"], bool(before["removed"])), after
            if thread["closed_at"] is not None:
                await tx.fetchval(store.REOPEN, who.thread_id)
                await _both(tx, SYSTEM, who.ticket_id, who.thread_id, ThreadReopened(who.thread_id, thread["title"]), after)
            seq: int = await tx.fetchval(
                outside_store.SAID, who.thread_id, client_id, outsider_id, words.text, list(words.removed), list(files), note)
            await files_store.keep(tx, list(files))
            stream = f"thread:{who.thread_id}"
            after.woke(stream, await emit(tx, stream, SYSTEM, OutsiderSaid(outsider_id), seq=seq))
            hearers = await store.hearers(tx, who.thread_id)
            title = {lang: text.format(who=who.address, title=thread["title"]) for lang, text in ANSWERED.items()}
            await notice(tx, SYSTEM, hearers, who.ticket_id, title, words.text, f"thread:{who.thread_id}:{seq}")
            after.tell([h.id for h in hearers], "thread", thread=who.thread_id, ticket=who.ticket_id, seq=seq, message=None)
            return (seq, bool(words.removed)), after

    said, after = await again(run, "thread_message_client")
    await after.say(kit)
    return said


async def _lock(tx: Tx, ticket_id: int, thread_id: int, *, closed: bool = False) -> store.Locked:
    await tx.execute(store.TICKET_LOCK, ticket_id)
    thread = await store.lock(tx, thread_id)
    if thread is None:
        raise NotFound
    if thread["closed_at"] is not None and not closed:
        raise ThreadClosed
    return thread


async def _both(tx: Tx, actor: Actor, ticket_id: int, thread_id: int, event: Event, after: After) -> None:
    """On the thread's stream and on the ticket's, and to the screens of those who take part."""
    at = await tx.fetchval(store.SEQ, thread_id)
    after.woke(f"thread:{thread_id}", await emit(tx, f"thread:{thread_id}", actor, event, seq=at))
    await on_ticket(tx, actor, ticket_id, event, after)
    after.tell([h.id for h in await store.hearers(tx, thread_id)], "thread", thread=thread_id, ticket=ticket_id, seq=at, message=None)

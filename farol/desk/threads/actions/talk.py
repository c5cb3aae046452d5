"""A thread is opened, talked in, read, closed and opened again."""

from collections.abc import Sequence
from uuid import UUID

from farol.core.shield import scrub
from farol.core.tickets.model import shorten
from farol.core.tickets.problems import ClientIdReused, Empty, TooLong
from farol.desk.threads import sight, store
from farol.desk.threads.events import ThreadEnded, ThreadOpened, ThreadReopened, ThreadSaid
from farol.desk.threads.model import LONGEST, TITLE, Message, Person
from farol.desk.threads.problems import NobodyAsked, ThreadClosed
from farol.desk.threads.telling import After
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotAllowed, NotFound

from .outside import add_in, checked, write_out
from .people import ask, known, notice, on_ticket

UNIQUE = ("thread_ticket_id_opening_id_key", "thread_message_client", "thread_whisper")
SPOKE = {"en": "{name} wrote in a side thread: {title}", "zh": "{name} 在内部讨论里写了：{title}"}


async def open_thread(
    kit: Kit, actor: Actor, ticket_id: int, *, client_id: UUID, kind: str, title: str, people: Sequence[int], teams: Sequence[str], body: str,
    outside: str = "",
) -> int:
    """Asks people and teams beside a ticket: the thread's id. The same client_id opens it only once.

    outside: an address that is asked too, or alone; the question goes to it by mail. Raises NotFound, NobodyAsked, NotAColleague,
    Empty, TooLong, Invalid, and of an address NotAllowed, AddressOurs, AddressNotPermitted.
    """
    if not (set(people) - {actor.id}) and not teams and not outside:
        raise NobodyAsked
    address = checked(kit, outside) if outside else ""
    if address and not actor.may(Can.THREAD_MAIL):
        raise NotAllowed
    await sight.need(kit.db, actor, ticket_id)

    async def run() -> tuple[int, After]:
        after = After()
        async with transaction(kit.db) as tx:
            await tx.execute(store.TICKET_LOCK, ticket_id)
            if (before := await tx.fetchval(store.OF_OPENING, ticket_id, client_id)) is not None:
                return int(before), after
            thread_id = await open_in(tx, actor, ticket_id, client_id=client_id, kind=kind, title=title, people=people, teams=teams, after=after)
            said = await say_in(tx, actor, thread_id, client_id, body, after)
            if address:
                outsider = await add_in(tx, actor, ticket_id, thread_id, title, address, "", after)
                await write_out(tx, actor, thread_id, said.seq, [outsider], after)
            return thread_id, after

    thread_id, after = await db.again(run, *UNIQUE)
    await after.say(kit)
    return thread_id


async def open_in(
    tx: Tx, actor: Actor, ticket_id: int, *, client_id: UUID, kind: str, title: str, people: Sequence[int], teams: Sequence[str],
    after: After, opened_by: int | None = None, about: int | None = None,
) -> int:
    """A thread without words yet, in a transaction that holds the ticket's row. opened_by: the actor unless given, who is staff."""
    ids, by_key = await known(tx, people, teams)
    opener = actor.id if opened_by is None else opened_by
    heading = shorten(scrub(title.strip()).text, TITLE) or "—"
    thread_id: int = await tx.fetchval(store.OPEN, ticket_id, kind, heading, about, opener, client_id)
    ids = sorted({*ids, opener})
    await tx.fetch(store.ADD_PEOPLE, thread_id, ids, actor.ref)
    await tx.fetch(store.ADD_TEAMS, thread_id, list(by_key.values()), actor.ref)
    event = ThreadOpened(thread_id, kind, heading, ids, list(by_key))
    seq = await tx.fetchval(store.SEQ, thread_id)
    after.woke(f"thread:{thread_id}", await emit(tx, f"thread:{thread_id}", actor, event, seq=seq))
    if kind != "whisper":
        await on_ticket(tx, actor, ticket_id, event, after)
    hearers = await store.hearers(tx, thread_id)
    await ask(tx, actor, thread_id, {"ticket_id": ticket_id, "kind": kind, "title": heading, "closed_at": None}, hearers)
    after.tell([h.id for h in hearers], "thread", thread=thread_id, ticket=ticket_id, seq=seq, message=None)
    return thread_id


async def say(kit: Kit, actor: Actor, thread_id: int, *, client_id: UUID, body: str, to: Sequence[int] = ()) -> Message:
    """Says something in a thread; who did not take part does from now on. Sending the same again is harmless.

    to: outsiders whom it also goes to by mail. Raises NotFound, ThreadClosed, Empty, TooLong, ClientIdReused, NotAllowed, NotOutside.
    """
    await sight.readable(kit.db, actor, thread_id)

    async def run() -> tuple[Message, After]:
        after = After()
        async with transaction(kit.db) as tx:
            return await say_in(tx, actor, thread_id, client_id, body, after, to), after

    message, after = await db.again(run, *UNIQUE)
    await after.say(kit)
    return message


async def say_in(
    tx: Tx, actor: Actor, thread_id: int, client_id: UUID, body: str, after: After, to: Sequence[int] = (),
) -> Message:
    """``say`` within a transaction of the caller's, who says ``after`` when it stands."""
    if len(body) > LONGEST:
        raise TooLong(most=LONGEST)
    if not body.strip():
        raise Empty
    found = scrub(body.strip())
    thread = await store.lock(tx, thread_id)
    if thread is None:
        raise NotFound
    me = Person(actor.id, actor.name)
    if before := await store.said_before(tx, thread_id, client_id):
        if before["author_id"] != actor.id or before["body"] != found.text:
            raise ClientIdReused
        return await store.message(tx, thread_id, before["seq"])
    if thread["closed_at"] is not None:
        raise ThreadClosed
    row = await tx.fetchrow(store.SAY, thread_id, client_id, actor.id, found.text, list(found.removed))
    assert row
    message = Message(row["seq"], client_id, me, found.text, list(found.removed), row["at"])
    await tx.execute(store.ADD_PEOPLE, thread_id, [actor.id], actor.ref)
    await tx.execute(store.MARK, thread_id, actor.id, message.seq)
    after.woke(f"thread:{thread_id}", await emit(tx, f"thread:{thread_id}", actor, ThreadSaid(actor.id), seq=message.seq))
    if to:
        await write_out(tx, actor, thread_id, message.seq, to, after)
        message = await store.message(tx, thread_id, message.seq)
    hearers = await store.hearers(tx, thread_id)
    if message.seq > 2:  # with the first words comes the notice of being asked
        title = {language: text.format(name=actor.name, title=thread["title"]) for language, text in SPOKE.items()}
        await notice(tx, actor, hearers, thread["ticket_id"], title, found.text, f"thread:{thread_id}:{message.seq}")
    after.tell([h.id for h in hearers], "thread", thread=thread_id, ticket=thread["ticket_id"], seq=message.seq, message=message)
    return message


async def mark_read(kit: Kit, actor: Actor, thread_id: int, upto: int) -> None:
    """The actor has seen everything up to a seq; backwards does nothing. Their other screens follow. Raises NotFound."""
    thread, after = await sight.readable(kit.db, actor, thread_id), After()
    await kit.db.execute(store.MARK, thread_id, actor.id, upto)
    after.tell([actor.id], "thread_read", thread=thread_id, ticket=thread.ticket_id, upto=upto)
    await after.say(kit)


async def close(kit: Kit, actor: Actor, thread_id: int) -> None:
    """The question is answered; nobody writes in it until it is opened again. Closing twice is harmless. Raises NotFound."""
    await _turn(kit, actor, thread_id, store.CLOSE, ThreadEnded)


async def reopen(kit: Kit, actor: Actor, thread_id: int) -> None:
    """It goes on. Raises NotFound; a whisper that was begun anew meanwhile goes on there instead."""
    await _turn(kit, actor, thread_id, store.REOPEN, ThreadReopened)


async def _turn(kit: Kit, actor: Actor, thread_id: int, statement: str, kind: type[ThreadEnded] | type[ThreadReopened]) -> None:
    found, after = await sight.readable(kit.db, actor, thread_id), After()
    async with transaction(kit.db) as tx:
        await tx.execute(store.TICKET_LOCK, found.ticket_id)
        args = [thread_id, actor.id] if statement == store.CLOSE else [thread_id]
        if await tx.fetchval(statement, *args) is None:
            return
        event = kind(thread_id, found.title)
        seq = await tx.fetchval(store.SEQ, thread_id)
        after.woke(f"thread:{thread_id}", await emit(tx, f"thread:{thread_id}", actor, event, seq=seq))
        if found.kind != "whisper":
            await on_ticket(tx, actor, found.ticket_id, event, after)
        hearers = [h.id for h in await store.hearers(tx, thread_id)]
        after.tell(hearers, "thread", thread=thread_id, ticket=found.ticket_id, seq=seq, message=None)
    await after.say(kit)

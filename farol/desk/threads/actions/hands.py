"""An agent raises a hand; a lead whispers."""

from uuid import UUID

from farol.core.notices.actions import notify
from farol.core.people.model import roles_with
from farol.core.shield import scrub
from farol.core.tickets.log_store import bump
from farol.core.tickets.model import shorten
from farol.desk.threads import hand_store, sight, store
from farol.desk.threads.events import HandLowered, HandRaised
from farol.desk.threads.model import HAND_WORDS
from farol.desk.threads.problems import NobodyToWhisper
from farol.desk.threads.telling import After
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound

from .talk import UNIQUE, open_in, say_in

RAISED = {"en": "{name} raises a hand", "zh": "{name} 举手求助"}
TITLE = {"en": "Whisper", "zh": "悄悄话"}


def leads() -> list[str]:
    """The roles that are asked when a hand goes up: those who may whisper."""
    return roles_with(Can.WHISPER)


async def raise_hand(kit: Kit, actor: Actor, ticket_id: int, words: str) -> None:
    """The actor asks for a lead on this ticket; leads of their teams on shift are told. Raising it twice is harmless. Raises NotFound."""
    await sight.need(kit.db, actor, ticket_id)
    after, said = After(), shorten(scrub(words.strip()).text, HAND_WORDS)
    async with transaction(kit.db) as tx:
        await tx.execute(store.TICKET_LOCK, ticket_id)
        hand_id = await tx.fetchval(hand_store.RAISE, ticket_id, actor.id, said)
        if hand_id is None:
            return
        await _emit(tx, actor, ticket_id, HandRaised(actor.id, said), after)
        asked = [r["id"] for r in await tx.fetch(hand_store.LEADS, actor.id, leads())]
        title = {language: text.format(name=actor.name) for language, text in RAISED.items()}
        await notify(tx, asked[:200], "escalation.hand", ticket_id=ticket_id, title=title, words=said, key=f"hand:{hand_id}", but=actor)
        after.tell(asked, "hand", ticket=ticket_id, staff=actor.id, up=True)
    await after.say(kit)


async def lower(kit: Kit, actor: Actor, ticket_id: int, staff_id: int | None = None) -> None:
    """One's own hand is down, or a lead has come to somebody else's. A hand that is not up stays so. Raises NotFound."""
    await sight.need(kit.db, actor, ticket_id)
    if staff_id not in (None, actor.id) and not actor.may(Can.WHISPER):
        raise NotFound
    after = After()
    async with transaction(kit.db) as tx:
        await tx.execute(store.TICKET_LOCK, ticket_id)
        await _lower(tx, actor, ticket_id, actor.id if staff_id is None else staff_id, after)
    await after.say(kit)


async def whisper(kit: Kit, actor: Actor, ticket_id: int, *, client_id: UUID, body: str, to: int | None) -> int:
    """Says something that only this agent and leads read: the thread's id. to: who raised a hand last, else who has the ticket.

    Goes on in the whisper that is open with them, and lowers their hand. Raises NotFound, NobodyToWhisper, NotAColleague, Empty, TooLong.
    """
    await sight.need(kit.db, actor, ticket_id)

    async def run() -> tuple[int, After]:
        after = After()
        async with transaction(kit.db) as tx:
            ticket = await tx.fetchrow(store.TICKET_LOCK, ticket_id)
            who = to or await tx.fetchval(hand_store.LAST_HAND, ticket_id) or (ticket and ticket["owner_id"])
            if who is None or who == actor.id:
                raise NobodyToWhisper
            thread_id = await tx.fetchval(store.WHISPER_OF, ticket_id, who)
            if thread_id is None:
                heading = TITLE["zh" if actor.language.startswith("zh") else "en"]
                thread_id = await open_in(tx, actor, ticket_id, client_id=client_id, kind="whisper", title=heading, people=[who], teams=[],
                                          after=after, about=who)
            await say_in(tx, actor, thread_id, client_id, body, after)
            await _lower(tx, actor, ticket_id, who, after)
            return thread_id, after

    thread_id, after = await db.again(run, *UNIQUE)
    await after.say(kit)
    return thread_id


async def _lower(tx: Tx, actor: Actor, ticket_id: int, staff_id: int, after: After) -> None:
    if await tx.fetchval(hand_store.LOWER, ticket_id, staff_id, actor.id) is not None:
        await _emit(tx, actor, ticket_id, HandLowered(staff_id), after)
        after.tell([staff_id], "hand", ticket=ticket_id, staff=staff_id, up=False)


async def _emit(tx: Tx, actor: Actor, ticket_id: int, event: HandRaised | HandLowered, after: After) -> None:
    seq = await bump(tx, ticket_id)
    after.woke(f"ticket:{ticket_id}", await emit(tx, f"ticket:{ticket_id}", actor, event, seq=seq))

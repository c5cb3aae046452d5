"""Words that lead elsewhere wait for a second person: held by their author, released exactly as held, once, or not at all."""

from uuid import UUID

from farol.core.notices.actions import notify
from farol.core.people import actions as people
from farol.core.people import store as staff
from farol.core.tickets import actions as tickets
from farol.core.tickets import visibility
from farol.core.tickets.log_store import bump
from farol.core.tickets.model import shorten
from farol.core.tickets.problems import ClientIdReused
from farol.kit.core import Kit
from farol.kit.db import Tx, again, transaction
from farol.kit.events import Event, emit, wake
from farol.kit.permission import SYSTEM, Actor, Can
from farol.kit.problem import NotAllowed, NotFound

from . import actions, held_store
from .events import ReplyHeld, ReplyHeldEnded, ReplyRefused, ReplyReleased
from .held_store import Held, Locked
from .model import RELEASABLE
from .problems import HeldDecided, NothingToHold, OwnRelease

CHANNEL = "console"
MOST_TOLD = 100
visibility.BELONGS["held_id"] = held_store.TICKET_OF
Woken = tuple[int, int, tuple[bytes, ...]]


async def hold(kit: Kit, actor: Actor, ticket_id: int, client_id: UUID, body: str, files: list[UUID], seen: int | None, why: str) -> Held:
    """Keeps words that were stopped for where they lead, and tells those who may release them. The same client_id holds once.

    Raises NotFound, ClientIdReused, NothingToHold, and what no second person can let out: NeverAsked, MoneyPromised, BlankLeft.
    """
    text, _ = tickets.clean(body, files)
    actions.stop(actor, text)

    async def run() -> tuple[int, int]:
        async with transaction(kit.db) as tx:
            if not await visibility.may_see(tx, actor, ticket_id) or not await held_store.files_ours(tx, files, actor.id):
                raise NotFound
            if before := await held_store.known(tx, client_id):
                if (before["ticket_id"], before["staff_id"], before["body"]) != (ticket_id, actor.id, text):
                    raise ClientIdReused
                return before["id"], 0
            found = [one for one in await actions.elsewhere(tx, ticket_id, text) if one.code in RELEASABLE]
            if not found:
                raise NothingToHold
            last = await held_store.last_words(tx, ticket_id)
            id_ = await held_store.add(tx, client_id, ticket_id, actor.id, text, files, last if seen is None else seen, why, found)
            if id_ is None:
                raise ClientIdReused
            codes = list(dict.fromkeys(one.code for one in found))
            seq = await _told(tx, actor, ticket_id, ReplyHeld(id_, codes, why))
            number = await held_store.number(tx, ticket_id)
            title = {"en": f"{actor.name} asks for a release in {number}", "zh": f"{actor.name} 在 {number} 请求放行一条回复"}
            await notify(tx, await staff.holders(tx, Can.REPLY_RELEASE, most=MOST_TOLD), "escalation.guard", ticket_id=ticket_id, title=title, words=shorten(why, 120),
                         key=f"held:{id_}", but=actor)
            return id_, seq

    id_, seq = await again(run, "guard_held_once")
    if seq:
        await wake(kit.bus, f"ticket:{ticket_id}", seq)
    return next(one for one in await held_store.of_ticket(kit.db, ticket_id) if one.id == id_)


async def rule(kit: Kit, actor: Actor, held_id: int, release: bool, why: str) -> str:
    """The second person's word: what became of it, which is ``stale`` when the customer said more after it was written.

    Raises NotFound, OwnRelease, HeldDecided, and what the ticket refuses, such as TicketClosed.
    """

    async def run() -> tuple[str, list[Woken]]:
        async with transaction(kit.db) as tx:
            held = await _waiting(tx, actor, held_id)
            if held.staff_id == actor.id:
                raise OwnRelease
            if not release:
                await held_store.decide(tx, held.id, "refused", actor.id, why)
                seq = await _told(tx, actor, held.ticket_id, ReplyRefused(held.id, held.staff_id, why))
                await _tell_author(tx, actor, held, "refused", why)
                return "refused", [(held.ticket_id, seq, ())]
            if await held_store.last_words(tx, held.ticket_id) > held.seen:
                return "stale", [await _end(tx, actor, held, "stale")]
            author = await people.acting(tx, held.staff_id)
            if author is None or not await visibility.may_see(tx, author, held.ticket_id):
                raise NotAllowed
            await held_store.decide(tx, held.id, "released", actor.id, why)
            outcome, shown = await tickets.say(
                tx, author, held.ticket_id, client_id=held.client_id, body=held.body, channel=CHANNEL, takes=True, files=tuple(held.files))
            assert outcome.seq is not None
            await held_store.decide(tx, held.id, "released", actor.id, why, outcome.seq)
            seq = await _told(tx, actor, held.ticket_id, ReplyReleased(held.id, held.staff_id, outcome.seq, why))
            await _tell_author(tx, actor, held, "released", why)
            return "released", [(held.ticket_id, outcome.seq, shown), (held.ticket_id, seq, ())]

    state, woken = await again(run, *tickets.UNIQUE)
    for ticket_id, seq, shown in woken:
        await wake(kit.bus, f"ticket:{ticket_id}", seq, *shown)
    return state


async def take_back(kit: Kit, actor: Actor, held_id: int) -> None:
    """Its author has it again. Raises NotFound, HeldDecided."""
    async with transaction(kit.db) as tx:
        held = await _waiting(tx, actor, held_id)
        if held.staff_id != actor.id:
            raise NotFound
        ticket_id, seq, _ = await _end(tx, actor, held, "taken")
    await wake(kit.bus, f"ticket:{ticket_id}", seq)


async def expire(kit: Kit) -> None:
    """Ends those on which nobody decided in a day."""
    for id_ in await held_store.expired(kit.db):
        async with transaction(kit.db) as tx:
            held = await held_store.locked(tx, id_)
            if held is None or held.state != "waiting" or not held.over:
                continue
            ticket_id, seq, _ = await _end(tx, SYSTEM, held, "expired")
        await wake(kit.bus, f"ticket:{ticket_id}", seq)


async def _waiting(tx: Tx, actor: Actor, held_id: int) -> Locked:
    held = await held_store.locked(tx, held_id)
    if held is None or not await visibility.may_see(tx, actor, held.ticket_id):
        raise NotFound
    if held.state != "waiting" or held.over:
        raise HeldDecided(state=held.state)
    return held


async def _end(tx: Tx, actor: Actor, held: Locked, state: str) -> Woken:
    """Nothing was sent."""
    await held_store.decide(tx, held.id, state, actor.id if state == "taken" else None, "")
    if state != "taken":
        await _tell_author(tx, actor, held, state, "")
    return held.ticket_id, await _told(tx, actor, held.ticket_id, ReplyHeldEnded(held.id, held.staff_id, state)), ()


async def _told(tx: Tx, actor: Actor, ticket_id: int, event: Event) -> int:
    seq = await bump(tx, ticket_id)
    await emit(tx, f"ticket:{ticket_id}", actor, event, seq=seq)
    return seq


async def _tell_author(tx: Tx, actor: Actor, held: Locked, state: str, why: str) -> None:
    number = await held_store.number(tx, held.ticket_id)
    title = {language: text.format(number=number, name=actor.name) for language, text in BECAME[state].items()}
    await notify(tx, [held.staff_id], "words", ticket_id=held.ticket_id, title=title, words=shorten(why, 120), key=f"held:{held.id}:{state}")


BECAME = {
    "released": {"en": "{name} released your reply in {number}", "zh": "{name} 放行了您在 {number} 的回复"},
    "refused": {"en": "Not sent: {name} refused to release your reply in {number}", "zh": "没有发出：{name} 没有放行您在 {number} 的回复"},
    "stale": {"en": "Not sent: the customer wrote first in {number}. Your words are kept there", "zh": "没有发出：{number} 的客户先说了话。您写的内容还在"},
    "expired": {"en": "Not sent: nobody released your reply in {number} within a day", "zh": "没有发出：{number} 的回复一天内没有人放行"},
}

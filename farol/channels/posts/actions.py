"""Proposing words for everybody, letting them out, correcting them and taking them off."""

from farol.channels.connections import actions as connections
from farol.channels.connections.model import Connection
from farol.channels.messengers import outgoing
from farol.channels.opinions.actions.answering import WHAT
from farol.core.notices.actions import notify
from farol.core.people import store as people
from farol.core.tickets.checks import check_told
from farol.kit.core import Kit
from farol.kit.db import Tx, again, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.selfserve.announcements import actions as announcements
from farol.selfserve.announcements import model as announced
from farol.selfserve.announcements import store as announcement_store
from farol.selfserve.announcements.model import Said
from farol.selfserve.announcements.problems import AnnouncementRefused

from . import model, store, telling
from .events import PostProposed, PostRecalled, PostRuled, PostWithdrawn
from .model import KEYED, MOST_PLACES, Place, PostView, Preview, Written
from .problems import PostDecided, PostNowhere, PostOwn, PostPersonal, PostPlace

MOST_TOLD = 100
Woken = list[tuple[str, int]]


async def check(tx: Tx, actor: Actor, said: Said) -> None:
    """Raises AnnouncementRefused, PostPersonal, and what the guard of replies raises."""
    if wrong := announced.faults(said):
        raise AnnouncementRefused(errors=wrong)
    if found := model.private(said):
        raise PostPersonal(what=WHAT[found][0], what_zh=WHAT[found][1])
    await check_told(tx, actor, f"{said.title_zh}\n{said.body_zh}", f"{said.title_en}\n{said.body_en}")


async def preview(kit: Kit, said: Said, places: tuple[Place, ...]) -> list[Preview]:
    """How it reads at each place. Raises PostPlace."""
    return [model.preview(place, (await _place(kit, place)).channel, said) for place in places]


async def propose(kit: Kit, actor: Actor, written: Written) -> int:
    """Words for everybody that wait for a second person; the same client_id proposes once. A correction goes where the corrected words stand.

    Raises NotFound, PostDecided (of the corrected one), PostNowhere, PostPlace and what ``check`` raises.
    """
    for place in written.places:
        await _place(kit, place)

    async def run() -> tuple[int, int]:
        async with transaction(kit.db) as tx:
            await check(tx, actor, written.said)
            corrected = await store.locked(tx, written.corrects) if written.corrects else None
            if written.corrects and corrected is None:
                raise NotFound
            if corrected and corrected.state != "approved":
                raise PostDecided
            if not corrected and not written.in_product and not written.places[:MOST_PLACES]:
                raise PostNowhere
            id_ = await store.add(tx, actor.id, written)
            if id_ is None:
                known = await store.known(tx, written.client_id, actor.id)
                if known is None:
                    raise NotFound
                return known, 0
            if corrected:
                await store.same_places(tx, id_, corrected.id)
            else:
                for place in written.places:
                    await store.add_place(tx, id_, place)
            seq = await emit(tx, f"post:{id_}", actor, PostProposed(written.corrects, len(written.places)))
            title = {"en": f"{actor.name} asks you to let an announcement out", "zh": f"{actor.name} 请您确认一条对外公告"}
            await notify(tx, await people.holders(tx, Can.ANNOUNCEMENT_MANAGE, most=MOST_TOLD), "escalation.post", ticket_id=None, title=title, key=f"post:{id_}", but=actor)
            return id_, seq

    id_, seq = await again(run, "post_once")
    if seq:
        await wake(kit.bus, f"post:{id_}", seq)
    return id_


async def rule(kit: Kit, actor: Actor, post_id: int, approve: bool, why: str) -> None:
    """The second person's word. Approved words go to the help pages and to every place, checked once more.

    Raises NotFound, PostOwn, PostDecided, PostPlace and what ``check`` raises.
    """
    async with transaction(kit.db) as tx:
        post = await _waiting(tx, post_id)
        if post.staff_id == actor.id:
            raise PostOwn
        woken: Woken = []
        if approve:
            await check(tx, actor, post.said())
        await store.decide(tx, post.id, "approved" if approve else "refused", actor.id, why)
        if approve and post.corrects:
            await _correct(tx, actor, post)
        elif approve:
            for place in post.places:
                connection = await _place(kit, Place(place.connection_id, place.chat, place.language))  # type: ignore[arg-type]
                chat = model.chat_of(connection.channel, connection.account, place.chat)
                parts, _ = model.fitting(connection.channel, post.said(), place.language)
                for n, part in enumerate(parts):
                    woken.append(await outgoing.reply_in(tx, connection, chat, f"post{place.id}.{n}", part, once=connection.channel not in KEYED))
        woken.append((f"post:{post.id}", await emit(tx, f"post:{post.id}", actor, PostRuled(approve, why))))
    for stream, seq in woken:
        if seq:
            await wake(kit.bus, stream, seq)
    if approve and post.in_product:
        await telling.tell(kit, post.id)


async def _correct(tx: Tx, actor: Actor, post: PostView) -> None:
    """The corrected words are over; these take their places."""
    assert post.corrects
    corrected = await store.locked(tx, post.corrects)
    if corrected is None or corrected.state != "approved":
        raise PostDecided
    await store.end(tx, corrected.id, "corrected", actor.id)
    await store.follow(tx, post.id, "reword")


async def withdraw(kit: Kit, actor: Actor, post_id: int) -> None:
    """Its author takes a proposal back. Raises NotFound, PostDecided."""
    async with transaction(kit.db) as tx:
        post = await _waiting(tx, post_id)
        if post.staff_id != actor.id:
            raise NotFound
        await store.end(tx, post.id, "withdrawn", actor.id)
        seq = await emit(tx, f"post:{post.id}", actor, PostWithdrawn())
    await wake(kit.bus, f"post:{post_id}", seq)


async def recall(kit: Kit, actor: Actor, post_id: int, why: str) -> None:
    """Takes it off everywhere that lets us; one person is enough to take words back. Raises NotFound, PostDecided."""
    async with transaction(kit.db) as tx:
        post = await store.locked(tx, post_id)
        if post is None:
            raise NotFound
        if post.state != "approved":
            raise PostDecided
        await store.end(tx, post.id, "recalled", actor.id)
        await store.follow(tx, post.id, "recall")
        seq = await emit(tx, f"post:{post.id}", actor, PostRecalled(why))
        there = await announcement_store.lock(tx, post.announcement_id) if post.announcement_id else None
    await wake(kit.bus, f"post:{post_id}", seq)
    if there and not there.withdrawn_at:
        await announcements.withdraw(kit, actor, there.id, there.version)


async def _waiting(tx: Tx, post_id: int) -> PostView:
    post = await store.locked(tx, post_id)
    if post is None:
        raise NotFound
    if post.state != "waiting":
        raise PostDecided
    return post


async def _place(kit: Kit, place: Place) -> Connection:
    found = await connections.known(kit, place.connection_id)
    if found is None or found.state != "active" or not model.place_fits(found.channel, place.chat):
        raise PostPlace(which=found.name if found else f"#{place.connection_id}")
    return found

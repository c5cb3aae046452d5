"""Taking in what is said in public, once; whoever asks about their own case is led into private."""

import asyncio

from farol.channels.connections.model import Connection
from farol.channels.messengers import hooks, people, words
from farol.channels.messengers.model import Chat, Happening, Removed, Said
from farol.channels.opinions import store
from farol.channels.opinions.events import OpinionGathered, OpinionRemoved, OpinionsSpiked, OpinionTicketed
from farol.channels.opinions.model import LONGEST, Item, Read, read, spikes
from farol.core.language import detect
from farol.core.notices.actions import notify
from farol.core.people import store as staff
from farol.core.shield import scrub
from farol.core.understanding import understand
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Can


async def happened(kit: Kit, connection: Connection, happening: Happening) -> bool:
    """A post or comment where one of our accounts is. Always taken."""
    if isinstance(happening, Removed):
        await taken_back(kit, connection.channel, happening.message)
    elif isinstance(happening, Said) and (happening.text.strip() or happening.files or happening.asks):
        who = happening.who
        text = happening.text.strip() or "(…)"
        item = Item(
            connection.channel, happening.message, text[:LONGEST], happening.at or clock.now(), who.name or who.username, who.id, happening.link,
            reach=min(who.reach, 2**31 - 1))
        id_ = await take_in(kit, item, connection=connection, place=happening.chat.id)
        if id_ is not None and happening.asks:
            await _in_private(kit, connection, happening, id_)
    return True


async def take_in(
    kit: Kit, item: Item, *, connection: Connection | None = None, place: str = "", watch_id: int | None = None,
) -> int | None:  # fmt: skip
    """Keeps it, masked, with what its words tell. Returns its id, None when it is known already."""
    body = scrub(item.body.replace("\0", "")).text
    author = scrub(" ".join(item.author.replace("\0", "").split())[:120]).text
    guess = detect(body)
    found = read(body, item.rating)
    topic = await asyncio.to_thread(_topic, body, guess.code)
    kept = Item(item.source, item.external_id, body, item.said_at, author, item.author_id, item.link, item.rating, item.reach)
    async with transaction(kit.db) as tx:
        id_ = await store.add(tx, kept, found, topic, guess.code, connection.id if connection else None, watch_id, place)
        if id_ is None:
            return None
        seq = await emit(tx, f"opinion:{id_}", SYSTEM, OpinionGathered(item.source, found.mood, topic, found.kind))
    await wake(kit.bus, f"opinion:{id_}", seq)
    if found.mood == "negative" and topic:
        await _watch_for_spike(kit, id_, topic)
    return id_


def _topic(body: str, language: str) -> str:
    """The family of reasons, empty when it is about none."""
    found = understand(body, language)
    return "" if found.out_of_scope else found.family


async def taken_back(kit: Kit, source: str, external_id: str) -> None:
    """Its author took it away. It stays for those who look at what was answered."""
    async with transaction(kit.db) as tx:
        id_ = await store.removed(tx, source, external_id)
        seq = await emit(tx, f"opinion:{id_}", SYSTEM, OpinionRemoved()) if id_ else 0
    if seq:
        await wake(kit.bus, f"opinion:{id_}", seq)


async def _in_private(kit: Kit, connection: Connection, said: Said, id_: int) -> None:
    """A question or complaint about one's own case becomes a ticket in the chat between this person and us."""
    opinion = await store.opinion(kit.db, id_)
    if opinion is None or opinion.state != "open" or not opinion.own_case or opinion.kind not in ("question", "complaint"):
        return
    chat = private_chat(connection.channel, said.who.id, said.message)
    there = await people.place_of(kit, connection, chat, said.who)
    quoted = f"{opinion.body}\n\n{said.link}".strip()
    ticket_id = await words.speak(kit, connection, there, name=words.name_of(connection, said.chat.id, said.message), text=quoted, at=said.at)
    await ticketed(kit, id_, ticket_id)


def private_chat(channel: str, author_id: str, message: str) -> Chat:
    """Where this person can be written to. Meta's pages may write once to whoever wrote a comment, by the comment's ID."""
    return Chat(f"comment:{message}" if channel in ("messenger", "instagram") else author_id, "private")


async def ticketed(kit: Kit, id_: int, ticket_id: int) -> None:
    """The opinion shows its ticket."""
    async with transaction(kit.db) as tx:
        await tx.execute(store.SET_TICKET, id_, ticket_id)
        seq = await emit(tx, f"opinion:{id_}", SYSTEM, OpinionTicketed(ticket_id))
    await wake(kit.bus, f"opinion:{id_}", seq)


async def _watch_for_spike(kit: Kit, id_: int, topic: str) -> None:
    """Tells whoever keeps opinions, once an hour for the same matter."""
    now = clock.now()
    hour, before = await store.hour(kit.db, topic, now)
    if not spikes(hour, before):
        return
    title = {
        "en": f"{hour} complaints in public about {topic} within an hour; usually {before:.1f}",
        "zh": f"一小时内有 {hour} 条关于 {topic} 的公开投诉，平时约 {before:.1f} 条",
    }
    async with transaction(kit.db) as tx:
        told = await notify(tx, await staff.holders(tx, Can.OPINION_MANAGE), "other", ticket_id=None, title=title, key=f"opinion.spike:{topic}:{now:%Y%m%d%H}")
        seq = await emit(tx, f"opinion:{id_}", SYSTEM, OpinionsSpiked(topic, hour, before)) if told else 0
    if seq:
        await wake(kit.bus, f"opinion:{id_}", seq)


__all__ = ["Read", "happened", "private_chat", "take_in", "taken_back", "ticketed"]

hooks.register("post", happened)

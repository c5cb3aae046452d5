"""The commands that every messenger knows: /start, /take, /case, /stolen, /human, /stop."""

import re

from farol.channels.messengers import contact_store, links, outgoing, taking
from farol.channels.messengers import stolen as links_stolen
from farol.channels.messengers.events import ChatJoined, ChatNoted, ContactLeft
from farol.channels.messengers.people import actor_of
from farol.channels.messengers.rendering import escaped
from farol.channels.messengers.words import name_of, speak
from farol.core.tickets import merged_store
from farol.core.tickets import store as ticket_store
from farol.core.tickets.noting import note
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake

from .registry import Given, command

_NUMBER = re.compile(r"(?i)\b(?:FRL-?)?(\d{4})-?(\d{6,})\b")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,100}")


async def _answer(kit: Kit, given: Given, words: str) -> None:
    await outgoing.reply(kit, given.connection, given.pressed.chat, given.key, words, answers=given.pressed.answer)


@command("link")
async def link(kit: Kit, given: Given) -> None:
    """Binds the chat, where a platform's links carry no token and the customer types it."""
    await start(kit, given)


@command("start")
async def start(kit: Kit, given: Given) -> None:
    """Greets, and says that we never write first. With a token: binds the chat to whoever asked for it."""
    token = given.pressed.text.strip()
    texts = given.texts
    if not _TOKEN.fullmatch(token):
        await _answer(kit, given, texts.greeting.format(brand=escaped(kit.settings.brand)))
        return
    link = await links.bind(kit, given.connection, given.place, token)
    if link is None:
        # The same press read again finds its own token used: the answer it got then stands under the same key.
        await _answer(kit, given, texts.bound if await _just_bound(kit, given) else texts.link_over)
    else:
        ticket = await ticket_store.own_ticket(kit.db, link.ticket_id, link.customer_id) if link.ticket_id is not None else None
        words = texts.bound_case.format(number=ticket.number) if ticket else texts.bound
        offer = await taking.offer(kit, given.place, link.customer_id)
        await _answer(kit, given, f"{words}\n\n{offer}" if offer else words)


@command("take")
async def take(kit: Kit, given: Given) -> None:
    """What the chat said as a visitor goes into the account it is bound to."""
    numbers = await taking.take(kit, given.connection, given.place)
    await _answer(kit, given, given.texts.taken.format(numbers=", ".join(numbers)) if numbers else given.texts.take_none)


async def _just_bound(kit: Kit, given: Given) -> bool:
    return await contact_store.bound_lately(kit.db, given.place.contact_id)


@command("case")
async def case(kit: Kit, given: Given) -> None:
    """Lists one's open tickets; with a number says how it stands and goes on with it here. Who is not bound hears one sentence for every number."""
    found = _NUMBER.search(given.pressed.text) if given.place.bound else None
    if not given.pressed.text.strip():
        await _list(kit, given)
        return
    number = f"FRL-{found[1]}-{found[2]}" if found else ""
    ticket = await ticket_store.own_ticket_by_number(kit.db, number, given.place.customer_id) if found else None
    there = await merged_store.goes_on(kit.db, ticket.id) if ticket else None
    if there is None or there.customer_id != given.place.customer_id:
        await _answer(kit, given, given.texts.case_unknown)
        return
    async with transaction(kit.db) as tx:
        await contact_store.join(tx, given.place.chat_id, there.id)
        seq = await emit(tx, f"chat:{given.place.chat_id}", actor_of(given.place), ChatJoined(there.id))
    await wake(kit.bus, f"chat:{given.place.chat_id}", seq)
    now = await ticket_store.own_ticket(kit.db, there.id, there.customer_id)
    state = getattr(given.texts, now.status if now else "open", given.texts.open)
    await _answer(kit, given, given.texts.case_joined.format(number=there.number, status=state))


async def _list(kit: Kit, given: Given) -> None:
    texts = given.texts
    tickets = await contact_store.open_tickets(kit.db, given.place.customer_id)
    if not tickets:
        await _answer(kit, given, texts.no_cases)
        return
    lines = [f"- {one.number} · {escaped(one.subject[:60])} · {getattr(texts, one.status)}" for one in tickets]
    await _answer(kit, given, "\n".join([f"**{texts.cases}**", *lines, "", texts.case_how]))


@command("stolen")
async def stolen(kit: Kit, given: Given) -> None:
    """The way to freeze the account, at once, by a link that knows this chat; and words that ring the security desk."""
    await _answer(kit, given, given.texts.stolen.format(url=await links_stolen.link(kit, given.place)))
    await _say(kit, given, "\n".join(part for part in (given.texts.stolen_words, given.pressed.text.strip()) if part))


@command("human")
async def human(kit: Kit, given: Given) -> None:
    """A person is wanted."""
    await _say(kit, given, "\n".join(part for part in (given.texts.human_words, given.pressed.text.strip()) if part))


@command("stop")
async def stop(kit: Kit, given: Given) -> None:
    """We write no more, until they do."""
    await _answer(kit, given, given.texts.stopped)
    place = given.place
    if place.stopped:
        return
    async with transaction(kit.db) as tx:
        await contact_store.set_stopped(tx, place.contact_id, stopped=True)
        seq = await emit(tx, f"chat:{place.chat_id}", actor_of(place), ContactLeft(given.connection.channel, False))
    await wake(kit.bus, f"chat:{place.chat_id}", seq)
    if place.ticket_id is not None:
        name = name_of(given.connection, given.pressed.chat.id, given.pressed.message, "stop")
        await note(kit, place.ticket_id, ChatNoted("stopped", given.connection.channel, str(name)))


async def _say(kit: Kit, given: Given, words: str) -> None:
    name = name_of(given.connection, given.pressed.chat.id, given.pressed.message, given.pressed.name)
    await speak(kit, given.connection, given.place, name=name, text=words, at=given.pressed.at)

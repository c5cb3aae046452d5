"""What follows from what happened: words become a ticket's, commands are answered, receipts move what went out."""

import contextlib
import re

import structlog

from farol.channels.connections.elsewhere import Refused, Revoked
from farol.channels.connections.model import Connection
from farol.core.tickets.problems import CustomerBlocked
from farol.kit import clock
from farol.kit.core import Kit

from . import commands, hooks, marks, outgoing, words
from .adapter import ADAPTERS, Quotes
from .in_store import Row
from .model import Chat, Happening, Joined, Pressed, Receipt, Removed, Said, Standing
from .rendering import escaped

log = structlog.get_logger()
_COMMAND = re.compile(r"/([A-Za-z]{2,20})(?:\s+(.{0,2000}))?", re.DOTALL)


async def handle(kit: Kit, connection: Connection, rows: list[Row], happenings: list[Happening]) -> None:
    """Everything in updates that are one. Harmless to run again: what was done is found done."""
    said = [one for one in happenings if isinstance(one, Said)]
    if len(said) > 1 and said[0].album and len(said) == len(happenings):
        handled = [await hooks.handled(kit, connection, one.chat.room, one) for one in (said if said[0].chat.room != "private" else said[:1])]
        if said[0].chat.room == "private" and not any(handled):
            await _heard(kit, connection, rows, said)
        return
    for one in happenings:
        await _one(kit, connection, rows, one)


async def _heard(kit: Kit, connection: Connection, rows: list[Row], given: list[Said]) -> None:
    """Who is blocked is told so once a day; what they said is kept."""
    try:
        await words.said(kit, connection, rows, given)
    except CustomerBlocked as blocked:
        said = blocked.text(given[0].who.language or "en")
        await outgoing.reply(kit, connection, given[0].chat, f"blocked{clock.now():%Y%m%d}", escaped(said))


def _typed(one: Said) -> Said | Pressed:
    """A command of ours that was typed where the platform knows none; so do links that bring words along."""
    if one.chat.room != "private" or one.edited or one.files:
        return one
    found = _COMMAND.fullmatch(one.text.strip())
    if found is None or found[1].lower() not in commands.COMMANDS:
        return one
    return Pressed(one.chat, one.who, one.message, found[1].lower(), (found[2] or "").strip(), one.at)


async def _quoted(kit: Kit, connection: Connection, one: Said) -> Said:
    """With the words that the platform tells only to who asks. Where it refuses, that it was said is all there is."""
    adapter = ADAPTERS.get(connection.channel)
    if not isinstance(adapter, Quotes):
        return one
    try:
        return await adapter.quote(kit, connection, one)
    except (Refused, Revoked) as failure:
        log.info("messengers.no_words", channel=connection.channel, why=failure.said)
        return one


async def _one(kit: Kit, connection: Connection, rows: list[Row], one: Happening) -> None:
    if isinstance(one, Receipt):
        await marks.receipt(kit, connection, one)
        return
    if isinstance(one, Said):
        one = _typed(one)
    chat: Chat = one.chat
    if isinstance(one, Said) and chat.room == "post" and not one.text and not one.files:
        one = await _quoted(kit, connection, one)
    if await hooks.handled(kit, connection, chat.room, one) or chat.room != "private":
        return
    match one:
        case Said(edited=True):
            await marks.edited(kit, connection, rows, one)
        case Said():
            await _heard(kit, connection, rows, [one])
        case Pressed():
            with contextlib.suppress(CustomerBlocked):  # kept; commands that help in an emergency never get here
                await commands.pressed(kit, connection, rows, one)
        case Removed():
            await marks.removed(kit, connection, one)
        case Standing():
            await marks.standing(kit, connection, one)
        case Joined():
            pass

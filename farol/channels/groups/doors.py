"""Ways out of a group into the private chat: one link, one person, one time."""

import hashlib
import secrets
from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from farol.channels.connections.model import Connection
from farol.channels.messengers import links, people, words
from farol.channels.messengers.model import Choice, Pressed, Who
from farol.channels.messengers.rendering import escaped
from farol.core.shield import scrub
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import Lang
from farol.kit.permission import SYSTEM

from . import saying, store
from .events import GroupContinued
from .model import Room
from .texts import DoorTexts, GroupTexts

GOOD_FOR = timedelta(hours=1)
PREFIX = "q-"
"""Tells these tokens from those that bind a chat to an account."""
LONGEST = 1000


async def door(kit: Kit, connection: Connection, room: Room, who: Who, text: str, lang: Lang) -> tuple[Choice, ...]:
    """The button. Where a platform has no such links it leads to the help pages."""
    token = PREFIX + secrets.token_urlsafe(24)
    link = links.opened(kit, connection, token)
    texts = GroupTexts(lang)
    if not link:
        return (Choice(texts.open_bot, link=f"{kit.settings.public_url}/help"),)
    kept = scrub(text.replace("\0", "")).text[:LONGEST]
    await store.add_door(kit.db, _digest(token), room.id, connection.id, who.id, kept, clock.now() + GOOD_FOR)
    return (Choice(texts.button, link=link),)


async def entered(kit: Kit, connection: Connection, pressed: Pressed) -> bool:
    """Whether a private chat was opened by such a link, by whom it was made for: what they asked in the group is their first message here."""
    if pressed.name != "start" or not pressed.text.startswith(PREFIX):
        return False
    digest = _digest(pressed.text.split()[0])
    found = await store.enter(kit.db, digest, connection.id, pressed.who.id, clock.now())
    if found is None:
        return False
    place = await people.place_of(kit, connection, pressed.chat, pressed.who)
    lang: Lang = "zh" if (pressed.who.language or place.language).startswith("zh") else "en"
    await saying.say(kit, connection, pressed.chat, f"group:door:{digest.hex()}", DoorTexts(lang).goes_on.format(words=escaped(found[1])))
    name = uuid5(NAMESPACE_URL, f"farol:door:{digest.hex()}")
    ticket = await words.speak(kit, connection, place, name=name, text=found[1], messages=[pressed.message], at=pressed.at)
    async with transaction(kit.db) as tx:
        seq = await emit(tx, f"group:{found[0]}", SYSTEM, GroupContinued(ticket))
    await wake(kit.bus, f"group:{found[0]}", seq)
    return True


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()

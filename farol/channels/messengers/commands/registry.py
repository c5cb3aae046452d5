"""The commands there are. A channel's adapter gives them as ``Pressed``; each answers through ``outgoing.reply``."""

from collections.abc import Awaitable, Callable

import msgspec

from farol.channels.connections.model import Connection
from farol.channels.messengers import choices, contact_store, out_store
from farol.channels.messengers.contact_store import Place
from farol.channels.messengers.in_store import Row
from farol.channels.messengers.model import Pressed
from farol.channels.messengers.people import place_of
from farol.channels.messengers.texts import ChatTexts
from farol.channels.messengers.words import name_of, speak
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.i18n import lang_of


class Given(msgspec.Struct, frozen=True):
    """A command as its handler gets it. key: names this one press, for what must be done once."""

    connection: Connection
    place: Place
    pressed: Pressed
    key: str

    @property
    def texts(self) -> ChatTexts:
        """Our words, in the customer's language."""
        return ChatTexts(lang_of(self.place.language))


Run = Callable[[Kit, Given], Awaitable[None]]
COMMANDS: dict[str, Run] = {}


def command(name: str) -> Callable[[Run], Run]:
    """Registers a command by its name, without slash."""

    def register(run: Run) -> Run:
        if name in COMMANDS:
            raise TypeError(f"two commands share the name {name}")
        COMMANDS[name] = run
        return run

    return register


async def pressed(kit: Kit, connection: Connection, rows: list[Row], given: Pressed) -> None:
    """Runs the command; a button of ours is the customer's words; a command nobody knows is words as well."""
    if given.who.machine:
        return
    place = await place_of(kit, connection, given.chat, given.who)
    now = clock.now()
    await contact_store.touch(kit.db, place.chat_id, min(given.at or now, now))
    key = f"{given.message}.{given.name[:80]}"
    if run := COMMANDS.get(given.name):
        await run(kit, Given(connection, place, given, key))
        return
    text = await _words(kit, place, given)
    await speak(
        kit, connection, place, name=name_of(connection, given.chat.id, given.message, "pressed", given.name), text=text, at=given.at,
        messages=[], masked=tuple(kind for row in rows for kind in row.removed))


async def _words(kit: Kit, place: Place, given: Pressed) -> str:
    """What a press says. The label comes from what we sent, and only from a message of the ticket this very chat is in."""
    found = choices.picked(given.name)
    if found and found[0] == place.ticket_id:
        offered = await choices.of(kit.db, found[0], found[1])
        if offered and found[2] < len(offered.labels):
            return offered.labels[found[2]]
        said = await out_store.labels(kit.db, place.chat_id, found[0], found[1])
        if found[2] < len(said):
            return said[found[2]]
    if found:
        return given.text
    return f"/{given.name} {given.text}".strip() if given.name and not given.name.startswith("pick:") else given.text

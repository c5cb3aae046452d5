"""Saying something in a group."""

from farol.channels.connections import actions as connections
from farol.channels.connections.elsewhere import Refused, Revoked
from farol.channels.connections.model import Connection
from farol.channels.messengers.adapter import ADAPTERS
from farol.channels.messengers.model import Chat, Choice, Parcel
from farol.core.language import detect
from farol.core.shield.model import KINDS, NAMES
from farol.kit.core import Kit
from farol.kit.i18n import Lang, lang_of

from .model import Room


async def say(kit: Kit, connection: Connection, chat: Chat, key: str, words: str, choices: tuple[Choice, ...] = (), reply_to: str = "") -> bool:
    """Whether it was said. What the platform refuses is noted at the connection; what it cannot do now is raised, to be tried again."""
    try:
        await ADAPTERS[connection.channel].send(kit, connection, chat, Parcel(key, words, choices=choices, reply_to=reply_to))
    except (Refused, Revoked) as error:
        await connections.failed(kit, connection.id, error)
        return False
    return True


def tongue(room: Room, text: str, spoken: str) -> Lang:
    """The language of our sentences: the group's, else that of the words, else of the person's app."""
    if room.settings.language != "auto":
        return room.settings.language
    guess = detect(text)
    return lang_of(guess.code if guess.code and guess.sure >= 0.5 else spoken or "en")


def names_of(kinds: tuple[str, ...] | list[str], lang: Lang) -> str:
    """Kinds of secrets as people call them."""
    names = [NAMES[kind][0 if lang == "zh" else 1] for kind in KINDS if kind in kinds]
    return "、".join(names) if lang == "zh" else " and ".join(f"a {name}" for name in names)

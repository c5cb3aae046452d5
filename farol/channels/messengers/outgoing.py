"""What goes out is queued: cut at the channel's limits, each piece its own row, in order."""

import msgspec

from farol.channels.connections.kinds import KINDS
from farol.channels.connections.model import Connection, Limits
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import lang_of
from farol.kit.jobs import enqueue
from farol.kit.permission import SYSTEM

from . import choices, contact_store, jobs, out_store, sharing
from .events import ParcelQueued
from .model import Attached, Chat, Choice, Parcel
from .rendering import escaped, pieces
from .texts import ChatTexts

MOST_PIECES = 30
"""Of one message; what a message may have at most makes fewer at every channel."""


async def say_message(kit: Kit, tx: Tx, ticket_id: int, seq: int) -> None:
    """Queues a message of a ticket for the chat its customer is in, if it is in one."""
    route = await out_store.route(tx, ticket_id)
    if route is None or route.channel not in KINDS:
        return
    said = await out_store.message(tx, ticket_id, seq)
    if said is None:
        return
    offered = await choices.of(tx, ticket_id, seq)
    words = offered.words if offered and offered.words else escaped(said.body)
    for title, path in offered.links if offered else ():
        url = path if path.startswith("http") else f"{kit.settings.public_url}{path}"
        words += f"\n\n[{escaped(title)}]({url})"
    if said.author_kind == "staff" and said.alias:
        words = f"**{escaped(said.alias)}**\n{words}"
    limits = KINDS[route.channel].kind.limits
    files, links = parted(limits, said.files)
    texts = ChatTexts(lang_of(route.language))
    for one in links:
        url = await sharing.link_in(kit, tx, one.id, route.contact_id, ticket_id, seq)
        words += "\n\n" + texts.file_link.format(name=escaped(one.name), url=url)
    buttons = choices.buttons(ticket_id, seq, offered.labels) if offered else ()
    parcels = cut(f"t{ticket_id}.{seq}", words, limits, files, buttons)
    if await out_store.add(tx, route.chat_id, ticket_id, seq, parcels):
        await enqueue(tx, jobs.send, jobs.Send(route.chat_id), key=f"messengers.send:{route.chat_id}:{ticket_id}:{seq}")


def parted(limits: Limits, files: list[out_store.OutFile]) -> tuple[list[Attached], list[out_store.OutFile]]:
    """Files the channel takes, and those that are told as a link."""
    taken, links = [], []
    for one in files:
        fits = limits.files > 0 and one.size <= limits.file_bytes and one.state == "ready"
        if fits and (not limits.media_types or one.media_type.startswith(limits.media_types)):
            taken.append(Attached(one.key, one.name, one.media_type, one.size))
        else:
            links.append(one)
    return taken, links


def cut(
    key: str, markdown: str, limits: Limits, files: list[Attached] | None = None, buttons: tuple[Choice, ...] = (), *, reply_to: str = "",
    silent: bool = False, private_to: str = "",
) -> list[Parcel]:
    """One message as the parcels it takes: words first, files in groups after them, buttons under the last words."""
    texts = pieces(markdown, limits)[:MOST_PIECES]
    groups = [files[at : at + limits.files] for at in range(0, len(files), limits.files)] if files else []
    parcels = [Parcel("", text, reply_to=reply_to if n == 0 else "", silent=silent, private_to=private_to) for n, text in enumerate(texts)]
    if parcels and buttons:
        parcels[-1] = msgspec.structs.replace(parcels[-1], choices=buttons)
    for group in groups:
        if len(parcels) == 1 and len(groups) == 1 and not buttons:
            parcels[0] = msgspec.structs.replace(parcels[0], files=tuple(group))
        else:
            parcels.append(Parcel("", "", tuple(group), silent=silent, private_to=private_to))
    return [msgspec.structs.replace(one, key=f"{key}.{n}") for n, one in enumerate(parcels)]


async def reply(
    kit: Kit, connection: Connection, chat: Chat, key: str, markdown: str, *, reply_to: str = "", silent: bool = False, private_to: str = "",
    buttons: tuple[Choice, ...] = (), answers: str = "",
) -> None:
    """Says something of ours in a chat that is no message of a ticket, such as the answer to a command. The same key says it once, ever."""
    async with transaction(kit.db) as tx:
        stream, seq = await reply_in(tx, connection, chat, key, markdown, reply_to=reply_to, silent=silent, private_to=private_to, buttons=buttons, answers=answers)
    if seq:
        await wake(kit.bus, stream, seq)


async def reply_in(
    tx: Tx, connection: Connection, chat: Chat, key: str, markdown: str, *, reply_to: str = "", silent: bool = False, private_to: str = "",
    buttons: tuple[Choice, ...] = (), answers: str = "", once: bool = False,
) -> tuple[str, int]:
    """The same inside a larger verb: the stream to wake after its commit, seq 0 when it was said before. once: see ``Parcel``."""
    limits = KINDS[connection.channel].kind.limits
    chat_id = await contact_store.add_chat(tx, connection.id, chat.id, chat.room, chat.title, chat.parent, None)
    own = f"c{chat_id}.{key}"
    parcels = cut(own, markdown, limits, None, buttons, reply_to=reply_to, silent=silent, private_to=private_to)
    parcels = [msgspec.structs.replace(one, answers=answers) for one in parcels] if answers else parcels
    parcels = [msgspec.structs.replace(one, once=True) for one in parcels] if once else parcels
    stream = f"chat:{chat_id}"
    if not await out_store.add(tx, chat_id, None, None, parcels):
        return stream, 0
    await enqueue(tx, jobs.send, jobs.Send(chat_id), key=f"messengers.send:{own}")
    return stream, await emit(tx, stream, SYSTEM, ParcelQueued(own))

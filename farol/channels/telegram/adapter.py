"""The seam's side of Telegram."""

import hmac
from collections import OrderedDict
from datetime import UTC, datetime
from typing import Any

import msgspec

from farol.channels.connections.elsewhere import Refused
from farol.channels.connections.model import Connection
from farol.channels.messengers import adapter as seam
from farol.channels.messengers.adapter import Arrived, Attachment, BadSignature, Taken
from farol.channels.messengers.model import Chat, Happening, Parcel, Receipted, Update, Who
from farol.channels.messengers.rendering import rendered
from farol.kit.core import Kit

from . import reading
from .calling import Moved, call, download
from .model import (
    CHANNEL,
    FETCH_BYTES,
    KIND,
    SECRET_HEADER,
    START,
    UPDATES,
    chat_id,
    place,
    secret_of,
    username,
)
from .sending import Call, calls

_REMEMBERED = 2_000
_SILENT = dict.fromkeys(
    ("can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes", "can_send_voice_notes",
     "can_send_polls", "can_send_other_messages", "can_add_web_page_previews"), False)  # fmt: skip


class Telegram:
    """Every bot of ours. What went of a message is remembered until all of it went, so that a further try says only the rest."""

    channel = CHANNEL

    def __init__(self) -> None:
        self._gone: OrderedDict[tuple[int, str], list[str]] = OrderedDict()

    def take(self, connection: Connection, request: Arrived, now: datetime) -> Taken:
        """One update a request. A pressed button is acknowledged in the answer itself, which saves a call."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret_of(connection).encode()):
            raise BadSignature
        update = updated(request.body)
        query = update.body.get("callback_query")
        if isinstance(query, dict) and isinstance(query.get("id"), str):
            return Taken((update,), body=msgspec.json.encode({"method": "answerCallbackQuery", "callback_query_id": query["id"]}))
        return Taken((update,))

    def read(self, connection: Connection, update: Update) -> list[Happening]:
        """See ``reading``."""
        return reading.read(connection, update.body)

    async def send(self, kit: Kit, connection: Connection, chat: Chat, parcel: Parcel) -> Receipted:
        """In pieces and in order. A group that became a supergroup is followed."""
        files = [Attachment(one, await kit.files.read(one.key)) for one in parcel.files]
        key = (connection.id, parcel.key)
        gone = self._gone.setdefault(key, [])
        where = place(chat)
        for each in calls(where, parcel, files)[len(gone) :]:
            try:
                sent = await self._say(kit, connection, each)
            except Moved as moved:
                where = {**where, "chat_id": moved.to}
                each.values.update(where)
                sent = await self._say(kit, connection, each)
            gone.append(str(sent["message_id"]))
            if len(self._gone) > _REMEMBERED:
                self._gone.popitem(last=False)
        return Receipted(tuple(self._gone.pop(key, gone)))

    async def _say(self, kit: Kit, connection: Connection, each: Call) -> Any:
        files = {each.file[0]: (each.file[1].of.name, each.file[1].data, each.file[1].of.media_type)} if each.file else None
        try:
            return await call(kit, connection, each.method, each.filled(), files, 60 if files else 15)
        except Refused as error:
            if error.code != "markup":
                raise
            return await call(kit, connection, each.method, each.filled(markup=False), files, 60 if files else 15)

    async def fetch(self, kit: Kit, connection: Connection, ref: str, most: int) -> bytes:
        """By ``getFile``, which gives a path for an hour."""
        found = await call(kit, connection, "getFile", {"file_id": ref})
        most = min(most, FETCH_BYTES)
        if int(found.get("file_size", 0)) > most or not found.get("file_path"):
            raise Refused("file is too big", "too_large")
        return await download(kit, connection, found["file_path"], most)

    async def remove(self, kit: Kit, connection: Connection, chat: Chat, message: str) -> None:
        """Telegram lets bots delete for 48 hours."""
        try:
            await call(kit, connection, "deleteMessage", {"chat_id": chat_id(chat.id), "message_id": int(message)})
        except Refused as error:
            if error.code != "already":
                raise

    async def recall(self, kit: Kit, connection: Connection, chat: Chat, message: str) -> None:
        """As any other message."""
        await self.remove(kit, connection, chat, message)

    async def reword(self, kit: Kit, connection: Connection, chat: Chat, message: str, markdown: str) -> None:
        """The same words again are no error to us."""
        text = rendered(markdown, KIND.limits)[0]
        form = {"chat_id": chat_id(chat.id), "message_id": int(message), "text": text, "parse_mode": "HTML"}
        try:
            await call(kit, connection, "editMessageText", form)
        except Refused as error:
            if "not modified" not in error.said:
                raise

    async def banish(self, kit: Kit, connection: Connection, chat: Chat, who: str, until: datetime | None) -> None:
        """A channel that spoke in the group is put out as such; that has no end of itself."""
        if who.startswith("-"):
            await call(kit, connection, "banChatSenderChat", {"chat_id": chat_id(chat.id), "sender_chat_id": int(who)})
        else:
            await call(kit, connection, "banChatMember", {"chat_id": chat_id(chat.id), "user_id": int(who), "until_date": _stamp(until)})

    async def hush(self, kit: Kit, connection: Connection, chat: Chat, who: str, until: datetime) -> None:
        """Less than 30 seconds would be for ever at Telegram."""
        if who.startswith("-"):
            return await self.banish(kit, connection, chat, who, until)
        values = {"chat_id": chat_id(chat.id), "user_id": int(who), "permissions": _SILENT, "until_date": _stamp(until)}
        await call(kit, connection, "restrictChatMember", values)

    async def readmit(self, kit: Kit, connection: Connection, chat: Chat, who: str) -> None:
        """Out of the ban list and with the group's own permissions again."""
        group = chat_id(chat.id)
        if who.startswith("-"):
            await call(kit, connection, "unbanChatSenderChat", {"chat_id": group, "sender_chat_id": int(who)})
            return
        await call(kit, connection, "unbanChatMember", {"chat_id": group, "user_id": int(who), "only_if_banned": True})
        member = await call(kit, connection, "getChatMember", {"chat_id": group, "user_id": int(who)})
        if member.get("status") == "restricted":
            permissions = (await call(kit, connection, "getChat", {"chat_id": group})).get("permissions") or {name: True for name in _SILENT}
            await call(kit, connection, "restrictChatMember", {"chat_id": group, "user_id": int(who), "permissions": permissions})

    async def stewards(self, kit: Kit, connection: Connection, chat: Chat) -> list[Who]:
        """Owner and administrators, people and bots."""
        found = await call(kit, connection, "getChatAdministrators", {"chat_id": chat_id(chat.id)})
        return [reading.who_of(one["user"], steward=True) for one in found]

    def link(self, connection: Connection, token: str) -> str:
        """Empty until we know our own name. A token that Telegram would not carry is a mistake of ours."""
        if token and not START.fullmatch(token):
            raise ValueError("a deep link carries 1 to 64 letters, digits, _ and -")
        name = username(connection)
        return f"https://t.me/{name}{f'?start={token}' if token else ''}" if name else ""


def updated(body: bytes | dict[str, Any]) -> Update:
    """An update as it is kept. Raises ValueError."""
    try:
        found = msgspec.json.decode(body) if isinstance(body, bytes) else body
    except (msgspec.DecodeError, RecursionError) as error:
        raise ValueError("not JSON") from error
    number = found.get("update_id") if isinstance(found, dict) else None
    if not isinstance(number, int) or isinstance(number, bool) or number < 0:
        raise ValueError("no update_id")
    about: dict[str, Any] = next((found[kind] for kind in UPDATES if isinstance(found.get(kind), dict)), {})
    message = about.get("message") if "callback_query" in found else about
    message = message if isinstance(message, dict) else {}
    chat = message.get("chat")
    where = str(chat["id"]) if isinstance(chat, dict) and isinstance(chat.get("id"), int) else ""
    stamp = message.get("edit_date") or message.get("date") if "callback_query" not in found else None
    at = datetime.fromtimestamp(stamp, UTC) if isinstance(stamp, int) and 0 <= stamp < 2**33 else None
    return Update(str(number), where, at, found, number)


def _stamp(until: datetime | None) -> int | None:
    return None if until is None else int(until.timestamp())


TELEGRAM = Telegram()
seam.register(TELEGRAM)

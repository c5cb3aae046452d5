"""WhatsApp behind the seam: words, buttons and lists, media by ID, templates once the 24 hours are over."""

from datetime import datetime
from typing import Any

import msgspec
import structlog

from farol.channels.connections.calling import download
from farol.channels.connections.elsewhere import Failed, Refused, Revoked
from farol.channels.connections.model import Connection, Probe
from farol.channels.messengers.adapter import Arrived, Taken
from farol.channels.messengers.model import (
    Attached,
    Chat,
    Choice,
    Happening,
    Parcel,
    Receipted,
    Template,
    Update,
)
from farol.channels.messengers.rendering import rendered
from farol.kit.core import Kit

from . import hooks, whatsapp_in
from .graph import api, bearer
from .model import BUTTON_TEXT, BUTTONS, FILES, LIST_ROWS, ROW_TEXT, WHATSAPP, with_links

log = structlog.get_logger()
BODY = 1024
"""Characters of the words above buttons, and of a caption."""
KINDS = {"image/jpeg": "image", "image/png": "image", "audio/aac": "audio", "audio/amr": "audio", "audio/mpeg": "audio", "audio/mp4": "audio",
         "audio/ogg": "audio", "video/mp4": "video", "video/3gpp": "video"}  # fmt: skip
"""Everything else goes as a document."""


class WhatsApp:
    """See ``messengers.adapter.Adapter``."""

    channel = WHATSAPP.key

    def take(self, connection: Connection, request: Arrived, now: datetime) -> Taken:
        """A webhook of Meta."""
        return hooks.take(connection, request, now)

    def read(self, connection: Connection, update: Update) -> list[Happening]:
        """What an update says."""
        return whatsapp_in.read(connection, update)

    async def send(self, kit: Kit, connection: Connection, chat: Chat, parcel: Parcel) -> Receipted:
        """Files first, then the words with their buttons. The API has no key against saying twice: the parcel's goes along as
        ``biz_opaque_callback_data`` and comes back with each status."""
        if parcel.template:
            return Receipted((await self._say(kit, connection, chat, parcel, template(parcel.template)),))
        if parcel.reply_to:
            await self._seen(kit, connection, parcel.reply_to)
        bodies = [await self._media(kit, connection, one) for one in parcel.files]
        bodies += words(parcel)
        return Receipted(tuple([await self._say(kit, connection, chat, parcel, body) for body in bodies]))

    async def _say(self, kit: Kit, connection: Connection, chat: Chat, parcel: Parcel, body: dict[str, Any]) -> str:
        to = {"to": chat.id} if chat.id.isdigit() else {"recipient": chat.id}
        form = {"messaging_product": "whatsapp", "recipient_type": "individual", **to, **body, "biz_opaque_callback_data": parcel.key[:512]}
        if parcel.reply_to and not parcel.template:
            form["context"] = {"message_id": parcel.reply_to}
        answer = await api(kit, connection, "POST", f"{connection.value('phone_number_id')}/messages", json=form)
        return str(answer["messages"][0]["id"])

    async def _seen(self, kit: Kit, connection: Connection, message: str) -> None:
        """Two blue ticks under what we answer; an answer does not fail for want of them."""
        form = {"messaging_product": "whatsapp", "status": "read", "message_id": message}
        try:
            await api(kit, connection, "POST", f"{connection.value('phone_number_id')}/messages", json=form)
        except Refused as refused:
            log.info("whatsapp.not_marked", connection=connection.id, code=refused.code)

    async def _media(self, kit: Kit, connection: Connection, one: Attached) -> dict[str, Any]:
        kind = KINDS.get(one.media_type, "document")
        form = {"messaging_product": "whatsapp", "type": one.media_type}
        file = {"file": (one.name, await kit.files.read(one.key), one.media_type)}
        uploaded = await api(kit, connection, "POST", f"{connection.value('phone_number_id')}/media", data=form, files=file)
        named = {"filename": one.name} if kind == "document" else {}
        return {"type": kind, kind: {"id": str(uploaded["id"]), **named}}

    async def fetch(self, kit: Kit, connection: Connection, ref: str, most: int) -> bytes:
        """Media by its ID: first the address, good for five minutes, then the bytes, with our token and only from Meta's hosts."""
        told = await api(kit, connection, "GET", ref, params={"phone_number_id": connection.value("phone_number_id")})
        if int(told.get("file_size") or 0) > most:
            raise Refused(f"more than {most} bytes", "too_large")
        return await download(kit, str(told["url"]), most, hosts=FILES, channel=self.channel, headers=bearer(connection))

    async def remove(self, kit: Kit, connection: Connection, chat: Chat, message: str) -> None:
        """Nothing of others can be taken back there."""
        raise Refused("WhatsApp has no groups here", "unsupported")

    async def banish(self, kit: Kit, connection: Connection, chat: Chat, who: str, until: datetime | None) -> None:
        """Blocks somebody who wrote in the last 24 hours."""
        form = {"messaging_product": "whatsapp", "block_users": [{"user": who}]}
        await api(kit, connection, "POST", f"{connection.value('phone_number_id')}/block_users", json=form)

    def link(self, connection: Connection, token: str) -> str:
        """Opens a chat with the token already typed."""
        number = "".join(filter(str.isdigit, connection.account))
        return f"https://wa.me/{number}?text=/start%20{token}" if number else ""


def template(wanted: Template) -> dict[str, Any]:
    """Words that Meta approved, with our values in their places."""
    values = [{"type": "text", "text": value} for value in wanted.values]
    parts = [{"type": "body", "parameters": values}] if values else []
    return {"type": "template", "template": {"name": wanted.name, "language": {"code": wanted.language}, **({"components": parts} if parts else {})}}


def words(parcel: Parcel) -> list[dict[str, Any]]:
    """The words in pieces; under the last up to three buttons, or a list of up to ten rows. One address alone becomes a button."""
    answers = tuple(one for one in parcel.choices if one.name)
    links = tuple(one for one in parcel.choices if one.link)
    one_link = len(links) == 1 and not answers
    whole = parcel.markdown if one_link else with_links(parcel)
    parts = rendered(whole, WHATSAPP.limits)
    if parts and (answers or one_link) and len(parts[-1]) > BODY:
        parts = rendered(whole, msgspec.structs.replace(WHATSAPP.limits, text=BODY))
    bodies: list[dict[str, Any]] = [{"type": "text", "text": {"body": part, "preview_url": False}} for part in parts]
    if parts and (answers or one_link):
        bodies[-1] = {"type": "interactive", "interactive": {"body": {"text": parts[-1]}, **(_open(links[0]) if one_link else _press(answers))}}
    return bodies


def _press(answers: tuple[Choice, ...]) -> dict[str, Any]:
    if len(answers) <= BUTTONS:
        buttons = [{"type": "reply", "reply": {"id": one.name[:256], "title": one.label[:BUTTON_TEXT]}} for one in answers]
        return {"type": "button", "action": {"buttons": buttons}}
    rows = [{"id": one.name[:200], "title": one.label[:ROW_TEXT]} for one in answers[:LIST_ROWS]]
    return {"type": "list", "action": {"button": "…", "sections": [{"rows": rows}]}}


def _open(one: Choice) -> dict[str, Any]:
    return {"type": "cta_url", "action": {"name": "cta_url", "parameters": {"display_text": one.label[:BUTTON_TEXT], "url": one.link}}}


async def probe(kit: Kit, connection: Connection) -> Probe:
    """Which number it is, and how WhatsApp rates it."""
    fields = "display_phone_number,verified_name,quality_rating,messaging_limit_tier"
    try:
        told = await api(kit, connection, "GET", connection.value("phone_number_id"), params={"fields": fields}, wait_s=8)
    except Failed as failed:
        return Probe(False, said=failed.said, final=isinstance(failed, Revoked))
    facts = tuple((key, str(told[key])) for key in ("verified_name", "quality_rating", "messaging_limit_tier") if told.get(key))
    return Probe(True, str(told.get("display_phone_number", "")), facts=facts)


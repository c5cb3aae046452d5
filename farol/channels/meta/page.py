"""Facebook pages and Instagram behind the seam: the Send API, comments, private replies to them."""

from datetime import datetime
from typing import Any

import msgspec
from msgspec import structs

from farol.channels.connections import kinds
from farol.channels.connections.calling import download
from farol.channels.connections.elsewhere import Failed, Refused, Revoked
from farol.channels.connections.model import Connection, Kind, Probe
from farol.channels.messengers.adapter import Arrived, Taken
from farol.channels.messengers.model import Chat, Choice, Happening, Parcel, Receipted, Said, Update
from farol.channels.messengers.rendering import rendered
from farol.kit.core import Kit

from . import hooks, reading
from .graph import api, mentioned
from .model import COMMENT, COMMENT_REF, FILES, WINDOW, with_links

BOXES = {"image/": "image", "video/": "video", "audio/": "audio"}


class Page:
    """See ``messengers.adapter.Adapter``."""

    def __init__(self, kind: Kind, account: str) -> None:
        self.channel, self._limits, self._account = kind.key, kind.limits, account

    def take(self, connection: Connection, request: Arrived, now: datetime) -> Taken:
        """A webhook of Meta."""
        return hooks.take(connection, request, now)

    def read(self, connection: Connection, update: Update) -> list[Happening]:
        """What an update says."""
        return reading.read(connection, update)

    async def send(self, kit: Kit, connection: Connection, chat: Chat, parcel: Parcel) -> Receipted:
        """A message; under a post a comment, or a private reply to whoever wrote the comment (``private_to``)."""
        if chat.room == "post" and not parcel.private_to:
            return await self._comment(kit, connection, chat, parcel)
        to = {"comment_id": parcel.reply_to} if chat.room == "post" else {"id": chat.id}
        if chat.id.startswith(COMMENT_REF):
            to = {"comment_id": chat.id.removeprefix(COMMENT_REF)}
        sent: list[str] = []
        for one in parcel.files[:1]:
            sent.append(await self._file(kit, connection, to, one.name, one.media_type, await kit.files.read(one.key)))
        bodies: list[dict[str, Any]] = [{"text": piece} for piece in rendered(with_links(parcel), self._limits)]
        if bodies and (quick := replies(parcel.choices)):
            bodies[-1] = {**bodies[-1], **quick}
        for body in bodies:
            sent.append(await self._say(kit, connection, to, body))
        return Receipted(tuple(sent))

    async def _say(self, kit: Kit, connection: Connection, to: dict[str, str], message: dict[str, Any]) -> str:
        """Once as an answer; over the 24 hours once more as a person's, where Meta approved that."""
        form = {"recipient": to, "messaging_type": "RESPONSE", "message": message}
        if self.channel == "instagram":
            del form["messaging_type"]
        path = f"{connection.value(self._account)}/messages"
        try:
            answer = await api(kit, connection, "POST", path, json=form)
        except Refused as refused:
            if refused.code != WINDOW or connection.value("human_agent") != "yes" or "comment_id" in to:
                raise
            answer = await api(kit, connection, "POST", path, json={**form, "messaging_type": "MESSAGE_TAG", "tag": "HUMAN_AGENT"})
        return str(answer["message_id"])

    async def _file(self, kit: Kit, connection: Connection, to: dict[str, str], name: str, media: str, data: bytes) -> str:
        kind = next((box for prefix, box in BOXES.items() if media.startswith(prefix)), "file")
        message = {"attachment": {"type": kind, "payload": {"is_reusable": False}}}
        form = {"recipient": msgspec.json.encode(to).decode(), "message": msgspec.json.encode(message).decode(), "messaging_type": "RESPONSE"}
        path = f"{connection.value(self._account)}/messages"
        answer = await api(kit, connection, "POST", path, data=form, files={"filedata": (name, data, media)})
        return str(answer["message_id"])

    async def _comment(self, kit: Kit, connection: Connection, chat: Chat, parcel: Parcel) -> Receipted:
        """One comment, never more: in public one is brief."""
        text = "\n\n".join(rendered(parcel.markdown, self._limits))
        if not chat.id and not parcel.reply_to:
            if self.channel != "messenger":
                raise Refused("Instagram takes no post of words alone", "unsupported")
            answer = await api(kit, connection, "POST", f"{connection.value(self._account)}/feed", json={"message": text})
            return Receipted((str(answer["id"]),))
        if len(text) > COMMENT[self.channel]:
            raise Refused("too long for a comment", "too_long")
        edge = "replies" if self.channel == "instagram" else "comments"
        answer = await api(kit, connection, "POST", f"{parcel.reply_to or chat.id}/{edge}", json={"message": text})
        return Receipted((str(answer["id"]),))

    async def fetch(self, kit: Kit, connection: Connection, ref: str, most: int) -> bytes:
        """A file at Meta's own hosts; the address is signed and needs no token."""
        return await download(kit, ref, most, hosts=FILES, channel=self.channel)

    async def remove(self, kit: Kit, connection: Connection, chat: Chat, message: str) -> None:
        """Hides a comment: whoever wrote it still sees it, others do not."""
        if chat.room != "post":
            raise Refused("only comments can be hidden", "unsupported")
        hidden = {"hide": True} if self.channel == "instagram" else {"is_hidden": True}
        try:
            await api(kit, connection, "POST", message, json=hidden)
        except Refused as refused:
            if refused.code not in ("100", "gone"):
                raise

    async def quote(self, kit: Kit, connection: Connection, said: Said) -> Said:
        """Of a mention Instagram tells the ID alone, and the words only to a token of Facebook login (``mentions_token``)."""
        token = connection.value("mentions_token")
        if self.channel != "instagram" or not token:
            return said
        of_comment = said.message != said.chat.id
        what = f"mentioned_comment.comment_id({said.message}){{text,timestamp}}" if of_comment else f"mentioned_media.media_id({said.message}){{caption,timestamp,username}}"
        answer = await mentioned(kit, connection, token, what)
        found = answer.get("mentioned_comment" if of_comment else "mentioned_media") or {}
        name, at = str(found.get("username") or ""), found.get("timestamp")
        return structs.replace(
            said, text=str(found.get("text") or found.get("caption") or ""), at=datetime.fromisoformat(at) if at else said.at,
            who=structs.replace(said.who, name=name or said.who.name, username=name or said.who.username))

    async def recall(self, kit: Kit, connection: Connection, chat: Chat, message: str) -> None:
        """A post of the page's own is deleted."""
        try:
            await api(kit, connection, "DELETE", message)
        except Refused as refused:
            if refused.code not in ("100", "gone"):
                raise

    async def reword(self, kit: Kit, connection: Connection, chat: Chat, message: str, markdown: str) -> None:
        """A post of the page's own gets other words."""
        await api(kit, connection, "POST", message, json={"message": "\n\n".join(rendered(markdown, self._limits))})

    async def banish(self, kit: Kit, connection: Connection, chat: Chat, who: str, until: datetime | None) -> None:
        """A page blocks somebody; Instagram's API cannot."""
        if self.channel == "instagram":
            raise Refused("Instagram's API blocks nobody", "unsupported")
        await api(kit, connection, "POST", f"{connection.value(self._account)}/blocked", json={"user": [who]})

    def link(self, connection: Connection, token: str) -> str:
        """``m.me`` hands the token over as ``ref``; Instagram's link does for those who never wrote."""
        if self.channel == "instagram":
            name = connection.account.lstrip("@").partition(" ")[0]
            return f"https://ig.me/m/{name}?ref={token}" if name else ""
        return f"https://m.me/{connection.value('page_id')}?ref={token}"


def replies(choices: tuple[Choice, ...]) -> dict[str, Any]:
    """Up to 13 quick replies of 20 characters; addresses stand in the words."""
    quick = [{"content_type": "text", "title": one.label[:20], "payload": one.name[:1000]} for one in choices if one.name][:13]
    return {"quick_replies": quick} if quick else {}


def tester(account: str) -> kinds.Test:
    """Asks who the token's account is."""

    async def probe(kit: Kit, connection: Connection) -> Probe:
        instagram = connection.channel == "instagram"
        try:
            me = await api(kit, connection, "GET", "me", params={"fields": "user_id,username" if instagram else "id,name"}, wait_s=8)
        except Failed as failed:
            return Probe(False, said=failed.said, final=isinstance(failed, Revoked))
        name, id_ = str(me.get("username") or me.get("name") or ""), str(me.get("user_id") or me.get("id"))
        if id_ != connection.value(account):
            return Probe(False, name, "The token belongs to another account.", final=True)
        return Probe(True, f"@{name}" if instagram else name)

    return probe


async def begin(kit: Kit, connection: Connection) -> None:
    """Meta tells us of messages and comments."""
    fields = "messages,message_edit,messaging_postbacks,messaging_seen,messaging_referral,comments,live_comments,mentions"
    if connection.channel == "messenger":
        fields = "messages,messaging_postbacks,message_deliveries,message_reads,message_edits,messaging_referrals,feed"
    account = connection.value("account_id") or connection.value("page_id")
    await api(kit, connection, "POST", f"{account}/subscribed_apps", json={"subscribed_fields": fields})


async def end(kit: Kit, connection: Connection) -> None:
    """It no longer does."""
    account = connection.value("account_id") or connection.value("page_id")
    await api(kit, connection, "DELETE", f"{account}/subscribed_apps")


"""A stand-in for the Graph API: pages, Instagram and WhatsApp. Conversations are kept in memory."""

import hashlib
import hmac
import re
from typing import Any

import msgspec

from .meta_forms import (
    Blocked,
    Comment,
    Hidden,
    PagePost,
    Reworded,
    Send,
    Subscribed,
    WaBlock,
    WaSeen,
    WaSend,
)
from .wire import Call, Platform, Said

_MENTION = re.compile(r"(mentioned_comment|mentioned_media)\.(?:comment_id|media_id)\((\d+)\)\{[a-z,]+\}")
SECRET, VERIFY = "a" * 32, "verify-token"
TOKEN = "EAAJB" + "x" * 60
PAGE, ACCOUNT, PHONE = "106540352242922", "17841405822304914", "106540352242922"


def fault(code: int, message: str, status: int = 400, **more: Any) -> Said:
    """The Graph API's error."""
    return Said(status, {"error": {"message": message, "type": "OAuthException", "code": code, "fbtrace_id": "AZ", **more}})


class Meta(Platform):
    """``sent``: messages by person. ``comments``: what we wrote under what. ``closed``: people whose window is over.
    ``posts``: what stands on our page, by id; what was deleted is gone."""

    def __init__(self, channel: str = "messenger") -> None:
        super().__init__()
        self.channel = channel
        self.sent: dict[str, list[dict[str, Any]]] = {}
        self.comments: list[tuple[str, str]] = []
        self.posts: dict[str, str] = {}
        self.posted = 0
        self.hidden: set[str] = set()
        self.blocked: set[str] = set()
        self.closed: set[str] = set()
        self.seen: list[str] = []
        self.media: dict[str, bytes] = {}
        self.files: dict[str, bytes] = {}
        self.subscribed = ""
        self.mentions: dict[str, dict[str, str]] = {}

    def signed(self, body: bytes) -> dict[str, str]:
        """The header with which Meta sends a webhook."""
        return {"x-hub-signature-256": "sha256=" + hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()}

    def refused(self, why: str) -> Said:
        return fault(100, f"(#100) {why}")

    async def answer(self, call: Call) -> Any:
        parts = call.path.strip("/").split("/")
        if parts[0] == "cdn":
            if parts[1] not in self.files:
                raise Said(404, b"")
            if self.channel == "whatsapp" and call.headers.get("authorization") != f"Bearer {TOKEN}":
                raise Said(401, b"")
            return self.files[parts[1]]
        if call.headers.get("authorization") != f"Bearer {TOKEN}" or "access_token" in call.query:
            raise fault(190, "Invalid OAuth access token.", 401)
        if asked := _MENTION.fullmatch(call.query.get("fields", "")):
            if call.method != "GET" or parts[0] != ACCOUNT or self.channel != "instagram":
                raise self.no("mentions are read at the account")
            found = self.mentions.get(asked[2])
            if found is None:
                raise fault(100, "Unsupported get request. Object does not exist, or comments are disabled.")
            return {asked[1]: {**found, "id": asked[2]}, "id": ACCOUNT}
        us = {"messenger": PAGE, "instagram": ACCOUNT, "whatsapp": PHONE}[self.channel]
        match call.method, *parts:
            case "POST", account, "messages" if account == us:
                return self._whatsapp(call) if self.channel == "whatsapp" else self._send(call)
            case "POST", account, "media" if account == us and self.channel == "whatsapp":
                return self._upload(call)
            case "POST", account, "block_users" if account == us and self.channel == "whatsapp":
                self.blocked |= {one.user for one in self.hold(WaBlock, call.json).block_users}
                return {"messaging_product": "whatsapp", "block_users": {"added_users": []}}
            case "POST", account, "blocked" if account == us and self.channel == "messenger":
                self.blocked |= set(self.hold(Blocked, call.json).user)
                return {"success": True}
            case "POST", account, "subscribed_apps" if account == us:
                self.subscribed = self.hold(Subscribed, call.json).subscribed_fields
                return {"success": True}
            case "DELETE", account, "subscribed_apps" if account == us:
                self.subscribed = ""
                return {"success": True}
            case "POST", what, ("comments" | "replies") as edge if edge == ("replies" if self.channel == "instagram" else "comments"):
                self.comments.append((what, self.hold(Comment, call.json).message))
                return {"id": f"1_{len(self.comments)}"}
            case "POST", account, "feed" if account == us and self.channel == "messenger":
                return self._post(call)
            case "POST", post if post in self.posts:
                self.posts[post] = self.hold(Reworded, call.json).message
                return {"success": True}
            case "DELETE", post if self.channel == "messenger" and post.startswith(f"{PAGE}_"):
                if self.posts.pop(post, None) is None:
                    raise fault(100, "Unsupported delete request. Object does not exist.", error_subcode=33)
                return {"success": True}
            case "POST", comment:
                hidden = self.hold(Hidden, call.json)
                if (hidden.hide if self.channel == "instagram" else hidden.is_hidden) is None:
                    raise self.no("the field to hide is another one here")
                self.hidden.add(comment)
                return {"success": True}
            case "GET", "me":
                return {"user_id": ACCOUNT, "username": "exchange"} if self.channel == "instagram" else {"id": PAGE, "name": "Exchange"}
            case "GET", name if name == us and self.channel == "whatsapp":
                return {"id": PHONE, "display_phone_number": "+1 555-078-3881", "verified_name": "Exchange", "quality_rating": "GREEN"}
            case "GET", media if media in self.media:
                return {"messaging_product": "whatsapp", "url": f"{self.address}/cdn/{media}", "mime_type": "image/jpeg", "file_size": str(len(self.media[media])), "id": media}
        raise self.no(f"no such edge: {call.method} {call.path}")

    def receives(self, name: str, data: bytes) -> None:
        """Somebody sent a file."""
        self.media[name] = self.files[name] = data

    def _post(self, call: Call) -> Any:
        body = self.hold(PagePost, call.json)
        if body.message is None and body.link is None:
            raise self.no("a post has a message or a link")
        if body.published == (body.scheduled_publish_time is not None):
            raise self.no("a time goes with a post that is not published yet, and only there")
        self.posted += 1
        id_ = f"{PAGE}_{9_000 + self.posted}"
        self.posts[id_] = body.message or body.link or ""
        return {"id": id_}

    def _send(self, call: Call) -> Any:
        if call.headers["content-type"].startswith("multipart/form-data"):
            fields, files = call.parts()
            if set(files) != {"filedata"}:
                raise self.no("a file goes as filedata")
            given = {**fields, "recipient": msgspec.json.decode(fields["recipient"]), "message": msgspec.json.decode(fields["message"])}
            body = self.hold(Send, given)
            self.files["sent"] = files["filedata"].data
        else:
            body = self.hold(Send, call.json)
        if (body.recipient.id is None) == (body.recipient.comment_id is None) or (body.message.text is None) == (body.message.attachment is None):
            raise self.no("one recipient and one content")
        if (body.messaging_type == "MESSAGE_TAG") != (body.tag is not None):
            raise self.no("a tag goes with MESSAGE_TAG")
        if self.channel == "messenger" and body.messaging_type is None:
            raise self.no("messaging_type is needed")
        if self.channel == "instagram" and len((body.message.text or "").encode()) > 1000:
            raise self.no("1000 bytes")
        who = body.recipient.id or f"comment:{body.recipient.comment_id}"
        if who in self.closed and body.tag is None:
            raise fault(10, "(#10) This message is sent outside of allowed window.", error_subcode=2018278 if self.channel == "messenger" else 2534022)
        there = self.sent.setdefault(who, [])
        there.append(msgspec.to_builtins(body))
        return {"recipient_id": who, "message_id": f"m_{who}_{len(there)}"}

    def _upload(self, call: Call) -> Any:
        fields, files = call.parts()
        if fields.get("messaging_product") != "whatsapp" or set(files) != {"file"} or fields.get("type") != files["file"].media_type:
            raise self.no("media: messaging_product, type and file")
        name = str(1000 + len(self.media))
        self.media[name] = files["file"].data
        return {"id": name}

    def _whatsapp(self, call: Call) -> Any:
        if call.json and "status" in call.json:
            self.seen.append(self.hold(WaSeen, call.json).message_id)
            return {"success": True}
        body = self.hold(WaSend, call.json)
        if getattr(body, body.type) is None or (body.to is None) == (body.recipient is None):
            raise self.no(f"the object {body.type} and one recipient are needed")
        used = {"button": "buttons", "list": "sections", "cta_url": "parameters"}
        if body.interactive and getattr(body.interactive.action, used[body.interactive.type]) is None:
            raise self.no("the action does not fit the type")
        for box in (body.image, body.video, body.audio, body.document):
            if box and box.id not in self.media:
                raise self.no("media that was not uploaded")
        who = body.to or body.recipient or ""
        if who in self.closed and body.type != "template":
            raise fault(131047, "Re-engagement message", error_data={"messaging_product": "whatsapp", "details": "More than 24 hours have passed."})
        there = self.sent.setdefault(who, [])
        there.append(msgspec.to_builtins(body))
        return {"messaging_product": "whatsapp", "contacts": [{"input": who, "wa_id": who}], "messages": [{"id": f"wamid.{who}.{len(there)}", "message_status": "accepted"}]}

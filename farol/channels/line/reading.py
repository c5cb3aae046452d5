"""LINE's webhooks: the signature, events cut into updates, and what they say. Pure."""

import base64
import hashlib
import hmac
from datetime import UTC, datetime
from typing import Any

import msgspec

from farol.channels.connections.model import Connection
from farol.channels.messengers.adapter import Arrived, BadSignature, Taken
from farol.channels.messengers.model import (
    Chat,
    Happening,
    Joined,
    Pressed,
    Removed,
    Room,
    Said,
    Sent,
    Standing,
    Update,
    Who,
)

from .model import MEDIA, REPLY


def take(connection: Connection, request: Arrived, now: datetime) -> Taken:
    """A delivery; one without events is LINE's own test of the address. Raises BadSignature, ValueError."""
    made = base64.b64encode(hmac.new(connection.value("secret").encode(), request.body, hashlib.sha256).digest())
    if not hmac.compare_digest(made, request.headers.get("x-line-signature", "").encode()):
        raise BadSignature("signature")
    try:
        events = msgspec.json.decode(request.body, type=dict[str, Any])["events"]
        # ``standby``: another module of the account answers at the moment.
        return Taken(tuple(
            Update(event["webhookEventId"], _place(event["source"])[0], datetime.fromtimestamp(event["timestamp"] / 1000, UTC), event)
            for event in events if event.get("mode") != "standby" and event.get("source")
        ))  # fmt: skip
    except (msgspec.DecodeError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"a delivery without {error}") from error


def read(connection: Connection, update: Update) -> list[Happening]:
    """What an event says. Raises ValueError."""
    event = update.body
    try:
        place, room = _place(event["source"])
        chat, who = Chat(place, room), Who(event["source"].get("userId", ""))
        return _said(event, chat, who, update.at)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"an event without {error}") from error


def _said(event: dict[str, Any], chat: Chat, who: Who, at: datetime | None) -> list[Happening]:
    kind = event["type"]
    if kind == "message":
        return [_message(event["message"], chat, who, at)]
    if kind == "unsend":
        return [Removed(chat, event["unsend"]["messageId"], at)]
    if kind == "postback":
        return [Pressed(chat, who, event["webhookEventId"], event["postback"]["data"], at=at, answer=f"{REPLY}{event['replyToken']}" if event.get("replyToken") else "")]
    if kind in ("follow", "unfollow", "join", "leave"):
        return [Standing(chat, who, kind in ("follow", "join"))]
    if kind == "memberJoined":
        return [Joined(chat, Who(one["userId"])) for one in event["joined"]["members"]]
    return []


def _message(m: dict[str, Any], chat: Chat, who: Who, at: datetime | None) -> Said:
    files: tuple[Sent, ...] = ()
    text = m.get("text", "")
    if m["type"] in MEDIA:
        name, media = MEDIA[m["type"]]
        files = (Sent(m["id"], name, media, voice=m["type"] == "audio", seconds=int(m.get("duration", 0)) // 1000),)
    elif m["type"] == "file":
        files = (Sent(m["id"], m["fileName"], "application/octet-stream", int(m.get("fileSize", 0))),)
    elif m["type"] == "location":
        text = " ".join(str(m[key]) for key in ("title", "address", "latitude", "longitude") if m.get(key) is not None)
    elif m["type"] == "sticker":
        text = m.get("text") or f"[{', '.join(m.get('keywords', [])[:3]) or 'sticker'}]"
    named = any(one.get("isSelf") for one in (m.get("mention") or {}).get("mentionees", []))
    return Said(chat, who, m["id"], text, files, at, m.get("quotedMessageId", ""), asks=named)


def _place(source: dict[str, Any]) -> tuple[str, Room]:
    if source["type"] == "user":
        return source["userId"], "private"
    return source.get("groupId") or source["roomId"], "group"

"""Webhooks of the Graph API: the handshake, the signature, and one request cut into updates."""

import hashlib
import hmac
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec

from farol.channels.connections.model import Connection
from farol.channels.messengers.adapter import Arrived, BadSignature, Taken
from farol.channels.messengers.model import Update

from .model import millis

OBJECTS = {"messenger": "page", "instagram": "instagram", "whatsapp": "whatsapp_business_account"}


def take(connection: Connection, request: Arrived, now: datetime) -> Taken:
    """A request of Meta, for any of its three kinds. Raises BadSignature, ValueError."""
    if request.method == "GET":
        return _handshake(connection, request)
    made = hmac.new(connection.value("app_secret").encode(), request.body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(f"sha256={made}".encode(), request.headers.get("x-hub-signature-256", "").encode()):
        raise BadSignature("signature")
    try:
        body = msgspec.json.decode(request.body, type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise ValueError("no JSON object") from error
    if body.get("object") != OBJECTS[connection.channel]:
        raise ValueError(f"about another object: {str(body.get('object'))[:40]}")
    try:
        updates = tuple(one for entry in body["entry"] for one in _cut(connection, entry))
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as error:
        raise ValueError(f"an entry without {error}") from error
    return Taken(updates, body=b"EVENT_RECEIVED", media_type="text/plain")


def _handshake(connection: Connection, request: Arrived) -> Taken:
    query = request.query
    given, wanted = query.get("hub.verify_token", ""), connection.value("verify_token")
    if query.get("hub.mode") != "subscribe" or not wanted or not hmac.compare_digest(given.encode(), wanted.encode()):
        raise BadSignature("verify token")
    challenge = query.get("hub.challenge", "")
    if not challenge.isalnum() or len(challenge) > 200:
        raise ValueError("no challenge")
    return Taken(body=challenge.encode(), media_type="text/plain")


def _cut(connection: Connection, entry: dict[str, Any]) -> Iterator[Update]:
    for event in entry.get("messaging", []):
        if made := _messaging(event):
            yield made
    for change in entry.get("changes", []):
        if change["field"] == "messages" and connection.channel == "whatsapp":
            yield from _whatsapp(change["value"])
        elif change["field"] in ("feed", "comments", "live_comments", "mentions"):
            yield _comment(change, entry)
    # ``standby`` is for pages that another app answers at the moment: not ours to read.


def _messaging(event: dict[str, Any]) -> Update | None:
    """A message's events. Our own words come back as echoes: they are ours already."""
    sender, when = str((event.get("sender") or {}).get("id", "")), event.get("timestamp")
    message, body = event.get("message"), {"messaging": event}
    at = millis(when) if when else None
    if message is not None:
        if message.get("is_echo") or message.get("is_self"):
            return None
        return Update(f"{'x' if message.get('is_deleted') else 'm'}:{message['mid']}", sender, at, body)
    if edit := event.get("message_edit"):
        return Update(f"e:{edit['mid']}:{edit.get('num_edit', 0)}", sender, at, body)
    if pressed := event.get("postback"):
        return Update(f"p:{pressed.get('mid') or f'{sender}:{when}'}", sender, at, body)
    if done := event.get("delivery"):
        return Update(f"d:{sender}:{done['watermark']}:{len(done.get('mids') or [])}", sender, at, body)
    if seen := event.get("read"):
        return Update(f"r:{sender}:{seen.get('mid') or seen['watermark']}", sender, at, body)
    if event.get("referral"):
        return Update(f"f:{sender}:{when}", sender, at, body)
    # Typing, reactions and opt-ins say nothing that support answers.
    return None


def _whatsapp(value: dict[str, Any]) -> Iterator[Update]:
    """Messages and statuses of one number; the sender's name stands beside them."""
    about = {"metadata": value["metadata"], "contacts": value.get("contacts", [])}
    for message in value.get("messages", []):
        who = str(message.get("from") or message.get("from_user_id") or "")
        yield Update(f"m:{message['id']}", who, millis(message["timestamp"]), {"message": message, **about})
    for status in value.get("statuses", []):
        who = str(status.get("recipient_id") or status.get("recipient_user_id") or "")
        yield Update(f"s:{status['id']}:{status['status']}", who, millis(status["timestamp"]), {"status": status, **about})


def _comment(change: dict[str, Any], entry: dict[str, Any]) -> Update:
    value = change["value"]
    name = value.get("comment_id") or value.get("id") or value.get("post_id") or value.get("media_id")
    post = value.get("post_id") or (value.get("media") or {}).get("id") or value.get("media_id") or name
    when = value.get("created_time") or entry.get("time")
    return Update(f"c:{name}:{value.get('verb', 'add')}:{when}", f"post:{post}", millis(when) if when else None, {"change": change})

"""Webhooks of X: the challenge it repeats every hour, the signature, and activity in its older and newer envelope cut into updates."""

import base64
import hashlib
import hmac
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import msgspec

from farol.channels.connections.model import Connection
from farol.channels.messengers.adapter import Arrived, BadSignature, Taken
from farol.channels.messengers.model import Update

from . import activity


def proof(secret: str, words: bytes) -> str:
    """What X calls a response token, and how it signs."""
    return "sha256=" + base64.b64encode(hmac.new(secret.encode(), words, hashlib.sha256).digest()).decode()


def take(connection: Connection, request: Arrived, now: datetime) -> Taken:
    """A challenge, or a delivery. Raises BadSignature, ValueError."""
    secret = connection.value("consumer_secret")
    if request.method == "GET":
        token = request.query.get("crc_token", "")
        if not token or len(token) > 500:
            raise ValueError("no challenge")
        return Taken(body=msgspec.json.encode({"response_token": proof(secret, token.encode())}))
    if not hmac.compare_digest(proof(secret, request.body).encode(), request.headers.get("x-twitter-webhooks-signature", "").encode()):
        raise BadSignature("signature")
    try:
        body = msgspec.json.decode(request.body, type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise ValueError("no JSON object") from error
    us = connection.value("user_id")
    try:
        whose = activity.about(body) if activity.is_one(body) else body.get("for_user_id")
        if str(whose or us) != us:
            return Taken()
        return Taken(tuple(_newer(us, body["data"]) if activity.is_one(body) else _cut(us, body)))
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError) as error:
        raise ValueError(f"an event without {error}") from error


def _newer(us: str, data: dict[str, Any]) -> Iterator[Update]:
    """Of the X Activity API. Kinds that say nothing to support, such as follows and encrypted chats, are left."""
    if str(data["event_type"]).startswith("dm."):
        yield from _cut(us, activity.as_before(data["payload"]))
    elif data["event_type"] == "oauth.revoke":
        yield Update(f"v:{data['event_uuid']}", f"user:{us}", None, {"revoked": data["payload"]})
    else:
        yield from activity.cut(us, data)


def _cut(us: str, body: dict[str, Any]) -> Iterator[Update]:
    for event in body.get("direct_message_events", []):
        sender = event["message_create"]["sender_id"] if event.get("type") == "message_create" else us
        if sender != us:
            # Names come beside the events, for everybody who takes part in them.
            user = (body.get("users") or {}).get(sender) or {}
            yield Update(f"m:{event['id']}", sender, millis(event["created_timestamp"]), {"dm": event, "user": user})
    for event in body.get("direct_message_mark_read_events", []):
        if event["sender_id"] != us:
            yield Update(f"r:{event['sender_id']}:{event['last_read_event_id']}", event["sender_id"], millis(event["created_timestamp"]), {"seen": event})
    for tweet in body.get("tweet_create_events", []):
        if _id(tweet["user"]) != us and "retweeted_status" not in tweet:
            yield Update(f"t:{tweet['id_str']}", f"post:{conversation(tweet)}", millis(tweet["timestamp_ms"]), {"tweet": tweet})
    for gone in body.get("tweet_delete_events", []):
        yield Update(f"d:{gone['status']['id']}", f"post:{gone['status']['id']}", millis(gone["timestamp_ms"]), {"gone": gone})
    if revoked := (body.get("user_event") or {}).get("revoke"):
        yield Update(f"v:{revoked['date_time']}", f"user:{us}", None, {"revoked": revoked})


def conversation(tweet: dict[str, Any]) -> str:
    """The post that a mention answers, else itself."""
    return str(tweet.get("in_reply_to_status_id_str") or tweet["id_str"])


def millis(value: Any) -> datetime:
    """Of X's times, which are milliseconds in a string."""
    return datetime.fromtimestamp(int(value) / 1000, UTC)


def _id(user: dict[str, Any]) -> str:
    return str(user.get("id_str") or user["id"])

"""What direct messages and mentions at X say. Pure."""

import html
from typing import Any

from farol.channels.connections.model import Connection
from farol.channels.messengers.model import (
    Chat,
    Happening,
    Pressed,
    Receipt,
    Removed,
    Said,
    Sent,
    Standing,
    Update,
    Who,
)

from . import activity
from .hooks import conversation, millis

MEDIA = {"photo": "image/jpeg", "animated_gif": "video/mp4", "video": "video/mp4"}


def read(connection: Connection, update: Update) -> list[Happening]:
    """What an update says. Raises ValueError."""
    body = update.body
    try:
        if "dm" in body:
            return _message(body["dm"], body.get("user") or {})
        if "tweet" in body:
            return _tweet(connection, body["tweet"])
        if "post" in body:
            return [activity.post(connection.value("user_id"), body["post"], body.get("user") or {})]
        if "deleted" in body:
            return [activity.gone(body["deleted"])]
        if seen := body.get("seen"):
            return [Receipt(seen["last_read_event_id"], "read", seen["sender_id"], upto=True)]
        if gone := body.get("gone"):
            return [Removed(Chat(gone["status"]["id"], "post"), gone["status"]["id"], millis(gone["timestamp_ms"]))]
        if "revoked" in body:
            us = connection.value("user_id")
            return [Standing(Chat(us, "private"), Who(us, machine=True), here=False)]
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(f"an update without {error}") from error
    raise ValueError("no such update")


def _message(event: dict[str, Any], user: dict[str, Any]) -> list[Happening]:
    said = event["message_create"]
    data, sender = said["message_data"], said["sender_id"]
    chat, who, at = Chat(sender, "private"), _who(user, sender), millis(event["created_timestamp"])
    if quick := data.get("quick_reply_response"):
        return [Pressed(chat, who, event["id"], quick["metadata"], _words(data), at)]
    media = (data.get("attachment") or {}).get("media")
    files = (_file(media),) if media else ()
    return [Said(chat, who, event["id"], _words(data, media), files, at)]


def _tweet(connection: Connection, tweet: dict[str, Any]) -> list[Happening]:
    us = connection.value("user_id")
    whole = tweet.get("extended_tweet") or tweet
    entities = whole.get("entities") or {}
    named = any(str(one.get("id_str")) == us for one in entities.get("user_mentions", []))
    author = tweet["user"]
    id_ = str(author.get("id_str") or author["id"])
    link = f"https://x.com/{author.get('screen_name') or 'i'}/status/{tweet['id_str']}"
    text = html.unescape(whole.get("full_text") or whole["text"])
    for one in entities.get("urls", []):
        if one.get("expanded_url"):
            text = text.replace(one["url"], one["expanded_url"])
    media = (whole.get("extended_entities") or entities).get("media", [])
    asks = named or str(tweet.get("in_reply_to_user_id_str")) == us
    return [Said(
        Chat(conversation(tweet), "post"), _who(author, id_), tweet["id_str"], text, tuple(_picture(one) for one in media),
        millis(tweet["timestamp_ms"]), str(tweet.get("in_reply_to_status_id_str") or ""), link, asks=asks,
    )]  # fmt: skip


def _who(user: dict[str, Any], id_: str) -> Who:
    return Who(id_, user.get("name") or "", user.get("screen_name") or "", user.get("lang") or "", reach=int(user.get("followers_count") or 0))


def _words(data: dict[str, Any], media: dict[str, Any] | None = None) -> str:
    """Without the short address that stands for the attachment, and with the real ones of the others."""
    text = html.unescape(data.get("text") or "")
    for one in (data.get("entities") or {}).get("urls", []):
        text = text.replace(one["url"], "" if media and one["url"] == media.get("url") else one.get("expanded_url") or one["url"])
    return text.strip()


def _file(media: dict[str, Any]) -> Sent:
    kind = media.get("type", "photo")
    variants = [one for one in (media.get("video_info") or {}).get("variants", []) if one.get("content_type") == "video/mp4"]
    best = max(variants, key=lambda one: int(one.get("bitrate") or 0), default=None)
    return Sent(best["url"] if best else media["media_url_https"], f"{kind}.{MEDIA.get(kind, 'image/jpeg').rpartition('/')[2]}", MEDIA.get(kind, "image/jpeg"))


def _picture(media: dict[str, Any]) -> Sent:
    """Of a post only the still is shown."""
    return Sent(media["media_url_https"], "photo.jpeg", "image/jpeg")

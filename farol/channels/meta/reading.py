"""What messages and comments at Facebook and Instagram say. Pure."""

from typing import Any, Literal

from farol.channels.connections.model import Connection
from farol.channels.messengers.model import (
    Chat,
    Happening,
    Pressed,
    Receipt,
    Removed,
    Said,
    Sent,
    Update,
    Who,
)

from .model import COMMENT_REF, millis

MEDIA = {"image": "image/jpeg", "video": "video/mp4", "audio": "audio/mp4", "file": "application/octet-stream",
         "ig_reel": "video/mp4", "reel": "video/mp4"}  # fmt: skip


def read(connection: Connection, update: Update) -> list[Happening]:
    """What an update says. Raises ValueError."""
    try:
        if "change" in update.body:
            return _change(connection, update.body["change"])
        return _event(connection, update.body["messaging"])
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"an update without {error}") from error


def _event(connection: Connection, event: dict[str, Any]) -> list[Happening]:
    sender = event["sender"]["id"]
    chat, who, at = Chat(sender, "private"), Who(sender), millis(event["timestamp"]) if event.get("timestamp") else None
    if edit := event.get("message_edit"):
        return [Said(chat, who, edit["mid"], edit.get("text", ""), at=at, edited=True)]
    if came := event.get("referral") or (event.get("postback") or {}).get("referral"):
        # A link of ours was followed; ref is what it carried.
        return [Pressed(chat, who, (event.get("postback") or {}).get("mid") or f"ref:{event['timestamp']}", "start", str(came.get("ref") or ""), at)]
    if pressed := event.get("postback"):
        return [Pressed(chat, who, pressed.get("mid", ""), pressed["payload"], pressed.get("title", ""), at)]
    if done := event.get("delivery"):
        if not done.get("mids"):
            return [Receipt("", "delivered", chat.id, until=millis(done["watermark"]))]
        return [Receipt(mid, "delivered", chat.id) for mid in done["mids"]]
    if seen := event.get("read"):
        return [Receipt(seen["mid"], "read", chat.id, upto=True) if "mid" in seen else Receipt("", "read", chat.id, until=millis(seen["watermark"]))]
    message = event["message"]
    if message.get("is_deleted"):
        return [Removed(chat, message["mid"], at)]
    if quick := message.get("quick_reply"):
        return [Pressed(chat, who, message["mid"], quick["payload"], message.get("text", ""), at)]
    if message.get("is_unsupported"):
        raise ValueError("a message of a kind that the platform does not hand over")
    files = tuple(sent for one in message.get("attachments", []) if (sent := _file(one)))
    answers = message.get("reply_to") or {}
    named = next((one for one in message.get("attachments", []) if one.get("type") == "story_mention"), None)
    story: Literal["", "reply", "mention"] = ""
    link = ""
    if named is not None:  # the platform allows no copy of a story: people look at it where it is
        story, link = "mention", str((named.get("payload") or {}).get("url") or "")
    elif answers.get("story"):
        story, link = "reply", str(answers["story"].get("url") or "")
    return [Said(chat, who, message["mid"], message.get("text", ""), files, at, answers.get("mid", ""), link, story=story)]


def _file(one: dict[str, Any]) -> Sent | None:
    """An attachment. Stickers are pictures; a shared post or a template is not a file."""
    kind, payload = one["type"], one.get("payload") or {}
    if kind not in MEDIA or not payload.get("url"):
        return None
    return Sent(payload["url"], f"{kind}.{MEDIA[kind].rpartition('/')[2].replace('octet-stream', 'bin')}", MEDIA[kind], voice=kind == "audio")


def _change(connection: Connection, change: dict[str, Any]) -> list[Happening]:
    value = change["value"]
    if connection.channel == "instagram":
        return _instagram(connection, change["field"], value)
    if value.get("item") != "comment":
        # Likes, shares and our own posts.
        return []
    author = value.get("from") or {}
    chat = Chat(value["post_id"], "post", parent=value.get("parent_id") if value.get("parent_id") != value["post_id"] else "")
    at = millis(value["created_time"]) if value.get("created_time") else None
    if author.get("id") == connection.value("page_id"):
        return []
    if value["verb"] == "remove":
        return [Removed(chat, value["comment_id"], at)]
    if value["verb"] not in ("add", "edited"):
        return []
    files = (Sent(value["photo"], "photo.jpeg", "image/jpeg"),) if value.get("photo") else ()
    link = (value.get("post") or {}).get("permalink_url", "")
    who = Who(author.get("id", f"{COMMENT_REF}{value['comment_id']}"), author.get("name", ""))
    return [Said(chat, who, value["comment_id"], value.get("message", ""), files, at, str(value.get("parent_id") or ""), link,
                 edited=value["verb"] == "edited", asks=True)]  # fmt: skip


def _instagram(connection: Connection, field: str, value: dict[str, Any]) -> list[Happening]:
    """A comment under a post of ours, or one that names us elsewhere (of which only the ID is told)."""
    if field == "mentions":
        chat = Chat(value["media_id"], "post")
        return [Said(chat, Who(f"{COMMENT_REF}{value.get('comment_id', '')}"), value.get("comment_id") or value["media_id"], asks=True)]
    author = value.get("from") or {}
    if author.get("id") == connection.value("account_id") or author.get("self_ig_scoped_id"):
        return []
    chat = Chat(value["media"]["id"], "post", parent=value.get("parent_id", ""))
    who = Who(author.get("id", ""), author.get("username", ""), author.get("username", ""))
    return [Said(chat, who, value["id"], value.get("text", ""), reply_to=value.get("parent_id", ""), asks=True)]

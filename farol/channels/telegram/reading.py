"""What an update says. Pure; the forms are those of core.telegram.org/bots/api#update."""

from datetime import UTC, datetime
from typing import Any

from farol.channels.connections.model import Connection
from farol.channels.messengers.model import Chat, Happening, Joined, Pressed, Said, Sent, Standing, Who

from .entities import Entity, entities, visible
from .model import bot_id, username

_ROOMS = {"private": "private", "group": "group", "supergroup": "group", "channel": "post"}
_LEFT_OUT = {
    "contact": ("名片", "contact"), "location": ("位置", "location"), "venue": ("地点", "place"), "poll": ("投票", "poll"), "dice": ("骰子", "dice"),
    "game": ("游戏", "game"), "story": ("动态", "story"), "invoice": ("账单", "invoice"), "giveaway": ("抽奖", "giveaway"), "paid_media": ("付费内容", "paid media"),
    "checklist": ("清单", "checklist"),
}
"""What is not taken over: somebody else's number, a place, and what says nothing by itself."""
ANONYMOUS = 1_087_968_824
"""@GroupAnonymousBot, under which administrators write who hide their names."""
PUBLIC = ("left", "kicked")


def read(connection: Connection, body: dict[str, Any]) -> list[Happening]:
    """The happenings of one update; none for what does not concern us. Raises ValueError for what has not the form it should."""
    try:
        if message := body.get("message"):
            return _message(connection, message, edited=False)
        if message := body.get("edited_message"):
            return _message(connection, message, edited=True)
        if query := body.get("callback_query"):
            return _pressed(query)
        if change := body.get("my_chat_member"):
            return _standing(change)
        if change := body.get("chat_member"):
            return _joined(change)
    except (KeyError, TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"an update without its {error}" if isinstance(error, KeyError) else "an update of another form") from error
    return []


def at_of(message: dict[str, Any]) -> datetime | None:
    """When it was said or last changed."""
    stamp = message.get("edit_date") or message.get("date")
    return datetime.fromtimestamp(stamp, UTC) if stamp else None


def chat_of(message: dict[str, Any]) -> Chat:
    """Where it was said; a topic of a group is a chat of its own that hangs on it."""
    chat = message["chat"]
    group = str(int(chat["id"]))
    title = str(chat.get("title", ""))
    room: Any = _ROOMS[chat["type"]]
    if message.get("is_topic_message") and message.get("message_thread_id") and room == "group":
        return Chat(f"{group}/{int(message['message_thread_id'])}", room, title, group)
    return Chat(group, room, title)


def who_of(user: dict[str, Any], *, steward: bool = False) -> Who:
    """A person or a bot."""
    name = " ".join(str(user[part]) for part in ("first_name", "last_name") if user.get(part))
    return Who(str(int(user["id"])), name, str(user.get("username", "")), str(user.get("language_code", "")), bool(user.get("is_bot")), steward)


def _speaker(message: dict[str, Any]) -> Who:
    """A channel may speak in a group in place of a person. Who speaks as the group itself, or as its own channel, runs it."""
    as_chat = message.get("sender_chat")
    if not as_chat:
        return who_of(message["from"])
    own = as_chat["id"] == message["chat"]["id"] or bool(message.get("is_automatic_forward"))
    return Who(str(int(as_chat["id"])), str(as_chat.get("title", "")), str(as_chat.get("username", "")), steward=own)


def _message(connection: Connection, message: dict[str, Any], *, edited: bool) -> list[Happening]:
    chat = chat_of(message)
    if chat.room == "post" or "migrate_to_chat_id" in message:
        return []
    if message.get("new_chat_members"):
        return [Joined(chat, who_of(one)) for one in message["new_chat_members"] if one["id"] != bot_id(connection)]
    who = _speaker(message)
    number, at = str(int(message["message_id"])), at_of(message)
    words = str(message.get("text") or message.get("caption") or "")
    found = list(entities(words, message.get("entities") or message.get("caption_entities")))
    command = _command(connection, found, words)
    if command and not edited:
        return [Pressed(chat, who, number, command[0], command[1], at)]
    files = _files(message)
    text = visible(words, found)
    if note := _note(message, who.language):
        text = f"{text}\n{note}".strip()
    if not text and not files:
        return []
    answers = message.get("reply_to_message") or {}
    if answers.get("forum_topic_created"):
        answers = {}  # every message of a topic "answers" its beginning
    asks = chat.room == "group" and (answers.get("from", {}).get("id") == bot_id(connection) or _names_us(connection, found))
    return [Said(
        chat, who, number, text, files, at, str(answers.get("message_id", "")), _link(message), edited, asks,
        "forward_origin" in message or "forward_date" in message, str(message.get("media_group_id", "")))]


def _command(connection: Connection, found: list[Entity], words: str) -> tuple[str, str] | None:
    """A command at the beginning that is for us, and the words after it. ``/start@another_bot`` is not."""
    for one in found:
        if one.kind == "bot_command" and one.start == 0:
            name, _, bot = one.words.removeprefix("/").partition("@")
            return (name.lower(), words[len(one.words) :].strip()) if not bot or bot.lower() == username(connection) else None
    return None


def _names_us(connection: Connection, found: list[Entity]) -> bool:
    ours = username(connection)
    return any(
        (one.kind == "mention" and ours and one.words.lower() == f"@{ours}") or (one.kind == "text_mention" and one.user == bot_id(connection))
        for one in found)


def _files(message: dict[str, Any]) -> tuple[Sent, ...]:
    number = message["message_id"]
    if photos := message.get("photo"):
        best = max(photos, key=lambda one: one["width"] * one["height"])
        return (Sent(best["file_id"], f"photo-{number}.jpg", "image/jpeg", int(best.get("file_size", 0))),)
    for kind, name, media_type in (
        ("document", f"file-{number}", "application/octet-stream"), ("voice", f"voice-{number}.ogg", "audio/ogg"), ("audio", f"audio-{number}.mp3", "audio/mpeg"),
        ("video", f"video-{number}.mp4", "video/mp4"), ("video_note", f"video-{number}.mp4", "video/mp4"), ("sticker", f"sticker-{number}.webp", "image/webp"),
    ):  # fmt: skip
        if kind == "document" and "animation" in message:
            name, media_type = f"animation-{number}.mp4", "video/mp4"  # an animation comes as both
        if (file := message.get(kind)) and not (kind == "sticker" and (file.get("is_animated") or file.get("is_video"))):
            return (Sent(
                file["file_id"], str(file.get("file_name") or name), str(file.get("mime_type") or media_type), int(file.get("file_size", 0)), kind == "voice",
                int(file.get("duration", 0))),)
    return ()


def _note(message: dict[str, Any], language: str) -> str:
    """What stands in place of something that is not taken over; a moving sticker is the sign it stands for."""
    chinese = language.startswith("zh")
    for kind, (zh, en) in _LEFT_OUT.items():
        if kind in message:
            return f"〔未收取：{zh}，请用文字说明〕" if chinese else f"[Not taken over: {en}. Say it in words.]"
    sticker = message.get("sticker")
    if sticker and (sticker.get("is_animated") or sticker.get("is_video")):
        return str(sticker.get("emoji", "")) or ("〔贴纸〕" if chinese else "[sticker]")
    return ""


def _link(message: dict[str, Any]) -> str:
    """Where it stands for members; private chats and small groups have no addresses."""
    chat, number = message["chat"], message["message_id"]
    topic = f"{message['message_thread_id']}/" if message.get("is_topic_message") else ""
    if chat["type"] != "supergroup":
        return ""
    place = chat.get("username") or (f"c/{str(chat['id'])[4:]}" if str(chat["id"]).startswith("-100") else "")
    return f"https://t.me/{place}/{topic}{number}" if place else ""


def _pressed(query: dict[str, Any]) -> list[Happening]:
    message = query.get("message")
    if not message or not query.get("data"):
        return []  # of an inline message or a game: we have neither
    name, _, text = str(query["data"]).partition(" ")
    return [Pressed(chat_of(message), who_of(query["from"]), str(int(message["message_id"])), name, text, None, str(query["id"]))]


def _standing(change: dict[str, Any]) -> list[Happening]:
    chat = chat_of(change)
    if chat.room == "post":
        return []
    return [Standing(chat, who_of(change["from"]), change["new_chat_member"]["status"] not in PUBLIC)]


def _joined(change: dict[str, Any]) -> list[Happening]:
    old, new = change["old_chat_member"], change["new_chat_member"]
    if _inside(old) or not _inside(new):
        return []
    return [Joined(chat_of(change), who_of(new["user"], steward=new["status"] in ("administrator", "creator")))]


def _inside(member: dict[str, Any]) -> bool:
    return bool(member.get("is_member")) if member["status"] == "restricted" else member["status"] not in PUBLIC

"""What Discord tells, read: the gateway's events and interactions. Pure."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from farol.channels.connections.model import Connection
from farol.channels.messengers.model import (
    Chat,
    Happening,
    Joined,
    Pressed,
    Removed,
    Said,
    Sent,
    Standing,
    Update,
    Who,
)

from .model import (
    COMMAND,
    COMPONENT,
    GROUP,
    LINK,
    PERSON,
    STEWARDS,
    THREADS,
    TOKEN,
    VOICE_ROOMS,
    WORDS,
    at,
    listed,
)


def update(kind: str, data: dict[str, Any], known: dict[str, Any] | None = None) -> Update | None:
    """A gateway event as one update; None for events that say nothing to us. known: what the gateway's client knows of the room."""
    if kind not in READERS or kind == "INTERACTION_CREATE":
        return None
    name, chat, when = _named(kind, data)
    return Update(name, chat, when, {"t": kind, "d": data, "known": known or {}}) if name else None


def _named(kind: str, d: dict[str, Any]) -> tuple[str, str, datetime | None]:
    channel, guild = str(d.get("channel_id", "")), str(d.get("guild_id") or d.get("id", ""))
    if kind == "MESSAGE_CREATE":
        return f"m:{d['id']}", channel, at(d["id"])
    if kind == "MESSAGE_UPDATE":
        # Without a time of editing only a preview of a link was added.
        return (f"e:{d['id']}:{d['edited_timestamp']}", channel, _time(d)) if d.get("edited_timestamp") else ("", "", None)
    if kind == "MESSAGE_DELETE":
        return f"d:{d['id']}", channel, None
    if kind == "MESSAGE_DELETE_BULK":
        return f"b:{min(d['ids'])}", channel, None
    if kind in ("GUILD_MEMBER_ADD", "GUILD_MEMBER_UPDATE"):
        user = d["user"]
        return f"n:{user['id']}:{d.get('joined_at')}:{name_of(user, d)}:{user.get('username')}"[:300], GROUP + guild, None
    return f"g:{guild}:{kind}:{d.get('joined_at', '')}", GROUP + guild, None


def read(connection: Connection, update: Update) -> list[Happening]:
    """What it says. Raises ValueError for what cannot be understood."""
    kind, data = update.body.get("t"), update.body.get("d")
    reader = READERS.get(str(kind))
    if reader is None or not isinstance(data, dict):
        raise ValueError(f"no such event: {kind}")
    try:
        return reader(connection, data, update.body.get("known") or {})
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(f"{kind} without {error}") from error


def _message(connection: Connection, d: dict[str, Any], known: dict[str, Any]) -> list[Happening]:
    us = connection.value("application_id")
    author = d["author"]
    if d.get("type", 0) not in WORDS or author["id"] == us or known.get("type") in VOICE_ROOMS:
        return []
    chat = _chat(d, known)
    who = _who(connection, author, d.get("member") or {}, known, bot=bool(author.get("bot") or d.get("webhook_id")))
    answered = d.get("referenced_message") or {}
    named = any(one.get("id") == us for one in d.get("mentions", [])) or (answered.get("author") or {}).get("id") == us
    ours = bool({chat.id, chat.parent} & listed(connection, "support_channels"))
    words = d.get("content", "").replace(f"<@{us}>", "").replace(f"<@!{us}>", "").strip()
    return [Said(
        chat, who, d["id"], words, tuple(_file(one) for one in d.get("attachments", [])), _time(d),
        reply_to=(d.get("message_reference") or {}).get("message_id") or "",
        link=f"{LINK}/channels/{d['guild_id']}/{d['channel_id']}/{d['id']}" if d.get("guild_id") else "",
        edited=bool(d.get("edited_timestamp")), asks=named or (ours and not who.steward), forwarded=bool(d.get("message_snapshots")),
    )]  # fmt: skip


def _deleted(_connection: Connection, d: dict[str, Any], known: dict[str, Any]) -> list[Happening]:
    chat = _chat(d, known)
    return [Removed(chat, name) for name in d.get("ids", [d.get("id")])]


def _member(connection: Connection, d: dict[str, Any], known: dict[str, Any]) -> list[Happening]:
    chat = Chat(GROUP + d["guild_id"], "group", str(known.get("guild_name", "")))
    return [Joined(chat, _who(connection, d["user"], d, known, bot=bool(d["user"].get("bot"))))]


def _guild(connection: Connection, d: dict[str, Any], _known: dict[str, Any], here: bool = True) -> list[Happening]:
    return [Standing(Chat(GROUP + d["id"], "group", d.get("name") or ""), Who(connection.value("application_id"), machine=True), here)]


def _gone(connection: Connection, d: dict[str, Any], known: dict[str, Any]) -> list[Happening]:
    return [] if d.get("unavailable") else _guild(connection, d, known, here=False)


def _interaction(connection: Connection, d: dict[str, Any], _known: dict[str, Any]) -> list[Happening]:
    member = d.get("member") or {}
    who = _who(connection, d.get("user") or member["user"], member, {}, bot=False, locale=d.get("locale", ""))
    # Asked in a server, it is still between this person and us: their private chat, wherever they pressed.
    chat = Chat(f"{PERSON}{who.id}" if d.get("guild_id") else d["channel_id"], "private")
    data = d["data"]
    token = f"{TOKEN}{d['token']}"
    if d["type"] == COMMAND:
        words = " ".join(str(one.get("value", "")) for one in data.get("options", []))
        return [Pressed(chat, who, token, data["name"].lower(), words, at(d["id"]), token, bool(d.get("guild_id")))]
    if d["type"] == COMPONENT:
        # A button in a private chat is answered there like words; in a server only its presser sees the answer.
        press = token if d.get("guild_id") else d["id"]
        return [Pressed(chat, who, press, data["custom_id"], " ".join(data.get("values", [])), at(d["id"]), press)]
    raise ValueError(f"no such interaction: {d['type']}")


def _chat(d: dict[str, Any], known: dict[str, Any]) -> Chat:
    if not d.get("guild_id"):
        return Chat(d["channel_id"], "private")
    parent = known.get("parent") if known.get("type") in THREADS else ""
    return Chat(d["channel_id"], "group", str(known.get("title") or ""), str(parent or ""))


def _who(connection: Connection, user: dict[str, Any], member: dict[str, Any], known: dict[str, Any], *, bot: bool, locale: str = "") -> Who:
    roles = frozenset(member.get("roles", []))
    permissions = int(member.get("permissions") or known.get("permissions") or 0)
    steward = bool(permissions & STEWARDS) or bool(roles & listed(connection, "steward_roles"))
    return Who(user["id"], name_of(user, member), user.get("username") or "", locale, bot, steward and not bot)


def name_of(user: dict[str, Any], member: dict[str, Any]) -> str:
    """What people see: the name in the server, else the display name."""
    return str(member.get("nick") or user.get("global_name") or user.get("username") or "")


def _file(one: dict[str, Any]) -> Sent:
    media = str(one.get("content_type") or "application/octet-stream").partition(";")[0]
    return Sent(one["url"], one["filename"], media, int(one.get("size", 0)), "waveform" in one, round(one.get("duration_secs") or 0))


def _time(d: dict[str, Any]) -> datetime:
    return datetime.fromisoformat(str(d.get("edited_timestamp") or d["timestamp"]))


READERS: dict[str, Callable[[Connection, dict[str, Any], dict[str, Any]], list[Happening]]] = {
    "MESSAGE_CREATE": _message, "MESSAGE_UPDATE": _message, "MESSAGE_DELETE": _deleted, "MESSAGE_DELETE_BULK": _deleted,
    "GUILD_MEMBER_ADD": _member, "GUILD_MEMBER_UPDATE": _member, "GUILD_CREATE": _guild, "GUILD_DELETE": _gone,
    "INTERACTION_CREATE": _interaction,
}  # fmt: skip

"""The envelope of the X Activity API, which follows account activity: one event a delivery, under ``data``. Pure.

Its direct messages are those of account activity with newer users beside them, so an account that is subscribed to both hears each once.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from farol.channels.messengers.model import Chat, Removed, Said, Update, Who


def is_one(body: dict[str, Any]) -> bool:
    """Whether a delivery is of this kind."""
    return isinstance(body.get("data"), dict) and "event_type" in body["data"]


def about(body: dict[str, Any]) -> str:
    """The account the event is about. Of access that was taken back the payload alone says whose."""
    data = body["data"]
    return str((data.get("filter") or {}).get("user_id") or (data.get("payload") or {}).get("user_id") or "")


def as_before(payload: dict[str, Any]) -> dict[str, Any]:
    """Direct messages as account activity tells them: users of the newer form with the older names."""
    users = {id_: _user(one) for id_, one in (payload.get("users") or {}).items()}
    before = {id_: {"name": one.get("name"), "screen_name": one.get("username"), "followers_count": _reach(one)} for id_, one in users.items()}
    return {**payload, "users": before}


def cut(us: str, data: dict[str, Any]) -> Iterator[Update]:
    """Posts. Our own, and those that only hand another on, say nothing to us."""
    payload, kind = data["payload"], data["event_type"]
    if kind in ("post.mention.create", "post.reply.create") and str(payload["author_id"]) != us and "retweeted" not in _answers(payload):
        users = [_user(one) for one in (data.get("includes") or {}).get("users", [])]
        author = next((one for one in users if str(one.get("id")) == str(payload["author_id"])), {})
        yield Update(f"t:{payload['id']}", f"post:{_conversation(payload)}", _time(payload["created_at"]), {"post": payload, "user": author})
    elif kind == "post.delete":
        yield Update(f"d:{payload['id']}", f"post:{payload['id']}", None, {"deleted": payload})


def post(us: str, payload: dict[str, Any], user: dict[str, Any]) -> Said:
    """A post that names us or answers us."""
    entities = payload.get("entities") or {}
    named = any(str(one.get("id")) == us for one in entities.get("mentions", []))
    text = str(payload["text"])
    for one in entities.get("urls", []):
        if one.get("expanded_url"):
            text = text.replace(one["url"], one["expanded_url"])
    who = Who(str(payload["author_id"]), user.get("name") or "", user.get("username") or "", reach=_reach(user))
    link = f"https://x.com/{who.username or 'i'}/status/{payload['id']}"
    return Said(
        Chat(_conversation(payload), "post"), who, str(payload["id"]), text, at=_time(payload["created_at"]),
        reply_to=_answers(payload).get("replied_to", ""), link=link, asks=named or str(payload.get("in_reply_to_user_id")) == us)


def gone(payload: dict[str, Any]) -> Removed:
    """Its author deleted it."""
    return Removed(Chat(str(payload["id"]), "post"), str(payload["id"]))


def _conversation(payload: dict[str, Any]) -> str:
    return _answers(payload).get("replied_to") or str(payload["id"])


def _answers(payload: dict[str, Any]) -> dict[str, str]:
    return {str(one["type"]): str(one["id"]) for one in payload.get("referenced_tweets") or []}


def _user(one: dict[str, Any]) -> dict[str, Any]:
    """Some events have users as they are, others one level deeper."""
    inner = one.get("data")
    return inner if isinstance(inner, dict) else one


def _reach(user: dict[str, Any]) -> int:
    return int((user.get("public_metrics") or {}).get("followers_count") or 0)


def _time(value: str) -> datetime:
    return datetime.fromisoformat(value)

"""What WhatsApp tells: messages of every kind, and what became of ours. Pure."""

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
    Update,
    Who,
)

from .model import WHATSAPP, millis

FILES = ("image", "audio", "video", "document", "sticker")
NAMES = {"image": "picture", "audio": "voice", "video": "video", "sticker": "sticker"}
BILLED = {cost.unit for cost in WHATSAPP.costs}
WAITS = frozenset({130429, 131048, 131056, 131000, 131016, 131049})
"""A message failed but may go later: too many, or their side is not well."""


def read(connection: Connection, update: Update) -> list[Happening]:
    """What an update says. Raises ValueError."""
    body = update.body
    try:
        if str(body["metadata"]["phone_number_id"]) != connection.value("phone_number_id"):
            # One app may hold several numbers; each is a connection of its own.
            return []
        return _status(body["status"]) if "status" in body else _message(body["message"], body.get("contacts", []))
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise ValueError(f"an update without {error}") from error


def _message(m: dict[str, Any], contacts: list[dict[str, Any]]) -> list[Happening]:
    name = str(m.get("from") or m["from_user_id"])
    contact = next((one for one in contacts if name in (one.get("wa_id"), one.get("user_id"))), {})
    profile = contact.get("profile") or {}
    chat, who = Chat(name, "private"), Who(name, profile.get("name", ""), profile.get("username", ""))
    at, kind, context = millis(m["timestamp"]), m["type"], m.get("context") or {}

    def said(text: str, *files: Sent) -> list[Happening]:
        return [Said(chat, who, m["id"], text, files, at, context.get("id", ""), forwarded=bool(context.get("forwarded")))]

    if kind == "text":
        return said(m["text"]["body"])
    if kind in FILES:
        return said(m[kind].get("caption", ""), _file(kind, m[kind]))
    if kind == "interactive":
        chosen = m["interactive"].get("button_reply") or m["interactive"].get("list_reply")
        return [Pressed(chat, who, m["id"], chosen["id"], chosen.get("title", ""), at)] if chosen else []
    if kind == "button":
        return [Pressed(chat, who, m["id"], m["button"].get("payload", ""), m["button"].get("text", ""), at)]
    if kind == "location":
        place = m["location"]
        return said(" ".join(str(place[key]) for key in ("name", "address", "latitude", "longitude") if place.get(key) is not None))
    if kind == "contacts":
        return said("\n".join(_card(one) for one in m["contacts"]))
    if kind == "edit":
        return [Said(chat, who, m["edit"]["original_message_id"], (m["edit"].get("message") or {}).get("text", {}).get("body", ""), at=at, edited=True)]
    if kind == "revoke":
        return [Removed(chat, m["revoke"]["original_message_id"], at)]
    if kind in ("reaction", "system", "order", "request_welcome"):
        return []
    raise ValueError(f"a message of a kind that WhatsApp does not hand over: {str(kind)[:40]}")


def _file(kind: str, one: dict[str, Any]) -> Sent:
    media = str(one["mime_type"]).partition(";")[0].strip()
    name = one.get("filename") or f"{NAMES.get(kind, 'file')}.{media.rpartition('/')[2]}"
    return Sent(one["id"], name, media, voice=bool(one.get("voice")))


def _card(card: dict[str, Any]) -> str:
    numbers = [phone.get("phone") or phone.get("wa_id") or "" for phone in card.get("phones", [])]
    return " ".join([(card.get("name") or {}).get("formatted_name", ""), *numbers]).strip()


def _status(s: dict[str, Any]) -> list[Happening]:
    """``sent`` says only that it left; it carries the price. Who pays by message is told once, with the first status that has it."""
    pricing = s.get("pricing") or {}
    unit = str(pricing.get("category", "")) if pricing.get("billable") else ""
    unit = unit if unit in BILLED else ""
    if s["status"] == "failed":
        errors = s.get("errors") or [{}]
        code = int(errors[0].get("code") or 0)
        why = (errors[0].get("error_data") or {}).get("details") or errors[0].get("title") or "failed"
        return [Receipt(s["id"], "failed", str(s.get("recipient_id") or ""), f"{code} {why}"[:300], final=code not in WAITS)]
    if s["status"] in ("delivered", "read"):
        return [Receipt(s["id"], s["status"], str(s.get("recipient_id") or ""), cost_unit=unit)]
    return []

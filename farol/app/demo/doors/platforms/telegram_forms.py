"""What the Bot API takes: parameters by method with their types and limits, after core.telegram.org/bots/api. Anything else is refused."""

import re
from html.parser import HTMLParser
from typing import Any

Given = dict[str, Any]
_MARKED = {"parse_mode": str, "entities": list, "caption_entities": list}
_SEND = {
    "business_connection_id": str, "chat_id": (int, str), "message_thread_id": int, "direct_messages_topic_id": int, "disable_notification": bool,
    "protect_content": bool, "allow_paid_broadcast": bool, "message_effect_id": str, "reply_parameters": dict, "reply_markup": dict, "parse_mode": str,
}  # fmt: skip
_CAPTIONED = {**_SEND, "caption": str, "caption_entities": list, "show_caption_above_media": bool}
METHODS: dict[str, tuple[Given, tuple[str, ...]]] = {
    "getMe": ({}, ()),
    "getUpdates": ({"offset": int, "limit": int, "timeout": int, "allowed_updates": list}, ()),
    "setWebhook": (
        {"url": str, "certificate": bytes, "ip_address": str, "max_connections": int, "allowed_updates": list, "drop_pending_updates": bool, "secret_token": str},
        ("url",)),
    "deleteWebhook": ({"drop_pending_updates": bool}, ()),
    "getWebhookInfo": ({}, ()),
    "sendMessage": ({**_SEND, "text": str, "entities": list, "link_preview_options": dict}, ("chat_id", "text")),
    "sendPhoto": ({**_CAPTIONED, "photo": (bytes, str), "has_spoiler": bool}, ("chat_id", "photo")),
    "sendDocument": ({**_CAPTIONED, "document": (bytes, str), "thumbnail": (bytes, str), "disable_content_type_detection": bool}, ("chat_id", "document")),
    "sendVoice": ({**_CAPTIONED, "voice": (bytes, str), "duration": int}, ("chat_id", "voice")),
    "answerCallbackQuery": ({"callback_query_id": str, "text": str, "show_alert": bool, "url": str, "cache_time": int}, ("callback_query_id",)),
    "getFile": ({"file_id": str}, ("file_id",)),
    "editMessageText": (
        {"chat_id": (int, str), "message_id": int, "text": str, "parse_mode": str, "entities": list, "link_preview_options": dict, "reply_markup": dict},
        ("chat_id", "message_id", "text")),
    "deleteMessage": ({"chat_id": (int, str), "message_id": int}, ("chat_id", "message_id")),
    "banChatMember": ({"chat_id": (int, str), "user_id": int, "until_date": int, "revoke_messages": bool}, ("chat_id", "user_id")),
    "unbanChatMember": ({"chat_id": (int, str), "user_id": int, "only_if_banned": bool}, ("chat_id", "user_id")),
    "banChatSenderChat": ({"chat_id": (int, str), "sender_chat_id": int}, ("chat_id", "sender_chat_id")),
    "unbanChatSenderChat": ({"chat_id": (int, str), "sender_chat_id": int}, ("chat_id", "sender_chat_id")),
    "restrictChatMember": (
        {"chat_id": (int, str), "user_id": int, "permissions": dict, "use_independent_chat_permissions": bool, "until_date": int},
        ("chat_id", "user_id", "permissions")),
    "getChatMember": ({"chat_id": (int, str), "user_id": int}, ("chat_id", "user_id")),
    "getChatAdministrators": ({"chat_id": (int, str)}, ("chat_id",)),
    "getChat": ({"chat_id": (int, str)}, ("chat_id",)),
    "setMyCommands": ({"commands": list, "scope": dict, "language_code": str}, ("commands",)),
    "setMyDescription": ({"description": str, "language_code": str}, ()),
}
UPDATES = frozenset((
    "message", "edited_message", "channel_post", "edited_channel_post", "business_connection", "business_message", "edited_business_message",
    "deleted_business_messages", "message_reaction", "message_reaction_count", "inline_query", "chosen_inline_result", "callback_query", "shipping_query",
    "pre_checkout_query", "purchased_paid_media", "poll", "poll_answer", "my_chat_member", "chat_member", "chat_join_request", "chat_boost",
    "removed_chat_boost"))  # fmt: skip
PERMISSIONS = frozenset((
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos", "can_send_video_notes", "can_send_voice_notes",
    "can_send_polls", "can_send_other_messages", "can_add_web_page_previews", "can_change_info", "can_invite_users", "can_pin_messages",
    "can_manage_topics"))  # fmt: skip
SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators", "chat_member")
_TAGS = frozenset(("b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "span", "tg-spoiler", "a", "tg-emoji", "code", "pre", "blockquote"))


class Wrong(Exception):
    """A call that the Bot API would refuse with 400."""


def units(text: str) -> int:
    """UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in _TAGS:
            raise Wrong(f'can\'t parse entities: Unsupported start tag "{tag}"')
        if {"code", "pre"} & set(self.open) and tag not in ("code",):
            raise Wrong("can't parse entities: nested entities in code")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise Wrong(f'can\'t parse entities: Unmatched end tag, expected other than "{tag}"')

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(text: str, mode: str) -> str:
    """The text that people see. Raises Wrong."""
    if not mode:
        return text
    if mode != "HTML":
        raise Wrong("unsupported parse_mode")
    for found in re.finditer(r"<(?!/?[a-z-]+(\s[^<>]*)?>)|&(?!(lt|gt|amp|quot|#\d+|#x[0-9a-f]+);)", text):
        raise Wrong(f"can't parse entities: unsupported sign at byte offset {found.start()}")
    reader = _Reader()
    reader.feed(text)
    reader.close()
    if reader.open:
        raise Wrong(f"can't parse entities: Can't find end tag corresponding to start tag {reader.open[-1]}")
    return reader.text


def check(method: str, given: Given) -> None:
    """Raises Wrong with the words Telegram uses, as far as it documents any."""
    known, required = METHODS[method]
    for name, value in given.items():
        if name not in known:
            raise Wrong(f"unknown parameter {name}")
        kinds = known[name] if isinstance(known[name], tuple) else (known[name],)
        if type(value) not in kinds:
            raise Wrong(f"parameter {name} must be {'/'.join(kind.__name__ for kind in kinds)}, not {type(value).__name__}")
    for name in required:
        if name not in given:
            raise Wrong(f"parameter {name} is required")
    if "text" in given and method in ("sendMessage", "editMessageText"):
        text = shown(given["text"], given.get("parse_mode", ""))
        if not text.strip():
            raise Wrong("message text is empty")
        if units(text) > 4096:
            raise Wrong("message is too long")
    if units(shown(given.get("caption", ""), given.get("parse_mode", ""))) > 1024:
        raise Wrong("message caption is too long")
    if markup := given.get("reply_markup"):
        _keyboard(markup)
    if (reply := given.get("reply_parameters")) and not (
        isinstance(reply.get("message_id"), int)
        and set(reply) <= {"message_id", "chat_id", "allow_sending_without_reply", "quote", "quote_parse_mode", "quote_entities", "quote_position"}
    ):
        raise Wrong("reply_parameters")
    if set(given.get("link_preview_options", {})) - {"is_disabled", "url", "prefer_small_media", "prefer_large_media", "show_above_text"}:
        raise Wrong("link_preview_options")
    if set(given.get("allowed_updates", [])) - UPDATES:
        raise Wrong("allowed_updates")
    if "secret_token" in given and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", given["secret_token"]):
        raise Wrong("secret token contains unallowed characters")
    if set(given.get("permissions", {})) - PERMISSIONS:
        raise Wrong("permissions")
    if not 1 <= given.get("limit", 100) <= 100 or not 1 <= given.get("max_connections", 40) <= 100:
        raise Wrong("limit out of range")
    if method == "setMyCommands":
        _commands(given)
    if units(given.get("description", "")) > 512:
        raise Wrong("description is too long")
    if not re.fullmatch(r"([a-z]{2})?", given.get("language_code", "")):
        raise Wrong("invalid language code specified")


def _commands(given: Given) -> None:
    if len(given["commands"]) > 100 or given.get("scope", {"type": "default"}).get("type") not in SCOPES:
        raise Wrong("BOT_COMMANDS_TOO_MUCH or scope")
    for one in given["commands"]:
        if set(one) != {"command", "description"} or not re.fullmatch(r"[a-z0-9_]{1,32}", one["command"]) or not 1 <= len(one["description"]) <= 256:
            raise Wrong("BOT_COMMAND_INVALID")


def _keyboard(markup: Given) -> None:
    if set(markup) != {"inline_keyboard"}:
        raise Wrong("reply_markup")
    for row in markup["inline_keyboard"]:
        for button in row:
            kinds = set(button) - {"text", "style", "icon_custom_emoji_id"}
            if len(kinds) != 1 or not kinds <= {"url", "callback_data", "web_app", "login_url", "switch_inline_query", "copy_text", "pay"} or not button.get("text"):
                raise Wrong("BUTTON_TYPE_INVALID")
            if not 1 <= len(button.get("callback_data", "x").encode()) <= 64:
                raise Wrong("BUTTON_DATA_INVALID")
            if "url" in button and not re.match(r"(https?|tg)://\S+$", button["url"]):
                raise Wrong("BUTTON_URL_INVALID")

"""Telegram's Bot API on loopback: it takes what the documentation says and nothing else. Chats and messages are kept in memory."""

import asyncio
import itertools
import json
import re
import time
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any

from . import telegram_forms as forms
from .telegram_forms import Wrong
from .wire import Call, Platform, Said

EXPECTED = ("can't parse entities",)
"""Refusals that the product is made to live with."""


class Bot:
    """A bot with its webhook and what waits for it."""

    def __init__(self, token: str, username: str) -> None:
        self.token, self.id, self.username = token, int(token.partition(":")[0]), username
        self.webhook: dict[str, Any] = {}
        self.commands: dict[str, Any] = {}
        self.waiting: list[dict[str, Any]] = []
        self.polling = 0
        self.more = asyncio.Event()

    @property
    def user(self) -> dict[str, Any]:
        """As getMe says it."""
        return {"id": self.id, "is_bot": True, "first_name": self.username, "username": self.username}


class Refusal(Exception):
    """An error of the Bot API."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code, self.description, self.parameters = code, description, parameters


class BotApi(Platform):
    """``asked``: every call as (method, parameters). ``answered``: what the webhook answered, by update id."""

    def __init__(self) -> None:
        super().__init__()
        self.bots: dict[str, Bot] = {}
        self.people: dict[int, dict[str, Any]] = {}
        self.chats: dict[int, dict[str, Any]] = {}
        self.members: dict[int, dict[int, dict[str, Any]]] = {}
        self.messages: dict[int, dict[int, dict[str, Any]]] = {}
        self.files: dict[str, tuple[str, bytes]] = {}
        self.blocked: set[int] = set()
        self.asked: list[tuple[str, dict[str, Any]]] = []
        self.times: list[tuple[str, float]] = []
        self.answered: dict[int, tuple[int, Any]] = {}
        self._fail: dict[str, list[Refusal]] = {}
        self._number = itertools.count(1)
        self._update = itertools.count(700_000_001)

    async def answer(self, call: Call) -> Any:
        if found := re.fullmatch(r"/file/bot([^/]+)/(.+)", call.path):
            data = next((data for at, data in self.files.values() if at == found[2]), None) if found[1] in self.bots else None
            if data is None:
                raise Said(404, b"")
            return data
        called = re.fullmatch(r"/bot([^/]+)/(\w+)", call.path)
        bot = self.bots.get(called[1]) if called else None
        try:
            if not called or bot is None:
                raise Refusal(401 if called and re.fullmatch(r"\d+:.+", called[1]) else 404, "Unauthorized" if called else "Not Found")
            if called[2] not in forms.METHODS:
                self.wrong.append(f"{called[2]}: no such method")
                raise Refusal(404, "Not Found: method not found")
            return {"ok": True, "result": await self.run(bot, called[2], _parameters(call, forms.METHODS[called[2]][0]))}
        except Refusal as error:
            more = {"parameters": error.parameters} if error.parameters else {}
            raise Said(error.code, {"ok": False, "error_code": error.code, "description": error.description, **more}) from None

    def refused(self, why: str) -> Said:
        return Said(400, {"ok": False, "error_code": 400, "description": why})

    async def deliver(self, bot: Bot, update: dict[str, Any], secret: str | None = None) -> None:
        """Hands an update over, as given."""
        raise NotImplementedError

    async def run(self, bot: Bot, method: str, given: dict[str, Any]) -> Any:
        """One method of the Bot API. Raises Refusal."""
        self.asked.append((method, given))
        self.times.append((method, time.monotonic()))
        try:
            forms.check(method, given)
        except Wrong as error:
            if not str(error).startswith(EXPECTED):
                self.wrong.append(f"{method}: {error}")
            raise Refusal(400, f"Bad Request: {error}") from None
        if waiting := self._fail.get(method):
            raise waiting.pop(0)
        return await getattr(self, f"_do_{method}", self._sent if method.startswith("send") else self._fine)(bot, given, **({"method": method} if method.startswith("send") else {}))

    async def _fine(self, bot: Bot, given: dict[str, Any]) -> bool:
        return True

    async def _do_getMe(self, bot: Bot, given: dict[str, Any]) -> Any:
        return {**bot.user, "can_join_groups": True, "can_read_all_group_messages": True, "supports_inline_queries": False}

    async def _do_setWebhook(self, bot: Bot, given: dict[str, Any]) -> Any:
        bot.webhook = dict(given)
        for update in [bot.waiting.pop(0) for _ in list(bot.waiting)]:
            await self.deliver(bot, update)
        return True

    async def _do_deleteWebhook(self, bot: Bot, given: dict[str, Any]) -> Any:
        bot.webhook = {}
        return True

    async def _do_getWebhookInfo(self, bot: Bot, given: dict[str, Any]) -> Any:
        return {"url": bot.webhook.get("url", ""), "has_custom_certificate": False, "pending_update_count": len(bot.waiting)}

    async def _do_setMyCommands(self, bot: Bot, given: dict[str, Any]) -> Any:
        bot.commands[f"{given.get('scope', {}).get('type', 'default')}:{given.get('language_code', '')}"] = given["commands"]
        return True

    async def _do_getUpdates(self, bot: Bot, given: dict[str, Any]) -> Any:
        if bot.webhook.get("url"):
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
        if bot.polling:
            raise Refusal(409, "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
        bot.polling += 1
        try:
            bot.waiting[:] = [one for one in bot.waiting if one["update_id"] >= given.get("offset", 0)]
            if not bot.waiting and given.get("timeout"):
                bot.more.clear()
                try:
                    await asyncio.wait_for(bot.more.wait(), given["timeout"])
                except TimeoutError:
                    return []
            return bot.waiting[: given.get("limit", 100)]
        finally:
            bot.polling -= 1

    async def _sent(self, bot: Bot, given: dict[str, Any], method: str) -> Any:
        chat = int(given["chat_id"])
        if chat in self.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if chat not in self.chats:
            raise Refusal(400, "Bad Request: chat not found")
        made: dict[str, Any] = {"from": bot.user}
        if method == "sendMessage":
            made["text"] = forms.shown(given["text"], given.get("parse_mode", ""))
        else:
            kind = method.removeprefix("send").lower()
            file = given[kind]
            if len(file) > (10 if kind == "photo" else 50) * 1024 * 1024:
                raise Refusal(413, "Request Entity Too Large")
            number = self.file(file, f"{kind}s/file_{len(self.files)}")
            made[kind] = [{"file_id": number, "file_unique_id": number, "width": 90, "height": 90}] if kind == "photo" else {"file_id": number, "file_unique_id": number}
            made["caption"] = forms.shown(given.get("caption", ""), given.get("parse_mode", ""))
        if markup := given.get("reply_markup"):
            made["reply_markup"] = markup
        if reply := given.get("reply_parameters"):
            made["reply_to_message"] = self.messages.get(chat, {}).get(reply["message_id"], {})
        return self.kept(chat, made)

    async def _do_getFile(self, bot: Bot, given: dict[str, Any]) -> Any:
        if given["file_id"] not in self.files:
            raise Refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        path, data = self.files[given["file_id"]]
        if len(data) > 20 * 1024 * 1024:
            raise Refusal(400, "Bad Request: file is too big")
        return {"file_id": given["file_id"], "file_unique_id": given["file_id"], "file_size": len(data), "file_path": path}

    async def _do_editMessageText(self, bot: Bot, given: dict[str, Any]) -> Any:
        if (there := self.messages.get(int(given["chat_id"]), {}).get(given["message_id"])) is None:
            raise Refusal(400, "Bad Request: message to edit not found")
        text = forms.shown(given["text"], given.get("parse_mode", ""))
        if text == there["text"]:
            raise Refusal(400, "Bad Request: message is not modified")
        return there.update(text=text) or there

    async def _do_deleteMessage(self, bot: Bot, given: dict[str, Any]) -> Any:
        if self.messages.get(int(given["chat_id"]), {}).pop(given["message_id"], None) is None:
            raise Refusal(400, "Bad Request: message to delete not found")
        return True

    async def _do_banChatMember(self, bot: Bot, given: dict[str, Any]) -> Any:
        return self._member(given, {"status": "kicked", "until_date": given.get("until_date", 0)})

    async def _do_unbanChatMember(self, bot: Bot, given: dict[str, Any]) -> Any:
        there = self.members[int(given["chat_id"])]
        if there.get(given["user_id"], {}).get("status") == "kicked":
            there[given["user_id"]] = {"status": "left"}
        return True

    async def _do_restrictChatMember(self, bot: Bot, given: dict[str, Any]) -> Any:
        free = all(given["permissions"].values())
        more = {"status": "restricted", "is_member": True, "until_date": given.get("until_date", 0), **given["permissions"]}
        return self._member(given, {"status": "member"} if free else more)

    def _member(self, given: dict[str, Any], now: dict[str, Any]) -> bool:
        there = self.members[int(given["chat_id"])]
        if there.get(given["user_id"], {}).get("status") in ("administrator", "creator"):
            raise Refusal(400, "Bad Request: user is an administrator of the chat")
        there[given["user_id"]] = now
        return True

    async def _do_getChatMember(self, bot: Bot, given: dict[str, Any]) -> Any:
        return {"user": self.people[given["user_id"]], **self.members[int(given["chat_id"])].get(given["user_id"], {"status": "left"})}

    async def _do_getChatAdministrators(self, bot: Bot, given: dict[str, Any]) -> Any:
        there = self.members.get(int(given["chat_id"]), {})
        return [{"user": self.people[one], **now} for one, now in there.items() if now["status"] in ("administrator", "creator")]

    async def _do_getChat(self, bot: Bot, given: dict[str, Any]) -> Any:
        return {**self.chats[int(given["chat_id"])], "permissions": dict.fromkeys(forms.PERMISSIONS, True)}

    def file(self, data: bytes, path: str = "documents/file_1.pdf") -> str:
        """A file somebody uploaded: its id."""
        number = f"BQACAgIAAxkBAAI{len(self.files):04d}"
        self.files[number] = (path, data)
        return number

    def kept(self, chat: int, message: dict[str, Any]) -> dict[str, Any]:
        """A message that stands in a chat from now on."""
        made = {"message_id": next(self._number), "date": int(time.time()), "chat": self.chats[chat], **message}
        self.messages.setdefault(chat, {})[made["message_id"]] = made
        return made


def _parameters(call: Call, known: dict[str, Any]) -> dict[str, Any]:
    """Of the four ways in which parameters may come, the three that are not deprecated. Form fields are JSON but for texts."""
    kind, body = call.headers.get("content-type", ""), call.body
    if kind.startswith("application/json"):
        return dict(json.loads(body or b"{}"))
    if not kind.startswith("multipart/form-data"):
        return {name: _typed(value, known.get(name)) for name, value in call.query.items()}
    parsed: Any = BytesParser(policy=HTTP).parsebytes(b"content-type: " + kind.encode() + b"\r\n\r\n" + body)
    given: dict[str, Any] = {}
    for part in parsed.iter_parts():
        name = part.get_param("name", header="content-disposition")
        data = part.get_payload(decode=True)
        given[name] = data if part.get_filename() else _typed(data.decode(), known.get(name))
    return given


def _typed(value: str, kind: Any) -> Any:
    return value if kind is str or kind is None or (isinstance(kind, tuple) and bytes in kind) else json.loads(value)

"""Telegram on loopback: a Bot API that takes what the documentation says and nothing else, and people who write to the bots.

Chats, members and messages are kept in memory with ids. Tests use the methods; anything else, such as a page of the demo, uses HTTP:
``GET /play/chats``, ``GET /play/chats/{id}``, ``POST /play/say {"person", "chat", "text"}``, ``POST /play/press {"person", "chat", "message", "data"}``.
A call that the Bot API would refuse for its form is kept in ``wrong``; leaving the context with one fails the test.
"""

import asyncio
import itertools
import json
import re
import time
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx2

from . import telegram_forms as forms
from .server import response
from .telegram_forms import Wrong

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


class Telegram:
    """Use with ``async with``. ``asked``: every call as (method, parameters). ``answered``: what the webhook answered, by update id."""

    def __init__(self) -> None:
        self.address = ""
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
        self.wrong: list[str] = []
        self._fail: dict[str, list[Refusal]] = {}
        self._number = itertools.count(1)
        self._update = itertools.count(700_000_001)
        self._client = httpx2.AsyncClient(timeout=10)

    async def __aenter__(self) -> "Telegram":
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=64 * 1024 * 1024)
        self.address = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, kind: Any, *_: object) -> None:
        self._server.close()
        await self._client.aclose()
        assert kind is not None or not self.wrong, f"calls that Telegram would refuse: {self.wrong}"

    # the cast

    def bot(self, token: str = "7000000001:AAabcdefghijklmnopqrstuvwxyz0123456", username: str = "farol_bot") -> Bot:
        """A bot that @BotFather made."""
        return self.bots.setdefault(token, Bot(token, username))

    def person(self, number: int, name: str, username: str = "", language: str = "en") -> dict[str, Any]:
        """Somebody with a private chat."""
        self.people[number] = {"id": number, "is_bot": False, "first_name": name, **({"username": username} if username else {}), "language_code": language}
        self.chats[number] = {"id": number, "type": "private", "first_name": name}
        return self.people[number]

    def group(self, number: int, title: str, *members: int, stewards: tuple[int, ...] = (), username: str = "", forum: bool = False) -> dict[str, Any]:
        """A supergroup. Negative id that begins with -100."""
        self.chats[number] = {"id": number, "type": "supergroup", "title": title, **({"username": username} if username else {}), **({"is_forum": True} if forum else {})}
        self.members[number] = {one: {"status": "administrator" if one in stewards else "member"} for one in (*members, *stewards)}
        return self.chats[number]

    def fail(self, method: str, code: int, description: str, **parameters: Any) -> None:
        """The next such call is refused."""
        self._fail.setdefault(method, []).append(Refusal(code, description, **parameters))

    def file(self, data: bytes, path: str = "documents/file_1.pdf") -> str:
        """A file somebody uploaded: its id."""
        number = f"BQACAgIAAxkBAAI{len(self.files):04d}"
        self.files[number] = (path, data)
        return number

    # what people do

    async def says(self, bot: Bot, person: int, text: str = "", chat: int = 0, **more: Any) -> dict[str, Any]:
        """A message; its update goes to the bot. Entities of commands, mentions and links are found as an app would."""
        message = self._kept(chat or person, {"from": self.people[person], **({"text": text} if text else {}), **more})
        if text and "entities" not in more and (found := list(self._entities(text))):
            message["entities"] = found
        await self.push(bot, {"message": message})
        return message

    async def edits(self, bot: Bot, message: dict[str, Any], text: str) -> None:
        """The same message with other words."""
        message.update({"text": text, "edit_date": int(time.time())})
        await self.push(bot, {"edited_message": dict(message)})

    async def presses(self, bot: Bot, person: int, message: dict[str, Any], data: str) -> None:
        """A button under a message of the bot."""
        query = {"id": str(next(self._number)), "from": self.people[person], "message": message, "chat_instance": "1", "data": data}
        await self.push(bot, {"callback_query": query})

    async def joins(self, bot: Bot, person: int, group: int) -> None:
        """Comes into a group."""
        self.members[group][person] = {"status": "member"}
        user = self.people[person]
        change = {"chat": self.chats[group], "from": user, "date": int(time.time()), "old_chat_member": {"user": user, "status": "left"},
                  "new_chat_member": {"user": user, "status": "member"}}
        await self.push(bot, {"chat_member": change})

    async def push(self, bot: Bot, update: dict[str, Any]) -> int:
        """Hands an update over: to the webhook, as Telegram would, or to whoever polls. Returns its id."""
        number = next(self._update)
        await self.deliver(bot, {"update_id": number, **update})
        return number

    async def deliver(self, bot: Bot, update: dict[str, Any], secret: str | None = None) -> None:
        """The same, as given; also one that was delivered before."""
        if not bot.webhook.get("url"):
            bot.waiting.append(update)
            bot.more.set()
            return
        token = bot.webhook.get("secret_token", "") if secret is None else secret
        answer = await self._client.post(bot.webhook["url"], json=update, headers={"x-telegram-bot-api-secret-token": token} if token else {})
        body = answer.json() if answer.content and "json" in answer.headers.get("content-type", "") else None
        self.answered[update["update_id"]] = (answer.status_code, body)
        if isinstance(body, dict) and (method := body.pop("method", None)):  # a webhook may answer with a call
            await self._call(bot, method, body)

    def said_in(self, chat: int) -> list[str]:
        """Words of bots that stand in a chat."""
        return [one["text"] for one in self.messages.get(chat, {}).values() if one["from"]["is_bot"] and one.get("text")]

    # the Bot API

    async def _call(self, bot: Bot, method: str, given: dict[str, Any]) -> Any:
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
        return self._kept(chat, made)

    async def _do_getFile(self, bot: Bot, given: dict[str, Any]) -> Any:
        if given["file_id"] not in self.files:
            raise Refusal(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        path, data = self.files[given["file_id"]]
        if len(data) > 20 * 1024 * 1024:
            raise Refusal(400, "Bad Request: file is too big")
        return {"file_id": given["file_id"], "file_unique_id": given["file_id"], "file_size": len(data), "file_path": path}

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

    # plumbing

    def _kept(self, chat: int, message: dict[str, Any]) -> dict[str, Any]:
        made = {"message_id": next(self._number), "date": int(time.time()), "chat": self.chats[chat], **message}
        self.messages.setdefault(chat, {})[made["message_id"]] = made
        return made

    def _entities(self, text: str) -> Any:
        for kind, pattern in (("bot_command", r"(?<!\S)/[a-z0-9_]+(?:@\w+)?"), ("mention", r"(?<!\w)@\w{4,}"), ("url", r"https?://\S+")):
            for found in re.finditer(pattern, text):
                yield {"type": kind, "offset": forms.units(text[: found.start()]), "length": forms.units(found.group())}

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
            headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in head[1:]) if name}
            body = await reader.readexactly(int(headers.get("content-length", 0)))
            method, target, _ = head[0].split()
            writer.write(await self._answer(method, target, headers, body))
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    async def _answer(self, verb: str, target: str, headers: dict[str, str], body: bytes) -> bytes:
        path, _, query = target.partition("?")
        if path.startswith("/play/"):
            return await self._play(verb, path.removeprefix("/play/"), json.loads(body or b"{}"))
        if found := re.fullmatch(r"/file/bot([^/]+)/(.+)", path):
            data = next((data for at, data in self.files.values() if at == found[2]), None) if found[1] in self.bots else None
            return response(data or b"", 200 if data is not None else 404)
        called = re.fullmatch(r"/bot([^/]+)/(\w+)", path)
        bot = self.bots.get(unquote(called[1])) if called else None
        if not called or bot is None:
            return self._error(Refusal(401 if called and re.fullmatch(r"\d+:.+", called[1]) else 404, "Unauthorized" if called else "Not Found"))
        if called[2] not in forms.METHODS:
            self.wrong.append(f"{called[2]}: no such method")
            return self._error(Refusal(404, "Not Found: method not found"))
        try:
            given = _parameters(headers.get("content-type", ""), query, body, forms.METHODS[called[2]][0])
            return response(json.dumps({"ok": True, "result": await self._call(bot, called[2], given)}).encode())
        except Refusal as error:
            return self._error(error)

    def _error(self, error: Refusal) -> bytes:
        body = {"ok": False, "error_code": error.code, "description": error.description, **({"parameters": error.parameters} if error.parameters else {})}
        return response(json.dumps(body).encode(), error.code)

    async def _play(self, verb: str, path: str, given: dict[str, Any]) -> bytes:
        if verb == "GET":
            chat = int(path.rpartition("/")[2]) if path != "chats" else 0
            shown: Any = list(self.chats.values()) if path == "chats" else list(self.messages.get(chat, {}).values())
            return response(json.dumps(shown).encode())
        bot = next(iter(self.bots.values()))
        if given["person"] not in self.people:
            self.person(given["person"], str(given.get("name", "Somebody")), str(given.get("username", "")), str(given.get("language", "en")))
        if path == "press":
            await self.presses(bot, given["person"], self.messages[given["chat"]][given["message"]], given["data"])
        else:
            await self.says(bot, given["person"], given["text"], given.get("chat", 0))
        return response(b"{}")


def _parameters(kind: str, query: str, body: bytes, known: dict[str, Any]) -> dict[str, Any]:
    """Of the four ways in which parameters may come, the three that are not deprecated. Form fields are JSON but for texts."""
    if kind.startswith("application/json"):
        return dict(json.loads(body or b"{}"))
    if not kind.startswith("multipart/form-data"):
        return {name: _typed(value, known.get(name)) for name, value in parse_qsl(query)}
    parsed: Any = BytesParser(policy=HTTP).parsebytes(b"content-type: " + kind.encode() + b"\r\n\r\n" + body)
    given: dict[str, Any] = {}
    for part in parsed.iter_parts():
        name = part.get_param("name", header="content-disposition")
        data = part.get_payload(decode=True)
        given[name] = data if part.get_filename() else _typed(data.decode(), known.get(name))
    return given


def _typed(value: str, kind: Any) -> Any:
    return value if kind is str or kind is None or (isinstance(kind, tuple) and bytes in kind) else json.loads(value)

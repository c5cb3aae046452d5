"""People on Telegram who write to bots, for tests and the demo. The Bot API beside them is strict.

A call that the Bot API would refuse for its form is kept in ``wrong``; leaving the context with one fails the test.
"""

import re
import time
from typing import Any

import httpx2

from . import telegram_forms as forms
from .telegram_bots import Bot, BotApi, Refusal

__all__ = ["Bot", "Refusal", "Telegram"]

TOKEN = "7000000001:AAabcdefghijklmnopqrstuvwxyz0123456"


class Telegram(BotApi):
    """Use with ``async with``."""

    def __init__(self) -> None:
        super().__init__()
        self._client = httpx2.AsyncClient(timeout=10, trust_env=False)

    async def __aexit__(self, *error: object) -> None:
        await super().__aexit__(*error)
        await self._client.aclose()
        assert error[0] is not None or not self.wrong, f"calls that Telegram would refuse: {self.wrong}"

    def bot(self, token: str = TOKEN, username: str = "farol_bot") -> Bot:
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

    # what people do

    async def says(self, bot: Bot, person: int, text: str = "", chat: int = 0, **more: Any) -> dict[str, Any]:
        """A message; its update goes to the bot. Entities of commands, mentions and links are found as an app would."""
        message = self.kept(chat or person, {"from": self.people[person], **({"text": text} if text else {}), **more})
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
            await self.run(bot, method, body)

    def said_in(self, chat: int) -> list[str]:
        """Words of bots that stand in a chat."""
        return [one["text"] for one in self.messages.get(chat, {}).values() if one["from"]["is_bot"] and one.get("text")]

    def _entities(self, text: str) -> Any:
        for kind, pattern in (("bot_command", r"(?<!\S)/[a-z0-9_]+(?:@\w+)?"), ("mention", r"(?<!\w)@\w{4,}"), ("url", r"https?://\S+")):
            for found in re.finditer(pattern, text):
                yield {"type": kind, "offset": forms.units(text[: found.start()]), "length": forms.units(found.group())}

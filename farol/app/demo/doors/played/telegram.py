"""Telegram: private chats with the bot, and a group that it keeps."""

import itertools
import time
from typing import Any

import httpx2

from farol.app.demo.doors.memory import Button, Memory
from farol.app.demo.doors.people import BY_NUMBER, PEOPLE, Person
from farol.app.demo.doors.platforms.telegram import TOKEN, Telegram
from farol.app.demo.doors.platforms.wire import Call, Said

from .stage import NotHeard, Room, Stage

GROUP, NAME = -1_001_700_000_001, "farol_demo_bot"
STEWARD = 5_100_000_001
SPARE = ("7000000002:AAabcdefghijklmnopqrstuvwxyz0123457", "farol_demo_es_bot")
OLD = ("7000000003:AAabcdefghijklmnopqrstuvwxyz0123458", "farol_demo_old_bot")
"""Bots to which nobody writes here: token and name."""


class OnTelegram(Stage):
    """The group's words are everybody's; each person has a chat of their own with the bot."""

    key, name = "telegram", "Telegram"
    commands, in_public = ("/start", "/case", "/human", "/stolen", "/stop"), ("/ask",)
    rooms = (Room("dm", "与机器人私聊", "Chat with the bot"), Room("group", "群：Demo Exchange 用户", "Group: Demo Exchange users", public=True))

    def __init__(self, memory: Memory, address: str) -> None:
        self.there = Telegram()
        super().__init__(self.there, memory, address)
        self.bot = self.there.bot(TOKEN, NAME)
        self.bot.webhook = memory.told(self.key, "hook") or {}
        for token, name in (SPARE, OLD)[: 1 if memory.told(self.key, "revoked") else 2]:
            self.there.bot(token, name)
        for person in PEOPLE:
            self.there.person(person.number, person.name, person.username, "zh-hans" if person.language == "zh" else person.language)
        self.there.person(STEWARD, "Ana", "ana_demo_exchange")
        self.there.group(GROUP, "Demo Exchange users", *(person.number for person in PEOPLE), stewards=(STEWARD,), username="demo_users")
        self.there._number = itertools.count(int(time.time()))
        self.there._update = itertools.count(int(time.time() * 1000))
        for room in self.rooms:
            for person in PEOPLE:
                self._again(GROUP if room.public else person.number, self.place(room.key, person))

    def _again(self, chat: int, place: str) -> None:
        """What was said before a restart stands there again."""
        for line in self.memory.lines(place):
            if line.id and not line.gone:
                made = {"message_id": int(line.id), "date": int(line.at.timestamp()), "chat": self.there.chats[chat], "text": line.text}
                who = self.bot.user if line.ours else self._user(line.who)
                self.there.messages.setdefault(chat, {})[int(line.id)] = {**made, "from": who}

    def _user(self, name: str) -> dict[str, Any]:
        return next((user for user in self.there.people.values() if user["first_name"] == name), self.bot.user)

    def heard(self, call: Call, said: Said) -> None:
        method = call.path.rpartition("/")[2]
        if method == "setWebhook":
            self.memory.tell(self.key, hook=self.bot.webhook)
            return
        given = self.there.asked[-1][1] if self.there.asked else {}
        chat = int(given.get("chat_id") or 0)
        person = BY_NUMBER.get(chat, PEOPLE[0])
        place = self.place("group" if chat == GROUP else "dm", person)
        if method.startswith("send"):
            made = said.body["result"]
            buttons = [Button(each["text"], each.get("callback_data", ""), each.get("url", ""))
                       for row in (made.get("reply_markup") or {}).get("inline_keyboard", []) for each in row]
            self.memory.add(place, str(made["message_id"]), made.get("text") or made.get("caption") or "[file]", ours=True, buttons=buttons)
        elif method == "deleteMessage" and (line := self.memory.find(place, str(given["message_id"]))):
            line.gone = True
            self.memory.save()
        elif method in ("restrictChatMember", "banChatMember", "unbanChatMember"):
            name = self.there.people[int(given["user_id"])]["first_name"]
            self.memory.add(place, "", "", about={"restrictChatMember": "muted", "banChatMember": "banned", "unbanChatMember": "back"}[method], who=name)

    async def say(self, room: str, person: Person, text: str) -> None:
        chat = GROUP if room == "group" else person.number
        standing = self.there.members[GROUP].get(person.number, {}).get("status", "left")
        if room == "group" and standing in ("kicked", "left", "restricted"):
            raise NotHeard("the group's rules do not let this person write there now")
        try:
            message = self.there.kept(chat, {"from": self.there.people[person.number], "text": text})
            if found := list(self.there._entities(text)):
                message["entities"] = found
            self.memory.add(self.place(room, person), str(message["message_id"]), text, who=person.name)
            await self.there.push(self.bot, {"message": message})
        except httpx2.HTTPError as error:
            raise NotHeard(type(error).__name__) from error

    async def press(self, room: str, person: Person, line: str, name: str) -> None:
        chat = GROUP if room == "group" else person.number
        message = self.there.messages.get(chat, {}).get(int(line) if line.isdigit() else 0)
        if message is None:
            raise NotHeard("the message is gone")
        try:
            await self.there.presses(self.bot, person.number, message, name)
        except httpx2.HTTPError as error:
            raise NotHeard(type(error).__name__) from error

    def opened(self, path: str, query: dict[str, str]) -> tuple[str, str]:
        """A link without a token opens the chat; Telegram's own app sends ``/start`` with one."""
        token = query.get("start", "")
        return "dm", f"/start {token}".strip()

    async def stop(self) -> None:
        await super().stop()
        await self.there._client.aclose()

    def revoke(self) -> None:
        """The old bot's token is worth nothing from now on."""
        self.there.bots.pop(OLD[0], None)
        self.memory.tell(self.key, revoked=True)

    async def appointed(self) -> None:
        """The group's owner makes the bot an administrator there."""
        user = self.bot.user
        await self.there.push(self.bot, {"my_chat_member": {
            "chat": self.there.chats[GROUP], "from": self.there.people[STEWARD], "date": int(time.time()),
            "old_chat_member": {"user": user, "status": "left"},
            "new_chat_member": {"user": user, "status": "administrator", "can_delete_messages": True, "can_restrict_members": True}}})  # fmt: skip

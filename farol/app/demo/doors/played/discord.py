"""Discord: private messages over the gateway, slash commands as signed interactions, and threads of a support forum."""

import time
from datetime import UTC, datetime
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from farol.app.demo.doors.memory import Button, Memory
from farol.app.demo.doors.people import PEOPLE, Person
from farol.app.demo.doors.platforms.discord import FORUM, GUILD, MOD_ROLE, THREAD, Discord
from farol.app.demo.doors.platforms.discord_gateway import APP, Gateway
from farol.app.demo.doors.platforms.wire import Call, Said

from .stage import NotHeard, Room, Stage

KEY = bytes(range(32))
"""Of the demo's application; its public half is what an operator copies."""
EPHEMERAL = 64


class OnDiscord(Stage):
    """The gateway lives beside it, at ``/discord/gateway``."""

    key, name = "discord", "Discord"
    rooms = (Room("dm", "与机器人私聊", "Chat with the bot"), Room("forum", "客服论坛", "Support forum", public=True))
    commands = ("/case", "/human", "/stolen")

    def __init__(self, memory: Memory, address: str) -> None:
        self.there = Discord()
        self.there.key = Ed25519PrivateKey.from_private_bytes(KEY)
        super().__init__(self.there, memory, address)
        self.gateway = self.there.gateway = Gateway()
        self.gateway.forgets = True
        self.gateway.address = address.replace("http://", "ws://") + "/discord/gateway"
        self.gateway.guilds = [{"id": GUILD, "name": "Demo Exchange", "owner_id": "1" * 18, "joined_at": "2026-01-01T00:00:00+00:00", "roles": [
            {"id": MOD_ROLE, "permissions": str(1 << 13)}, {"id": GUILD, "permissions": "0"}], "channels": [{"id": FORUM, "type": 15, "name": "support"}],
            "threads": [{"id": THREAD, "type": 11, "parent_id": FORUM, "name": "Questions"}]}]  # fmt: skip
        self.there.dms = {self._id(person): self._dm(person) for person in PEOPLE}
        self.there.endpoint = memory.told(self.key, "webhook")

    @staticmethod
    def _id(person: Person) -> str:
        return str(100_000_000_000_000_000 + person.number)

    @staticmethod
    def _dm(person: Person) -> str:
        return str(300_000_000_000_000_000 + person.number)

    def heard(self, call: Call, said: Said) -> None:
        parts = call.path.strip("/").split("/")
        if call.method == "PATCH" and parts == ["applications", "@me"]:
            self.memory.tell(self.key, webhook=self.there.endpoint)
        elif parts[0] == "webhooks" and isinstance(said.body, dict):
            # Only whoever pressed sees the answer.
            self._keep(self.memory.told(self.key, f"by:{parts[2]}"), said.body)
        elif call.method == "POST" and parts[0] == "channels" and parts[-1] == "messages" and isinstance(said.body, dict):
            self._keep(self._place_of(parts[1]), said.body)
        elif call.method == "DELETE" and parts[0] == "channels" and (line := self.memory.find(self._place_of(parts[1]), parts[-1])):
            line.gone = True
            self.memory.save()

    def _keep(self, place: str, made: dict[str, Any]) -> None:
        buttons = [Button(one.get("label", ""), one.get("custom_id") or "", one.get("url") or "")
                   for row in made.get("components") or [] for one in row["components"]]
        if place and made.get("content"):
            self.memory.add(place, str(made["id"]), made["content"], ours=True, buttons=buttons)

    def _place_of(self, channel: str) -> str:
        person = next((one for one in PEOPLE if self._dm(one) == channel), None)
        return self.place("dm", person) if person else self.place("forum", PEOPLE[0])

    async def say(self, room: str, person: Person, text: str) -> None:
        name, _, rest = text.removeprefix("/").partition(" ")
        if text.startswith("/") and f"/{name}" in self.commands:
            await self._interaction(room, person, {"type": 2, "data": {"id": "771825006014889984", "name": name, "type": 1, "options": [
                {"name": "text", "type": 3, "value": rest}] if rest else []}}, text)  # fmt: skip
            return
        id_ = self.there.snowflake()
        author = {"id": self._id(person), "username": person.username, "global_name": person.name, "discriminator": "0", "avatar": None}
        message: dict[str, Any] = {
            "id": id_, "type": 0, "content": text, "channel_id": self._dm(person) if room == "dm" else THREAD, "author": author, "attachments": [], "embeds": [],
            "mentions": [], "mention_roles": [], "pinned": False, "mention_everyone": False, "tts": False, "timestamp": datetime.now(UTC).isoformat(),
            "edited_timestamp": None, "flags": 0, "components": []}  # fmt: skip
        if room != "dm":
            message |= {"guild_id": GUILD, "member": {"roles": [], "nick": None, "joined_at": "2026-01-01T00:00:00+00:00", "deaf": False, "mute": False}}
        if not self.gateway.sockets:
            raise NotHeard("Farol is not connected to the gateway yet")
        self.memory.add(self.place(room, person), id_, text, who=person.name)
        await self.gateway.tell("MESSAGE_CREATE", message)

    async def press(self, room: str, person: Person, line: str, name: str) -> None:
        body = {"type": 3, "message": {"id": line, "content": "", "type": 0}, "data": {"custom_id": name, "component_type": 2}}
        await self._interaction(room, person, body, "")

    async def _interaction(self, room: str, person: Person, what: dict[str, Any], shown: str) -> None:
        token, id_ = f"demo{self.count()}x{int(time.time())}", self.there.snowflake()
        self.there.private[token] = []
        self.memory.tell(self.key, **{f"by:{token}": self.place(room, person)})
        user = {"id": self._id(person), "username": person.username, "global_name": person.name, "discriminator": "0", "avatar": None}
        body: dict[str, Any] = {"id": id_, "application_id": APP, "token": token, "version": 1, "locale": "zh-CN" if person.language == "zh" else "en-US",
                                "channel_id": self._dm(person) if room == "dm" else THREAD, **what}  # fmt: skip
        body |= {"user": user} if room == "dm" else {"guild_id": GUILD, "member": {"user": user, "roles": [], "permissions": "0"}}
        if shown:
            self.memory.add(self.place(room, person), id_, shown, who=person.name)
        raw = msgspec.json.encode(body)
        await self.post(raw, self.there.signed(raw, int(time.time())))

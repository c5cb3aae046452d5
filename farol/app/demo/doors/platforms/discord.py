"""A stand-in for Discord's REST API v10, after docs.discord.com/developers. Conversations are kept in memory."""

import time
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from .discord_forms import Application, Ban, Command, CreateMessage, EditMessage, ModifyMember, Recipient
from .discord_gateway import APP, TOKEN, Gateway
from .wire import Call, Platform, Said

GUILD = "290926798626357999"
FORUM = "290926798626357260"
THREAD = "290926798626357261"
DM = "319674150115610528"
MOD_ROLE = "41771983423143936"
EPHEMERAL, ALLOWED_FLAGS = 64, 4 | 64 | 4096 | 32768


class Discord(Platform):
    """``rooms``: by channel, the messages that stand there. ``private``: what only an interaction's presser sees."""

    def __init__(self) -> None:
        super().__init__()
        self.key = Ed25519PrivateKey.generate()
        self.rooms: dict[str, list[dict[str, Any]]] = {}
        self.private: dict[str, list[dict[str, Any]]] = {}
        self.commands: list[Command] = []
        self.endpoint = ""
        self.dms: dict[str, str] = {}
        self.banned: set[str] = set()
        self.timed_out: dict[str, str | None] = {}
        self.files: dict[str, bytes] = {}
        self.gateway: Gateway | None = None
        self._last = (int(time.time() * 1000) - 1_420_070_400_000) << 22

    @property
    def public_key(self) -> str:
        """As the developer portal shows it."""
        return self.key.public_key().public_bytes_raw().hex()

    def snowflake(self) -> str:
        """A new ID."""
        self._last += 1 << 22
        return str(self._last)

    def signed(self, body: bytes, stamp: int) -> dict[str, str]:
        """The headers with which Discord sends an interaction."""
        return {"x-signature-timestamp": str(stamp), "x-signature-ed25519": self.key.sign(str(stamp).encode() + body).hex()}

    def refused(self, why: str) -> Said:
        return Said(400, {"code": 50035, "message": "Invalid Form Body", "errors": {"stand_in": {"_errors": [{"code": "BASE_TYPE", "message": why}]}}})

    async def answer(self, call: Call) -> Any:
        parts = call.path.strip("/").split("/")
        if parts[0] == "webhooks":
            return self._follow_up(call, parts[2], parts[3:])
        if parts[0] == "files":
            return self._file(parts[1])
        if call.headers.get("authorization") != f"Bot {TOKEN}":
            raise Said(401, {"code": 0, "message": "401: Unauthorized"})
        if not call.headers.get("user-agent", "").startswith("DiscordBot ("):
            raise self.no("the user agent of a bot begins with DiscordBot")
        match call.method, *parts:
            case "POST", "channels", room, "messages":
                return self._create(call, room)
            case "DELETE", "channels", room, "messages", message:
                return self._delete(room, message)
            case "GET", "channels", room if room in self.dms.values():
                return {"id": room, "type": 1}
            case "GET", "channels", room:
                return {"id": room, "type": 11, "guild_id": GUILD, "parent_id": FORUM}
            case "POST", "users", "@me", "channels":
                return {"id": self.dms.get(self.hold(Recipient, call.json).recipient_id, DM), "type": 1}
            case "PUT", "guilds", _, "bans", user:
                self.hold(Ban, call.json)
                self.banned.add(user)
                raise Said(204)
            case "DELETE", "guilds", _, "bans", user:
                if user not in self.banned:
                    raise Said(404, {"code": 10026, "message": "Unknown Ban"})
                self.banned.discard(user)
                raise Said(204)
            case "PATCH", "guilds", _, "members", user:
                self.timed_out[user] = self.hold(ModifyMember, call.json).communication_disabled_until
                return {"user": {"id": user}}
            case "GET", "guilds", guild:
                return {"id": guild, "owner_id": "1" * 18, "roles": [{"id": MOD_ROLE, "permissions": str(1 << 13)}, {"id": guild, "permissions": "0"}]}
            case "GET", "guilds", _, "members":
                return [{"user": {"id": "2" * 18, "username": "sol"}, "roles": [MOD_ROLE], "nick": "Sol"}, {"user": {"id": "3" * 18, "username": "mei"}, "roles": []}]
            case "GET", "applications", "@me":
                return {"id": APP, "name": "Farol", "verify_key": self.public_key, "flags": 1 << 19 | 1 << 15, "interactions_endpoint_url": self.endpoint,
                        "bot": {"id": APP, "username": "farol"}}
            case "PATCH", "applications", "@me":
                self.endpoint = self.hold(Application, call.json).interactions_endpoint_url
                return {"id": APP}
            case "PUT", "applications", _, "commands":
                self.commands = [self.hold(Command, one) for one in call.json]
                return [{"id": self.snowflake(), "name": one.name} for one in self.commands]
            case "GET", "gateway", "bot":
                assert self.gateway
                return {"url": self.gateway.address, "shards": 1, "session_start_limit": {"total": 1000, "remaining": 999, "reset_after": 14400000, "max_concurrency": 1}}
        raise self.no(f"no such route: {call.method} {call.path}")

    def _body(self, call: Call, form: type[Any]) -> tuple[Any, dict[str, bytes]]:
        if call.headers.get("content-type", "").startswith("multipart/form-data"):
            fields, files = call.parts()
            payload = msgspec.json.decode(fields["payload_json"]) if "payload_json" in fields else msgspec.json.decode(files["payload_json"].data)
            kept = {name: file.data for name, file in files.items() if name.startswith("files[")}
            body = self.hold(form, payload)
            if {f"files[{one.id}]" for one in body.attachments or []} != kept.keys():
                raise self.no("attachments do not name the files")
            return body, kept
        return self.hold(form, call.json), {}

    def _create(self, call: Call, room: str) -> Any:
        body, files = self._body(call, CreateMessage)
        if not body.content and not files:
            raise Said(400, {"code": 50006, "message": "Cannot send an empty message"})
        if body.flags & ~ALLOWED_FLAGS:
            raise self.no(f"flags {body.flags}")
        if body.allowed_mentions is None or body.allowed_mentions.parse:
            raise self.no("somebody could be pinged")
        there = self.rooms.setdefault(room, [])
        if body.enforce_nonce and (again := next((one for one in there if one["nonce"] == body.nonce), None)):
            return again
        made = {"id": self.snowflake(), "channel_id": room, "content": body.content, "nonce": body.nonce, "flags": body.flags,
                "reference": body.message_reference.message_id if body.message_reference else None,
                "components": msgspec.to_builtins(body.components), "files": sorted(files)}
        there.append(made)
        return made

    def _delete(self, room: str, message: str) -> Any:
        there = self.rooms.get(room, [])
        if not any(one["id"] == message for one in there):
            raise Said(404, {"code": 10008, "message": "Unknown Message"})
        self.rooms[room] = [one for one in there if one["id"] != message]
        raise Said(204)

    def _follow_up(self, call: Call, token: str, rest: list[str]) -> Any:
        if token not in self.private:
            raise Said(404, {"code": 10015, "message": "Unknown Webhook"})
        there = self.private[token]
        if call.method == "PATCH" and rest == ["messages", "@original"]:
            body, _ = self._body(call, EditMessage)
            made = {"id": "1" * 18, "content": body.content, "flags": EPHEMERAL}
            self.private[token] = [made, *there[1:]]
        else:
            body, _ = self._body(call, CreateMessage)
            made = {"id": self.snowflake(), "content": body.content, "flags": body.flags}
            there.append(made)
        return made

    def _file(self, name: str) -> Any:
        if name not in self.files:
            raise Said(404, b"")
        return self.files[name]

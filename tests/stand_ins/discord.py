"""A stand-in for Discord: REST v10 and the gateway, after docs.discord.com/developers. Conversations are kept in memory."""

import asyncio
import time
from contextlib import suppress
from typing import Annotated, Any, Literal

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from .platform import Call, Form, Platform, Said

TOKEN = "MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs-tests"
APP = "198622483471925248"
GUILD = "290926798626357999"
FORUM = "290926798626357260"
THREAD = "290926798626357261"
DM = "319674150115610528"
MOD_ROLE = "41771983423143936"
Snowflake = Annotated[str, msgspec.Meta(pattern="^[0-9]{15,20}$")]
EPHEMERAL, ALLOWED_FLAGS = 64, 4 | 64 | 4096 | 32768


class Mentions(Form):
    parse: list[Literal["roles", "users", "everyone"]] = []
    users: list[Snowflake] = []
    roles: list[Snowflake] = []
    replied_user: bool = False


class Reference(Form):
    message_id: Snowflake
    type: int = 0
    channel_id: Snowflake | None = None
    guild_id: Snowflake | None = None
    fail_if_not_exists: bool = True


class Button(Form):
    type: Literal[2]
    style: Literal[1, 2, 3, 4, 5, 6]
    label: Annotated[str, msgspec.Meta(max_length=80)] = ""
    custom_id: Annotated[str, msgspec.Meta(min_length=1, max_length=100)] | None = None
    url: Annotated[str, msgspec.Meta(max_length=512, pattern="^(https?|discord)://")] | None = None
    disabled: bool = False


class ActionRow(Form):
    type: Literal[1]
    components: Annotated[list[Button], msgspec.Meta(min_length=1, max_length=5)]


class PartialFile(Form):
    id: int
    filename: str
    description: Annotated[str, msgspec.Meta(max_length=1024)] = ""


class CreateMessage(Form):
    content: Annotated[str, msgspec.Meta(max_length=2000)] = ""
    nonce: Annotated[str, msgspec.Meta(max_length=25)] | None = None
    tts: bool = False
    embeds: Annotated[list[dict[str, Any]], msgspec.Meta(max_length=10)] = []
    allowed_mentions: Mentions | None = None
    message_reference: Reference | None = None
    components: Annotated[list[ActionRow], msgspec.Meta(max_length=5)] = []
    sticker_ids: list[Snowflake] = []
    attachments: Annotated[list[PartialFile], msgspec.Meta(max_length=10)] = []
    flags: int = 0
    enforce_nonce: bool = False


class EditMessage(Form):
    content: Annotated[str, msgspec.Meta(max_length=2000)] | None = None
    embeds: list[dict[str, Any]] | None = None
    allowed_mentions: Mentions | None = None
    components: list[ActionRow] | None = None
    attachments: list[PartialFile] | None = None


class Option(Form):
    type: Annotated[int, msgspec.Meta(ge=1, le=11)]
    name: Annotated[str, msgspec.Meta(pattern="^[-_a-z0-9]{1,32}$")]
    description: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    description_localizations: dict[str, Annotated[str, msgspec.Meta(min_length=1, max_length=100)]] = {}
    required: bool = False
    max_length: int = 6000


class Command(Form):
    name: Annotated[str, msgspec.Meta(pattern="^[-_a-z0-9]{1,32}$")]
    description: Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
    type: Literal[1, 2, 3] = 1
    description_localizations: dict[str, Annotated[str, msgspec.Meta(min_length=1, max_length=100)]] = {}
    options: Annotated[list[Option], msgspec.Meta(max_length=25)] = []
    contexts: list[Literal[0, 1, 2]] = []
    integration_types: list[Literal[0, 1]] = []


class Recipient(Form):
    recipient_id: Snowflake


class ModifyMember(Form):
    communication_disabled_until: str | None
    nick: str | None = None


class Ban(Form):
    delete_message_seconds: Annotated[int, msgspec.Meta(ge=0, le=604_800)] = 0


class Application(Form):
    interactions_endpoint_url: Annotated[str, msgspec.Meta(pattern="^https?://")]


class Discord(Platform):
    """``rooms``: by channel, the messages that stand there. ``private``: what only an interaction's presser sees."""

    def __init__(self) -> None:
        super().__init__()
        self.key = Ed25519PrivateKey.generate()
        self.rooms: dict[str, list[dict[str, Any]]] = {}
        self.private: dict[str, list[dict[str, Any]]] = {}
        self.commands: list[Command] = []
        self.endpoint = ""
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
            case "GET", "channels", room:
                return {"id": room, "type": 11, "guild_id": GUILD, "parent_id": FORUM}
            case "POST", "users", "@me", "channels":
                self.hold(Recipient, call.json)
                return {"id": DM, "type": 1}
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


class Gateway:
    """The gateway's side. ``told`` is what clients sent; ``tell`` sends an event to whoever is connected and keeps it for RESUME."""

    def __init__(self, interval_ms: int = 41_250) -> None:
        self.interval_ms = interval_ms
        self.told: list[dict[str, Any]] = []
        self.log: list[dict[str, Any]] = []
        self.acks = True
        self.close_next = 0
        self.invalid_next: bool | None = None
        self.sockets: list[ServerConnection] = []
        self.ready = asyncio.Event()
        self.sessions = 0
        self._server: Server | None = None
        self.address = ""

    async def __aenter__(self) -> "Gateway":
        self._server = await serve(self._serve, "127.0.0.1", 0)
        self.address = f"ws://127.0.0.1:{next(iter(self._server.sockets)).getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server
        self._server.close()
        await self._server.wait_closed()

    async def tell(self, kind: str, data: dict[str, Any]) -> None:
        """An event, with the next number."""
        frame = {"op": 0, "t": kind, "s": len(self.log) + 2, "d": data}
        self.log.append(frame)
        for socket in self.sockets:
            await socket.send(msgspec.json.encode(frame).decode())

    async def send(self, op: int, data: Any = None) -> None:
        """A frame that is no event, to everybody."""
        for socket in list(self.sockets):
            await socket.send(msgspec.json.encode({"op": op, "d": data, "s": None, "t": None}).decode())

    async def _serve(self, socket: ServerConnection) -> None:
        assert socket.request
        if "v=10" not in socket.request.path or "encoding=json" not in socket.request.path:
            await socket.close(4012)
            return
        await socket.send(msgspec.json.encode({"op": 10, "d": {"heartbeat_interval": self.interval_ms}}).decode())
        with suppress(ConnectionClosed):
            async for frame in socket:
                await self._hear(socket, msgspec.json.decode(frame))
        if socket in self.sockets:
            self.sockets.remove(socket)

    async def _hear(self, socket: ServerConnection, frame: dict[str, Any]) -> None:
        self.told.append(frame)
        op, d = frame["op"], frame["d"]
        if op == 1:
            if self.acks:
                await socket.send('{"op":11}')
            return
        if self.close_next:
            code, self.close_next = self.close_next, 0
            await socket.close(code)
            return
        if self.invalid_next is not None:
            whether, self.invalid_next = self.invalid_next, None
            await socket.send(msgspec.json.encode({"op": 9, "d": whether}).decode())
            return
        if d["token"] != TOKEN:
            await socket.close(4004)
        elif op == 2:
            if not {"intents", "properties"} <= d.keys() or not {"os", "browser", "device"} <= d["properties"].keys():
                await socket.close(4002)
                return
            self.sessions += 1
            session = {"v": 10, "user": {"id": APP}, "guilds": [], "session_id": f"s{self.sessions}", "resume_gateway_url": self.address}
            await socket.send(msgspec.json.encode({"op": 0, "t": "READY", "s": 1, "d": session}).decode())
            self._in(socket)
        elif op == 6:
            for old in self.log:
                if old["s"] > (d["seq"] or 0):
                    await socket.send(msgspec.json.encode(old).decode())
            await socket.send(msgspec.json.encode({"op": 0, "t": "RESUMED", "s": len(self.log) + 1, "d": {}}).decode())
            self._in(socket)

    def _in(self, socket: ServerConnection) -> None:
        self.sockets.append(socket)
        self.ready.set()

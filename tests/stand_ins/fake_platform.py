"""A small platform of our own, to test what all messengers share: its kind, its adapter, and the server that checks each call.

Its updates say plainly what happened; ``signed`` makes a request as the platform would. ``Platform.mood`` is how it behaves.
"""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import msgspec

from farol.channels.connections import kinds
from farol.channels.connections.elsewhere import Away, Refused, Revoked, ask, elsewhere
from farol.channels.connections.model import Connection, Cost, Field, Kind, Limits, Probe
from farol.channels.messengers import adapter
from farol.channels.messengers.adapter import Arrived, BadSignature, Taken
from farol.channels.messengers.model import (
    Chat,
    Happening,
    Joined,
    Parcel,
    Pressed,
    Receipt,
    Receipted,
    Removed,
    Said,
    Sent,
    Standing,
    Update,
    Who,
)
from farol.channels.messengers.rendering import measure, rendered
from farol.kit.core import Kit

from .server import StandIn, response

CHANNEL = "fake"
LIMITS = Limits(
    text=400, files=2, file_bytes=1_000_000, markup="telegram_html", rate_per_s=1000, burst=1000, chat_rate_per_s=1000,
    source="tests/stand_ins/fake_platform.py", units="utf16", fetch_bytes=1_000_000, window_h=24)
FIELDS = (
    Field("token", {"en": "Token", "zh": "令牌"}, {"en": "From the platform.", "zh": "来自平台。"}, secret=True, pattern=r"[a-z0-9-]{8,60}"),
    Field("hook_secret", {"en": "Secret", "zh": "密钥"}, {"en": "From the platform.", "zh": "来自平台。"}, secret=True),
    Field("template", {"en": "Template", "zh": "模板"}, {"en": "Approved words.", "zh": "已审核的文字。"}, required=False),
)
TOKEN, SECRET = "good-token", "hook-secret-of-the-platform"
FORM = {"chat": str, "text": str, "key": str, "files": list, "choices": list, "template": str}


class Platform(StandIn):
    """The server. mood: ``ok``, ``away``, ``slow_down``, ``refused``, ``revoked``, ``lost`` (it did it, and the answer is lost).
    sent: every message it has, in order. wrong: calls that are not as documented; a test asserts that there are none."""

    def __init__(self) -> None:
        super().__init__()
        self.mood = "ok"
        self.sent: list[dict[str, Any]] = []
        self.wrong: list[str] = []
        self.files: dict[str, bytes] = {}
        self._by_key: dict[str, str] = {}

    async def answer(self, path: str, body: dict[str, Any], writer: asyncio.StreamWriter) -> None:
        if self.headers[-1].get("authorization") != f"Bearer {TOKEN}" or self.mood == "revoked":
            writer.write(response(b'{"error": "token revoked"}', 401))
        elif path == "/me":
            writer.write(response(b'{"account": "@fake_bot"}') if self.mood != "away" else response(b"{}", 503))
        elif path.startswith("/file/"):
            data = self.files.get(path.removeprefix("/file/"))
            writer.write(response(b"{}", 404) if data is None else response(data))
        elif self.mood == "away":
            writer.write(response(b"{}", 503))
        elif self.mood == "slow_down":
            writer.write(response(b'{"error": "slow down"}', 429, retry_after="7"))
        elif self.mood == "refused":
            writer.write(response(b'{"error": "chat not found"}', 400))
        else:
            self._send(path, body, writer)

    def _send(self, path: str, body: dict[str, Any], writer: asyncio.StreamWriter) -> None:
        wrong = [f"{path}: unknown path"] if path != "/send" else []
        wrong += [f"unknown field {key}" for key in body.keys() - FORM.keys()]
        wrong += [f"{key} is no {kind.__name__}" for key, kind in FORM.items() if key in body and not isinstance(body[key], kind)]
        wrong += [f"{key} is missing" for key in ("chat", "key") if key not in body]
        if measure(str(body.get("text", "")), "utf16") > LIMITS.text:
            wrong.append("text is too long")
        if wrong:
            self.wrong += wrong
            writer.write(response(json.dumps({"error": wrong}).encode(), 400))
            return
        if body["key"] not in self._by_key:
            self.sent.append(body)
            self._by_key[body["key"]] = f"out-{len(self.sent)}"
        if self.mood == "lost":
            self.mood = "ok"
            writer.transport.abort()
            return
        writer.write(response(json.dumps({"message": self._by_key[body["key"]]}).encode()))

    def texts(self) -> list[str]:
        """The words of everything it was given."""
        return [one.get("text", "") for one in self.sent]


class FakeAdapter:
    """The adapter, as small as one can be."""

    channel = CHANNEL

    def take(self, connection: Connection, request: Arrived, now: datetime) -> Taken:
        if request.method == "GET":
            return Taken((), 200, "text/plain", request.query.get("challenge", "").encode())
        if not hmac.compare_digest(sign(request.body, connection.value("hook_secret")), request.headers.get("x-signature", "")):
            raise BadSignature
        try:
            told = msgspec.json.decode(request.body)
            updates = told["updates"]
        except (msgspec.DecodeError, KeyError, TypeError) as error:
            raise ValueError(f"no list of updates ({type(error).__name__})") from None
        return Taken(tuple(self._update(one) for one in updates))

    def _update(self, one: dict[str, Any]) -> Update:
        at = datetime.fromisoformat(one["at"]) if one.get("at") else None
        return Update(str(one["id"]), str(one.get("chat", "")), at, one, int(one.get("order", 0)))

    def read(self, connection: Connection, update: Update) -> list[Happening]:
        one = update.body
        chat = Chat(str(one.get("chat", "")), one.get("room", "private"))
        who = Who(str(one.get("who", "")), one.get("name", ""), language=one.get("language", "en"))
        at = update.at
        match one.get("kind"):
            case "said":
                files = tuple(Sent(**each) for each in one.get("files", ()))
                return [Said(chat, who, str(one["message"]), one.get("text", ""), files, at, edited=one.get("edited", False), album=one.get("album", ""))]
            case "pressed":
                return [Pressed(chat, who, str(one["message"]), one["name"], one.get("text", ""), at)]
            case "removed":
                return [Removed(chat, str(one["message"]), at)]
            case "receipt":
                return [Receipt(str(one["message"]), one["state"], chat.id, one.get("said", ""), upto=one.get("upto", False), cost_unit=one.get("cost_unit", ""),
                                until=datetime.fromisoformat(one["until"]) if one.get("until") else None)]
            case "standing":
                return [Standing(chat, who, one["here"])]
            case "joined":
                return [Joined(chat, who)]
            case "nothing":
                return []
        raise ValueError(f"unknown kind {one.get('kind')!r}")

    async def send(self, kit: Kit, connection: Connection, chat: Chat, parcel: Parcel) -> Receipted:
        texts = rendered(parcel.markdown, LIMITS)
        body: dict[str, Any] = {"chat": chat.id, "text": texts[0] if texts else "", "key": parcel.key}
        if parcel.files:
            body["files"] = [one.name for one in parcel.files]
        if parcel.choices:
            body["choices"] = [[one.label, one.name] for one in parcel.choices]
        if parcel.template:
            body["template"] = parcel.template.name
        answer = await self._ask(kit, connection, "POST", "/send", body)
        return Receipted((answer["message"],), "template" if parcel.template else "")

    async def fetch(self, kit: Kit, connection: Connection, ref: str, most: int) -> bytes:
        try:
            async with elsewhere(kit).client.stream("GET", f"{self._base(kit)}/file/{ref}", headers=self._headers(connection)) as found:
                if found.status_code != 200:
                    raise Refused("no such file")
                data = b"".join([part async for part in found.aiter_raw()])
        except OSError as error:
            raise Away(str(error)) from None
        if len(data) > most:
            raise Refused("too large", "too_large")
        return data

    async def remove(self, kit: Kit, connection: Connection, chat: Chat, message: str) -> None:
        await self._ask(kit, connection, "POST", "/remove", {"chat": chat.id, "message": message})

    async def banish(self, kit: Kit, connection: Connection, chat: Chat, who: str, until: datetime | None) -> None:
        await self._ask(kit, connection, "POST", "/banish", {"chat": chat.id, "who": who})

    def link(self, connection: Connection, token: str) -> str:
        return f"https://fake.example/bot?start={token}"

    async def _ask(self, kit: Kit, connection: Connection, method: str, path: str, body: Any = None) -> Any:
        answer = await ask(kit, method, self._base(kit) + path, headers=self._headers(connection), json=body)
        if answer.status == 401:
            raise Revoked("token revoked")
        if answer.status >= 400:
            raise Refused(str(answer.body.get("error", "refused")) if isinstance(answer.body, dict) else "refused", "400")
        return answer.body

    def _base(self, kit: Kit) -> str:
        return elsewhere(kit).base(CHANNEL, "http://127.0.0.1:9")

    def _headers(self, connection: Connection) -> Mapping[str, str]:
        return {"authorization": f"Bearer {connection.value('token')}"}


ADAPTER = FakeAdapter()


async def probe(kit: Kit, connection: Connection) -> Probe:
    """Who we are there."""
    try:
        answer = await ADAPTER._ask(kit, connection, "GET", "/me")
    except Revoked as failure:
        return Probe(False, said=failure.said, final=True)
    return Probe(True, answer["account"])


KIND = Kind(
    CHANNEL, {"en": "Fake", "zh": "测试平台"}, FIELDS, LIMITS, private=True, webhook=True,
    costs=(Cost("template", {"en": "Template", "zh": "模板"}),))


def there() -> None:
    """Registers the platform, once."""
    if CHANNEL not in kinds.KINDS:
        kinds.register(KIND, probe)
        adapter.register(ADAPTER)


def sign(body: bytes, secret: str = SECRET) -> str:
    """The signature the platform makes."""
    return hmac.digest(secret.encode(), body, hashlib.sha256).hex()


def signed(*updates: dict[str, Any]) -> dict[str, Any]:
    """Content and headers of a request of the platform."""
    body = json.dumps({"updates": list(updates)}).encode()
    return {"content": body, "headers": {"x-signature": sign(body), "content-type": "application/json"}}


def said(message: int | str, text: str = "", *, chat: str = "100", who: str = "7", name: str = "Wei", **more: Any) -> dict[str, Any]:
    """An update of words."""
    return {"id": f"{chat}-{message}-{more.get('edited', '')}", "chat": chat, "who": who, "name": name, "kind": "said", "message": message, "text": text, **more}

"""A stand-in for LINE's Messaging API, after developers.line.biz."""

import base64
import hashlib
import hmac
import re
from typing import Annotated, Any, Literal

import msgspec

from .platform import Call, Form, Platform, Said

SECRET, TOKEN = "b" * 32, "line-token/" + "x" * 60
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Action(Form):
    type: Literal["postback"]
    label: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    data: Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
    displayText: Annotated[str, msgspec.Meta(max_length=300)] = ""


class Item(Form):
    type: Literal["action"]
    action: Action


class QuickReply(Form):
    items: Annotated[list[Item], msgspec.Meta(min_length=1, max_length=13)]


class Text(Form):
    type: Literal["text"]
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=5000)]
    quickReply: QuickReply | None = None


class Push(Form):
    to: Annotated[str, msgspec.Meta(pattern="^[UCR][0-9a-zA-Z]+$")]
    messages: Annotated[list[Text], msgspec.Meta(min_length=1, max_length=5)]
    notificationDisabled: bool = False


class Reply(Form):
    replyToken: str
    messages: Annotated[list[Text], msgspec.Meta(min_length=1, max_length=5)]
    notificationDisabled: bool = False


class Endpoint(Form):
    endpoint: Annotated[str, msgspec.Meta(pattern="^https?://", max_length=500)]


class Line(Platform):
    """``said``: by chat. ``tokens``: reply tokens that are still good, and whose they are."""

    def __init__(self) -> None:
        super().__init__()
        self.said: dict[str, list[str]] = {}
        self.tokens: dict[str, str] = {}
        self.keys: dict[str, Any] = {}
        self.files: dict[str, bytes] = {}
        self.endpoint = ""
        self._last = 0

    def signed(self, body: bytes) -> dict[str, str]:
        """The header with which LINE delivers."""
        return {"x-line-signature": base64.b64encode(hmac.new(SECRET.encode(), body, hashlib.sha256).digest()).decode()}

    def refused(self, why: str) -> Said:
        return Said(400, {"message": "The request body has 1 error(s)", "details": [{"message": why, "property": "stand-in"}]})

    async def answer(self, call: Call) -> Any:
        if call.headers.get("authorization") != f"Bearer {TOKEN}":
            raise Said(401, {"message": "Authentication failed. Confirm that the access token in the authorization header is valid."})
        match call.method, *call.path.strip("/").split("/")[2:]:
            case "POST", "message", "push":
                return self._push(call)
            case "POST", "message", "reply":
                body = self.hold(Reply, call.json)
                if body.replyToken not in self.tokens:
                    raise Said(400, {"message": "Invalid reply token"})
                return self._keep(self.tokens.pop(body.replyToken), body.messages)
            case "GET", "message", name, "content":
                if name not in self.files:
                    raise Said(404, {"message": "Not found"})
                return self.files[name]
            case "GET", "profile", who:
                return {"displayName": "Mei", "userId": who, "language": "zh-Hant"}
            case "GET", "info":
                return {"userId": "Ubot", "basicId": "@216ru", "displayName": "Exchange", "chatMode": "bot", "markAsReadMode": "auto"}
            case "GET", "message", "quota":
                return {"type": "limited", "value": 1000}
            case "PUT", "channel", "webhook", "endpoint":
                self.endpoint = self.hold(Endpoint, call.json).endpoint
                return {}
        raise self.no(f"no such route: {call.method} {call.path}")

    def _push(self, call: Call) -> Any:
        key = call.headers.get("x-line-retry-key", "")
        if not _UUID.fullmatch(key):
            raise self.no("the retry key is no UUID")
        body = self.hold(Push, call.json)
        if key in self.keys:
            raise Said(409, {"message": "The retry key is already accepted", **self.keys[key]})
        self.keys[key] = self._keep(body.to, body.messages)
        return self.keys[key]

    def _keep(self, who: str, messages: list[Text]) -> Any:
        self.said.setdefault(who, []).extend(one.text for one in messages)
        self._last += len(messages)
        return {"sentMessages": [{"id": str(461_230_966_842_064_897 + self._last - len(messages) + n), "quoteToken": "q"} for n in range(len(messages))]}

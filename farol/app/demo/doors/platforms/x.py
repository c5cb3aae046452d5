"""A stand-in for X's API v2, after docs.x.com. It checks each call's OAuth 1.0a signature by itself."""

import base64
import hashlib
import hmac
import re
from typing import Annotated, Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit

import msgspec

from .wire import Call, Form, Platform, Said

KEYS = {"consumer_key": "xvz1evFS4wEEPTGEFPHBog", "consumer_secret": "kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw",
        "access_token": "4337869213-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb", "access_secret": "LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE"}
USER = "4337869213"


class Attachment(Form):
    media_id: Annotated[str, msgspec.Meta(pattern="^[0-9]{1,19}$")]


class DirectMessage(Form):
    text: Annotated[str, msgspec.Meta(min_length=1, max_length=10_000)] | None = None
    attachments: Annotated[list[Attachment], msgspec.Meta(max_length=1)] = []


class Reply(Form):
    in_reply_to_tweet_id: Annotated[str, msgspec.Meta(pattern="^[0-9]{1,19}$")]
    exclude_reply_user_ids: list[str] = []


class Tweet(Form):
    text: Annotated[str, msgspec.Meta(min_length=1)]
    reply: Reply | None = None


class Hidden(Form):
    hidden: bool


class X(Platform):
    """``dms``: by person. ``posts``: in public. ``closed``: people who take no messages of ours."""

    def __init__(self) -> None:
        super().__init__()
        self.dms: dict[str, list[dict[str, Any]]] = {}
        self.posts: list[dict[str, Any]] = []
        self.hidden: set[str] = set()
        self.deleted: set[str] = set()
        self.blocked: set[str] = set()
        self.closed: set[str] = set()
        self.media: dict[str, bytes] = {}
        self.files: dict[str, bytes] = {}
        self._nonces: set[str] = set()

    def signed(self, body: bytes) -> dict[str, str]:
        """The header with which X delivers."""
        digest = hmac.new(KEYS["consumer_secret"].encode(), body, hashlib.sha256).digest()
        return {"x-twitter-webhooks-signature": "sha256=" + base64.b64encode(digest).decode()}

    def refused(self, why: str) -> Said:
        return Said(400, {"errors": [{"message": why}], "title": "Invalid Request", "detail": "One or more parameters to your request was invalid.",
                          "type": "https://api.twitter.com/2/problems/invalid-request"})

    async def answer(self, call: Call) -> Any:
        self._authorised(call)
        match call.method, *call.path.strip("/").split("/"):
            case "POST", "2", "dm_conversations", "with", person, "messages":
                return self._message(call, person)
            case "POST", "2", "tweets":
                return self._post(call)
            case "DELETE", "2", "tweets", post:
                self.deleted.add(post)
                return {"data": {"deleted": True}}
            case "POST", "2", "media", "upload":
                fields, files = call.parts()
                if set(files) != {"media"} or fields.get("media_category") not in ("dm_image", "dm_video", "dm_gif", "tweet_image"):
                    raise self.no("media and media_category")
                name = str(1_146_654_567_674_912_769 + len(self.media))
                self.media[name] = files["media"].data
                return {"data": {"id": name, "media_key": f"3_{name}", "expires_after_secs": 86_400}}
            case "PUT", "2", "tweets", post, "hidden":
                self.hold(Hidden, call.json)
                self.hidden.add(post)
                return {"data": {"hidden": True}}
            case "POST", "2", "users", person, "dm", "block":
                self.blocked.add(person)
                return {"data": {"blocked": True}}
            case "GET", "2", "users", "me":
                return {"data": {"id": USER, "name": "Exchange", "username": "exchange"}}
            case "GET", "files", name if name in self.files:
                return self.files[name]
        raise self.no(f"no such route: {call.method} {call.path}")

    def _authorised(self, call: Call) -> None:
        given = {name: unquote(value) for name, value in re.findall(r'(oauth_\w+)="([^"]*)"', call.headers.get("authorization", ""))}
        wanted = given.pop("oauth_signature", "")
        parts = urlsplit(call.url)
        fields = sorted((quote(n, safe="-._~"), quote(v, safe="-._~")) for n, v in [*given.items(), *parse_qsl(parts.query)])
        base = "&".join(quote(one, safe="-._~") for one in (call.method, f"{parts.scheme}://{parts.netloc}{parts.path}", "&".join(f"{n}={v}" for n, v in fields)))
        key = f"{KEYS['consumer_secret']}&{KEYS['access_secret']}".encode()
        right = base64.b64encode(hmac.new(key, base.encode(), hashlib.sha1).digest()).decode()
        if right != wanted or given.get("oauth_token") != KEYS["access_token"] or given.get("oauth_nonce") in self._nonces:
            raise Said(401, {"title": "Unauthorized", "type": "about:blank", "status": 401, "detail": "Unauthorized"})
        self._nonces.add(given["oauth_nonce"])

    def _message(self, call: Call, person: str) -> Any:
        body = self.hold(DirectMessage, call.json)
        if (body.text is None and not body.attachments) or any(one.media_id not in self.media for one in body.attachments):
            raise self.no("text or uploaded media")
        if person in self.closed:
            raise Said(403, {"title": "Forbidden", "status": 403, "detail": "You do not have permission to DM one or more participants. You cannot send messages to this user."})
        there = self.dms.setdefault(person, [])
        there.append(msgspec.to_builtins(body))
        raise Said(201, {"data": {"dm_conversation_id": f"{person}-{USER}", "dm_event_id": f"15826{person[-4:]}{len(there)}"}})

    def _post(self, call: Call) -> Any:
        body = self.hold(Tweet, call.json)
        if any(one["text"] == body.text for one in self.posts):
            raise Said(403, {"title": "Forbidden", "status": 403, "detail": "You are not allowed to create a Tweet with duplicate content."})
        self.posts.append(msgspec.to_builtins(body))
        raise Said(201, {"data": {"id": f"18600000000000000{len(self.posts):02}", "text": body.text}})

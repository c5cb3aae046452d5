"""Every messenger with a webhook, as the contract needs it: what a connection has, how the platform signs, and where its recorded payloads are.

A payload is one JSON file in ``farol/channels/<channel>/tests/payloads``: ``source`` is the page it was written after; the call is
``request`` (``method``, ``query``, ``body``), or ``body`` alone; ``says``, or ``expect``, is what reading it gives. Without a call it is read beside the channel.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec

from farol.app.demo.doors.platforms import discord, meta, x
from farol.channels.connections.kinds import KINDS
from farol.channels.connections.model import Connection
from farol.channels.telegram.model import SECRET_HEADER, secret_of
from farol.kit import clock
from tests.stand_ins import fake_platform, line

fake_platform.there()
DISCORD = discord.Discord()
CHANNELS = Path(__file__).parents[2] / "farol/channels"


class Call(msgspec.Struct, frozen=True):
    """One recorded call of a platform."""

    name: str
    method: str
    query: dict[str, str]
    body: bytes


class Door(msgspec.Struct, frozen=True):
    """A channel. folder: whose payloads; now: the day on which they were recorded. signed: headers of a body the platform made."""

    channel: str
    values: dict[str, str]
    signed: Callable[[Connection, bytes], dict[str, str]]
    folder: str
    now: datetime = datetime(2026, 11, 21, tzinfo=UTC)

    def calls(self) -> list[Call]:
        """What was recorded, by name."""
        found = []
        for file in sorted((CHANNELS / self.folder / "tests/payloads").glob("*.json")):
            one = msgspec.json.decode(file.read_bytes())
            request: dict[str, Any] = one.get("request") or ({"method": "POST", "body": one["body"]} if "body" in one else {})
            if request.get("method") == "POST" and "body" in request and one.get("channel", self.channel) == self.channel:
                found.append(Call(file.stem, "POST", request.get("query", {}), msgspec.json.encode(request["body"])))
        return found

    def parts(self) -> tuple[dict[str, str], dict[str, str]]:
        """Settings and secrets."""
        secret = {field.key for field in KINDS[self.channel].kind.fields if field.secret}
        return {k: v for k, v in self.values.items() if k not in secret}, {k: v for k, v in self.values.items() if k in secret}


def _meta(channel: str, **account: str) -> Door:
    values = {**account, "token": meta.TOKEN, "app_secret": meta.SECRET, "verify_token": meta.VERIFY}
    return Door(channel, values, lambda _, body: meta.Meta().signed(body), "meta")


DOORS = [
    Door("telegram", {"token": "7000000001:A" + "a" * 34}, lambda of, _: {SECRET_HEADER: secret_of(of)}, "telegram", datetime(2025, 11, 24, tzinfo=UTC)),
    Door("discord", {"application_id": discord.APP, "public_key": DISCORD.public_key, "bot_token": discord.TOKEN},
         lambda _, body: DISCORD.signed(body, int(clock.now().timestamp())), "discord"),
    Door("line", {"secret": line.SECRET, "token": line.TOKEN}, lambda _, body: line.Line().signed(body), "line"),
    Door("x", {"user_id": x.USER, **x.KEYS}, lambda _, body: x.X().signed(body), "x"),
    _meta("messenger", page_id=meta.PAGE),
    _meta("instagram", account_id=meta.ACCOUNT),
    _meta("whatsapp", phone_number_id=meta.PHONE),
    Door("fake", {"token": fake_platform.TOKEN, "hook_secret": fake_platform.SECRET}, lambda _, body: {"x-signature": fake_platform.sign(body)}, "messengers"),
]

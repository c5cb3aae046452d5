"""The interactions endpoint: slash commands and buttons, signed by Discord over time and body, answered within its three seconds."""

from datetime import datetime
from typing import Any

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from farol.channels.connections.model import Connection
from farol.channels.messengers.adapter import Arrived, BadSignature, Taken
from farol.channels.messengers.model import Update

from .model import CHANGE_LATER, COMMAND, COMPONENT, EPHEMERAL, MESSAGE_LATER, PING, PONG, at

OLD_S = 15 * 60
"""An interaction's token lives as long; what is older was sent again by somebody else."""


def take(connection: Connection, request: Arrived, now: datetime) -> Taken:
    """One interaction. Raises BadSignature, ValueError."""
    check(connection.value("public_key"), request, now)
    try:
        body: dict[str, Any] = msgspec.json.decode(request.body, type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise ValueError("no JSON object") from error
    if body.get("type") == PING:
        return Taken(body=msgspec.json.encode({"type": PONG}))
    if body.get("type") not in (COMMAND, COMPONENT) or not str(body.get("id", "")).isdigit():
        raise ValueError(f"no such interaction: {body.get('type')}")
    made = Update(f"i:{body['id']}", str(body.get("channel_id", "")), at(body["id"]), {"t": "INTERACTION_CREATE", "d": body})
    in_private = body["type"] == COMPONENT and not body.get("guild_id")
    answer: dict[str, Any] = {"type": CHANGE_LATER} if in_private else {"type": MESSAGE_LATER, "data": {"flags": EPHEMERAL}}
    return Taken((made,), body=msgspec.json.encode(answer))


def check(public_key: str, request: Arrived, now: datetime) -> None:
    """Raises BadSignature unless Discord signed exactly this, lately."""
    stamp = request.headers.get("x-signature-timestamp", "")
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public_key))
        key.verify(bytes.fromhex(request.headers.get("x-signature-ed25519", "")), stamp.encode() + request.body)
    except (InvalidSignature, ValueError) as error:
        raise BadSignature("signature") from error
    if not stamp.isdigit() or abs(now.timestamp() - int(stamp)) > OLD_S:
        raise BadSignature("old")

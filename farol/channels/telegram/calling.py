"""Calls of the Bot API, and what its errors mean. The token stands in the address, so no address is ever logged or shown."""

import asyncio
from typing import Any

import httpx2
import msgspec

from farol.channels.connections.elsewhere import MOST_ANSWER, Away, Failed, Refused, Revoked, ask, elsewhere
from farol.channels.connections.model import Connection
from farol.kit.bounded import Unreadable, body_of
from farol.kit.core import Kit

from .model import API, CHANNEL

TIMEOUT_S, FILE_S = 15.0, 60.0
MOST_UPDATES = 8 * 1024 * 1024
"""Bytes of a hundred updates."""
_SAID = (
    ("bot was blocked by the user", "blocked"), ("user is deactivated", "gone"), ("can't initiate conversation", "never_wrote"), ("bot was kicked", "kicked"),
    ("is not a member", "kicked"), ("chat not found", "gone"), ("not enough rights", "no_right"), ("need administrator rights", "no_right"),
    ("have no rights", "no_right"), ("can't remove chat owner", "steward"), ("user is an administrator", "steward"), ("file is too big", "too_large"),
    ("too large", "too_large"), ("can't parse entities", "markup"), ("to delete not found", "already"), ("message can't be deleted", "too_old"),
    ("message is too long", "too_long"),
)


class Moved(Refused):
    """The group became a supergroup and goes by another id. to: its new one."""

    def __init__(self, to: int) -> None:
        super().__init__("group became a supergroup", "moved")
        self.to = to


class Conflict(Away):
    """Somebody else fetches the updates of this bot, or a webhook is set (409)."""


async def call(
    kit: Kit, connection: Connection, method: str, values: dict[str, Any] | None = None, files: dict[str, tuple[str, bytes, str]] | None = None,
    timeout_s: float = TIMEOUT_S,
) -> Any:
    """The ``result``. files: fields of a multipart form, as name, bytes and media type. Raises ``elsewhere.Failed`` kinds only."""
    address = f"{elsewhere(kit).base(CHANNEL, API)}/bot{connection.value('token')}/{method}"
    values = {name: value for name, value in (values or {}).items() if value is not None}
    try:
        if files:
            form = {name: value if isinstance(value, str) else msgspec.json.encode(value).decode() for name, value in values.items()}
            answer = await ask(kit, "POST", address, data=form, files=files, timeout_s=timeout_s)
        else:
            answer = await ask(kit, "POST", address, json=values, timeout_s=timeout_s, most=MOST_UPDATES if method == "getUpdates" else MOST_ANSWER)
    except Away as error:
        raise Away(f"{method}: {error.said}", error.after_s) from None
    body = answer.body if isinstance(answer.body, dict) else {}
    if body.get("ok") is True and "result" in body:
        return body["result"]
    raise _failed(method, answer.status, body)


async def download(kit: Kit, connection: Connection, path: str, most: int) -> bytes:
    """A file by the path that ``getFile`` gave. Raises Refused(code=``too_large``)."""
    there = elsewhere(kit)
    address = f"{there.base(CHANNEL, API)}/file/bot{connection.value('token')}/{path}"
    try:
        async with asyncio.timeout(FILE_S), there.client.stream("GET", address, headers={"accept-encoding": "identity"}) as answer:
            if answer.status_code != 200:
                raise _failed("file", answer.status_code, {"description": "file is not there"})
            return await body_of(answer, most)
    except Unreadable as error:
        raise Refused("file is too big" if error.too_large else "file is packed", "too_large") from None
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError, TimeoutError) as error:
        raise Away(f"file: {type(error).__name__}") from None


def _failed(method: str, status: int, body: dict[str, Any]) -> Failed:
    """What an error means. 404 is the answer to a token that never was."""
    said = f"{method}: {body.get('description') or f'HTTP {status}'}"
    parameters = body.get("parameters") or {}
    if status == 409:
        return Conflict(said)
    if status == 401 or (status == 404 and method != "file"):
        return Revoked(said)
    if status >= 500 or status < 400:  # a proxy that answers something else
        return Away(said)
    if "migrate_to_chat_id" in parameters:
        return Moved(int(parameters["migrate_to_chat_id"]))
    if status == 413:
        return Refused(said, "too_large")
    return Refused(said, next((code for words, code in _SAID if words in said.lower()), str(status)))

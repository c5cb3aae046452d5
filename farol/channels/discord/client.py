"""Discord's REST API, and what its refusals mean."""

from typing import Any

import msgspec

from farol.channels.connections.calling import call
from farol.channels.connections.elsewhere import Answer, Away, Refused, Revoked, elsewhere
from farol.channels.connections.model import Connection
from farol.kit.core import Kit

from .model import CHANNEL, REAL

GONE = frozenset({10003, 10004, 10007, 10008, 10013, 10026})
"""Unknown channel, guild, member, message, user, ban."""
LATE = frozenset({10015, 10062, 50027})
"""Unknown webhook or interaction, invalid webhook token: the fifteen minutes of an interaction are over."""


async def api(kit: Kit, connection: Connection, method: str, path: str, **options: Any) -> Any:
    """The decoded answer to a call as our bot. Raises Failed kinds."""
    headers = {"authorization": f"Bot {connection.value('bot_token')}", "user-agent": "DiscordBot (https://farol.dev, 1)"}
    answer = await call(kit, method, elsewhere(kit).base(CHANNEL, REAL) + path, headers=headers, **options)
    return judged(answer)


async def follow_up(kit: Kit, connection: Connection, method: str, token: str, path: str, **options: Any) -> Any:
    """The same for an interaction's answers, which its token alone allows. A 401 here says nothing of our bot."""
    place = f"{elsewhere(kit).base(CHANNEL, REAL)}/webhooks/{connection.value('application_id')}/{token}{path}"
    answer = await call(kit, method, place, **options)
    return judged(answer, ours=False)


def judged(answer: Answer, *, ours: bool = True) -> Any:
    """The body of a good answer. ours: our token stood behind the call."""
    if answer.status < 300:
        return answer.body
    body: dict[str, Any] = answer.body if isinstance(answer.body, dict) else {}
    code = int(body.get("code") or 0)
    said = str(body.get("message") or answer.status)
    if answer.status == 429:
        # retry_after is in seconds and may have a fraction. ``global`` holds for every call of this bot: the same pause.
        after = body.get("retry_after", answer.headers.get("retry-after", 1))
        raise Away(f"too many calls{' (global)' if body.get('global') else ''}", float(after))
    if answer.status == 401 and ours:
        raise Revoked(said)
    if code in LATE or (answer.status == 401 and not ours):
        raise Refused(said, "late")
    if code in GONE:
        raise Refused(said, "gone")
    if code == 50007:
        raise Refused(said, "closed")
    raise Refused(_why(said, body), str(code or answer.status))


def _why(said: str, body: dict[str, Any]) -> str:
    """Discord's reasons for an invalid form stand deep inside; the names of the fields are enough."""
    errors = body.get("errors")
    return f"{said}: {', '.join(errors)}" if isinstance(errors, dict) else said


def body_of(payload: dict[str, Any], files: list[tuple[str, bytes, str]]) -> dict[str, Any]:
    """How a message is sent: as JSON, or with its files as multipart. files: name, bytes, media type."""
    if not files:
        return {"json": payload}
    named = {**payload, "attachments": [{"id": n, "filename": name} for n, (name, _, _) in enumerate(files)]}
    parts: list[tuple[str, Any]] = [("payload_json", (None, msgspec.json.encode(named), "application/json"))]
    parts += [(f"files[{n}]", (name, data, media)) for n, (name, data, media) in enumerate(files)]
    return {"files": parts}

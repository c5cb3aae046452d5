"""The Graph API, and what its error codes mean for us."""

from typing import Any

from farol.channels.connections.calling import call
from farol.channels.connections.elsewhere import Answer, Away, Refused, Revoked, elsewhere
from farol.channels.connections.model import Connection
from farol.kit.core import Kit

from .model import GRAPH, INSTAGRAM_GRAPH, WINDOW

REVOKED = frozenset({102, 190, 131031, 133010})
"""Session or token no longer good, account locked, number not registered."""
CLOSED = frozenset({131047, 131051})
"""More than 24 hours since the customer wrote. 131051 comes for a kind of message that the window does not allow."""
CLOSED_WITHIN = frozenset({2018278, 2018065, 2534022})
"""Subcodes of 10: outside the allowed window, at Messenger and at Instagram."""
THROTTLED = {4: 60.0, 17: 60.0, 32: 60.0, 341: 600.0, 613: 60.0, 80001: 60.0, 80002: 60.0, 80006: 60.0, 80007: 60.0, 130429: 5.0, 131048: 600.0,
             131056: 6.0, 133016: 600.0}  # fmt: skip
"""Seconds to wait: the API does not name a time."""
PASSING = frozenset({1, 2, 131000, 131016, 131057, 133004})
GONE = frozenset({100, 551, 131026, 131030})
"""A wrong form or nobody there, the person is not available, a number that WhatsApp cannot reach."""


async def api(kit: Kit, connection: Connection, method: str, path: str, **options: Any) -> Any:
    """The decoded answer. Raises Failed kinds."""
    real = INSTAGRAM_GRAPH if connection.channel == "instagram" else GRAPH
    place = f"{elsewhere(kit).base(connection.channel, real)}/{path}"
    return judged(await call(kit, method, place, headers=bearer(connection), **options))


async def mentioned(kit: Kit, connection: Connection, token: str, what: str) -> dict[str, Any]:
    """A mention with its words: Facebook's own host alone reads them, for a token of its login. Raises Failed kinds."""
    place = f"{elsewhere(kit).base(connection.channel, GRAPH)}/{connection.value('account_id')}"
    try:
        answer = judged(await call(kit, "GET", place, headers={"authorization": f"Bearer {token}"}, params={"fields": what}))
    except Revoked as failure:  # of this token, not of the connection's
        raise Refused(failure.said, "mentions_token") from failure
    return answer if isinstance(answer, dict) else {}


def bearer(connection: Connection) -> dict[str, str]:
    """The token goes in a header: addresses are logged on the way."""
    return {"authorization": f"Bearer {connection.value('token')}"}


def judged(answer: Answer) -> Any:
    """The body of a good answer; else the error by its code."""
    body: dict[str, Any] = answer.body if isinstance(answer.body, dict) else {}
    error = body.get("error")
    if answer.status < 300 and not error:
        return answer.body
    if answer.status < 300 and not isinstance(error, dict):
        raise Away("an answer of another form")
    error = error if isinstance(error, dict) else {}
    code, within = int(error.get("code") or 0), int(error.get("error_subcode") or 0)
    detail = (error.get("error_data") or {}).get("details") if isinstance(error.get("error_data"), dict) else ""
    said = f"{code} {detail or error.get('message') or answer.status}"
    if code in REVOKED or (answer.status == 401 and not code):
        raise Revoked(said)
    if code in CLOSED or (code == 10 and within in CLOSED_WITHIN):
        raise Refused(said, WINDOW)
    if code in THROTTLED or answer.status == 429:
        raise Away(said, THROTTLED.get(code, 60.0))
    if code in PASSING or error.get("is_transient") is True:
        raise Away(said)
    if code in GONE:
        raise Refused(said, "gone" if code != 100 else str(code))
    raise Refused(said, str(code or answer.status))

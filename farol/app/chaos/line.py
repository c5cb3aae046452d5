"""A client's HTTP connection that may break at any time, and a count of what became of every request."""

import asyncio
from collections import Counter
from typing import Any, NamedTuple

import msgspec

from farol.app.bench.client import Http, http, request

ORIGIN = "http://127.0.0.1"
PATIENCE_S = 5.0
"""How long a client waits for an answer before it asks again."""


class Person(NamedTuple):
    """Somebody with a session. root: where their API begins; headers: what proves who they are."""

    name: str
    staff: bool
    headers: str

    @property
    def root(self) -> str:
        """Where this person's API begins."""
        return "/api/console" if self.staff else "/api/customer"


class Lost(Exception):
    """No answer: the connection broke or nothing came in time. What was asked may have happened."""


class Tally:
    """What people felt. answers: by status, or ``broken`` and ``late`` when none came. Times in seconds:
    refusal_s: the longest wait for a refusal; away_s: of each screen's absences; shown_s: from the first
    acknowledgement of a message until each screen that was there showed it.
    """

    def __init__(self) -> None:
        self.answers: Counter[str] = Counter()
        self.refusal_s = 0.0
        self.away_s: list[float] = []
        self.shown_s: list[float] = []
        self.promised: dict[str, float] = {}

    def document(self) -> dict[str, Any]:
        """Figures for the outcome."""
        return {"answers": dict(sorted(self.answers.items())), "slowest_refusal_s": round(self.refusal_s, 3), "reconnects": len(self.away_s),
                "away_p50_s": _at(self.away_s, 0.5), "away_p99_s": _at(self.away_s, 0.99),
                "shown_p50_s": _at(self.shown_s, 0.5), "shown_p99_s": _at(self.shown_s, 0.99), "shown_last_s": _at(self.shown_s, 1.0)}


class Line:
    """One person's connection to whichever web process takes it; made anew when it broke. One request at a time."""

    def __init__(self, port: int, person: Person, tally: Tally) -> None:
        self.person = person
        self._port, self._tally = port, tally
        self._http: Http | None = None

    async def ask(self, method: str, path: str, body: Any = None, *, within: float = PATIENCE_S) -> tuple[int, bytes]:
        """Status and body of the answer. Raises Lost."""
        data = b"" if body is None else msgspec.json.encode(body)
        asked = request(method, self.person.root + path, body=data, headers=self.person.headers)
        began = asyncio.get_running_loop().time()
        try:
            async with asyncio.timeout(within):
                if self._http is None or self._http.closed:
                    self._http = await http(self._port)
                status, answer = await self._http.ask(asked)
        except OSError as error:
            self.drop()
            if within == PATIENCE_S:
                self._tally.answers["late" if isinstance(error, TimeoutError) else "broken"] += 1
            raise Lost from None
        except asyncio.CancelledError:
            self.drop()
            raise
        self._tally.answers[str(status)] += 1
        if status >= 500:
            self._tally.refusal_s = max(self._tally.refusal_s, asyncio.get_running_loop().time() - began)
        return status, answer

    def drop(self) -> None:
        """Hangs up."""
        if self._http:
            self._http.close()
        self._http = None


def _at(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 3) if ordered else 0.0

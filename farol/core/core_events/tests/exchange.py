"""An exchange that keeps a list of events and sends webhooks, for the tests."""

import json
import time
from datetime import datetime
from typing import Any

import httpx2

from farol.core.exchange import CoreLink
from farol.core.exchange import webhooks as signing
from farol.kit import clock

SECRET = "an-example-webhook-secret-of-enough-bytes"


def event(seq: int, entity: str = "D1", *, type_: str = "deposit.detected", uid: str | None = "20778177", **more: Any) -> dict[str, Any]:
    """One event as an exchange writes it."""
    kind = more.pop("kind", type_.partition(".")[0])
    told = {"id": f"{kind}-{entity}-{seq}", "type": type_, "at": clock.now().isoformat(), "seq": seq,
            "entity": {"kind": kind, "id": entity}, "data": {"seq": seq}, "raw": {"vendor": "never read"}}  # fmt: skip
    return told | ({"uid": uid} if uid else {}) | more


def signed(told: dict[str, Any] | bytes, *, secrets: tuple[str, ...] = (SECRET,), at: float | None = None, id_: str = "msg-1") -> dict[str, Any]:
    """A webhook's body and headers, as options of a request."""
    body = told if isinstance(told, bytes) else json.dumps(told).encode()
    return {"content": body, "headers": signing.headers(secrets, id_, body, time.time() if at is None else at)}


class Exchange:
    """Its list of events, and how it answers. down: it does not. reads: what it says it offers."""

    def __init__(self, *told: dict[str, Any]) -> None:
        self.told: list[dict[str, Any] | str] = list(told)
        self.reads, self.down, self.asked = ["events"], False, 0
        self.since: list[str] = []

    async def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.asked += 1
        answer = self._answer(request)

        async def body() -> Any:
            yield answer.content

        return httpx2.Response(answer.status_code, content=body())

    def _answer(self, request: httpx2.Request) -> httpx2.Response:
        if self.down:
            return httpx2.Response(503)
        if request.url.path.endswith("/capabilities"):
            return httpx2.Response(200, json={"version": "1", "reads": self.reads, "actions": [], "events": []})
        asked = request.url.params
        self.since.append(asked.get("from", ""))
        ids = [each["id"] if isinstance(each, dict) else "" for each in self.told]
        start = ids.index(asked["after"]) + 1 if asked.get("after") in ids else self._from(asked.get("from"))
        page = self.told[start : start + int(asked["limit"])]
        items = ",".join(each if isinstance(each, str) else json.dumps(each) for each in page)
        more = ', "next_cursor": "more"' if len(self.told) > start + len(page) else ""
        return httpx2.Response(200, content=f'{{"items": [{items}]{more}}}'.encode())

    def _from(self, since: str | None) -> int:
        if not since:
            return 0
        at = datetime.fromisoformat(since)
        late = (n for n, e in enumerate(self.told) if not isinstance(e, dict) or datetime.fromisoformat(e["at"]) >= at)
        return next(late, len(self.told))

    def link(self) -> CoreLink:
        """A client of it."""
        return CoreLink("http://core", "farol-1", "secret", transport=httpx2.MockTransport(self))

"""A small exchange in the process of the test: it counts what it really does, and fails where a test says so."""

from typing import Any

import httpx2
import msgspec

from farol.core.exchange import CoreLink
from farol.core.exchange.breaker import Breaker
from farol.trust.proposals.model import TYPES

FAULTS = ("refused", "lost", "broken_before", "broken_after", "garbled")
"""What can happen to one request: it never arrives, its answer is lost, a 500 before or after the deed, an answer nobody can read."""


class Core:
    """``done``: how often each key was carried out. ``state``: what new actions become. ``faults``: of the next requests, one each."""

    def __init__(self) -> None:
        self.orders: dict[str, dict[str, Any]] = {}
        self.answers: dict[str, dict[str, Any]] = {}
        self.done: dict[str, int] = {}
        self.asked: list[str] = []
        self.faults: list[str] = []
        self.down = False
        self.by_key = True
        self.state = "executed"
        self.refusal = ""
        self.undo = "account.unfreeze"

    def link(self) -> CoreLink:
        """A client of this exchange, whose breaker lets every request probe."""
        seconds = iter(range(0, 10**9, 60))
        return CoreLink("http://core.test", "farol", "s" * 32, transport=httpx2.MockTransport(self._answer),
                        breaker=Breaker(lambda: float(next(seconds))))

    def finish(self, key: str, state: str = "executed") -> dict[str, Any]:
        """What was accepted is done now, or has failed."""
        self.answers[key]["state"] = state
        if state == "executed":
            self.done[key] = self.done.get(key, 0) + 1
        return self.answers[key]

    async def _answer(self, request: httpx2.Request) -> httpx2.Response:
        path = request.url.path
        if path == "/v1/capabilities":
            return _bytes(503, b"") if self.down else _json({"version": "1", "reads": [], "actions": list(TYPES), "events": []})
        self.asked.append(f"{request.method} {path}")
        fault = "refused" if self.down else self.faults.pop(0) if self.faults else ""
        if fault == "refused":
            raise httpx2.ConnectError("nobody is there")
        if fault == "broken_before":
            return _bytes(500, b"")
        answer = self._do(request)
        if fault == "lost":
            raise httpx2.ReadError("cut off")
        return {"broken_after": _bytes(500, b""), "garbled": _bytes(202, b'{"action_id": 7')}.get(fault, answer)

    def _do(self, request: httpx2.Request) -> httpx2.Response:
        if request.method == "GET":
            return self._tell(request)
        order = msgspec.json.decode(request.content)
        key = request.headers["idempotency-key"]
        if order.get("dry_run"):
            return _json(self._result("dry", order, "accepted"))
        if key in self.orders and self.orders[key] != order:
            return _refused("conflict")
        if key not in self.orders:
            if self.refusal:
                return _refused(self.refusal)
            self.orders[key] = order
            self.answers[key] = self._result(f"act-{len(self.orders)}", order, self.state)
            if self.state == "executed":
                self.done[key] = self.done.get(key, 0) + 1
        return _json(self.answers[key])

    def _tell(self, request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/v1/actions:by_key":
            if not self.by_key:
                return _refused("unsupported", 501)
            found = self.answers.get(request.url.params["key"])
        else:
            found = next((a for a in self.answers.values() if request.url.path.endswith(f"/{a['action_id']}")), None)
        return _json(found) if found else _refused("not_found", 404)

    def _result(self, action_id: str, order: dict[str, Any], state: str) -> dict[str, Any]:
        return {
            "action_id": action_id, "state": state, "policy": {"class": "B", "missing": []},
            "effects": [{"kind": "account.frozen", "ref": order["uid"]}], "undo": {"type": self.undo}, "receipt_sig": "sig"}


def _json(value: Any, status: int = 202) -> httpx2.Response:
    return _bytes(status, msgspec.json.encode(value))


def _refused(code: str, status: int = 409) -> httpx2.Response:
    return _json({"code": code, "message": "no"}, status)


def _bytes(status: int, content: bytes) -> httpx2.Response:
    """Unread, as from a socket."""
    return httpx2.Response(status, stream=httpx2.ByteStream(content))

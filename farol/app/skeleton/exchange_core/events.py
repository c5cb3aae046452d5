"""Telling Farol what happened: one signed POST an event, again with the same id until it is taken.

In memory here. In an exchange an event is a row, written in the transaction that changes the thing it is about.
"""

import asyncio
import contextlib
import json
import secrets
import time
from collections import Counter
from datetime import UTC, datetime
from typing import Any

import httpx2

from farol.core.exchange import webhooks

PAUSES_S = (5.0, 30.0, 120.0, 600.0, 3600.0, 6 * 3600.0)
TAKEN, HOPELESS = (200, 204), (400, 413)


class Outbox:
    """url: Farol's address for events. signed_with: every secret in use, the new one first."""

    def __init__(self, url: str, signed_with: list[str], transport: httpx2.AsyncBaseTransport | None = None) -> None:
        self._url, self._secrets = url, signed_with
        self._http = httpx2.AsyncClient(timeout=5, transport=transport)
        self._seq = Counter[tuple[str, str]]()
        self._sending = set[asyncio.Task[None]]()

    def tell(self, type_: str, kind: str, id_: str, uid: str, data: dict[str, Any]) -> None:
        """Something happened to a thing. Its seq counts 1, 2, 3 within the thing."""
        self._seq[(kind, id_)] += 1
        at, event_id = datetime.now(UTC).isoformat().replace("+00:00", "Z"), f"evt_{secrets.token_hex(8)}"
        event = {"id": event_id, "type": type_, "at": at, "seq": self._seq[(kind, id_)],
                 "entity": {"kind": kind, "id": id_}, "uid": uid, "data": data}  # fmt: skip
        if self._url and self._secrets:
            task = asyncio.create_task(self._send(event_id, json.dumps(event).encode()))
            self._sending.add(task)
            task.add_done_callback(self._sending.discard)

    async def close(self) -> None:
        """Stops; what was not taken is lost, which is why an exchange keeps events in its database."""
        for task in self._sending:
            task.cancel()
        await asyncio.gather(*self._sending, return_exceptions=True)
        await self._http.aclose()

    async def _send(self, id_: str, body: bytes) -> None:
        for pause in (*PAUSES_S, 0.0):
            signed = webhooks.headers(self._secrets, id_, body, time.time())
            with contextlib.suppress(httpx2.HTTPError):
                answer = await self._http.post(self._url, content=body, headers={**signed, "content-type": "application/json"})
                if answer.status_code in (*TAKEN, *HOPELESS):
                    return
            await asyncio.sleep(pause)

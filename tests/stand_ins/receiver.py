"""Somebody's endpoint for webhooks: it checks signatures with their secret, and answers as it is told to."""

import asyncio
from typing import Any

from farol.core.exchange import webhooks

from .server import StandIn, endless, response


class Receiver(StandIn):
    """answers: what it says next, the last one for ever: a status, ``hang``, ``drip``, ``drop``, or ``redirect``."""

    def __init__(self, *answers: int | str) -> None:
        super().__init__()
        self.answers: list[int | str] = list(answers) or [200]
        self.paths: list[str] = []

    async def answer(self, path: str, body: dict[str, Any], writer: asyncio.StreamWriter) -> None:
        self.paths.append(path)
        await self._say(self.answers.pop(0) if len(self.answers) > 1 else self.answers[0], writer)

    async def _say(self, what: int | str, writer: asyncio.StreamWriter) -> None:
        if what == "hang":
            await asyncio.sleep(60)
        elif what == "drip":
            await endless(writer, b" ", 0.05)
        elif what == "drop":
            writer.transport.abort()
        elif what == "redirect":
            writer.write(response(b"{}", 302, location=f"{self.address}/elsewhere"))
        elif what == "slow":
            await asyncio.sleep(0.2)
            writer.write(response(b"{}"))
        else:
            more = {"retry-after": "1800"} if what == 429 else {}
            writer.write(response(b'{"said": "words of the receiver"}', int(what), **more))

    def believed(self, n: int, secret: str, now: float) -> None:
        """Raises unless the request's signature is right."""
        webhooks.verify(self.headers[n], self.raws[n], [secret], now)

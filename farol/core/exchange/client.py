"""The client of the core link: every read and action, what the exchange offers, and an honest "down"."""

import asyncio
from datetime import datetime

import asyncpg
import httpx2

from farol.kit.settings import Settings

from .breaker import Breaker
from .doings import Doings
from .model import Capabilities, Why
from .problems import ExchangeDown, ExchangeRefused
from .pulse import Pulse
from .reads import Reads
from .together import Together
from .wire import MOST_BYTES, TIMEOUT_S, Call, Wire

__all__ = ["MOST_BYTES", "CoreLink", "connect"]

ITSELF = Why("self", "capabilities", "system:0")


class CoreLink(Reads, Doings):
    """The exchange. Every method ends in an answer, ``ExchangeDown``, ``ExchangeRefused`` or ``NotOffered``."""

    def __init__(
        self,
        base_url: str,
        key: str,
        secret: str,
        *,
        transport: httpx2.AsyncBaseTransport | None = None,
        timeout_s: float = TIMEOUT_S,
        breaker: Breaker | None = None,
        together: Together | None = None,
    ) -> None:
        super().__init__(Wire(
            base_url, key, secret, transport=transport, timeout_s=timeout_s, breaker=breaker, together=together,
        ))  # fmt: skip
        self._learning: asyncio.Task[None] | None = None

    async def close(self) -> None:
        """Closes the connections."""
        if self._learning:
            self._learning.cancel()
        await self.wire.close()

    @property
    def configured(self) -> bool:
        """Whether there is an exchange to ask."""
        return self.wire.configured

    @property
    def breaker(self) -> Breaker:
        """What keeps a core that is down from being asked."""
        return self.wire.breaker

    @property
    def pulse(self) -> Pulse:
        """How it answered lately."""
        return self.wire.pulse

    @property
    def answered_at(self) -> datetime | None:
        """When the core last answered anything, UTC; None when it never did in this process."""
        return self.wire.answered_at

    async def capabilities(self, why: Why) -> Capabilities:
        """What this core can answer and do, and its clock; asked now."""
        said = await self.wire.ask(why, Capabilities, Call("GET", "/v1/capabilities"))
        self.offer.learn(said)
        return said

    async def expects(self, name: str) -> bool:
        """Whether the exchange offers a read (``liquidations``), an action (``account.freeze``) or an event.

        What it said holds for five minutes and is then asked for again beside; while it does not answer, its last
        word holds. True while it has never said anything: then asking will show whether it is down.
        """
        if not self.offer.fresh:
            if self._learning is None or self._learning.done():
                self._learning = asyncio.create_task(self._learn())
            if self.offer.said is None:
                await asyncio.shield(self._learning)
        return not self.offer.lacks(name)

    async def _learn(self) -> None:
        try:
            await self.capabilities(ITSELF)
        except (ExchangeDown, ExchangeRefused):
            self.offer.missed()


def connect(settings: Settings, pool: asyncpg.Pool | None = None) -> CoreLink:
    """The client of the configured core; without an address every read raises ``ExchangeDown``.

    pool: the database over which processes agree who asks a core that is down.
    """
    together = Together(pool) if pool else None
    return CoreLink(settings.core_link_url, settings.core_link_key, settings.core_link_secret, together=together)

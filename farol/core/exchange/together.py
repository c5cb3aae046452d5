"""All processes together ask a core that is down once in ten seconds, and hear of each other's answer."""

import asyncpg

from farol.kit import db
from farol.kit.breaker import PROBE_EVERY_S

from . import store
from .breaker import Breaker
from .problems import ExchangeDown

_LOST = (*db.LOST, asyncpg.PostgresError)


class Together:
    """Between the breakers of all processes on one database. Without the database each probes by itself."""

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def turn(self, breaker: Breaker) -> None:
        """Before a probe: raises ``ExchangeDown`` when another process asks; closes the breaker when one was answered."""
        try:
            probe = await store.probe(self._pool, PROBE_EVERY_S, breaker.open_s)
        except _LOST:
            return
        if probe.answered:
            breaker.succeeded()
        elif not probe.mine:
            breaker.step_back()
            raise ExchangeDown

    async def answered(self) -> None:
        """After a probe that was answered."""
        try:
            await store.answered(self._pool)
        except _LOST:
            return

"""Tokens of a day: set aside before a call, corrected after it. PostgreSQL counts, so all processes share one budget."""

from collections.abc import Sequence
from datetime import date

import asyncpg
import msgspec

from farol.kit import clock, db

from . import store
from .model import Call, Turn

BYTES_PER_TOKEN = 3
"""Fewer than any tokeniser we know needs for prose; what is counted too much is given back."""
TURN_TOKENS = 8


class Held(msgspec.Struct, frozen=True):
    """Tokens set aside on that day: for everybody, and for the customer unless it is None."""

    day: date
    customer: int | None
    tokens: int


class Spent(Exception):
    """Nothing is left for today."""


class Budget:
    """What everybody together and what one customer may use in a day, UTC."""

    def __init__(self, pool: asyncpg.Pool, *, day: int, customer: int) -> None:
        self._pool, self._day, self._customer = pool, day, customer

    async def hold(self, customer: int | None, tokens: int) -> Held:
        """Sets tokens aside or raises ``Spent``; then nothing is taken."""
        today = clock.now().date()
        async with db.transaction(self._pool) as tx:
            # The customer's row first, always: the row of everybody is the busy one and is held shortest so.
            if customer is not None and not await store.set_aside(tx, today, customer, tokens, self._customer):
                raise Spent
            if not await store.set_aside(tx, today, store.EVERYBODY, tokens, self._day):
                raise Spent
        return Held(today, customer, tokens)

    async def settle(self, held: Held, used: int, call: Call) -> None:
        """Corrects what was set aside to what was used, and keeps the trace."""
        async with db.transaction(self._pool) as tx:
            for who in (held.customer, store.EVERYBODY):
                if who is not None and used != held.tokens:
                    await store.settle(tx, held.day, who, used - held.tokens)
            await store.keep(tx, call)

    async def keep(self, call: Call) -> None:
        """Keeps the trace of a call that cost nothing."""
        await store.keep(self._pool, call)


def at_most(turns: Sequence[Turn], answer_tokens: int) -> int:
    """Tokens that a call can cost."""
    asked = sum(len(turn.content.encode()) // BYTES_PER_TOKEN + TURN_TOKENS for turn in turns)
    return asked + answer_tokens

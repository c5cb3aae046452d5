"""Consents that another feature keeps word for word: the proof under which one was given counts for exactly what was agreed.

An approval path takes longer than a step-up lasts; the customer agreed under one, and is not to prove it again for the same thing.
"""

from collections.abc import Awaitable, Callable

from farol.kit.db import Reads
from farol.trust.identity.model import Level

from .nouns import Asked

Keeper = Callable[[Reads, Asked, int, int], Awaitable[Level]]
"""From what is asked, the customer and the id in the reference to the level at which the customer agreed to just that; ANONYMOUS if not."""
KEEPERS: dict[str, Keeper] = {}
"""By the word before the colon of ``Consent.ref``, such as ``recovery`` of ``recovery:17``. A feature adds its own beside its verbs."""


async def agreed_at(reads: Reads, asked: Asked, customer_id: int) -> Level:
    """The level at which the customer agreed to exactly this, where a feature keeps that; ANONYMOUS where none does."""
    name, _, id_ = (asked.consent.ref if asked.consent else "").partition(":")
    keeper = KEEPERS.get(name)
    if keeper is None or not (id_.isascii() and id_.isdigit() and len(id_) < 16):
        return Level.ANONYMOUS
    return await keeper(reads, asked, customer_id, int(id_))

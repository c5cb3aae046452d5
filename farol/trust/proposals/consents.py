"""Consents that another feature keeps word for word: the proof under which one was given counts for exactly what was agreed.

An approval path takes longer than a step-up lasts; the customer agreed under one, and is not to prove it again for the same thing.
"""

from collections.abc import Awaitable, Callable

from farol.kit.db import Reads
from farol.trust.identity.model import Level

from .nouns import Asked, Consent

Keeper = Callable[[Reads, Asked, int, int], Awaitable[Level]]
"""From what is asked, the customer and the id in the reference to the level at which the customer agreed to just that; ANONYMOUS if not."""
KEEPERS: dict[str, Keeper] = {}
"""By the word before the colon of ``Consent.ref``, such as ``recovery`` of ``recovery:17``. A feature adds its own beside its verbs."""


async def agreed_at(reads: Reads, asked: Asked, customer_id: int) -> Level:
    """The level at which the customer agreed to exactly this, where a feature keeps that; ANONYMOUS where none does."""
    name, id_ = kept_by(asked.consent)
    keeper = KEEPERS.get(name)
    return Level.ANONYMOUS if keeper is None else await keeper(reads, asked, customer_id, id_)


def kept_by(consent: Consent | None) -> tuple[str, int]:
    """Which feature keeps a consent, and its id there; nobody for what cannot be one."""
    name, _, id_ = (consent.ref if consent else "").partition(":")
    return (name, int(id_)) if id_.isascii() and id_.isdigit() and len(id_) < 16 else ("", 0)

"""What else holds an approved action back, asked by features that know more about it: such as a cooling-off that people can stop."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from farol.kit.db import Tx

from .nouns import Proposal

Gate = Callable[[Tx, Proposal], Awaitable[datetime | None]]
"""Given a proposal that is approved and was never sent: until when it is held back at least, None when it may go."""
GATES: dict[str, Gate] = {}


def gate(type_: str) -> Callable[[Gate], Gate]:
    """Registers the gate of a type of action."""

    def register(run: Gate) -> Gate:
        GATES[type_] = run
        return run

    return register


async def held_until(tx: Tx, proposal: Proposal) -> datetime | None:
    """Asks the gate of this type, if it has one."""
    found = GATES.get(proposal.type)
    return await found(tx, proposal) if found else None

"""What else an approved action waits for or falls with, asked by features that know more about it: at the moment before it is first sent."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from farol.kit.db import Tx

from .nouns import Proposal

Gate = Callable[[Tx, Proposal], Awaitable[datetime | None]]
"""Until when it is held back at least, such as by a cooling-off that people can stop; None when it may go."""
GATES: dict[str, Gate] = {}
Ground = Callable[[Tx, Proposal], Awaitable[bool]]
"""Whether what it rests on stands still, and rests on this very proposal: such as an agreement that may have been taken back."""
GROUNDS: dict[str, Ground] = {}


def gate(type_: str) -> Callable[[Gate], Gate]:
    """Registers the gate of a type of action."""

    def register(run: Gate) -> Gate:
        GATES[type_] = run
        return run

    return register


def ground(*types: str) -> Callable[[Ground], Ground]:
    """Registers the ground of types of action."""

    def register(run: Ground) -> Ground:
        GROUNDS.update(dict.fromkeys(types, run))
        return run

    return register


async def held_until(tx: Tx, proposal: Proposal) -> datetime | None:
    """Asks the gate of this type, if it has one."""
    found = GATES.get(proposal.type)
    return await found(tx, proposal) if found else None


async def grounded(tx: Tx, proposal: Proposal) -> bool:
    """Asks the ground of this type, if it has one."""
    found = GROUNDS.get(proposal.type)
    return found is None or await found(tx, proposal)

"""What features ask of a ticket before its status moves."""

from collections.abc import Awaitable, Callable

from farol.kit.db import Tx
from farol.kit.permission import Actor

Check = Callable[[Tx, Actor, int, str], Awaitable[None]]
"""Given the acting person, the ticket and its new status, inside the transaction that moved it: raises a Problem to refuse."""
CHECKS: list[Check] = []


def before_status(run: Check) -> Check:
    """Registers a check of every new status, whoever sets it and by whatever verb."""
    CHECKS.append(run)
    return run

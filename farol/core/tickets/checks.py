"""What features ask before a ticket's status moves, and before staff speak to its customer."""

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


WordsCheck = Callable[[Actor, str], None]
"""Given who speaks and the words: raises a Problem to refuse. Pure, for it stands in the hottest verb."""
WORDS_CHECKS: list[WordsCheck] = []


def before_words(run: WordsCheck) -> WordsCheck:
    """Registers a check of public words of staff, by whatever verb they are said."""
    WORDS_CHECKS.append(run)
    return run


def check_words(actor: Actor, words: str, *, internal: bool) -> None:
    """Asks all of them."""
    if actor.kind == "staff" and not internal:
        for each in WORDS_CHECKS:
            each(actor, words)

"""Buttons under words: whoever speaks with choices says which, and a press is the customer's words."""

from collections.abc import Awaitable, Callable

import msgspec

from farol.kit.db import Reads

from .model import Choice


class Offered(msgspec.Struct, frozen=True):
    """words: the message in the small Markdown, without its choices; empty: as it stands. labels: of the choices, in order.
    links: title and path of pages of ours to be named under them."""

    words: str
    labels: list[str]
    links: list[tuple[str, str]] = []


Asks = Callable[[Reads, int, int], Awaitable[Offered | None]]
"""Given ticket and seq of a message: its choices, or None when it has none or is another's."""
OFFERS: list[Asks] = []
MOST_LABEL = 60


def offers(run: Asks) -> Asks:
    """Registers somebody whose messages may have choices."""
    OFFERS.append(run)
    return run


async def of(db: Reads, ticket_id: int, seq: int) -> Offered | None:
    """The choices of a message."""
    for each in OFFERS:
        if found := await each(db, ticket_id, seq):
            return found
    return None


def buttons(ticket_id: int, seq: int, labels: list[str]) -> tuple[Choice, ...]:
    """Each is answered by a name that finds its label again."""
    return tuple(Choice(label[:MOST_LABEL], name=f"pick:{ticket_id}:{seq}:{n}") for n, label in enumerate(labels))


def picked(name: str) -> tuple[int, int, int] | None:
    """Ticket, seq and number of the choice that a pressed name means."""
    parts = name.split(":")
    if len(parts) != 4 or parts[0] != "pick" or not all(p.isascii() and p.isdigit() and len(p) < 19 for p in parts[1:]):
        return None
    return int(parts[1]), int(parts[2]), int(parts[3])

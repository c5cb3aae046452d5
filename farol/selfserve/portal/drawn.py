"""Messages that a page can draw better than their text, which holds everything for who cannot: a later feature says how."""

from collections.abc import Awaitable, Callable
from datetime import date

import msgspec

from farol.kit.db import Reads


class Cited(msgspec.Struct, frozen=True):
    """Where words come from. version: 0 for none; at: when it was last checked; translated: its words are read in another language than its own."""

    title: str
    url: str
    version: int = 0
    at: date | None = None
    translated: bool = False


class Drawing(msgspec.Struct, frozen=True):
    """What stands in place of the text. choices: buttons that say their label in the customer's name. step: which of how many.
    human: whether a button that asks for a person stands beside them."""

    lead: str
    choices: list[str] = []
    links: list[Cited] = []
    step: tuple[int, int] | None = None
    human: bool = False


Draw = Callable[[Reads, int], Awaitable[dict[int, Drawing]]]
_DRAW: list[Draw] = []


def draws(draw: Draw) -> Draw:
    """Registers who draws messages of a ticket, by their seq; at most one statement."""
    _DRAW.append(draw)
    return draw


async def drawings(db: Reads, ticket_id: int) -> dict[int, Drawing]:
    """Every message of the ticket that is drawn."""
    return {seq: drawing for draw in _DRAW for seq, drawing in (await draw(db, ticket_id)).items()}

"""What the hub asks of the rest: may they see it, are they still signed in, what does a row look like."""

from collections.abc import Awaitable, Callable, Iterable

import msgspec

from farol.core.customers import store as customers
from farol.core.people import store as people
from farol.core.tickets import store as tickets
from farol.core.tickets import visibility
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can

Rows = Callable[[Kit, list[int]], Awaitable[list["Row"]]]
Places = Callable[[Kit, list[int]], Awaitable[dict[int, bytes]]]
Seen = Callable[[Kit, list[int]], Awaitable[None]]


async def _nowhere(_: Kit, __: list[int]) -> dict[int, bytes]:
    return {}


async def _unnoticed(_: Kit, __: list[int]) -> None:
    return None


class Row(msgspec.Struct, frozen=True):
    """A ticket's line in lists, encoded: as it is, and without who the customer is."""

    ticket: int
    full: bytes
    bare: bytes

    def to(self, actor: Actor) -> bytes:
        """What this member of staff may know of it."""
        return self.full if actor.may(Can.CUSTOMER_SEE) else self.bare


class Feed:
    """rows: encodes inbox rows of these tickets; places: the place frames of those that wait in a queue; seen: notes
    that these staff are connected. The desk gives all three, for the hub knows no desk."""

    def __init__(self, kit: Kit, rows: Rows, places: Places = _nowhere, seen: Seen = _unnoticed) -> None:
        self._kit, self._rows, self._places, self._seen = kit, rows, places, seen

    async def head(self, actor: Actor, ticket: int) -> int | None:
        """The last seq of a ticket the actor may see, or None: missing and forbidden are the same."""
        if not 0 < ticket < 2**62:
            return None
        if actor.kind == "customer":
            row = await tickets.own_ticket(self._kit.db, ticket, actor.id)
            return row.seq if row else None
        if not actor.may(Can.TICKET_SEE):
            return None
        return await visibility.head(self._kit.db, actor, ticket)

    async def gone(self, actors: list[Actor]) -> set[tuple[str, bytes]]:
        """Sessions that no longer stand, by kind and digest."""
        customer = {a.session for a in actors if a.kind == "customer"}
        staff = {a.session for a in actors if a.kind == "staff"}
        dead: set[tuple[str, bytes]] = set()
        if customer:
            dead |= {("customer", d) for d in customer - await customers.alive(self._kit.db, list(customer))}
        if staff:
            dead |= {("staff", d) for d in staff - await people.alive(self._kit.db, list(staff))}
        return dead

    async def rows(self, ids: list[int]) -> list[Row]:
        """Inbox frames of these tickets."""
        return await self._rows(self._kit, ids)

    async def hidden(self, ids: Iterable[int], actors: Iterable[Actor]) -> set[tuple[int, int]]:
        """Pairs of ticket and member of staff where the one may not see the other."""
        narrow = {a.id for a in actors if a.kind == "staff" and not a.may(Can.TICKET_SEE_ALL)}
        return await visibility.hidden(self._kit.db, list(ids), list(narrow))

    async def places(self, ids: list[int]) -> dict[int, bytes]:
        """Place frames of those of these tickets that wait."""
        return await self._places(self._kit, ids)

    async def seen(self, staff_ids: list[int]) -> None:
        """These staff have a connected screen."""
        await self._seen(self._kit, staff_ids)

"""The index follows the log: what was said is found a moment later, whoever said it by whatever way.

It reads the log by a cursor of its own, many events at a time, because a word that is indexed twice does no harm: posting pays
nothing for it, and a burst costs a few statements instead of one for each message.
"""

import asyncio

import structlog

from farol.kit import db
from farol.kit.core import Kit
from farol.kit.reactions import CURSOR_PAGE

from . import store
from .tokens import is_word, stored, tokens

log = structlog.get_logger()
PAGE = 500
PAUSE_S = 0.4
MOST_MET = 200_000
"""Words a process remembers to have noted."""
_met: set[str] = set()
QUIET = frozenset({"ticket.read"})
SAYS = frozenset({"message.posted"})
"""Kinds of event that are many: those that change nothing a ticket is found by, and those that only add a message to it."""


async def catch_up(kit: Kit) -> int:
    """Indexes what is new in the log, a portion at a time: how many events it passed."""
    passed = 0
    await kit.db.execute(store.START)
    try:
        while taken := await _step(kit):
            passed += taken
    except BaseException:
        _met.clear()  # what was noted may have been rolled back
        raise
    return passed


async def _step(kit: Kit) -> int:
    async with db.transaction(kit.db) as tx:
        at = await tx.fetchrow(store.AT)
        rows = await tx.fetch(CURSOR_PAGE, at["xid"], at["id"], PAGE) if at else []
        if not rows:
            return 0
        told = [(ticket, r["id"], r["kind"]) for r in rows if r["kind"] not in QUIET and (ticket := _ticket(r["stream"]))]
        if told:
            await _index(tx, {ticket: place for ticket, place, _ in told}, {ticket for ticket, _, kind in told if kind not in SAYS})
        await tx.execute(store.MOVE, rows[-1]["xid"], rows[-1]["id"])
    return len(rows)


async def _index(tx: db.Tx, places: dict[int, int], named: set[int]) -> None:
    """New messages of tickets, and what those tickets are called of which more than words is new."""
    said = await tx.fetch(store.SAID, list(places), list(places.values()))
    await tx.execute(
        store.PUT_SAID, [r["ticket_id"] for r in said], [r["seq"] for r in said], [r["place"] for r in said],
        [stored(r["body"], r["place"]) for r in said])
    found = await tx.fetch(store.NAMED, list(named), [places[ticket] for ticket in named]) if named else []
    await _learn(tx, [r["body"] for r in said] + [r["said"] for r in found])
    if found:
        await tx.execute(
            store.PUT_NAMED, [r["ticket_id"] for r in found], [r["place"] for r in found], [stored(r["said"], r["place"]) for r in found])


async def _learn(tx: db.Tx, texts: list[str]) -> None:
    """Words this process has not met are noted, so that their beginnings find them."""
    new = {token for text in texts for token in tokens(text) if is_word(token)} - _met
    if not new:
        return
    await tx.execute(store.LEARN, sorted(new))
    if len(_met) > MOST_MET:
        _met.clear()
    _met.update(new)


def _ticket(stream: str) -> int | None:
    kind, _, id_ = stream.partition(":")
    return int(id_) if kind == "ticket" else None


class Keeper:
    """Keeps the index up to date in a worker."""

    def __init__(self, kit: Kit) -> None:
        self._task = asyncio.create_task(self._run(kit))

    async def _run(self, kit: Kit) -> None:
        while True:
            try:
                await catch_up(kit)
            except db.LOST:
                log.warning("search.database_lost")
            except Exception:
                log.exception("search.index_failed")
            await asyncio.sleep(PAUSE_S)

    async def stop(self) -> None:
        """Ends it; what was begun is rolled back and done again later."""
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

"""Finding: the newest first in growing stretches of time, so that a frequent word costs no more than a rare one."""

import time
from collections.abc import Iterator
from typing import Any

import msgspec

from farol.core.customers.model import mask_email, mask_phone, mask_uid
from farol.core.tickets.visibility import viewer
from farol.desk.inbox import store as inbox
from farol.kit.db import Reads
from farol.kit.permission import Actor, Can

from . import store
from .model import CustomerHit, MessageHit
from .question import Question
from .snippet import snippet
from .tokens import BUCKET, among, spelled, unfinished, wanted

PAGE = 25
AT_ONCE, SIFTED_AT_ONCE = 60, 300
"""Hits of the index looked at in one statement: without filters nearly each is shown."""
MOST_READS = 6
STRETCHES = (2, 12, 32)
"""Marks of the newest texts that are looked through before all time is."""
FAR = 2**62
BUDGET_S = 0.5
"""After this long a search goes on only when it is asked for more."""


class Page(msgspec.Struct, frozen=True):
    """Rows as found, and the place to go on from, None when that is all."""

    rows: list[Any]
    after: int | None


def stretches(query: str, newest: int) -> Iterator[tuple[str, int]]:
    """The query for each stretch of time, newest first, with the place it ends at; the last is all that is left."""
    reached = (newest >> BUCKET) + 1
    for marks in STRETCHES:
        low = max(reached - marks, 0)
        yield f"({query}) & ({among(range(low, reached + 1))})", low << BUCKET
        if not low:
            return
        reached = low
    yield query, 0


async def _gather(db: Reads, statement: str, actor: Actor, query: str, before: int | None, filters: list[Any]) -> Page:
    """The newest rows that fit, a page of them; fewer with a place to go on from when looking took too long."""
    most = AT_ONCE if all(value is None for value in filters) else SIFTED_AT_ONCE
    newest = before if before is not None else await store.top(db)
    found: list[Any] = []
    at, reads, began = before if before is not None else FAR, 0, time.monotonic()
    for words, low in stretches(query, newest):
        more = True
        while more and len(found) <= PAGE:
            if reads == MOST_READS or time.monotonic() - began > BUDGET_S:
                return Page(found, at)
            rows = await db.fetch(statement, viewer(actor), words, at, most, *filters)
            reads += 1
            found += [row for row in rows if row["fits"]]
            more = len(rows) == most
            at = rows[-1]["place"] if more else low
    return Page(found[:PAGE], found[PAGE - 1]["place"] if len(found) > PAGE else None)


async def people(db: Reads, actor: Actor, exact: str) -> list[Any]:
    """Customers by exactly what identifies them, for who may see customers; there is no browsing them."""
    return await store.people(db, exact) if actor.may(Can.CUSTOMER_SEE) and 2 < len(exact) <= 254 else []


def shown(row: Any) -> CustomerHit:
    """A customer as far as everybody who sees customers sees them."""
    return CustomerHit(row["id"], row["name"], mask_uid(row["uid"]), mask_email(row["email"]), mask_phone(row["phone"]), row["tier"],
                       row["uid"] is not None)


async def query(db: Reads, asked: Question) -> str:
    """The words as the index is asked for them; empty when there are none."""
    begun = unfinished(asked.words)
    return wanted(asked.words, await store.endings(db, begun) if begun else ())


async def messages(
    db: Reads, actor: Actor, asked: Question, words: str, person: int | None, before: int | None,
) -> tuple[list[MessageHit], int | None]:
    """Messages with all the words, those that hold them as they were typed first among a page of the newest."""
    if not words:
        return [], None
    author = "staff" if asked.author == "me" else asked.author
    page = await _gather(db, store.MESSAGES, actor, words, before, [
        asked.status, asked.reason, person, author, actor.id if asked.author == "me" else None, asked.before, asked.after])
    typed = spelled(asked.words).strip()
    ranked = sorted(page.rows, key=lambda row: (typed not in spelled(row["body"]), -row["place"]))
    return [_hit(row, asked.words, actor) for row in ranked], page.after


def _hit(row: Any, words: str, actor: Actor) -> MessageHit:
    named = row["author_kind"] != "customer" or actor.may(Can.CUSTOMER_SEE)
    return MessageHit(row["ticket_id"], row["number"], row["subject"], row["status"], row["seq"], row["author_kind"],
                      (row["author_name"] or "") if named else "", row["internal"], row["at"], snippet(row["body"], words))


async def tickets(
    db: Reads, actor: Actor, asked: Question, words: str, person: int | None, known: list[int], before: int | None,
) -> tuple[list[int], int | None]:
    """Ids of tickets: by number, of customers named exactly, then by the words they are called by, the newest first."""
    exact: list[int] = []
    typed = asked.words.strip()
    if before is None and typed:
        numbered = await db.fetch(store.NUMBERED, viewer(actor), typed[:40])
        of_people = await db.fetch(store.OF_PEOPLE, viewer(actor), known, asked.status, PAGE) if known else []
        exact = [row["id"] for row in (*numbered, *of_people)]
    if not typed:
        return await _filtered(db, actor, asked, person, before)
    page = await _gather(db, store.TICKETS, actor, words, before, [
        asked.status, asked.reason, person, asked.before, asked.after]) if words else Page([], None)
    return list(dict.fromkeys([*exact, *(row["ticket_id"] for row in page.rows)])), page.after


async def _filtered(db: Reads, actor: Actor, asked: Question, person: int | None, before: int | None) -> tuple[list[int], int | None]:
    """Filters without words."""
    if asked.author or not asked.filters:
        return [], None
    found = [row["id"] for row in await db.fetch(
        store.FILTERED, viewer(actor), asked.status, asked.reason, person, asked.before, asked.after, before or FAR, PAGE + 1)]
    return found[:PAGE], found[PAGE - 1] if len(found) > PAGE else None


async def rows(db: Reads, actor: Actor, ids: list[int]) -> list[Any]:
    """Tickets as lists show them."""
    found = await inbox.rows(db, ids)
    return found if actor.may(Can.CUSTOMER_SEE) else [row.nobody() for row in found]

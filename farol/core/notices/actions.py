"""Telling staff, and their having seen it.

A notice is a copy of what the log tells already, kept for one person; it writes no event of its own.
"""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from farol.core.live.personal import tell
from farol.core.tickets.model import shorten
from farol.kit.core import Kit
from farol.kit.db import Reads, Tx, transaction
from farol.kit.events import emit
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor
from farol.kit.problem import Invalid

from . import due_store, jobs, live, store
from .events import NoticesChosen
from .model import KINDS, MOST_PEOPLE, TITLE, WORDS
from .problems import TooManyTold


async def notify(
    tx: Tx, staff_ids: Iterable[int], kind: str, *, ticket_id: int | None, title: dict[str, str], words: str = "", key: str,
    but: Actor | None = None,
) -> int:
    """Tells these members of staff, once the caller's transaction stands; returns how many were told now.

    kind: see ``model.KINDS``. title: what happened, in ``zh`` and ``en``, without a customer's words. words: what was said,
    for the console only; mail and push never carry it. key: what this is about: the same key tells a person once, ever.
    but: who acted, and need not be told. Who is disabled is left out. Two statements. Raises TooManyTold.
    """
    ids = sorted(set(staff_ids))
    if len(ids) > MOST_PEOPLE:
        raise TooManyTold(most=MOST_PEOPLE)
    if not ids:
        return 0
    shown = {language: shorten(title[language], TITLE) for language in ("zh", "en")}
    told = await store.give(tx, ids, kind, ticket_id, shown, shorten(words, WORDS), key, but.id if but and but.kind == "staff" else 0)
    if told:
        await enqueue(tx, jobs.deliver, jobs.Given(told))
    return len(told)


async def see(kit: Kit, actor: Actor, upto: int, ids: Sequence[int] | None = None, ticket_id: int | None = None) -> int:
    """The actor has seen their notices up to an id: all, only these, or only those of a ticket. Returns what is left unseen."""
    seen = await store.see(kit.db, actor.id, upto, ids, ticket_id)
    left = (await store.unseen(kit.db, [actor.id])).get(actor.id, 0)
    if seen:
        await tell(kit.bus, "staff", actor.id, live.seen(seen, left))
    return left


async def unseen(db: Reads, staff_id: int) -> int:
    """How many notices somebody has not seen."""
    return (await store.unseen(db, [staff_id])).get(staff_id, 0)


async def choose(kit: Kit, actor: Actor, fields: dict[str, Any]) -> None:
    """Sets these fields of the actor's ``Choice``; of ways, those of the kinds that are named. Raises Invalid."""
    if unknown := set(fields.get("ways", {})) - set(KINDS):
        raise Invalid(errors=[{"field": f"ways.{min(unknown)[:40]}", "why": "no such kind"}])
    if not fields:
        raise Invalid(errors=[{"field": "", "why": "nothing to change"}])
    async with transaction(kit.db) as tx:
        before = await due_store.choice(tx, actor.id)
        chosen = msgspec.structs.replace(before, **{**fields, "ways": {**before.ways, **fields.get("ways", {})}})
        quiet = chosen.quiet
        if quiet and quiet.begins == quiet.ends:
            raise Invalid(errors=[{"field": "quiet.ends", "why": "the same as the beginning"}])
        await due_store.save_choice(tx, actor.id, chosen)
        hours = {"begins": quiet.begins, "ends": quiet.ends} if quiet else None
        ways = {kind: [str(way) for way in ways] for kind, ways in chosen.ways.items()}
        await emit(tx, f"staff:{actor.id}", actor, NoticesChosen(ways, hours, chosen.urgent))

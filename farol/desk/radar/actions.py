"""Noticing tickets that look alike, and a person's word on it."""

from typing import Any

from farol.core.tickets.log_store import bump
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound

from . import store
from .events import LookalikeFound, LookalikeSettled
from .model import values
from .problems import SettledAlready

Heads = dict[int, int]


async def compare_words(tx: Tx, ticket_id: int, seq: int) -> Heads:
    """Looks for other tickets with the ids and addresses of a customer's message: tickets that have something to tell, and their seq."""
    said = await store.said(tx, ticket_id, seq)
    found = values(said["body"]) if said and said["merged_into"] is None else []
    if not said or not found:
        return {}
    await store.keep(tx, ticket_id, said["customer_id"], said["at"], found)
    return await _tell(tx, ticket_id, await store.same_words(tx, ticket_id, said["customer_id"], said["at"], found))


async def compare_reason(tx: Tx, ticket_id: int) -> Heads:
    """Looks for open tickets of the same customer about the same."""
    return await _tell(tx, ticket_id, await store.same_reason(tx, ticket_id))


async def _tell(tx: Tx, ticket_id: int, others: list[Any]) -> Heads:
    heads: Heads = {}
    await tx.execute(store.HOLD, [ticket_id, *(other["ticket_id"] for other in others)])
    for other in others:
        if other["ours"] and await store.made_of(tx, ticket_id, other["ticket_id"]):
            continue
        pair = await store.found(tx, ticket_id, other["ticket_id"], other["kind"], other["value"], other["ours"])
        if pair is None:
            continue
        event = LookalikeFound(pair["id"], pair["other_id"], await store.number(tx, pair["other_id"]), other["kind"], other["ours"])
        heads[pair["ticket_id"]] = await _emit(tx, SYSTEM, pair["ticket_id"], event)
    return heads


async def _emit(tx: Tx, actor: Actor, ticket_id: int, event: LookalikeFound | LookalikeSettled) -> int:
    seq = await bump(tx, ticket_id)
    await emit(tx, f"ticket:{ticket_id}", actor, event, seq=seq)
    return seq


async def settle(kit: Kit, actor: Actor, lookalike_id: int, state: str) -> None:
    """The two are ``different``, or not settled after all (``open``). Doing it again changes nothing. Raises NotFound, SettledAlready."""
    async with transaction(kit.db) as tx:
        pair = await tx.fetchrow(store.LOCK, lookalike_id)
        if pair is None:
            raise NotFound
        if pair["state"] == "merged":
            raise SettledAlready
        if pair["state"] == state:
            return
        await tx.execute(store.SETTLE, lookalike_id, state, actor.id)
        seq = await _emit(tx, actor, pair["ticket_id"], LookalikeSettled(lookalike_id, pair["other_id"], state))
    await wake(kit.bus, f"ticket:{pair['ticket_id']}", seq)

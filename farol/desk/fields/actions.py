"""Filling the fields of a ticket; defining fields and stages."""

from collections.abc import Sequence
from typing import Any

import msgspec

from farol.core import chains
from farol.core.people.model import RIGHTS
from farol.core.reasons import reasons
from farol.core.tickets import merged_store
from farol.core.tickets.checks import before_status, check_told
from farol.core.tickets.problems import Merged
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.db import Reads, Tx
from farol.kit.events import emit, wake
from farol.kit.permission import SYSTEM, Actor, Can
from farol.kit.problem import Invalid, NotAllowed, NotFound

from . import define_store, store
from .events import FieldRetired, FieldSaved, FieldsSet, StageRetired, StageSaved
from .model import MOST_FIELDS, Field, Filled, Values, slots, wanted
from .problems import FieldsChanged, FieldsMissing, FixedOnceMade, TooManyFields
from .stages import MOST, SEED, StageLine
from .values import stored

FOUND = 3
"""Values found in the customer's words that are offered for a field."""


async def values(reads: Reads, actor: Actor, ticket_id: int, wrote: Sequence[str] | None = None) -> Values:
    """A ticket's fields as the actor sees them. wrote: the customer's words, the newest first, where they are read already. Raises NotFound."""
    row, fields, kept = await _read(reads, actor, ticket_id)
    empty = {f.kind for f in fields if kept.get(f.key) is None}
    looked_for = empty & {"txid", "address", "amount"}
    found = _found((await store.wrote(reads, ticket_id) if wrote is None else wrote)[: store.WROTE_MOST]) if looked_for else {}
    return Values(row["reason"], [
        Filled(f, kept.get(f.key), found.get(f.kind, [])[:FOUND] if kept.get(f.key) is None else []) for f in fields], row["seq"])


async def _read(reads: Reads, actor: Actor, ticket_id: int) -> tuple[Any, list[Field], dict[str, Any]]:
    row = await store.shown(reads, ticket_id, actor.id)
    if row is None:
        raise NotFound
    kept = row["fields"] | row["apart"]
    return row, wanted(msgspec.convert(row["defined"], list[Field]), row["reason"], row["role"], set(kept)), kept


def _found(texts: Sequence[str]) -> dict[str, list[Any]]:
    """Ids, addresses and amounts in what the customer wrote, the newest first, by kind of field."""
    found: dict[str, list[Any]] = {"txid": [], "address": [], "amount": []}
    for text in texts:
        for each in chains.find(text):
            if each.verdict != "wrong":
                _once(found[each.kind], each.value)
        for mention in chains.mentions(text):
            if mention.kind == "amount":
                _once(found["amount"], {"amount": mention.value, "coin": mention.coin})
    return found


def _once(values: list[Any], value: Any) -> None:
    if value not in values:
        values.append(value)


async def fill(kit: Kit, actor: Actor, ticket_id: int, new: dict[str, Any], was: dict[str, Any]) -> Values:
    """Sets these fields, null to empty one, if each still stands as it was seen: all fields of the ticket.

    was: the values seen, null for an empty one; a field that is not named there is set whatever it holds.
    Raises NotAllowed, NotFound, Invalid for a field the ticket does not have, FieldInvalid, FieldsChanged, Merged.
    """
    async with db.transaction(kit.db) as tx:
        seq = await fill_in(tx, actor, ticket_id, new, was)
        after = await values(tx, actor, ticket_id)
    if seq:
        await wake(kit.bus, f"ticket:{ticket_id}", seq)
    return after


async def fill_in(tx: Tx, actor: Actor, ticket_id: int, new: dict[str, Any], was: dict[str, Any]) -> int | None:
    """``fill`` within a transaction of the caller's, who wakes ``ticket:ID`` with the seq; None when nothing changed."""
    if not actor.may(Can.TICKET_NOTE):
        raise NotAllowed
    await store.hold(tx, ticket_id)
    row, fields, kept = await _read(tx, actor, ticket_id)
    if row["merged_into"] is not None and (into := await merged_store.goes_on(tx, ticket_id)):
        raise Merged(into=into.number)
    known = {field.key: field for field in fields}
    if strange := sorted((new.keys() | was.keys()) - known.keys()):
        raise Invalid(errors=[{"field": f"values.{strange[0][:60]}", "why": "not a field of this ticket"}])
    made = {key: stored(known[key], value) for key, value in new.items()}
    changed = {key: value for key, value in made.items() if kept.get(key) != value}
    if lost := [key for key in changed if key in was and kept.get(key) != was[key]]:
        raise FieldsChanged(now={key: kept.get(key) for key in lost}, by=await store.set_by(tx, ticket_id, lost))
    if not changed:
        return None
    open_ = {key: value for key, value in changed.items() if not known[key].roles}
    apart = {key: value for key, value in changed.items() if known[key].roles}
    seq = await store.put(tx, ticket_id, _with(row["fields"], open_), _with(row["apart"], apart) if apart else None)
    await emit(tx, f"ticket:{ticket_id}", actor, FieldsSet(open_, sorted(apart)), seq=seq)
    return seq


def _with(stands: dict[str, Any], changed: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in (stands | changed).items() if value is not None}


@before_status
async def all_filled(tx: Tx, actor: Actor, ticket_id: int, status: str) -> None:
    """Staff resolve a ticket when the fields it must have are filled. What an actor may not see is not asked of them."""
    if status != "resolved" or actor.kind != "staff":
        return
    _, fields, kept = await _read(tx, actor, ticket_id)
    if missing := [f for f in fields if f.required and kept.get(f.key) is None]:
        raise FieldsMissing(
            missing=[{"key": f.key, "zh": f.zh, "en": f.en} for f in missing],
            zh="、".join(f.zh for f in missing), en=", ".join(f.en for f in missing))


async def save_field(kit: Kit, actor: Actor, field: Field) -> None:
    """Makes a field, or changes one; retired, it is in use again. Raises Invalid, FixedOnceMade, TooManyFields."""
    _check(field)
    async with db.transaction(kit.db) as tx:
        await check_told(tx, actor, field.zh, field.en, *(text for one in field.options for text in (one.zh, one.en)))
        await define_store.lock(tx)
        stands = await define_store.field(tx, field.key)
        if stands and (stands["kind"], stands["apart"]) != (field.kind, bool(field.roles)):
            raise FixedOnceMade(what="kind" if stands["kind"] != field.kind else "roles")
        if not stands and len(await define_store.fields(tx)) >= MOST_FIELDS:
            raise TooManyFields(most=MOST_FIELDS)
        await define_store.save_field(tx, field)
        await emit(tx, "field_set:1", actor, FieldSaved(field.key, field.kind, field.required, field.reasons, field.roles))


def _check(field: Field) -> None:
    values = [option.value for option in field.options]
    families = {code.split(".")[0] for code in reasons()}
    slot = slots().get(field.key)
    for wrong, name, why in (
        (slot is not None and slot.kind != field.kind, "kind", f"the reasons ask for {field.key} as {slot.kind if slot else ''}"),
        ((field.kind == "choice") != bool(values), "options", "wanted for a choice, and only there"),
        (len(set(values)) != len(values), "options", "one is there twice"),
        (not set(field.roles) <= RIGHTS.keys(), "roles", "not one of the roles"),
        (not set(field.reasons) <= reasons().keys() | families, "reasons", "not a reason nor the beginning of one"),
    ):
        if wrong:
            raise Invalid(errors=[{"field": name, "why": why}])


async def retire_field(kit: Kit, actor: Actor, key: str) -> None:
    """No longer asked for; values stay. Raises NotFound."""
    async with db.transaction(kit.db) as tx:
        if not await define_store.retire_field(tx, key):
            raise NotFound
        await emit(tx, "field_set:1", actor, FieldRetired(key))


async def save_stage(kit: Kit, actor: Actor, stage: StageLine) -> None:
    """Makes a stage, or changes one; retired, it can be chosen again. Raises FixedOnceMade, TooManyFields."""
    async with db.transaction(kit.db) as tx:
        await check_told(tx, actor, stage.shown_zh, stage.shown_en)
        await define_store.lock(tx)
        await _put_stage(tx, actor, stage)


async def _put_stage(tx: Tx, actor: Actor, stage: StageLine) -> None:
    category = await define_store.category(tx, stage.key)
    if category not in (None, stage.category):
        raise FixedOnceMade(what="status")
    if category is None and len(await define_store.stages(tx)) >= MOST:
        raise TooManyFields(most=MOST)
    await define_store.save_stage(tx, stage)
    await emit(tx, "stage_set:1", actor, StageSaved(stage.key, stage.category))


async def retire_stage(kit: Kit, actor: Actor, key: str) -> None:
    """It can no longer be chosen; tickets in it stay until they move. Raises NotFound."""
    async with db.transaction(kit.db) as tx:
        if not await define_store.retire_stage(tx, key):
            raise NotFound
        await emit(tx, "stage_set:1", actor, StageRetired(key))


async def seed(kit: Kit) -> None:
    """The stages most desks need, where there has never been a field or a stage."""
    async with db.transaction(kit.db) as tx:
        await define_store.lock(tx)
        if not await define_store.ever(tx):
            for stage in SEED:
                await _put_stage(tx, SYSTEM, stage)

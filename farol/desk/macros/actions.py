"""Verbs of macros: written, planned for the next reply, carried out when it is said."""

from typing import Any

import asyncpg
import msgspec

from farol.core.people import actions as people
from farol.core.reasons import reasons
from farol.core.tickets.log_store import bump
from farol.core.urgency.problems import HumanOnly
from farol.core.urgency.silence import silent
from farol.desk.conditions import store as conditions
from farol.desk.effects import actions as effecting
from farol.desk.effects.model import NEEDS, OF_MACROS, may, parse
from farol.desk.guard.actions import keep_kept
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.db import Reads, Tx
from farol.kit.events import emit
from farol.kit.i18n import Lang, canonical
from farol.kit.permission import SYSTEM, Actor, Can
from farol.kit.problem import Conflict, NotAllowed, NotFound

from . import defaults, store, times
from .events import MacroApplied, MacroRemoved, MacroSaved
from .model import LONGEST, NAME, SHORTCUT, Draft, Macro, PlannedEffect, Prepared
from .problems import MacroEmpty, MacroTeamMissing, MacroTooLong, MacroVariableUnknown, ShortcutTaken
from .variables import Values, fill, unknown


def draft_of(given: Any, effects: Any) -> Draft:
    """A macro as it was typed, tidied. Raises EffectInvalid."""
    return Draft(given.scope, given.team_id, given.name_zh.strip(), given.name_en.strip(), given.shortcut.strip().lstrip("/").casefold(),
                 given.zh.strip(), given.en.strip(), parse(effects, OF_MACROS))


async def check(reads: Reads, actor: Actor, draft: Draft) -> None:
    """Whether the actor may have such a macro, and whether its words may go out.

    Raises NotAllowed, MacroEmpty, MacroTooLong, MacroVariableUnknown, EffectInvalid, and what the guard of replies refuses.
    """
    if draft.scope != "me" and not actor.may(Can.MACRO_SHARE):
        raise NotAllowed
    if not (draft.name_zh and draft.name_en and (draft.zh or draft.en or draft.effects)):
        raise MacroEmpty
    if max(len(draft.zh), len(draft.en)) > LONGEST or max(len(draft.name_zh), len(draft.name_en)) > NAME or len(draft.shortcut) > SHORTCUT:
        raise MacroTooLong(most=LONGEST)
    for text in (draft.zh, draft.en):
        if word := unknown(text):
            raise MacroVariableUnknown(word=word)
    await keep_kept(reads, draft.zh, draft.en)
    may(actor, draft.effects)


async def save(kit: Kit, actor: Actor, draft: Draft, id_: int | None = None, version: int = 0) -> Macro:
    """Adds a macro, or changes the one on screen. Raises what ``check`` does, NotFound, Conflict, ShortcutTaken, MacroTeamMissing."""
    await check(kit.db, actor, draft)
    try:
        async with db.transaction(kit.db) as tx:
            if id_ is not None:
                await _own(tx, actor, id_)
            if draft.scope == "team" and not await tx.fetchval(store.TEAM, draft.team_id):
                raise MacroTeamMissing
            return await _put(tx, actor, draft, id_, version)
    except asyncpg.UniqueViolationError:
        raise ShortcutTaken from None


async def _put(tx: Tx, actor: Actor, draft: Draft, id_: int | None, version: int) -> Macro:
    saved = await store.save(tx, draft, actor.id, actor.ref, id_, version)
    if saved is None:
        raise Conflict
    await emit(tx, f"macro:{saved[0]}", actor, MacroSaved(saved[1], draft.name_zh, draft.name_en))
    made = await store.by_id(tx, saved[0])
    assert made
    return msgspec.structs.replace(made, editable=True)


async def remove(kit: Kit, actor: Actor, id_: int) -> None:
    """It is offered no more; what went out with it stays as it is. Raises NotFound."""
    async with db.transaction(kit.db) as tx:
        await _own(tx, actor, id_)
        names = await store.remove(tx, id_, actor.ref)
        if names is None:
            raise NotFound
        await emit(tx, f"macro:{id_}", actor, MacroRemoved(*names))


async def _own(tx: Tx, actor: Actor, id_: int) -> None:
    """One's own, or with the right those of others that are shared. Raises NotFound, NotAllowed."""
    found = await store.one(tx, actor.id, actor.may(Can.MACRO_SHARE), id_)
    if found is None:
        raise NotFound
    if not editable(actor, found):
        raise NotAllowed


def editable(actor: Actor, macro: Macro) -> bool:
    """Whether the actor may change it; of scope ``me`` one sees only one's own."""
    return macro.scope == "me" or actor.may(Can.MACRO_SHARE)


async def mine(reads: Reads, actor: Actor) -> list[Macro]:
    """Those the actor may use."""
    found = await store.seen(reads, actor.id, actor.may(Can.MACRO_SHARE))
    return [msgspec.structs.replace(macro, editable=editable(actor, macro)) for macro in found]


async def prepare(kit: Kit, reads: Reads, actor: Actor, ticket_id: int, id_: int) -> tuple[Macro, Prepared]:
    """The macro filled for this ticket, in its customer's language. Nothing is done. Raises NotFound, HumanOnly where a person may be in danger."""
    if await silent(reads, ticket_id):
        raise HumanOnly
    macro = await store.one(reads, actor.id, actor.may(Can.MACRO_SHARE), id_)
    row = await store.values(reads, ticket_id) if macro else None
    if macro is None or row is None:
        raise NotFound
    return macro, await fitted(kit, reads, actor, ticket_id, macro, row)


async def fitted(kit: Kit, reads: Reads, actor: Actor, ticket_id: int, macro: Macro, row: Any, lang: Lang | None = None) -> Prepared:
    """The same for whoever has read the macro and what ``store.values`` says of the ticket, and knows that it is not for people only.

    lang: which of its texts, where nobody translated it into the customer's language.
    """
    text, language = macro.draft.text(lang or row["language"])
    wanted = canonical(row["language"])
    words = await store.translated(reads, macro.id, wanted, macro.version) if wanted not in ("zh-Hans", "en", "und") else None
    now, promise_by = clock.now(), None
    if any(effect.do == "promise" for effect in macro.effects):
        [facts] = await conditions.facts(reads, [ticket_id])
        promise_by = await times.promise_by(reads, facts, macro.effects, now)
    reason = reasons().get(row["reason"] or "")
    values = Values(
        actor.alias or actor.name, row["name"], kit.settings.brand, f"{kit.settings.public_url}/help", f"{kit.settings.public_url}/stolen", row["number"],
        (reason.zh if language == "zh" else reason.en) if reason else "", row["subject"], promise_by or row["promise_by"], now,
        row["time_zone"])
    filled = fill(words or text, values, language)
    effects = [PlannedEffect(e.do, e.value, actor.may(NEEDS[e.do])) for e in macro.effects]
    return Prepared(
        macro.id, macro.version, macro.name_zh, macro.name_en, wanted if words else language, filled.text, filled.missing, effects, promise_by)


async def plan(kit: Kit, actor: Actor, ticket_id: int, id_: int) -> Prepared:
    """What it does is done with the actor's next public words in this ticket; it takes the place of what was planned. Raises NotFound."""
    async with db.transaction(kit.db) as tx:
        macro, prepared = await prepare(kit, tx, actor, ticket_id, id_)
        await store.plan(tx, ticket_id, actor.id, macro, prepared.promise_by)
    return prepared


async def unplan(kit: Kit, actor: Actor, ticket_id: int) -> None:
    """The next words go out as they are."""
    await kit.db.execute(store.DROP, ticket_id, actor.id)


async def carry_out(tx: Tx, ticket_id: int, staff_id: int, seq: int) -> int | None:
    """Does what was planned for the words of this seq, with the rights their speaker has now: the last seq spent, None for nothing."""
    planned = await store.take(tx, ticket_id, staff_id, seq)
    actor = await people.acting(tx, staff_id) if planned else None
    if planned is None or actor is None:
        return None
    [facts] = await conditions.facts(tx, [ticket_id])
    cause = effecting.Cause(f"macro:{planned.macro_id}:{ticket_id}:{seq}", planned.name_zh, planned.name_en, planned.promise_by)
    done = await effecting.carry_out(tx, actor, facts, planned.effects, cause)
    await tx.execute(store.USED, planned.macro_id)
    outcomes = [msgspec.to_builtins(outcome) for outcome in done.outcomes]
    last = await bump(tx, ticket_id)
    event = MacroApplied(planned.macro_id, planned.version, planned.name_zh, planned.name_en, outcomes)
    await emit(tx, f"ticket:{ticket_id}", actor, event, seq=last)
    return last


async def seed(kit: Kit) -> None:
    """The macros a desk begins with, where there has never been one."""
    async with db.transaction(kit.db) as tx:
        await tx.execute(store.SEED_LOCK)
        if not await tx.fetchval(store.ANY):
            await store.seed(tx, defaults.macros(), SYSTEM.ref, MacroSaved.kind)

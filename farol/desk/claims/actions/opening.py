"""A lead opens claims for an incident and publishes how they are worked out."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from farol.core.tickets.checks import check_told
from farol.core.tickets.problems import ClientIdReused
from farol.desk.claims import store
from farol.desk.claims.events import ClaimSheetPublished, ClaimWindowOpened
from farol.desk.claims.model import LiquidationRule, Published, Sheet, Window
from farol.desk.claims.problems import SheetWrong
from farol.desk.guard.never import never
from farol.desk.threads.telling import After
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor
from farol.kit.problem import Conflict, Invalid, NotFound

from .assessing import Of, compute
from .telling import note_window


async def open_window(
    kit: Kit, actor: Actor, client_id: UUID, incident_id: int, *, zh: str, en: str, from_at: datetime, until_at: datetime, closes_at: datetime,
) -> Window:  # fmt: skip
    """The same client_id opens it once. Claims end after what counts has. Raises NotFound, Invalid, ClientIdReused."""
    wrong = [field for field, bad in (
        ("zh", not zh.strip() or "\0" in zh), ("en", not en.strip() or "\0" in en), ("until_at", until_at <= from_at),
        ("closes_at", closes_at <= clock.now() or closes_at < until_at)) if bad]
    if wrong:
        raise Invalid(errors=[{"field": field, "why": "cannot be right"} for field in wrong])
    after = After()
    async with transaction(kit.db) as tx:
        if await tx.fetchval(store.INCIDENT, incident_id) is None:
            raise NotFound
        await check_told(tx, actor, zh, en)
        id_, new = await store.open_window(tx, client_id, incident_id, zh.strip(), en.strip(), from_at, until_at, closes_at, actor.id)
        found = await store.window(tx, id_)
        assert found
        if (found.incident_id, found.from_at, found.until_at, found.closes_at) != (incident_id, from_at, until_at, closes_at):
            raise ClientIdReused
        if new:
            await note_window(tx, actor, id_, ClaimWindowOpened(id_, incident_id), after)
    await after.say(kit)
    return found


async def publish(kit: Kit, actor: Actor, window_id: int, version: int, sheet: Sheet, words: str) -> list[Published]:
    """A new version, which stays as it is; claims that nobody decided are worked out anew. version: of the one that was changed, 0 for
    the first. Raises NotFound, SheetWrong, Conflict."""
    faults = _faults(sheet)
    if faults or "\0" in words:
        raise SheetWrong(errors=faults or [{"field": "words", "why": "holds a NUL character"}])
    after = After()
    async with transaction(kit.db) as tx:
        if await tx.fetchval(store.LOCK_WINDOW, window_id) is None:
            raise NotFound
        await check_told(tx, actor, *(text for one in sheet.exclusions for text in (one.zh, one.en)))
        known = await store.sheets(tx, window_id)
        if (known[0].version if known else 0) != version or not await store.publish(tx, window_id, version + 1, sheet, words.strip(), actor.id):
            raise Conflict
        await note_window(tx, actor, window_id, ClaimSheetPublished(window_id, version + 1), after)
        await enqueue(tx, compute, Of(window_id), key=f"claims.compute:{window_id}:{version + 1}")
    await after.say(kit)
    return await store.sheets(kit.db, window_id)


def _faults(sheet: Sheet) -> list[dict[str, str]]:
    found, seen = list[dict[str, str]](), set[tuple[str, str]]()
    for n, rule in enumerate(sheet.rules):
        key = ("liquidation" if isinstance(rule, LiquidationRule) else "refused_order", rule.symbol)
        if key in seen:
            found.append({"field": f"sheet.rules[{n}].symbol", "why": "is there already"})
        seen.add(key)
    for n, one in enumerate(sheet.exclusions):
        if any(never(one.zh)) or any(never(one.en)) or "\0" in one.zh + one.en:
            found.append({"field": f"sheet.exclusions[{n}]", "why": "asks for what support never asks for"})
    if sheet.most is not None and Decimal(sheet.most) < Decimal(sheet.least):
        found.append({"field": "sheet.most", "why": "below the least"})
    return found

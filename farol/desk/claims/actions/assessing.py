"""Logs are read from the exchange and the sheet is applied. The jobs stand beside their verbs, which queue them."""

import msgspec
import structlog

from farol.core.exchange import CoreLink, ExchangeDown, ExchangeRefused
from farol.core.exchange.asking import MOST_LISTED
from farol.core.exchange.model import Liquidation, Order, Why
from farol.core.exchange.problems import NotOffered
from farol.desk.claims import store
from farol.desk.claims.events import ClaimAssessed, ClaimLineLeftOut
from farol.desk.claims.formula import Logs, inside, logs_of, needs
from farol.desk.claims.formula import compute as by_sheet
from farol.desk.claims.model import Claim, Published
from farol.desk.claims.problems import ClaimMoved
from farol.desk.threads.telling import After, note
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.jobs import enqueue, job
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import Invalid, NotFound

log = structlog.get_logger()
PART = "logs_cut"
"""The exchange lists no more than so many lines, so there may be others: nobody decides on a part."""


async def assess(kit: Kit, claim_id: int) -> None:
    """Reads the logs of the window once it is over, keeps them, and works the claim out.

    Logs that the sheet works from and the exchange does not offer are no empty logs: NotOffered. Raises ExchangeDown, ExchangeRefused.
    """
    found = await store.claim(kit.db, store.ONE, claim_id)
    window = await store.window(kit.db, found.window_id) if found else None
    if found is None or window is None or found.state != "claimed" or window.until_at > clock.now():
        return
    wanted = needs((await store.sheets(kit.db, found.window_id))[0].sheet)
    link, why = kit.get(CoreLink), Why(found.ticket, "claim.assess", "system:0")
    liquidations, orders = list[Liquidation](), list[Order]()
    try:
        liquidations = await link.liquidations(why, found.uid, window.from_at)
    except NotOffered:
        if "liquidations" in wanted:
            raise
    try:
        orders = await link.orders(why, found.uid, window.from_at)
    except NotOffered:
        if "orders" in wanted:
            raise
    whole = max(len(liquidations), len(orders)) < MOST_LISTED
    logs = inside(Logs(liquidations, orders, clock.now(), whole), window.from_at, window.until_at)
    after = After()
    async with transaction(kit.db) as tx:
        now = await store.claim(tx, store.ONE, claim_id, lock=claim_id)
        sheets = await store.sheets(tx, found.window_id)
        if now is None or now.state != "claimed" or not sheets:
            return
        await tx.execute(store.KEEP_LOGS, claim_id, msgspec.to_builtins(logs))
        await _compute(tx, msgspec.structs.replace(now, logs=msgspec.to_builtins(logs)), sheets[0], after)
    await after.say(kit)


async def leave_out(kit: Kit, actor: Actor, claim_id: int, line: str, exclusion: int | None) -> Claim:
    """A line is left out by an exclusion of the sheet, by its number, or taken in again. Raises NotFound, ClaimMoved, Invalid."""
    after = After()
    async with transaction(kit.db) as tx:
        found = await store.claim(tx, store.ONE, claim_id, lock=claim_id)
        if found is None:
            raise NotFound
        sheet = next(iter(await store.sheets(tx, found.window_id)), None)
        if sheet is None or found.state != "assessed" or found.version != sheet.version:  # by another sheet the numbers mean something else
            raise ClaimMoved(state=found.state)
        if line not in {one.key for one in found.lines} or (exclusion is not None and not 0 <= exclusion < len(sheet.sheet.exclusions)):
            raise Invalid(errors=[{"field": "line", "why": "no such line or exclusion"}])
        excluded = {key: n for key, n in found.excluded.items() if key != line} | ({} if exclusion is None else {line: exclusion})
        await tx.execute(store.EXCLUDE, claim_id, excluded)
        await note(tx, actor, found.ticket_id, ClaimLineLeftOut(claim_id, line, exclusion), after)
        await _compute(tx, msgspec.structs.replace(found, excluded=excluded), sheet, after)
        found = await store.claim(tx, store.ONE, claim_id)
        assert found
    await after.say(kit)
    return found


async def compute_window(kit: Kit, window_id: int) -> bool:
    """Works out anew what was worked out by an older version, some at a time: whether there may be more."""
    sheets = await store.sheets(kit.db, window_id)
    rows = await kit.db.fetch(store.TO_COMPUTE, window_id, sheets[0].version) if sheets else []
    for row in rows:
        after = After()
        async with transaction(kit.db) as tx:
            found = await store.claim(tx, store.ONE, row["id"], lock=row["id"])
            if found and found.state == "assessed" and found.logs is not None:
                # Exclusions have numbers of their version: with another sheet somebody leaves lines out anew.
                await tx.execute(store.EXCLUDE, found.id, {})
                await _compute(tx, msgspec.structs.replace(found, excluded={}), sheets[0], after)
        await after.say(kit)
    return bool(rows)


async def read_waiting(kit: Kit) -> None:
    """Reads the logs of claims that were made while the exchange was down or before their time was over, and works out anew what a sheet
    of the same moment passed by."""
    for row in await kit.db.fetch(store.UNREAD):
        await _read(kit, row["id"])
    for row in await kit.db.fetch(store.STALE):
        await compute_window(kit, row["window_id"])


async def _read(kit: Kit, claim_id: int) -> None:
    try:
        await assess(kit, claim_id)
    except (ExchangeDown, ExchangeRefused) as problem:
        log.warning("claim.no_logs", claim=claim_id, why=problem.code)
        await kit.db.execute(store.WHY, claim_id, problem.code)


async def _compute(tx: Tx, found: Claim, sheet: Published, after: After) -> None:
    logs = logs_of(found.logs)
    result = by_sheet(sheet.sheet, logs, found.excluded)
    if await store.computed(tx, found.id, sheet.version, result, "" if logs.whole else PART):
        await note(tx, SYSTEM, found.ticket_id, ClaimAssessed(found.id, sheet.version, str(result.amount)), after)


class Reading(msgspec.Struct, frozen=True):
    claim_id: int


@job("claims.read", Reading)
async def read(kit: Kit, reading: Reading) -> None:
    """Reads the logs of a new claim; while the exchange is down the minute's look goes on."""
    await _read(kit, reading.claim_id)


class Of(msgspec.Struct, frozen=True):
    window_id: int


@job("claims.compute", Of)
async def compute(kit: Kit, of: Of) -> None:
    """A new version of the sheet holds for all that is not decided."""
    if await compute_window(kit, of.window_id):
        async with transaction(kit.db) as tx:
            await enqueue(tx, compute, of)

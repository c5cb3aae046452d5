"""Sealing: what stood at the exchange at that moment is read once, kept as it came with its digest, and never changed."""

import asyncio
import hashlib
import re
from collections.abc import Awaitable
from datetime import datetime, timedelta
from typing import Any

import msgspec
import structlog

from farol.core.exchange import CoreLink, ExchangeDown, ExchangeRefused
from farol.core.exchange.model import User, Why, Withdrawal
from farol.core.exchange.states import OwnerClass
from farol.desk.threads.telling import After, note
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.jobs import enqueue, job
from farol.kit.permission import SYSTEM
from farol.trust.emergency import seat_store, store
from farol.trust.emergency.events import SnapshotSealed
from farol.trust.emergency.model import GONE, LOOKED_BACK, Case, Outgoing

FORM = "farol.emergency.snapshot/1"
BACK = timedelta(days=30)
MOST_CLASSED = 20
WAITS_S, MOST_WAIT_S, MOST_TIMES = 15, 600, 60
OWNERS = {
    OwnerClass.MINE_CURRENT: "own", OwnerClass.MINE_EXPIRED: "own", OwnerClass.INTERNAL_OTHER: "internal", OwnerClass.PLATFORM_HOT: "internal",
    OwnerClass.EXTERNAL: "external",
}
COUNTRY = re.compile(r"[A-Z]{2}")
log = structlog.get_logger()


class Sealing(msgspec.Struct, frozen=True):
    """times: how often it was tried before."""

    emergency_id: int
    times: int


def why(case: Case, purpose: str) -> Why:
    """What justifies the reads: the customer's own ticket."""
    return Why(case.number, f"emergency.{purpose}", f"customer:{case.customer_id}")


async def seal(kit: Kit, emergency_id: int) -> bool:
    """Reads security, sign-ins, withdrawals, addresses and keys, and seals them; False while there is something left to seal. What the exchange refuses or does not
    offer is named as missing; while it does not answer nothing is sealed. Sealed once is sealed."""
    case, found = await store.case(kit.db, store.BY_ID, emergency_id), await store.freeze(kit.db, emergency_id)
    if case is None or found is None or await seat_store.seal_of(kit.db, emergency_id):
        return True
    link, asked, since = kit.get(CoreLink), why(case, "snapshot"), found.asked_at - BACK
    reads: dict[str, Awaitable[Any]] = {
        "user": link.user(asked, found.uid), "security": link.security(asked, found.uid), "sessions": link.sessions(asked, found.uid, since),
        "withdrawals": link.withdrawals(asked, found.uid, since), "deposits": link.deposits(asked, found.uid, since),
        "api_keys": link.api_keys(asked, found.uid),
    }
    results = dict(zip(reads, await asyncio.gather(*reads.values(), return_exceptions=True), strict=True))
    if any(isinstance(result, ExchangeDown) for result in results.values()):
        return False
    missing = [name for name, result in results.items() if isinstance(result, ExchangeRefused)]
    for result in results.values():
        if isinstance(result, BaseException) and not isinstance(result, ExchangeRefused):
            raise result
    told: dict[str, Any] = {name: result for name, result in results.items() if name not in missing}
    withdrawals: list[Withdrawal] = told.get("withdrawals", [])
    told["addresses"] = sorted({(one.network, one.address, one.memo) for one in withdrawals if one.address})
    now = clock.now()
    body = msgspec.json.encode({
        "form": FORM, "case": case.number, "uid": found.uid, "asked_at": found.asked_at, "read_at": now, "missing": missing, "exchange": told,
    }, order="sorted")  # fmt: skip
    digest, made = hashlib.sha256(body).hexdigest(), After()
    async with transaction(kit.db) as tx:
        await store.ticket(tx, case.ticket_id)
        if await seat_store.seal(tx, emergency_id, now, body, digest):
            await seat_store.keep_outgoing(tx, emergency_id, left(withdrawals, found.asked_at), now)
            await tx.execute(store.PLACE, emergency_id, _country(told.get("user")))
            await note(tx, SYSTEM, case.ticket_id, SnapshotSealed(digest, missing), made)
    await made.say(kit)
    await classify(kit, emergency_id)
    return True


def _country(user: User | None) -> str:
    return user.country if user and COUNTRY.fullmatch(user.country) else ""


class Placing(msgspec.Struct, frozen=True):
    emergency_id: int


@job("emergency.place", Placing)
async def place_later(kit: Kit, due: Placing) -> None:
    """Which country the account is of, so that whoever comes has the right crisis line. Nobody waits for it."""
    case = await store.case(kit.db, store.BY_ID, due.emergency_id)
    if case is None or not case.uid or case.country:
        return
    try:
        user = await kit.get(CoreLink).user(why(case, "place"), case.uid)
    except (ExchangeDown, ExchangeRefused):
        return
    await kit.db.execute(store.PLACE, case.id, _country(user))


async def seal_now(kit: Kit, emergency_id: int) -> None:
    """The same beside something that does not wait for it."""
    await seal(kit, emergency_id)


def left(withdrawals: list[Withdrawal], asked_at: datetime) -> list[Outgoing]:
    """Those that had left when the freeze was asked for, of the last three days. Whose the addresses are is not known yet."""
    found = [
        Outgoing(one.withdrawal_id, one.coin, one.network, one.amount, one.txid, one.address, str(one.state), one.updated_at or one.created_at,
                 "internal" if one.internal_transfer else "unknown", "unknown")
        for one in withdrawals if str(one.state) in GONE and (at := one.updated_at or one.created_at) and at >= asked_at - LOOKED_BACK]
    return found[:50]


async def classify(kit: Kit, emergency_id: int) -> None:
    """Asks the exchange whose the addresses are that coins went to: another account there, or outside. Never the owner's name."""
    case, found = await store.case(kit.db, store.BY_ID, emergency_id), await seat_store.outgoing(kit.db, emergency_id)
    if case is None or not found:
        return
    link, asked = kit.get(CoreLink), why(case, "trace")

    async def one(each: Outgoing) -> Outgoing:
        if each.cls != "unknown" or not each.address:
            return each
        try:
            told = await link.classify(asked, each.address, each.network, case.uid)
        except (ExchangeDown, ExchangeRefused):
            return each
        return msgspec.structs.replace(each, cls=OWNERS.get(told.owner, "unknown"), risk=told.risk)

    classed = list(await asyncio.gather(*(one(each) for each in found[:MOST_CLASSED])))
    if classed != found[:MOST_CLASSED]:
        async with transaction(kit.db) as tx:
            await seat_store.keep_outgoing(tx, emergency_id, classed, clock.now())


@job("emergency.seal", Sealing)
async def seal_later(kit: Kit, due: Sealing) -> None:
    """Seals what was not sealed at once; comes back with growing pauses while the exchange does not answer."""
    if await seal(kit, due.emergency_id):
        await classify(kit, due.emergency_id)
        return
    if due.times >= MOST_TIMES:
        log.error("emergency.never_sealed", emergency=due.emergency_id)
        return
    wait = min(WAITS_S * 2 ** min(due.times, 10), MOST_WAIT_S)
    async with transaction(kit.db) as tx:
        await enqueue(tx, seal_later, Sealing(due.emergency_id, due.times + 1), delay_s=wait, key=f"emergency:{due.emergency_id}:seal:{due.times}")

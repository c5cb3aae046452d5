"""Routes of claims, for staff."""

from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from statistics import median
from typing import Annotated, Any
from uuid import UUID

import msgspec

from farol.core.exchange.shapes import Text
from farol.core.tickets import visibility
from farol.core.tickets.api import possible
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.ratelimit import limit
from farol.kit.web import Body, Request, get, post
from farol.kit.web.credentials import read as credentials

from . import actions, batch_store, store
from .model import Batch, Claim, Decimals, Published, Report, Sheet, Window
from .words import formula

AnyRequest = Request[Any, Any, Any]
SAMPLE, OUTLIERS, FAR = 10, 10, 5
Title = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Words = Annotated[str, msgspec.Meta(max_length=2_000)]
Time = Annotated[datetime, msgspec.Meta(tz=True)]


class OpenBody(Body, frozen=True):
    """from_at, until_at: what counts; closes_at: until when one may claim."""

    client_id: UUID
    zh: Title
    en: Title
    from_at: Time
    until_at: Time
    closes_at: Time


class PublishBody(Body, frozen=True):
    """version: of the sheet that was changed, 0 for the first. words: why it changed."""

    version: Annotated[int, msgspec.Meta(ge=0, le=2**31 - 2)]
    sheet: Sheet
    words: Annotated[str, msgspec.Meta(max_length=400)] = ""


class WordsBody(Body, frozen=True):
    words: Words = ""


class DecideBody(Body, frozen=True):
    agree: bool
    words: Words = ""


class LineBody(Body, frozen=True):
    """exclusion: its number in the sheet, None to take the line in again."""

    line: Annotated[str, msgspec.Meta(min_length=1, max_length=300)]
    exclusion: Annotated[int, msgspec.Meta(ge=0, le=19)] | None


class AppealBody(Body, frozen=True):
    extra: Decimals
    words: Annotated[str, msgspec.Meta(min_length=1, max_length=2_000)]


class WindowView(msgspec.Struct, frozen=True):
    """formula: of the newest sheet, in plain arithmetic."""

    window: Window
    sheets: list[Published]
    formula: Text | None
    report: Report
    batches: list[Batch]
    claims: list[Claim]


class BatchView(msgspec.Struct, frozen=True):
    """outliers: far above the middle. sample: some that anybody gets alike, to look at closely. mine: I made it, so others decide."""

    batch: Batch
    outliers: list[Claim]
    sample: list[Claim]
    middle: str
    mine: bool


@get("/claim-windows", can=Can.CLAIM_SEE)
async def listing(kit: Kit) -> list[Window]:
    return await store.windows(kit.db)


@post("/incidents/{incident_id:int}/claim-windows", can=Can.CLAIM_MANAGE)
async def open_window(kit: Kit, actor: Actor, incident_id: int, data: OpenBody) -> WindowView:
    limit("claims", actor.ref, rate_per_s=0.5, burst=20)
    made = await actions.open_window(kit, actor, data.client_id, possible(incident_id), zh=data.zh, en=data.en, from_at=data.from_at,
                                     until_at=data.until_at, closes_at=data.closes_at)
    return await _window(kit, actor, made.id)


@get("/claim-windows/{window_id:int}", can=Can.CLAIM_SEE)
async def window(kit: Kit, actor: Actor, window_id: int) -> WindowView:
    return await _window(kit, actor, possible(window_id))


@post("/claim-windows/{window_id:int}/sheets", can=Can.CLAIM_MANAGE)
async def publish(kit: Kit, actor: Actor, window_id: int, data: PublishBody) -> WindowView:
    limit("claims", actor.ref, rate_per_s=0.5, burst=20)
    await actions.publish(kit, actor, possible(window_id), data.version, data.sheet, data.words)
    return await _window(kit, actor, window_id)


@post("/claims/{claim_id:int}/lines", can=Can.CLAIM_WORK)
async def leave_out(kit: Kit, actor: Actor, claim_id: int, data: LineBody) -> Claim:
    limit("claims", actor.ref, rate_per_s=2, burst=60)
    return await actions.leave_out(kit, actor, possible(claim_id), data.line, data.exclusion)


@post("/claim-windows/{window_id:int}/batches", can=Can.CLAIM_MANAGE)
async def make_batch(kit: Kit, actor: Actor, window_id: int, data: WordsBody) -> BatchView:
    limit("claims", actor.ref, rate_per_s=0.5, burst=20)
    made = await actions.make_batch(kit, actor, possible(window_id), data.words)
    return await _batch(kit, actor, made.id)


@get("/claim-batches/{batch_id:int}", can=Can.CLAIM_SEE)
async def batch(kit: Kit, actor: Actor, batch_id: int) -> BatchView:
    return await _batch(kit, actor, possible(batch_id))


@post("/claim-batches/{batch_id:int}/decision", can=Can.CLAIM_DECIDE)
async def decide(kit: Kit, actor: Actor, request: AnyRequest, batch_id: int, data: DecideBody) -> BatchView:
    limit("claims", actor.ref, rate_per_s=0.5, burst=20)
    await actions.decide_batch(kit, actor, possible(batch_id), data.words, agree=data.agree, ip=credentials(request.scope).ip)
    return await _batch(kit, actor, batch_id)


@post("/claims/{claim_id:int}/payment", can=Can.CLAIM_MANAGE)
async def pay(kit: Kit, actor: Actor, claim_id: int) -> None:
    """Once more, where one stood still."""
    limit("claims", actor.ref, rate_per_s=0.5, burst=20)
    await actions.pay(kit, possible(claim_id))


@get("/claim-appeals", can=Can.CLAIM_SEE)
async def appeals(kit: Kit, actor: Actor) -> list[Claim]:
    """Open ones, the oldest claim first."""
    return await _seen(kit, actor, await store.claims(kit.db, store.APPEALS))


@post("/claims/{claim_id:int}/appeal", can=Can.CLAIM_DECIDE)
async def decide_appeal(kit: Kit, actor: Actor, claim_id: int, data: AppealBody) -> Claim:
    limit("claims", actor.ref, rate_per_s=0.5, burst=20)
    return await actions.decide_appeal(kit, actor, possible(claim_id), data.extra, data.words)


async def report(kit: Kit, window_id: int) -> Report:
    """Counts, sums, times."""
    row = await kit.db.fetchrow(store.REPORT, window_id)
    assert row
    outcomes = {"paid": row["paid_n"], "partly": row["partly"], "refused": row["refused"]}
    return Report(row["states"], outcomes, str(row["whole"]), str(row["agreed"]), str(row["paid"]), row["appeals"], row["to_decision_s"], row["to_payment_s"])


async def _window(kit: Kit, actor: Actor, window_id: int) -> WindowView:
    found = await store.window(kit.db, window_id)
    if found is None:
        raise NotFound
    sheets = await store.sheets(kit.db, window_id)
    claims = await _seen(kit, actor, await store.claims(kit.db, store.OF_WINDOW, window_id))
    return WindowView(found, sheets, formula(sheets[0].sheet) if sheets else None, await report(kit, window_id),
                      await batch_store.batches(kit.db, window_id), claims)


async def _batch(kit: Kit, actor: Actor, batch_id: int) -> BatchView:
    found = await batch_store.batch(kit.db, batch_id)
    if found is None:
        raise NotFound
    claims = await _seen(kit, actor, await store.claims(kit.db, store.OF_BATCH, batch_id))
    middle = median([one.amount for one in claims]) if claims else Decimal(0)
    far = [one for one in claims if one.amount > middle * FAR][:OUTLIERS]
    drawn = sorted(claims, key=lambda one: sha256(f"{batch_id}:{one.id}".encode()).digest())[:SAMPLE]
    return BatchView(found, far, drawn, str(middle), found.maker_id == actor.id)


async def _seen(kit: Kit, actor: Actor, claims: list[Claim]) -> list[Claim]:
    """Those whose ticket the actor may see, without accounts and raw logs."""
    seen = await visibility.seen(kit.db, actor, [one.ticket_id for one in claims])
    return [msgspec.structs.replace(one, uid="", logs=None) for one in claims if one.ticket_id in seen]


routes = [listing, open_window, window, publish, leave_out, make_batch, batch, decide, pay, appeals, decide_appeal]

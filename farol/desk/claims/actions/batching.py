"""Many claims, one decision of two people; each claim gets its letter and is paid by itself."""

from datetime import datetime
from decimal import Decimal

from farol.core.exchange.shapes import Text
from farol.core.shield import scrub
from farol.desk.claims import batch_store, store
from farol.desk.claims.events import ClaimBatchDecided, ClaimBatchMade, ClaimDecided
from farol.desk.claims.formula import compute, logs_of
from farol.desk.claims.model import Batch
from farol.desk.claims.problems import (
    AnotherPerson,
    BatchOver,
    BatchOverLimit,
    NothingToDecide,
    SheetChanged,
    SheetMissing,
)
from farol.desk.claims.words import letter
from farol.desk.threads.telling import After, note
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor
from farol.kit.problem import NotFound
from farol.trust.proposals import limits
from farol.trust.proposals import store as proposals
from farol.trust.proposals.rules import Person, same_place

from .assessing import Of
from .assessing import compute as compute_later
from .paying import Paying, pay_one
from .telling import note_window, tell

MOST = 2000
"""Claims in one batch: as many as one transaction decides and one screen reads."""


async def make_batch(kit: Kit, actor: Actor, window_id: int, words: str) -> Batch:
    """What is worked out by the newest sheet, at most ``MOST``, for a second person to decide.

    Raises NotFound, SheetMissing, NothingToDecide, BatchOverLimit: nobody is told they get what the maker may not pay.
    """
    after = After()
    async with transaction(kit.db) as tx:
        if await tx.fetchval(store.LOCK_WINDOW, window_id) is None:
            raise NotFound
        sheets = await store.sheets(tx, window_id)
        if not sheets:
            raise SheetMissing
        id_ = await tx.fetchval(batch_store.ADD, window_id, sheets[0].version, actor.id, scrub(words.strip()).text)
        if id_ is None or not await tx.fetch(batch_store.TAKE, window_id, id_, sheets[0].version, MOST):
            raise NothingToDecide
        found = await batch_store.batch(tx, id_)
        assert found
        await _payable(tx, actor, found)
        await note_window(tx, actor, window_id, ClaimBatchMade(id_, found.n, str(found.sum)), after)
    await after.say(kit)
    return found


async def _payable(tx: Tx, actor: Actor, batch: Batch) -> None:
    maker = await proposals.standing(tx, actor.id, actor.session)
    limit = limits.limit_of("claim", maker.role if maker else "")
    top = max((one.amount for one in await store.claims(tx, store.OF_BATCH, batch.id)), default=Decimal(0))
    day = min(limit.day, limits.DESK_DAY["claim"])
    if top > limit.single or batch.sum > day:
        raise BatchOverLimit(top=str(top), single=str(limit.single), sum=str(batch.sum), day=str(day))


async def _beside(tx: Tx, actor: Actor, maker_id: int, at: datetime, ip: str) -> bool:
    """Whether the two sit in one place: at an address that the maker was signed in from (V10)."""
    now = await proposals.standing(tx, actor.id, actor.session)
    theirs = frozenset(row["ip"] for row in await tx.fetch(batch_store.SIGNED_IN_FROM, maker_id, at))
    ours = frozenset({ip, now.ip if now else ""})
    return same_place(Person("staff", maker_id, "", ips=theirs), Person("staff", actor.id, "", ips=ours))


async def decide_batch(kit: Kit, actor: Actor, batch_id: int, words: str, *, agree: bool, ip: str = "") -> Batch:
    """The second person's word. Agreed: letters go out and payments begin. Refused: the claims are worked on again.

    Raises NotFound, BatchOver, AnotherPerson, SheetChanged when a newer sheet was published since.
    """
    after = After()
    async with transaction(kit.db) as tx:
        row = await tx.fetchrow(batch_store.LOCK, batch_id)
        if row is None:
            raise NotFound
        if row["outcome"] != "open":
            raise BatchOver
        if row["maker_id"] == actor.id or (agree and await _beside(tx, actor, row["maker_id"], row["at"], ip)):
            raise AnotherPerson
        if agree and await tx.fetchval(batch_store.NEWEST, row["window_id"]) != row["version"]:
            raise SheetChanged
        outcome = "agreed" if agree else "refused"
        await tx.execute(batch_store.END, batch_id, outcome, actor.id, scrub(words.strip()).text)
        found = await batch_store.batch(tx, batch_id)
        assert found
        if agree:
            await _agreed(tx, actor, found, after)
        else:
            await tx.execute(batch_store.GIVE_BACK, batch_id)
            await enqueue(tx, compute_later, Of(found.window_id))
        await note_window(tx, actor, found.window_id, ClaimBatchDecided(batch_id, outcome), after)
    await after.say(kit)
    return found


async def _agreed(tx: Tx, actor: Actor, batch: Batch, after: After) -> None:
    await tx.execute(batch_store.AGREE, batch.id)
    sheet = next(one.sheet for one in await store.sheets(tx, batch.window_id) if one.version == batch.version)
    for claim in await store.claims(tx, store.OF_BATCH, batch.id):
        how = compute(sheet, logs_of(claim.logs), claim.excluded).arithmetic
        await note(tx, actor, claim.ticket_id, ClaimDecided(claim.id, claim.outcome, str(claim.amount)), after)
        said = letter(claim, sheet, how)
        await tell(tx, claim.id, "decision", Text(said.zh, said.en))
        if claim.amount:
            await enqueue(tx, pay_one, Paying(claim.id), key=f"claim:{claim.id}:pay")

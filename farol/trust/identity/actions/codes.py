"""Two-way codes for a phone call or a chat: one proves the customer to us, the other proves us to the customer.

The customer reads six digits out that only their live session at the exchange shows. They compare another six, which staff read out,
with what the same page shows. Each pair lives two minutes.
"""

import re
from datetime import datetime

import msgspec

from farol.core.notices.actions import notify
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.problem import NotFound
from farol.trust.identity import challenge_store, count_store, store
from farol.trust.identity.events import CodesDenied, IdentityProven, ProofAsked
from farol.trust.identity.model import LASTS, PAIR_LASTS, PAIR_TRIES, Challenge, Result, level_by
from farol.trust.identity.problems import CodeOver, NoAccount

from . import counting, secret
from .counting import refuse_locked, told
from .told import tell, wake_all

UNIQUE = ("identity_pair_open",)
SPACES = re.compile(r"[\s·-]+")


class Pair(msgspec.Struct, frozen=True):
    """What staff see of a pair: their own code. The customer's is shown to the customer alone."""

    id: int
    say: str
    expires_at: datetime


class Shown(msgspec.Struct, frozen=True):
    """What the customer sees: theirs to read out, and what the member of staff has to say. alias: of that member."""

    id: int
    number: str
    alias: str
    read_out: str
    hear: str
    expires_at: datetime


async def make_pair(kit: Kit, actor: Actor, ticket_id: int) -> Pair:
    """A new pair on a ticket; the one before is over. Raises NotFound, NoAccount, StepUpLocked."""

    async def run() -> tuple[Pair, list[tuple[str, int]]]:
        async with db.transaction(kit.db) as tx:
            party = await store.party(tx, ticket_id)
            if party is None:
                raise NotFound
            if party.uid is None:
                raise NoAccount
            await refuse_locked(tx, party.uid, None)
            now, nonce = clock.now(), secret.new()
            await challenge_store.replace_pairs(tx, ticket_id, now)
            id_ = await challenge_store.add(
                tx, core_id="", digest=secret.digest(nonce), request_id=None, customer_id=party.customer_id, ticket_id=ticket_id,
                uid=party.uid, session=None, contact=None, method="two_way_code", channel=party.channel, sent_to="", at=now,
                expires_at=now + PAIR_LASTS, nonce=nonce, asked_by=actor.id)
            grown = await tell(tx, actor, ticket_id, party.customer_id, ProofAsked("two_way_code", told(now + PAIR_LASTS)))
            return Pair(id_, secret.digits(kit, id_, nonce, "staff"), now + PAIR_LASTS), [grown]

    pair, grown = await db.again(run, *UNIQUE)
    await wake_all(kit, grown)
    return pair


async def type_code(kit: Kit, actor: Actor, ticket_id: int, pair_id: int, typed: str) -> Result:
    """Staff type what the customer read out. Raises NotFound, CodeOver, StepUpLocked.

    A right one proves the live session for half an hour. Three tries a pair; a pair with a wrong one counts once towards the lock.
    """
    async with db.transaction(kit.db) as tx:
        pair = await challenge_store.pair(tx, pair_id, ticket_id)
        if pair is None:
            raise NotFound
        now, wrong = clock.now(), await challenge_store.typed_wrong(tx, pair_id)
        if pair.outcome != "open" or pair.expires_at <= now or wrong >= PAIR_TRIES:
            raise CodeOver
        await count_store.turn(tx, counting.key_of(pair.uid, None))
        await refuse_locked(tx, pair.uid, None)
        attempt = await count_store.begin(
            tx, challenge_id=pair.id, ticket_id=ticket_id, uid=pair.uid, contact=None, channel=pair.channel, at=now)
        if secret.same(SPACES.sub("", typed), secret.digits_of(kit, pair, "customer")):
            result, grown = await _proven(tx, actor, pair, attempt, now)
        else:
            await count_store.end(tx, attempt, "wrong")
            locked, grown = await counting.wrong(tx, actor, pair)
            left = PAIR_TRIES - wrong - 1
            if locked or not left:
                await challenge_store.settle(tx, pair.id, "locked", now)
            result = Result("locked" if locked else "wrong", left)
    await wake_all(kit, grown)
    return result


async def _proven(tx: db.Tx, actor: Actor, pair: Challenge, attempt: int, now: datetime) -> tuple[Result, list[tuple[str, int]]]:
    await count_store.end(tx, attempt, "proven")
    await challenge_store.settle(tx, pair.id, "proven", now)
    level = level_by("two_way_code", signed_in=False)
    until = now + LASTS[level]
    await store.add_proof(
        tx, uid=pair.uid or "", customer_id=pair.customer_id, ticket_id=pair.ticket_id, level=level, method="two_way_code",
        channel=pair.channel, at=now, until=until, session=None, challenge_id=pair.id)
    grown = await tell(tx, actor, pair.ticket_id, pair.customer_id, IdentityProven(int(level), "two_way_code", pair.channel, told(until)))
    return Result("proven", None, level, until), [grown]


async def my_codes(kit: Kit, actor: Actor) -> Shown | None:
    """The pair that stands for the acting customer, on whatever ticket. Only a session that the exchange vouched for is shown it."""
    if actor.kind != "customer" or not await store.signed_in_uid(kit.db, actor.session):
        return None
    found = await challenge_store.my_pair(kit.db, actor.id, clock.now())
    if found is None:
        return None
    mine, theirs = (secret.digits(kit, found.id, found.nonce, side) for side in ("customer", "staff"))
    return Shown(found.id, found.number, found.alias, mine, theirs, found.expires_at)


async def deny_codes(kit: Kit, actor: Actor, pair_id: int) -> bool:
    """The customer says they are talking with nobody: the pair is over, security and who asked are told. False when it was over."""
    async with db.transaction(kit.db) as tx:
        found = await challenge_store.deny(tx, actor.id, pair_id, clock.now())
        if found is None:
            return False
        ticket_id, asked_by = found
        grown = await tell(tx, actor, ticket_id, actor.id, CodesDenied())
        title = {
            "zh": "客户在 App 里说没有在和客服通话：来电人可能是冒名者",
            "en": "The customer says in the app that they are not talking with us: the caller may be an impostor",
        }
        await notify(tx, [*await store.security(tx), asked_by], "emergency.identity_denied", ticket_id=ticket_id, title=title,
                     key=f"identity_denied:{pair_id}")
    await wake_all(kit, [grown])
    return True

"""Freezing: whoever proves control of an account stops everything on it, at once, through the same proposals as everybody.

Between any two steps a process may die, and the exchange may be away for an hour: what was asked for is kept, sent again by jobs under
the same keys, and told as it is.
"""

from datetime import datetime, timedelta
from uuid import uuid4

import msgspec

from farol.core.customers import actions as customers
from farol.core.tickets import posting
from farol.core.tickets.actions import UNIQUE
from farol.core.tickets.model import Draft
from farol.desk.threads.telling import After, note
from farol.kit import clock, db
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor
from farol.trust.emergency import seat_store, store, words
from farol.trust.emergency.events import FreezeAsked
from farol.trust.emergency.model import MAILBOX, MAILBOX_HOURS, OUTSIDE_EVERY, SEAT_LASTS, Case
from farol.trust.emergency.problems import FrozenLately
from farol.trust.identity import actions as identity
from farol.trust.identity.actions import secret

from .protecting import Going, go, going
from .proving import Control
from .raising import raise_in
from .sealing import Sealing, seal_later

TAKES_OVER_S = 4.0
"""After which a job goes on with what this process was about to do when it died."""


class Seat(msgspec.Struct, frozen=True):
    """The case, and the secret with which this browser may look at it. again: it was frozen before."""

    case_id: int
    secret: str
    again: bool


async def freeze(kit: Kit, control: Control, lang: str, *, ip: str = "", seat: bytes = b"") -> Seat:
    """The account is frozen as soon as the exchange answers; waits for it no longer than a moment.

    An account that is frozen or about to be is joined, not frozen twice; a stronger proof then confirms what a mailbox alone began.
    seat: digest of a secret that the browser has already; then no new one is made. Raises FrozenLately.
    """
    made, held = After(), "" if seat else secret.new()

    async def run() -> Seat:
        made.streams.clear()
        made.frames.clear()
        async with transaction(kit.db) as tx:
            return await _begin(tx, control, lang, seat or secret.digest(held), made)

    taken = await db.again(run, *UNIQUE)
    await made.say(kit)
    await go(kit, taken.case_id, ip=ip)
    return msgspec.structs.replace(taken, secret=held)


async def _begin(tx: Tx, control: Control, lang: str, seat: bytes, made: After) -> Seat:
    now = clock.now()
    await tx.execute(store.TURN, control.uid)
    standing = await store.standing(tx, control.uid)
    if standing is None and control.proof != "session":
        before: datetime | None = await tx.fetchval(store.FROM_OUTSIDE, control.uid, now - OUTSIDE_EVERY)
        if before is not None:
            raise FrozenLately(until=(before + OUTSIDE_EVERY).isoformat(timespec="minutes").replace("+00:00", "Z"))
    customer_id = await store.know(tx, control.uid, lang)
    who = Actor("customer", customer_id, customers.RIGHTS, control.session, lang)
    known = await store.case(tx, store.BY_ID, standing.emergency_id) if standing else await store.case(tx, store.OF_CUSTOMER, customer_id)
    ticket_id = await _said(tx, who, control, known, standing is not None, lang, made)
    for stream, seq in await _prove(tx, who, control, customer_id, ticket_id):
        made.woke(stream, seq)
    if standing is not None:
        case_id = standing.emergency_id
        if known and known.ended_at:  # somebody ended it, and its owner says that it goes on
            await raise_in(tx, ticket_id, "stolen", "freeze", made)
    else:
        raised = await raise_in(tx, ticket_id, "stolen", "freeze", made)
        assert raised
        case_id = raised[0]
        until = now + timedelta(hours=MAILBOX_HOURS) if control.proof in MAILBOX else None
        values = (case_id, control.uid, control.proof, control.proof != "session", control.session, now, until)
        if await tx.fetchval(store.ADD_FREEZE, *values) is None:
            await tx.fetchval(store.AGAIN, *values)
        await note(tx, who, ticket_id, FreezeAsked(control.proof, MAILBOX_HOURS if until else 0), made)
        await enqueue(tx, going, Going(case_id), delay_s=TAKES_OVER_S, key=f"emergency:{case_id}:go")
        await enqueue(tx, seal_later, Sealing(case_id, 0), delay_s=TAKES_OVER_S, key=f"emergency:{case_id}:seal")
    if standing is not None and standing.by_mailbox and control.proof not in MAILBOX and await tx.fetchval(store.CONFIRM, standing.id, now):
        await enqueue(tx, going, Going(case_id), delay_s=TAKES_OVER_S, key=f"emergency:{case_id}:confirm")
    await seat_store.sit(tx, seat, case_id, control.proof, now, now + SEAT_LASTS)
    return Seat(case_id, "", standing is not None)


async def _said(tx: Tx, who: Actor, control: Control, known: Case | None, standing: bool, lang: str, made: After) -> int:
    """The customer's own words, in the ticket of their open case or in a new one: what they prove from now on counts there."""
    body, channel = words.asked(control.proof, lang), "portal" if control.proof == "session" else "web"
    if known:
        draft = Draft(known.ticket_id, uuid4(), "customer", who.id, body, False, channel, (), (), None)
        outcome = (await posting.post(tx, [draft]))[0]
        if outcome.outcome == "new" and outcome.seq:
            made.woke(f"ticket:{known.ticket_id}", outcome.seq)
        if outcome.outcome == "new" or standing:
            return known.ticket_id
    opened = await posting.open_ticket(
        tx, customer_id=who.id, client_id=uuid4(), subject=words.subject(lang), channel=channel, body=body, files=(), removed=(),
        language=lang, about=None)
    assert opened
    made.woke(f"ticket:{opened[0]}", opened[2].seq or 0)
    return opened[0]


async def _prove(tx: Tx, who: Actor, control: Control, customer_id: int, ticket_id: int) -> list[tuple[str, int]]:
    if control.held:
        return await identity.bring(tx, who, control.held, customer_id, ticket_id)
    if control.issued_at:
        return await identity.by_mail_link(tx, who, control.uid, customer_id, ticket_id, control.issued_at)
    return []

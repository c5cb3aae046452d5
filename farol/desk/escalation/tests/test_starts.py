"""What starts a ladder by itself: a broken promise is reviewed, a missed service level escalates where a ladder says so."""

from datetime import timedelta

from farol.app.demo import cast
from farol.desk.escalation import view
from farol.desk.escalation.tests.conftest import Desk
from farol.desk.sla.events import ClockBreached, PromiseBroken
from farol.kit import clock
from farol.kit.db import transaction
from farol.kit.events import Event, emit
from farol.kit.permission import SYSTEM

SEQ = "update ticket set seq = seq + 1 where id = $1 returning seq"


async def happens(desk: Desk, ticket: int, event: Event) -> None:
    """Something on a ticket's stream, and what follows from it."""
    async with transaction(desk.kit.db) as tx:
        await emit(tx, f"ticket:{ticket}", SYSTEM, event, seq=await tx.fetchval(SEQ, ticket))
    await desk.world.react()


async def broken(desk: Desk, ticket: int, by: int) -> int:
    """A promise of somebody that nobody kept: its id."""
    await desk.world.react()
    at = clock.now() - timedelta(minutes=5)
    promise: int = await desk.kit.db.fetchval(
        "insert into sla_promise (ticket_id, client_id, made_by, made_at, by, seq, broken_at)"
        " values ($1, gen_random_uuid(), $2, $3, $4, 2, $4) returning id", ticket, by, at - timedelta(hours=1), at)
    await happens(desk, ticket, PromiseBroken(promise, at, by))
    return promise


async def test_a_lead_reviews_a_broken_promise_once(desk: Desk) -> None:
    ana, sol = await desk.come(cast.ANA, "l1"), await desk.come(cast.SOL, "l1")
    ticket = await desk.ticket()
    await broken(desk, ticket, await desk.me(ana))
    await desk.world.react()
    mine = await sol.ok("GET", "/escalations")
    review, = mine["held"]
    assert (review["escalation"]["cause"], review["about"]["ticket_id"]) == ("promise", ticket)
    assert (await sol.ok("GET", "/notices"))["notices"][0]["title"]["en"].endswith("was broken. Please look at it")
    assert await view.reached(desk.kit.db, ticket) is None
    id_ = review["escalation"]["id"]
    await sol.ok("POST", f"/escalations/{id_}/acknowledgement")
    told = await view.reached(desk.kit.db, ticket)
    assert told
    assert told.who == "lead"
    wrong = await sol.post(f"/escalations/{id_}/outcome", json={"outcome": "solved", "words": "x"})
    assert wrong.status_code == 422
    await sol.ok("POST", f"/escalations/{id_}/outcome", json={"outcome": "told", "words": "Wrote to Mei, new promise 18:00."})
    assert await view.reached(desk.kit.db, ticket) is None
    await desk.whole()


async def test_the_duty_manager_reviews_when_no_lead_is_on_shift(desk: Desk) -> None:
    ana, dan = await desk.come(cast.ANA, "l1"), await desk.come(cast.DAN)
    await desk.come(cast.SOL, "l1", state="offline")
    await broken(desk, await desk.ticket(), await desk.me(ana))
    assert len((await dan.ok("GET", "/escalations"))["held"]) == 1


async def test_nobody_reviews_their_own_promise_while_there_is_another(desk: Desk) -> None:
    sol, dan = await desk.come(cast.SOL, "l1"), await desk.come(cast.DAN)
    await broken(desk, await desk.ticket(), await desk.me(sol))
    assert len((await dan.ok("GET", "/escalations"))["held"]) == 1


async def test_a_review_and_a_ladder_stand_side_by_side(desk: Desk) -> None:
    ana, sol = await desk.come(cast.ANA, "l1"), await desk.come(cast.SOL, "l1")
    ticket = await desk.ticket()
    await desk.escalate(ana, ticket)
    await broken(desk, ticket, await desk.me(ana))
    await broken(desk, ticket, await desk.me(ana))
    assert sorted(x["escalation"]["cause"] for x in (await sol.ok("GET", "/escalations"))["held"]) == ["asked", "promise", "promise"]
    await desk.whole()


async def test_a_missed_service_level_starts_the_ladder_that_says_so(desk: Desk) -> None:
    sol = await desk.come(cast.SOL, "security")
    stolen, deposit = await desk.ticket(reason="sec.account_stolen", severity="P2"), await desk.ticket(reason="dep.missing_memo")
    for ticket in (stolen, deposit, stolen):
        await happens(desk, ticket, ClockBreached("first_reply", 1, clock.now()))
    held, = (await sol.ok("GET", "/escalations"))["held"]
    assert (held["escalation"]["cause"], held["about"]["ticket_id"], held["escalation"]["started_by"]) == ("breach", stolen, None)
    assert held["escalation"]["why"].startswith("The first reply was due at ")
    await desk.whole()


async def test_without_anybody_to_ask_the_log_goes_on(desk: Desk) -> None:
    tim = await desk.come(cast.TIM, "l1")
    ticket = await desk.ticket()
    await broken(desk, ticket, await desk.me(tim))
    assert await desk.kit.db.fetchval("select count(*) from escalation") == 0
    assert await desk.kit.db.fetchval("select count(*) from parked") == 0

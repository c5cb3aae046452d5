"""Unfreezing: reviewed identity, two people, a cooling-off, and one press that stops it without a session."""

import re
from datetime import timedelta
from uuid import uuid4

from farol.app.demo.cast import MEI, SAM, VERA
from farol.kit import clock
from farol.trust.emergency.model import COOL_OFF
from farol.trust.identity.model import LASTS, Level
from farol.trust.proposals.actions.run_out import run_out
from farol.trust.proposals.model import TYPES
from tests.world import later

from .conftest import Desk

REVIEW = """
insert into identity_review (ticket_id, customer_id, uid, core_ref, words, maker_id, maker_session, maker_ip, at, outcome,
  checker_id, checker_session, checker_ip, decided_at)
values ($1, $2, $3, $4, 'seen', $5, 'a', '', $6, 'agreed', $7, 'b', '', $6) returning id"""
PROOF = """
insert into identity_proof (uid, customer_id, ticket_id, level, method, channel, at, until, review_id) values ($1, $2, $3, 4, 'review', 'web', $4, $5, $6)"""


async def frozen(desk: Desk) -> int:
    """Mei's account is frozen: the ticket."""
    await desk.browser().post("/stolen/freeze", data={"proof": desk.proof(MEI)})
    await desk.quiet()
    return int(await desk.kit.db.fetchval("select ticket_id from emergency"))


async def reviewed(desk: Desk, ticket: int) -> None:
    sam, vera = await desk.come(SAM), await desk.come(VERA)
    one, two = [int((await who.ok("GET", "/session"))["id"]) for who in (sam, vera)]
    customer, now = await desk.kit.db.fetchval("select customer_id from ticket where id = $1", ticket), clock.now()
    review = await desk.kit.db.fetchval(REVIEW, ticket, customer, MEI.uid, uuid4().hex, one, now, two)
    await desk.kit.db.execute(PROOF, MEI.uid, customer, ticket, now, now + LASTS[Level.REVIEWED], review)


async def proposed(desk: Desk, ticket: int) -> int:
    """Sam proposes, Vera approves."""
    sam, vera = await desk.come(SAM), await desk.come(VERA)
    body = {"client_id": str(uuid4()), "type": "account.unfreeze", "params": {}, "reason_code": "customer_asked"}
    made = await sam.ok("POST", f"/tickets/{ticket}/proposals", json=body)
    await desk.react()
    await vera.ok("POST", f"/proposals/{made['id']}/approval", json={"words": "seen"})
    return int(made["id"])


async def test_weak_proof_opens_nothing(desk: Desk) -> None:
    ticket = await frozen(desk)
    sam = await desk.come(SAM)
    body = {"client_id": str(uuid4()), "type": "account.unfreeze", "params": {}, "reason_code": "customer_asked"}
    answer = await sam.post(f"/tickets/{ticket}/proposals", json=body)
    assert (answer.status_code, answer.json()["code"]) == (403, "identity_too_low")


async def test_it_cools_off_whoever_approved(desk: Desk) -> None:
    ticket = await frozen(desk)
    await reviewed(desk, ticket)
    proposal = await proposed(desk, ticket)
    await desk.work()
    assert desk.status(MEI) == "frozen"
    assert await desk.kit.db.fetchval("select state from proposal where id = $1", proposal) == "approved"
    assert "emergency.thaw_asked" in await desk.kinds(ticket)
    later(hours=12, minutes=1)
    await desk.work()
    assert await desk.kit.db.fetchval("select state from proposal where id = $1", proposal) == "executed"
    assert desk.parts.world.status(MEI.uid) == "active"


async def test_a_cooling_off_that_began_late_ends_before_the_proposal_does(desk: Desk) -> None:
    """Everything here was away for half a day; meanwhile the review ran out and was done anew."""
    assert TYPES["account.unfreeze"].expires_s >= 2 * (COOL_OFF + LASTS[Level.REVIEWED]).total_seconds()
    await (await desk.signed_in(MEI)).post("/stolen/freeze")
    await desk.quiet()
    ticket = int(await desk.kit.db.fetchval("select ticket_id from emergency"))
    await reviewed(desk, ticket)
    sam, vera = await desk.come(SAM), await desk.come(VERA)
    body = {"client_id": str(uuid4()), "type": "account.unfreeze", "params": {}, "reason_code": "customer_asked"}
    made = await sam.ok("POST", f"/tickets/{ticket}/proposals", json=body)
    await vera.ok("POST", f"/proposals/{made['id']}/approval", json={"words": "seen"})
    later(hours=13)
    await desk.react()
    await desk.work()
    state = "select state from proposal where id = $1"
    later(hours=25, minutes=1)
    await desk.work()
    assert await desk.kit.db.fetchval(state, made["id"]) == "unproven"
    await reviewed(desk, ticket)
    await run_out(desk.kit)
    assert await desk.kit.db.fetchval(state, made["id"]) == "executed"


async def test_one_press_without_a_session_stops_it(desk: Desk) -> None:
    ticket = await frozen(desk)
    await reviewed(desk, ticket)
    proposal = await proposed(desk, ticket)
    await desk.work()
    said = await desk.kit.db.fetchval("select body from message where ticket_id = $1 and author_kind = 'system' and body like '%/stolen/stop/%'", ticket)
    path = re.search(r"/stolen/stop/\S+", said)
    assert path
    stranger = desk.browser()
    assert "Stop the unfreezing?" in (await stranger.get(path[0])).text
    assert await desk.kit.db.fetchval("select stopped_at from emergency_thaw") is None
    assert "Stopped" in (await stranger.post(path[0])).text
    assert "Stopped" in (await stranger.post(path[0])).text
    assert await desk.kit.db.fetchval("select state from proposal where id = $1", proposal) == "refused"
    later(hours=13)
    await desk.work()
    assert desk.status(MEI) == "frozen"
    assert (await stranger.post(path[0][:-1] + ("1" if path[0][-1] == "0" else "0"))).status_code in (404, 410)
    notices = await desk.kit.db.fetch("select kind from notice where kind = 'emergency.thaw_stopped'")
    assert notices


async def test_what_was_carried_out_cannot_be_stopped(desk: Desk) -> None:
    ticket = await frozen(desk)
    await reviewed(desk, ticket)
    await proposed(desk, ticket)
    later(hours=12, minutes=1)
    await desk.work()
    said = await desk.kit.db.fetchval("select proposal_id from emergency_thaw")
    from farol.trust.emergency import thaw_letter

    token = thaw_letter.token(desk.kit.settings.secret_key, said)
    answer = await desk.browser().post(f"/stolen/stop/{token}")
    assert answer.status_code == 410
    assert timedelta(hours=12)

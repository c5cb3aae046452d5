"""Two people decide on what the exchange reviewed: never one, never one twice, never beside each other."""

import asyncio

import pytest

from farol.app.demo.cast import ANA, IVAN, MEI, SOL, TIM, VERA
from farol.core.exchange import CoreLink, ExchangeRefused
from farol.core.exchange.model import Effect, Kyc, Receipt
from farol.core.exchange.states import ActionState
from farol.desk.queue import actions as queue
from farol.desk.queue.model import Team
from farol.kit.permission import SYSTEM

from .conftest import desk_of, ticket_of

HERE, THERE = "203.0.113.7", "198.51.100.20"


class Reviewed(CoreLink):
    """An exchange that reviewed the document by hand; the demo's own clock would take hours for it."""

    state, kyc_state, account, known = ActionState.EXECUTED, "approved", IVAN.uid, True

    async def action(self, why, action_id):
        if not self.known:
            raise ExchangeRefused(core_code="not_found")
        return Receipt(action_id, self.state, effects=[Effect("kyc.manual_review", self.account)])

    async def kyc(self, why, uid):
        return Kyc("2", self.kyc_state)


@pytest.fixture
async def exchange(world):
    before = world.kit.get(CoreLink)
    made = Reviewed("", "", "")
    world.kit._parts[CoreLink] = made
    yield made
    world.kit._parts[CoreLink] = before
    await made.close()


async def opened(world, at, ref="ACT-1"):
    ticket, ana = await ticket_of(world, IVAN), await at(ANA, HERE)
    body = {"core_ref": ref, "words": "Passport and video of today agree"}
    made = await ana.ok("POST", f"/tickets/{ticket}/identity/reviews", json=body)
    return ticket, ana, made["id"]


def decision(client, review, outcome="agreed"):
    return client.post(f"/identity/reviews/{review}/decision", json={"outcome": outcome, "words": "seen"})


async def test_two_people_agree(world, at, exchange):
    ticket, ana, review = await opened(world, at)
    vera = await at(VERA, THERE)
    assert (await desk_of(ana, ticket))["standing"]["level"] == 2
    assert (await decision(vera, review)).status_code in (200, 201)
    shown = await desk_of(ana, ticket)
    assert (shown["standing"]["level"], shown["standing"]["method"]) == (4, "review")
    assert (shown["reviews"][0]["maker"], shown["reviews"][0]["checker"]) == (ANA.name, VERA.name)
    assert (await decision(vera, review)).json()["code"] == "review_decided"


async def test_nobody_is_both_and_nobody_sits_beside(world, at, exchange):
    ticket, sol, _ = await ticket_of(world, IVAN), await at(SOL, HERE), None
    body = {"core_ref": "ACT-2", "words": "seen"}
    review = (await sol.ok("POST", f"/tickets/{ticket}/identity/reviews", json=body))["id"]
    beside = await at(VERA, HERE)
    for client in (sol, await at(SOL, THERE), beside, await at(VERA, "")):
        answer = await decision(client, review)
        assert (answer.status_code, answer.json()["code"]) == (403, "review_needs_another_person")
    assert (await desk_of(sol, ticket))["standing"]["level"] == 2


async def test_two_of_one_team_are_not_two(world, at, exchange):
    ticket, _, review = await opened(world, at)
    vera = await at(VERA, THERE)
    team = await queue.add_team(world.kit, SYSTEM, Team(0, "risk", "risk", "risk", [], [], 3, 30, 120, 60))
    assert team
    for client in (await at(ANA, HERE), vera):
        await queue.place_staff(world.kit, SYSTEM, int((await client.ok("GET", "/session"))["id"]), ["risk"], [])
    assert (await decision(vera, review)).json()["code"] == "review_needs_another_person"
    sol = await at(SOL, "192.0.2.9")
    assert (await decision(sol, review)).status_code == 200
    assert (await desk_of(sol, ticket))["standing"]["level"] == 4


async def test_an_agent_cannot_be_the_second(world, at, exchange):
    _, ana, review = await opened(world, at)
    tim = await at(TIM, THERE)
    assert {(await decision(one, review)).status_code for one in (ana, tim)} == {403}


async def test_a_trainee_cannot_be_the_first(world, at, exchange):
    ticket, tim = await ticket_of(world, IVAN), await at(TIM, HERE)
    assert (await tim.post(f"/tickets/{ticket}/identity/reviews", json={"core_ref": "x", "words": "x"})).status_code == 403


@pytest.mark.parametrize("says", [
    {"state": ActionState.NEEDS_APPROVAL}, {"state": ActionState.REJECTED}, {"state": ActionState.UNKNOWN}, {"kyc_state": "pending"},
    {"account": MEI.uid}, {"known": False}])
async def test_the_exchange_has_to_confirm_it_both_times(world, at, exchange, says):
    ticket, _, review = await opened(world, at)
    for name, value in says.items():
        setattr(exchange, name, value)
    vera = await at(VERA, THERE)
    assert (await decision(vera, review)).json()["code"] == "not_reviewed_there"
    other = await ticket_of(world, IVAN, "Again")
    ana = await at(ANA, HERE)
    answer = await ana.post(f"/tickets/{other}/identity/reviews", json={"core_ref": "ACT-9", "words": "x"})
    assert answer.json()["code"] == "not_reviewed_there"
    assert (await desk_of(ana, ticket))["standing"]["level"] == 2


async def test_one_manual_review_serves_one_ticket(world, at, exchange):
    _, ana, review = await opened(world, at)
    other = await ticket_of(world, IVAN, "Another matter")
    answer = await ana.post(f"/tickets/{other}/identity/reviews", json={"core_ref": "ACT-1", "words": "x"})
    assert answer.status_code == 422
    again = await ana.post(f"/tickets/{other}/identity/reviews", json={"core_ref": "ACT-3", "words": "x"})
    assert again.status_code == 200
    assert (await ana.post(f"/tickets/{other}/identity/reviews", json={"core_ref": "ACT-4", "words": "x"})).json()["code"] == "review_open"
    vera = await at(VERA, THERE)
    assert (await decision(vera, review, "refused")).status_code == 200
    assert await world.kit.db.fetchval("select count(*) from identity_proof") == 0


async def test_raced_it_is_decided_once(world, at, exchange):
    _, _, review = await opened(world, at)
    vera, sol = await at(VERA, THERE), await at(SOL, "192.0.2.9")
    answers = await asyncio.gather(*(decision(one, review, outcome) for one in (vera, sol) for outcome in ("agreed", "refused") for _ in range(2)))
    assert [one.status_code for one in answers].count(200) == 1
    assert await world.kit.db.fetchval("select count(*) from event where kind = 'identity.review_done'") == 1

"""However timers, people and downtime meet: one owner, and of two at once one wins."""

import asyncio
import random

import pytest

from farol.app.demo import cast
from farol.desk.escalation import actions
from farol.desk.escalation.tests.conftest import Desk

DEB = cast.StaffMember("deb", "Deb Ito", "Deb", "deb@demo-exchange.example", "duty", "en")
LIA = cast.StaffMember("lia", "Lia Roth", "Lia", "lia@demo-exchange.example", "lead", "en")


async def test_two_acknowledge_at_once_and_one_learns_who(desk: Desk) -> None:
    ana, dan, deb = await desk.come(cast.ANA, "l1"), await desk.come(cast.DAN), await desk.come(DEB)
    for _ in range(8):
        ticket = await desk.ticket()
        mine = await desk.escalate(ana, ticket)
        answers = await asyncio.gather(*(c.post(f"/escalations/{mine}/acknowledgement") for c in (dan, deb)), actions.tick(desk.kit))
        codes = sorted(a.status_code for a in answers[:2])
        assert codes == [200, 409]
        lost = next(a.json() for a in answers[:2] if a.status_code == 409)
        seen = await desk.shown(ana, ticket)
        assert lost["code"] == "already_acknowledged"
        assert lost["owner"] == seen["holds"][-1]["owner"]["name"]
    await desk.whole()


async def test_six_workers_let_a_step_come_once(desk: Desk) -> None:
    ana = await desk.come(cast.ANA, "l1")
    for who in (cast.SOL, LIA, cast.DAN):
        await desk.come(who, "l1")
    for _ in range(10):
        await desk.escalate(ana, await desk.ticket())
    await desk.kit.db.execute("update escalation set due_at = now() - interval '1 second'")
    assert sum(await asyncio.gather(*(actions.tick(desk.kit) for _ in range(6)))) <= 10
    await actions.tick(desk.kit)
    assert await desk.kit.db.fetchval("select count(*) from event where kind = 'escalation.moved'") == 10
    await desk.whole()


async def test_one_person_escalates_a_ticket_however_many_try(desk: Desk) -> None:
    ana = await desk.come(cast.ANA, "l1")
    await desk.come(cast.SOL, "l1")
    ticket = await desk.ticket()
    answers = await asyncio.gather(*(ana.post(f"/tickets/{ticket}/escalations", json={"why": f"Try {n}"}) for n in range(8)))
    assert sorted(a.status_code for a in answers) == [200] + [409] * 7
    await desk.whole()


@pytest.mark.parametrize("seed", range(6))
async def test_any_order_leaves_exactly_one_owner(desk: Desk, seed: int) -> None:
    dice = random.Random(seed)
    ana = await desk.come(cast.ANA, "l1")
    crew = [await desk.come(who, "l1", "wallet") for who in (cast.SOL, LIA, cast.DAN, DEB)]
    tickets = [await desk.ticket(reason=reason) for reason in ("dep.missing_memo", "sec.account_stolen", "acc.login")]
    made: list[int] = []
    gone = 0

    async def once(verb: str) -> None:
        nonlocal gone
        who = dice.choice(crew)
        match verb:
            case "start":
                answer = await ana.post(f"/tickets/{dice.choice(tickets)}/escalations", json={"why": "Please"})
                if answer.status_code == 200:
                    made.append(answer.json()["id"])
            case "time":
                await desk.passes(dice.choice([1, 300, 900, 4000, 999_999]))
            case "shift":
                await who.put("/me/state", json={"state": dice.choice(["available", "offline"])})
            case "leave" if gone < 2 and dice.random() < 0.3:
                gone += 1
                await desk.leaves(crew.pop())
            case "acknowledgement" | "return" | "outcome" if made:
                body = {"acknowledgement": None, "return": {"why": "No"}, "outcome": {"outcome": "solved", "words": "Done"}}[verb]
                answer = await who.post(f"/escalations/{dice.choice(made)}/{verb}", **({"json": body} if body else {}))
                assert answer.status_code in (200, 409), answer.text

    verbs = ["start", "time", "time", "shift", "leave", "acknowledgement", "return", "return", "outcome"]
    for _ in range(25):
        await asyncio.gather(*(once(dice.choice(verbs)) for _ in range(dice.choice([1, 1, 3]))))
        await desk.whole()
    assert made

"""Approving and refusing: four eyes, once, however often and by whomever it is tried."""

import asyncio
from collections import Counter

import pytest

from farol.app.demo import cast
from farol.core.people import actions as people
from farol.core.people.model import Place
from farol.kit.problem import Problem
from farol.trust.identity.model import Level
from farol.trust.proposals import actions
from tests.world import FAROL

from .conftest import Desk


async def _reset(desk: Desk, who: cast.StaffMember = cast.ANA) -> int:
    await desk.prove(Level.REVIEWED)
    return int((await desk.proposed(who, "factor.reset"))["id"])


async def _refused(desk: Desk, who: cast.StaffMember, proposal: int) -> str:
    answer = await (await desk.come(who)).post(f"/proposals/{proposal}/approval", json={})
    return str(answer.json().get("why", answer.json().get("code")))


async def test_somebody_of_another_team_approves_and_it_is_carried_out(desk: Desk) -> None:
    proposal = await _reset(desk)
    waiting = (await (await desk.come(cast.SAM)).ok("GET", "/proposals"))
    assert ([p["id"] for p in waiting["waiting"]], waiting["count"]) == ([proposal], 1)
    approved = await desk.approved(cast.SAM, proposal)
    assert (approved["state"], approved["votes"][0]["name"]) == ("approved", cast.SAM.name)
    assert desk.core.done == {}
    await desk.work()
    assert await desk.state(proposal) == "executed"
    sent = desk.core.orders[f"farol-proposal-{proposal}"]
    assert [(one["role"], len(one["sig"])) for one in sent["approvals"]] == [("security", 64)]
    assert await desk.kinds() == ["proposal.made", "proposal.approved", "proposal.executed"]
    told = await desk.kit.db.fetch("select kind, title from notice where staff_id = $1 order by id", await desk.id(desk.clients["ana"]))
    assert [row["kind"] for row in told] == ["escalation.proposal"] * 2


async def test_nobody_approves_alone(desk: Desk) -> None:
    proposal = await _reset(desk, cast.SAM)
    assert await _refused(desk, cast.SAM, proposal) == "own"
    assert await _refused(desk, cast.SOL, proposal) == "role"
    assert (await (await desk.come(cast.ANA)).post(f"/proposals/{proposal}/approval", json={})).status_code == 403
    await desk.come(cast.VERA, "security", "compliance")
    assert await _refused(desk, cast.VERA, proposal) == "team"
    assert await desk.state(proposal) == "proposed"


async def test_one_address_is_one_person(desk: Desk) -> None:
    await desk.prove(Level.REVIEWED)
    place = Place("203.0.113.9", "browser")
    clients = {}
    for who in (cast.ANA, cast.SAM):
        await desk.come(who)
        token = await people.begin_session(desk.kit, await desk.id(desk.clients[who.key]), place=place)
        clients[who.key] = desk.world.client(FAROL + "/api/console", {"cookie": f"{people.COOKIE}={token}", "origin": FAROL})
    made = await clients["ana"].ok("POST", f"/tickets/{desk.ticket}/proposals", json=desk.body("factor.reset"))
    answer = await clients["sam"].post(f"/proposals/{made['id']}/approval", json={})
    assert (answer.status_code, answer.json()["why"]) == (403, "place")
    shown = await clients["sam"].ok("GET", f"/proposals/{made['id']}")
    assert (shown["may"]["approve"], shown["may"]["refuse"]) == (False, True)
    assert "address" in shown["may"]["why_not"]["en"]


async def test_unfreezing_takes_security_and_compliance(desk: Desk) -> None:
    await desk.prove(Level.REVIEWED)
    made = await desk.proposed(cast.ANA, "account.unfreeze")
    assert made["seats"] == [["security"], ["compliance"]]
    first = await desk.approved(cast.SAM, made["id"])
    assert (first["state"], first["seats"]) == ("proposed", [["compliance"]])
    assert await _refused(desk, cast.SAM, made["id"]) == "again"
    assert (await desk.approved(cast.VERA, made["id"]))["state"] == "approved"
    own = await desk.proposed(cast.SAM, "account.unfreeze")
    assert own["seats"] == [["compliance"]]


async def test_an_approval_raced_a_hundred_times_executes_once(desk: Desk) -> None:
    proposal = await _reset(desk)
    people = [await desk.actor(cast.VERA), await desk.actor(cast.SAM)]

    async def press(n: int) -> str:
        try:
            await actions.approve(desk.kit, people[n % 2], proposal)
        except Problem as problem:
            return problem.code
        return "approved"

    codes = Counter(await asyncio.gather(*(press(n) for n in range(100))))
    assert codes == {"approved": 1, "proposal_over": 99}
    await asyncio.gather(*(desk.work(lapse=False) for _ in range(4)))
    while await desk.work():
        pass
    assert desk.core.done == {f"farol-proposal-{proposal}": 1}
    assert await desk.kinds() == ["proposal.made", "proposal.approved", "proposal.executed"]


async def test_a_refusal_needs_a_reason_and_ends_it(desk: Desk) -> None:
    proposal = await _reset(desk)
    sam = await desk.come(cast.SAM)
    assert (await sam.post(f"/proposals/{proposal}/refusal", json={"words": "  "})).json()["code"] == "words_needed"
    refused = await sam.ok("POST", f"/proposals/{proposal}/refusal", json={"words": "The document is blurred"})
    assert (refused["state"], refused["votes"][0]["words"]) == ("refused", "The document is blurred")
    assert (await sam.post(f"/proposals/{proposal}/approval", json={})).json()["code"] == "proposal_over"
    assert await desk.work() == 0
    assert desk.core.asked == []


async def test_its_proposer_takes_it_back_and_nobody_else(desk: Desk) -> None:
    proposal = await _reset(desk)
    sam = await desk.come(cast.SAM)
    assert (await sam.post(f"/proposals/{proposal}/withdrawal", json={})).json()["code"] == "not_proposer"
    gone = await desk.clients["ana"].ok("POST", f"/proposals/{proposal}/withdrawal", json={})
    assert gone["state"] == "withdrawn"
    assert (await sam.post(f"/proposals/{proposal}/approval", json={})).json()["code"] == "proposal_over"


@pytest.mark.parametrize("amount", ["400", "600"])
async def test_the_amount_decides_how_many_approve(desk: Desk, amount: str) -> None:
    made = await desk.proposed(cast.DAN, "goodwill.grant", params={"amount": amount, "coin": "USDT"})
    if amount == "400":
        assert (await desk.approved(cast.SOL, made["id"]))["state"] == "approved"
        return
    assert await _refused(desk, cast.SOL, made["id"]) == "limit"
    assert (await desk.approved(cast.VERA, made["id"]))["state"] == "proposed"


async def test_what_is_sealed_is_seen_by_nobody_else(desk: Desk) -> None:
    made = await desk.proposed(cast.VERA, "legal.hold", legal_basis="Court order 7", uid=cast.IVAN.uid, reason_code="authority")
    for who in (cast.ANA, cast.SOL, cast.SAM):
        client = await desk.come(who)
        assert (await client.get(f"/proposals/{made['id']}")).status_code == 404
        assert (await client.ok("GET", f"/tickets/{desk.ticket}/proposals"))["proposals"] == []
        assert (await client.ok("GET", "/proposals"))["waiting"] == []
    assert (await desk.clients["sam"].post(f"/proposals/{made['id']}/approval", json={})).status_code == 404
    assert await desk.kinds() == []
    assert (await desk.approved(cast.DAN, made["id"]))["state"] == "approved"

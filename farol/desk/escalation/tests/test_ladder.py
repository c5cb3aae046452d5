"""Exactly one owner at every step, until somebody solves it."""

import pytest

from farol.app.demo import cast
from farol.desk.escalation.tests.conftest import Desk

DAN2 = cast.StaffMember("deb", "Deb Ito", "Deb", "deb@demo-exchange.example", "duty", "en")


async def test_steps_come_one_by_one_until_somebody_acknowledges(desk: Desk) -> None:
    ana, sol, dan = await desk.come(cast.ANA, "l1"), await desk.come(cast.SOL, "wallet"), await desk.come(cast.DAN)
    ticket = await desk.ticket(reason="wd.not_received", severity="P3")
    await desk.escalate(ana, ticket)
    seen = await desk.shown(ana, ticket)
    assert (seen["name"], seen["holds"][-1]["owner"]["name"]) == ("Wallet", "Sol Navarro")
    assert await desk.passes(14 * 60) == 0
    assert await desk.passes(60) == 1
    seen = await desk.shown(ana, ticket)
    assert [h["owner"]["name"] for h in seen["holds"]] == ["Sol Navarro", "Dan Whitfield"]
    assert seen["holds"][0]["why"] == "unanswered"
    assert (await desk.world.kit.db.fetchval("select severity from ticket where id = $1", ticket)) == "P2"
    await dan.ok("POST", f"/escalations/{seen['id']}/acknowledgement")
    assert await desk.passes(99_999) == 0
    late = await sol.post(f"/escalations/{seen['id']}/acknowledgement")
    assert (late.status_code, late.json()["code"], late.json()["owner"]) == (409, "already_acknowledged", "Dan Whitfield")
    await dan.ok("POST", f"/escalations/{seen['id']}/outcome", json={"outcome": "solved", "words": "Credited by hand."})
    seen = await desk.shown(ana, ticket)
    assert (seen["outcome"], seen["words"], seen["holds"][-1]["until"]) == ("solved", "Credited by hand.", seen["ended_at"])
    over = await sol.post(f"/escalations/{seen['id']}/acknowledgement")
    assert over.json()["code"] == "escalation_over"
    told = (await ana.ok("GET", "/notices"))["notices"][0]
    assert (told["kind"], told["words"]) == ("escalation.ended", "Credited by hand.")
    await desk.whole()
    kinds = await desk.kit.db.fetch("select kind from event where stream = $1 and kind like 'escalation%' order by seq", f"ticket:{ticket}")
    assert [r["kind"].partition(".")[2] for r in kinds] == ["started", "moved", "acknowledged", "ended"]


async def test_those_who_hold_a_step_are_in_its_side_thread(desk: Desk) -> None:
    ana, sol, dan = await desk.come(cast.ANA, "l1"), await desk.come(cast.SOL, "wallet"), await desk.come(cast.DAN)
    ticket = await desk.ticket(reason="dep.missing_memo")
    await desk.escalate(ana, ticket)
    await desk.passes(15 * 60)
    thread = (await desk.shown(ana, ticket))["thread_id"]
    for client in (ana, sol, dan):
        assert [t["thread"]["id"] for t in (await client.ok("GET", "/threads/mine"))["threads"]] == [thread]
    assert len((await ana.ok("GET", f"/threads/{thread}"))["thread"]["people"]) == 3


async def test_the_ticket_goes_with_the_step_that_says_so(desk: Desk) -> None:
    ana, dan = await desk.come(cast.ANA, "l1"), await desk.come(cast.DAN)
    ticket = await desk.ticket(reason="sec.account_stolen", severity="P2")
    await desk.escalate(ana, ticket)
    await desk.passes(5 * 60)
    assert [h["owner"]["name"] for h in (await desk.shown(ana, ticket))["holds"]] == ["Dan Whitfield"] * 2  # nobody else is there
    sol = await desk.come(cast.SOL, "security")
    other = await desk.ticket(reason="sec.account_stolen", severity="P2")
    await desk.escalate(ana, other)
    await desk.passes(5 * 60)
    row = await desk.kit.db.fetchrow("select owner_id, severity from ticket where id = $1", other)
    assert (row["owner_id"], row["severity"]) == (await desk.me(dan), "P1")
    assert [h["owner"]["name"] for h in (await desk.shown(sol, other))["holds"]] == ["Sol Navarro", "Dan Whitfield"]
    await desk.whole()


async def test_handing_back_goes_to_the_next_at_once(desk: Desk) -> None:
    ana, sol, dan = await desk.come(cast.ANA, "l1"), await desk.come(cast.SOL, "l1"), await desk.come(cast.DAN)
    ticket = await desk.ticket()
    mine = await desk.escalate(ana, ticket)
    assert (await ana.post(f"/escalations/{mine}/return", json={"why": "No"})).json()["code"] == "not_your_step"
    await sol.ok("POST", f"/escalations/{mine}/acknowledgement")
    await sol.ok("POST", f"/escalations/{mine}/return", json={"why": "Needs the duty manager"})
    seen = await desk.shown(ana, ticket)
    assert (seen["holds"][0]["why"], seen["holds"][0]["words"]) == ("handed_back", "Needs the duty manager")
    assert seen["holds"][1]["owner"]["name"] == "Dan Whitfield"
    assert seen["due_at"] is not None
    await dan.ok("POST", f"/escalations/{mine}/return", json={"why": "Please do it yourself"})
    assert (await desk.shown(ana, ticket))["holds"][-1]["owner"]["name"] == "Sol Navarro"
    await desk.whole()


async def test_the_last_step_comes_again_for_whoever_is_there(desk: Desk) -> None:
    ana, dan = await desk.come(cast.ANA, "l1"), await desk.come(cast.DAN)
    ticket = await desk.ticket()
    await desk.escalate(ana, ticket)
    await desk.passes(15 * 60)
    for _ in range(3):
        assert await desk.passes(60 * 60) == 1
    assert [h["owner"]["name"] for h in (await desk.shown(ana, ticket))["holds"]] == ["Dan Whitfield"] * 2
    assert len((await dan.ok("GET", "/notices"))["notices"]) >= 4
    await dan.ok("PUT", "/me/state", json={"state": "offline"})
    await desk.come(DAN2)
    await desk.passes(60 * 60)
    assert [h["owner"]["name"] for h in (await desk.shown(ana, ticket))["holds"]] == ["Dan Whitfield", "Dan Whitfield", "Deb Ito"]
    await desk.whole()


async def test_who_leaves_the_company_owns_nothing(desk: Desk) -> None:
    ana, sol, dan = await desk.come(cast.ANA, "l1"), await desk.come(cast.SOL, "l1"), await desk.come(cast.DAN)
    ticket = await desk.ticket()
    mine = await desk.escalate(ana, ticket)
    await sol.ok("POST", f"/escalations/{mine}/acknowledgement")
    await desk.leaves(sol)
    assert await desk.passes(1) == 1
    seen = await desk.shown(ana, ticket)
    assert [(h["owner"]["name"], h["why"], h["step"]) for h in seen["holds"]] == [("Sol Navarro", "gone", 0), ("Dan Whitfield", None, 0)]
    assert seen["due_at"] is not None
    assert dan
    await desk.whole()


async def test_after_downtime_one_step_comes_and_its_owner_has_their_whole_time(desk: Desk) -> None:
    ana, dan = await desk.come(cast.ANA, "l1"), await desk.come(cast.DAN)
    sol = await desk.come(cast.SOL, "wallet")
    ticket = await desk.ticket(reason="dep.missing_memo")
    mine = await desk.escalate(ana, ticket)
    assert await desk.passes(3 * 86_400) == 1
    left = await desk.kit.db.fetchval("select extract(epoch from due_at - now()) from escalation where id = $1", mine)
    assert 29 * 60 < left <= 30 * 60
    assert len((await desk.shown(sol, ticket))["holds"]) == 2
    assert dan


async def test_an_escalated_ticket_is_not_escalated_twice(desk: Desk) -> None:
    ana = await desk.come(cast.ANA, "l1")
    await desk.come(cast.SOL, "l1")
    ticket = await desk.ticket()
    await desk.escalate(ana, ticket)
    refused = await ana.post(f"/tickets/{ticket}/escalations", json={"why": "Again"})
    assert (refused.status_code, refused.json()["code"], refused.json()["owner"]) == (409, "already_escalated", "Sol Navarro")
    mine = await ana.ok("GET", "/escalations")
    assert [x["escalation"]["ticket_id"] for x in mine["asked"]] == [ticket]
    assert mine["others"] == []


@pytest.mark.parametrize("status", ["resolved", "closed"])
async def test_a_ladder_ends_with_its_ticket(desk: Desk, status: str) -> None:
    ana = await desk.come(cast.ANA, "l1")
    await desk.come(cast.SOL, "l1")
    ticket = await desk.ticket()
    await desk.escalate(ana, ticket)
    version = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": version, "status": status})
    await desk.world.react()
    assert (await desk.shown(ana, ticket))["outcome"] == "ticket_ended"
    await desk.whole()
    if status == "closed":
        assert (await ana.post(f"/tickets/{ticket}/escalations", json={"why": "Again"})).json()["code"] == "ticket_closed"


async def test_nobody_to_escalate_to(desk: Desk) -> None:
    tim = await desk.come(cast.TIM, "l1")
    ticket = await desk.ticket()
    refused = await tim.post(f"/tickets/{ticket}/escalations", json={"why": "Help"})
    assert refused.json()["code"] == "nobody_to_escalate_to"


async def test_who_escalates_and_is_the_only_one_has_it(desk: Desk) -> None:
    dan = await desk.come(cast.DAN)
    ticket = await desk.ticket()
    await desk.escalate(dan, ticket)
    seen = await desk.shown(dan, ticket)
    assert seen["holds"][0]["acknowledged_at"] is not None
    await desk.whole()

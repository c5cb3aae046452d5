"""What may be proposed on a ticket, with its price in people and proof, and what it would do."""

from farol.app.demo import cast
from farol.trust.identity.model import Level

from .conftest import Desk


async def test_only_permitted_actions_are_offered_and_the_others_say_why(desk: Desk) -> None:
    ana = await desk.come(cast.ANA)
    shown = {a["type"]: a for a in (await ana.ok("GET", f"/tickets/{desk.ticket}/actions"))["actions"]}
    assert "legal.hold" not in shown
    assert shown["account.freeze"]["hinders"] is None
    assert (shown["account.freeze"]["at_once"], shown["account.freeze"]["seats"]) == (True, [])
    assert shown["factor.reset"]["hinders"]["en"] == "The customer has to get to: Document and liveness, decided by two"
    assert (shown["factor.reset"]["seats"], shown["factor.reset"]["other_team"]) == ([["compliance", "security"]], True)
    assert shown["p2p.release"]["hinders"] is None
    sam = await desk.come(cast.SAM)
    offered = {a["type"]: a for a in (await sam.ok("GET", f"/tickets/{desk.ticket}/actions"))["actions"]}
    assert "p2p.release" not in offered
    assert offered["goodwill.grant"]["hinders"]["en"] == "Your role has no limit for this"
    tim = await desk.come(cast.TIM)
    assert (await tim.ok("GET", f"/tickets/{desk.ticket}/actions"))["actions"] == []


async def test_a_visitor_has_no_account_to_act_on(desk: Desk) -> None:
    ana = await desk.come(cast.ANA)
    ticket = (await desk.world.open(await desk.world.visitor(), "hello"))["ticket"]["id"]
    shown = (await ana.ok("GET", f"/tickets/{ticket}/actions"))["actions"]
    assert shown
    assert all(each["hinders"]["en"] == "A visitor has no account" for each in shown)


async def test_the_effects_are_shown_before_anybody_proposes(desk: Desk) -> None:
    ana = await desk.come(cast.ANA)
    await desk.prove(Level.REVIEWED)
    seen = await ana.ok("POST", f"/tickets/{desk.ticket}/proposals/preview", json=desk.body("factor.reset"))
    assert (seen["answered"], len(seen["effects"]), seen["seats"]) == (True, 1, [["compliance", "security"]])
    assert (desk.core.done, desk.core.orders) == ({}, {})
    assert await desk.kit.db.fetchval("select count(*) from proposal") == 0
    desk.core.down = True
    down = await ana.ok("POST", f"/tickets/{desk.ticket}/proposals/preview", json=desk.body("factor.reset"))
    assert (down["answered"], down["effects"]) == (False, [])


async def test_reading_takes_few_statements(desk: Desk) -> None:
    ana = await desk.come(cast.ANA)
    for _ in range(3):
        await desk.proposed(cast.ANA, "sessions.revoke", params={})
    for path in (f"/tickets/{desk.ticket}/actions", f"/tickets/{desk.ticket}/proposals", "/proposals"):
        with desk.world.statements() as ran:
            await ana.ok("GET", path)
        assert len(ran) <= 12, path


async def test_whose_account_it_is_stays_masked(desk: Desk) -> None:
    ana = await desk.come(cast.ANA)
    answer = await ana.get(f"/tickets/{desk.ticket}/actions")
    assert answer.json()["uid"]
    assert cast.MEI.uid not in answer.text

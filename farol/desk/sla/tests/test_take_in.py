"""Clocks follow what happens to a ticket."""

import asyncio

from farol.app.demo import cast
from farol.desk.sla import actions
from farol.kit.reactions import REACTIONS, Reactor
from tests.wire import screen
from tests.world import World

from .conftest import ago, clocks, seconds, told


async def test_a_ticket_from_opening_to_resolution(ruled: World) -> None:
    mei, ana = await ruled.customer(), await ruled.staff()
    ticket = (await ruled.open(mei))["ticket"]["id"]
    await ruled.react()
    begun = await clocks(ana, ticket)
    assert {k: (c["state"], c["budget_s"], c["policy"]["name"]) for k, c in begun.items()} == {
        "first_reply": ("running", 600, "P3 chat"), "resolve": ("running", 172_800, "P3 chat")}
    assert seconds(begun["first_reply"]["started_at"], begun["first_reply"]["due_at"]) == 600
    row = (await ana.ok("GET", "/inbox"))["rows"][0]
    assert row["due"] == {"kind": "first_reply", "at": begun["first_reply"]["due_at"], "percent": 0}
    await ruled.say(ana, ticket, "内部备注", internal=True)
    await ruled.react()
    assert (await clocks(ana, ticket))["first_reply"]["state"] == "running"
    await ruled.say(ana, ticket, "看到了，3/12")
    asked = await ruled.say(mei, ticket, "谢谢，要多久？")
    await ruled.react()
    answered = await clocks(ana, ticket)
    assert (answered["first_reply"]["state"], answered["next_reply"]["state"], answered["next_reply"]["turn"]) == ("met", "running", asked["seq"])
    assert (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["due"]["kind"] == "next_reply"
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 2, "status": "pending"})
    await ruled.react()
    waiting = await ana.ok("GET", f"/tickets/{ticket}/clocks")
    assert {c["kind"]: c["state"] for c in waiting["clocks"]} == {"first_reply": "met", "next_reply": "paused", "resolve": "paused"}
    assert [(p["reason"], p["until"]) for p in waiting["pauses"]] == [("pending", None)]
    assert waiting["pauses"][0]["actor"].startswith("staff:")
    assert (await ana.ok("GET", "/inbox?view=all"))["rows"][0]["due"] is None
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 3, "status": "resolved"})
    await ruled.react()
    assert {k: c["state"] for k, c in (await clocks(ana, ticket)).items()} == {
        "first_reply": "met", "next_reply": "dropped", "resolve": "met"}
    await ruled.say(mei, ticket, "还是没到")
    await ruled.react()
    again = await clocks(ana, ticket)
    assert (again["resolve"]["state"], again["next_reply"]["state"]) == ("running", "running")
    assert await told(ruled.kit, ticket) == []


async def test_rel_31_events_fed_after_downtime_give_the_true_times(ruled: World) -> None:
    mei, ana = await ruled.customer(), await ruled.staff()
    ticket = (await ruled.open(mei))["ticket"]["id"]
    await ruled.say(ana, ticket, "到了")
    await ago(ruled.kit, ticket, hours=2)
    await ago(ruled.kit, ticket, after=2, minutes=-30)  # the reply came half an hour after the opening
    assert await actions.tick(ruled.kit) == 0, "nothing is told before the events are taken in"
    await ruled.react()
    first = (await clocks(ana, ticket))["first_reply"]
    assert (first["state"], seconds(first["started_at"], first["met_at"]) // 60, seconds(first["started_at"], first["breached_at"])) == ("late", 30, 600)
    assert [kind for kind, _ in await told(ruled.kit, ticket)] == ["clock.breached"]
    await actions.tick(ruled.kit)
    await ruled.react()
    assert len(await told(ruled.kit, ticket)) == 1


async def test_every_event_is_taken_in_once_by_many_workers(ruled: World) -> None:
    mei, ana = await ruled.customer(), await ruled.staff()
    ticket = (await ruled.open(mei))["ticket"]["id"]
    for n in range(10):
        await ruled.say(ana, ticket, f"answer {n}")
        await ruled.say(mei, ticket, f"question {n}")
    reactors, each = [Reactor(ruled.kit, REACTIONS) for _ in range(4)], REACTIONS[actions.REACTION]
    await asyncio.gather(*(r.step(each, f"ticket:{ticket}") for r in reactors for _ in range(3)))
    shown = (await ana.ok("GET", f"/tickets/{ticket}/clocks"))["clocks"]
    assert [(c["turn"], c["state"]) for c in shown if c["kind"] == "next_reply"] == [
        *((4 + 2 * n, "met") for n in range(9)), (22, "running")]
    assert await ruled.kit.db.fetchval("select count(*) from parked") == 0


async def test_a_new_severity_and_reason_plan_anew_and_say_why(ruled: World) -> None:
    mei, ana = await ruled.customer(), await ruled.staff()
    ticket = (await ruled.open(mei))["ticket"]["id"]
    await ago(ruled.kit, ticket, minutes=2)
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 1, "severity": "P1"})
    await ruled.react()
    first = (await clocks(ana, ticket))["first_reply"]
    assert seconds(first["started_at"], first["due_at"]) == 300
    assert [s["what"] for s in first["steps"]] == ["policy", "start", "plan", "open", "result"]
    policy, start, plan, counted, result = first["steps"]
    assert policy["en"] == "Policy “P3 chat”, chosen for severity P3, channel webchat: first reply by a person within 10 min, counted day and night."
    assert policy["zh"] == "策略“P3 chat”，依据：严重程度 P3、渠道 webchat：10 分钟内人工首次回复，全天计时。"
    assert "2 min" in plan["en"]
    assert "剩 2 分钟" in plan["zh"]
    assert counted["seconds"] in (179, 180)
    assert result["at"] == first["due_at"]
    assert start["at"] == first["started_at"]


async def test_the_list_hears_of_a_clock_that_began(ruled: World) -> None:
    mei, ana = await ruled.customer(), await ruled.staff()
    wire = await screen(ruled, ana)
    await wire.send({"t": "inbox"})
    await wire.send({"t": "ping"})
    await wire.until("pong")
    ticket = (await ruled.open(mei))["ticket"]["id"]
    await ruled.react()
    while (row := (await wire.until("row"))[-1]["row"])["due"] is None:
        wire.frames.clear()
    assert (row["id"], row["due"]["kind"]) == (ticket, "first_reply")
    await wire.close()


async def test_waiting_tickets_stand_by_what_is_due_soonest(ruled: World) -> None:
    mei, ivan, rosa, ana = await ruled.customer(), await ruled.customer(cast.IVAN), await ruled.customer(cast.ROSA), await ruled.staff()
    old, new, urgent = [(await ruled.open(c))["ticket"]["id"] for c in (mei, ivan, rosa)]
    await ana.ok("PATCH", f"/tickets/{urgent}", json={"version": 1, "severity": "P1"})
    await ago(ruled.kit, new, minutes=7)
    await ruled.react()
    assert [r["id"] for r in (await ana.ok("GET", "/inbox"))["rows"]] == [new, urgent, old]


async def test_clocks_made_again_from_the_log_are_the_same(ruled: World) -> None:
    mei, ana = await ruled.customer(), await ruled.staff()
    ticket = (await ruled.open(mei))["ticket"]["id"]
    await ruled.say(ana, ticket, "3/12")
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 2, "status": "pending", "severity": "P2"})
    await ruled.say(mei, ticket, "到了吗")
    await ruled.react()
    query = "select (select jsonb_agg(c order by kind, turn) from sla_clock c), (select jsonb_agg(p) from sla_pause p), (select jsonb_agg(t) from sla_ticket t)"
    before = await ruled.kit.db.fetchrow(query)
    await actions.rebuild(ruled.kit, ticket)
    assert await ruled.kit.db.fetchrow(query) == before


async def test_no_policy_means_no_clock(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    assert (await ana.ok("GET", f"/tickets/{ticket}/clocks"))["clocks"] == []
    await world.react()
    assert (await ana.ok("GET", f"/tickets/{ticket}/clocks"))["clocks"] == []
    assert (await ana.get("/tickets/987654/clocks")).status_code == 404

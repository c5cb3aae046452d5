"""A waiting ticket is put before the one who should have it."""

from datetime import timedelta

from farol.app.demo import cast
from farol.desk.queue.model import Skill
from farol.desk.queue.tests.conftest import Desk
from farol.kit import clock
from tests.wire import screen


async def test_a_free_agent_gets_the_longest_waiting(desk: Desk) -> None:
    mallory, rosa = await desk.world.customer(cast.MALLORY), await desk.world.customer(cast.ROSA)
    first, second = await desk.ticket(mallory), await desk.ticket(rosa)
    assert first < second
    await desk.team(slots=1)
    ana = await desk.agent(cast.ANA)
    await desk.now()
    assert await desk.offers(ana) == [first]
    assert await desk.kinds(first) == ["entered", "offered"]
    await ana.ok("POST", f"/tickets/{first}/take")
    await desk.world.say(ana, first, "看到了")
    await desk.now()
    assert await desk.offers(ana) == [], "her one slot holds the first"
    version = (await ana.ok("GET", f"/tickets/{first}"))["ticket"]["version"]
    await ana.ok("PATCH", f"/tickets/{first}", json={"version": version, "status": "resolved"})
    await desk.now()
    assert await desk.offers(ana) == [second]


async def test_what_is_put_aside_holds_no_slot(desk: Desk) -> None:
    mallory, rosa = await desk.world.customer(cast.MALLORY), await desk.world.customer(cast.ROSA)
    first, second = await desk.ticket(mallory), await desk.ticket(rosa)
    await desk.team(slots=1)
    ana = await desk.agent(cast.ANA)
    await desk.now()
    await ana.ok("POST", f"/tickets/{first}/take")
    await desk.now()
    assert await desk.offers(ana) == []
    await ana.ok("PUT", f"/tickets/{first}/snooze", json={"until": (clock.now() + timedelta(hours=4)).isoformat()})
    await desk.now()
    assert await desk.offers(ana) == [second]


async def test_severity_goes_before_waiting_and_vip_only_within(desk: Desk) -> None:
    mei, mallory = await desk.world.customer(), await desk.world.customer(cast.MALLORY)  # Mei is VIP 3
    plain, vip, urgent = await desk.ticket(mallory), await desk.ticket(mei), await desk.ticket(mallory)
    await desk.change(urgent, severity="P1")
    await desk.team(slots=1)
    ana = await desk.agent(cast.ANA)
    got = []
    for _ in range(3):
        await desk.now()
        (ticket,) = await desk.offers(ana)
        got.append(ticket)
        await ana.ok("POST", f"/tickets/{ticket}/take")
        await desk.change(ticket, status="resolved")
    assert got == [urgent, vip, plain]


async def test_work_is_spread_and_capacity_kept(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    ana, sol = await desk.agent(cast.ANA), await desk.agent(cast.SOL)
    for _ in range(8):
        await desk.ticket(mallory)
    await desk.now()
    assert [len(await desk.offers(who)) for who in (ana, sol)] == [3, 3]
    line = (await sol.ok("GET", "/queue"))[0]
    assert (line["waiting"], len(line["offers"]), line["slots"]) == (8, 6, {"used": 6, "of": 6})


async def test_a_hard_chat_costs_two(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    hard = await desk.ticket(mallory)
    await desk.change(hard, severity="P1")
    for _ in range(3):
        await desk.ticket(mallory)
    ana = await desk.agent(cast.ANA)
    await desk.now()
    assert len(await desk.offers(ana)) == 2
    assert (await ana.ok("GET", "/me/state"))["slots"] == {"used": 3, "of": 3}


async def test_nobody_without_right_or_skill_is_asked(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    zh = await desk.ticket(mallory)
    kai = await desk.world.staff(cast.KAI)
    kai_id = (await kai.ok("GET", "/session"))["id"]
    await desk.kit.db.execute("insert into skill (staff_id, language, level, set_by) values ($1, 'zh', 3, 'x')", kai_id)
    await desk.kit.db.execute("insert into team_member select id, $1, now(), 'x' from team", kai_id)
    await desk.kit.db.execute("insert into agent_state values ($1, 'available', now(), 'x', '', now(), now())", kai_id)
    tim = await desk.agent(cast.TIM, Skill("en", "", 1))
    sol = await desk.agent(cast.SOL, Skill("zh", "p2p", 3), state="busy")
    await desk.now()
    assert await desk.offers(tim) == []
    assert await desk.offers(sol) == []
    await desk.agent(cast.SOL, Skill("zh", "", 3))
    await desk.now()
    assert await desk.offers(sol) == [zh]
    assert await desk.kit.db.fetchval("select count(*) from offer where staff_id = $1", kai_id) == 0


async def test_english_does_when_nobody_on_shift_has_the_language(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    tim = await desk.agent(cast.TIM, Skill("en", "", 1))
    zh = await desk.ticket(mallory)
    await desk.now()
    assert await desk.offers(tim) == []
    await desk.kit.db.execute("update queue_entry set entered_at = entered_at - interval '61 seconds'")
    await desk.now()
    assert await desk.offers(tim) == [zh]


async def test_the_reason_chooses_the_team(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    await desk.team(key="p2p", reasons=["p2p"])
    vera = await desk.agent(cast.VERA, teams=("p2p",))
    ticket = await desk.ticket(mallory)
    await desk.now()
    assert await desk.offers(vera) == []
    await desk.change(ticket, reason="p2p.fraud_payment")
    await desk.now()
    assert await desk.offers(vera) == [ticket]


async def test_the_agent_sees_it_at_once(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    ana, sol = await desk.agent(cast.ANA), await desk.world.staff(cast.SOL)
    hers, his = await screen(desk.world, ana), await screen(desk.world, sol)
    ticket = await desk.ticket(mallory)
    await desk.now()
    (frame,) = await hers.until("offer")
    assert (frame["ticket"], frame["deadline"] is None) == (ticket, False)
    await ana.ok("POST", f"/tickets/{ticket}/take")
    assert (await hers.until("offer", 2))[1]["deadline"] is None
    assert not [f for f in his.frames if f["t"] == "offer"]
    await hers.close()
    await his.close()

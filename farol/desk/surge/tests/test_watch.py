"""Topics are counted from tickets as they come, and compared with the same hour of past weeks."""

from datetime import timedelta

from farol.app.demo import cast
from farol.desk.surge import actions, store
from farol.kit import clock
from tests.world import World

OLD = "insert into surge_mention (ticket_id, topic, at) select $1, $2 || ':' || n, $3 from generate_series(1, $4::int) n"


async def test_a_topic_far_above_its_usual_is_told_to_leads_once(world: World) -> None:
    mei, sol = await world.customer(), await world.staff(cast.SOL)
    for n in range(9):
        await world.open(mei, f"第 {n} 笔 100 USDT 走 TRC20 没到账")
    await world.kit.db.execute("update ticket set opened_at = opened_at - interval '40 days' where id = (select min(id) from ticket)")
    await world.react()
    for _ in range(2):
        await actions.watch(world.kit)
    found = {r["topic"]["topic"]: r for r in (await sol.ok("GET", "/surge"))["rising"]}
    assert set(found) == {"all", "coin:USDT", "network:TRON"}
    assert (found["network:TRON"]["topic"]["n"], found["network:TRON"]["topic"]["level"]) == (8, "high")
    assert found["all"]["topic"]["detail"] == {"coin:USDT": 8, "network:TRON": 8}
    assert (found["all"]["zh"], found["network:TRON"]["en"]) == ("所有来单", "TRON network")
    assert await world.kit.db.fetchval("select count(*) from event where kind = 'surge.topic_raised'") == 3
    assert await world.kit.db.fetchval("select count(*) from notice where kind = 'incident.rising'") == 3


async def test_the_usual_is_of_the_same_hour_in_past_weeks(world: World) -> None:
    mei = await world.customer()
    ticket = (await world.open(mei, "hello"))["ticket"]["id"]
    await world.kit.db.execute("update ticket set opened_at = opened_at - interval '40 days'")
    await world.react()
    now = clock.now()
    for week in range(1, 5):
        for k in range(3):
            at = now - timedelta(days=7 * week, minutes=20 * (k - 1) + 1)
            await world.kit.db.execute(OLD, ticket, f"{week}{k}", at, 4)
    await world.kit.db.execute("update surge_mention set topic = split_part(topic, ':', 1) || ':' || topic where topic like '%:%'")
    samples, past = await store.past_counts(world.kit.db, now)
    assert samples == 12
    assert sum(sum(counts) for counts in past.values()) == 48


async def test_a_new_reason_moves_a_ticket_to_its_family(world: World) -> None:
    mei, sol = await world.customer(), await world.staff(cast.SOL)
    ticket = (await world.open(mei, "hello"))["ticket"]["id"]
    for version, reason in ((1, "dep.suspended"), (2, "wd.failed")):
        await sol.ok("PATCH", f"/tickets/{ticket}", json={"version": version, "reason": reason})
        await world.react()
    rows = await world.kit.db.fetch("select topic from surge_mention where ticket_id = $1 order by 1", ticket)
    assert [r["topic"] for r in rows] == ["all", "reason:wd"]

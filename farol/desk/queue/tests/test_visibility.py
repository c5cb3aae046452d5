"""Whose a ticket is, and who sees a team's tickets."""

from farol.app.demo import cast
from tests.world import World


async def test_the_queue_a_ticket_enters_makes_it_the_teams(world: World) -> None:
    mei = await world.customer()
    team = await world.kit.db.fetchval("insert into team (key, zh, en, reasons) values ('all', '全部', 'All', '{\"\"}') returning id")
    ticket = (await world.open(mei))["ticket"]["id"]
    await world.react()
    assert await world.kit.db.fetchval("select team_id from ticket where id = $1", ticket) == team


async def test_a_team_closes_and_its_queue_is_its_own(world: World) -> None:
    ana, sol, mei = await world.staff(), await world.staff(cast.SOL), await world.customer()
    team = await world.kit.db.fetchval("insert into team (key, zh, en, reasons) values ('aml', '合规', 'AML', '{\"\"}') returning id")
    ticket = (await world.open(mei))["ticket"]["id"]
    await world.react()
    assert (await ana.put(f"/queue/teams/{team}/visibility", json={"visibility": "members"})).status_code == 403
    for _ in range(2):
        await sol.ok("PUT", f"/queue/teams/{team}/visibility", json={"visibility": "members"})
    assert (await ana.get(f"/tickets/{ticket}")).status_code == 404
    assert await ana.ok("GET", "/queue") == []
    assert await ana.ok("GET", "/queue/teams") == []
    assert [line["key"] for line in await sol.ok("GET", "/queue")] == ["aml"]
    kinds = await world.kit.db.fetch("select kind from event where stream = $1", f"team:{team}")
    assert [row["kind"] for row in kinds] == ["team.visibility_changed"]

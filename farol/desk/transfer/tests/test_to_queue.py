"""A ticket goes to another team's queue with a summary, keeps the time it has waited, and waits for nobody else."""

from typing import Any
from uuid import uuid4

from farol.app.demo import cast
from farol.desk.bulk import jobs
from farol.desk.queue import actions as queue
from farol.desk.queue.model import Skill, Team
from farol.desk.sla import actions as sla
from farol.kit.permission import SYSTEM
from tests.world import Client, World

from .test_transfer import BOTH, LIA, come, me, owner, ticket


async def teams(world: World) -> tuple[Client, Client]:
    """Ana of the first line, and Lia of the wallet team, who is on shift but takes nothing by herself."""
    ana = await come(world, cast.ANA, *BOTH)
    await queue.add_team(world.kit, SYSTEM, Team(0, "wallet", "钱包", "Wallet", ["wd"], [], 3, 30, 120, 60))
    lia = await world.staff(LIA)
    await queue.place_staff(world.kit, SYSTEM, await me(lia), ["wallet"], [Skill("zh", "", 3)])
    return ana, lia


async def entry(world: World, ticket_id: int) -> Any:
    """Where it waits."""
    return await world.kit.db.fetchrow(
        "select g.key, q.entered_at, q.rank_at, t.waiting_since from queue_entry q join team g on g.id = q.team_id"
        " join ticket t on t.id = q.ticket_id where q.ticket_id = $1 and q.left_at is null", ticket_id)


async def hand(client: Client, ticket_id: int, team: str = "wallet", **more: Any) -> Any:
    """Ana hands it over."""
    body = {"client_id": str(uuid4()), "team": team, "summary": "Needs the wallet team.", **more}
    return await client.post(f"/tickets/{ticket_id}/team-queue", json=body)


async def test_it_leaves_its_owner_and_keeps_its_place(world: World) -> None:
    await sla.seed(world.kit)
    ana, lia = await teams(world)
    mine = await ticket(world, ana)
    await world.kit.db.execute("update ticket set waiting_since = waiting_since - interval '1 hour' where id = $1", mine)
    await world.react()
    clocks = await world.kit.db.fetch("select * from sla_clock where ticket_id = $1 order by 1", mine)
    assert clocks
    body = {"client_id": str(uuid4())}
    for _ in range(2):
        assert (await hand(ana, mine, **body)).status_code < 300
    assert await owner(world, mine) is None
    found = await entry(world, mine)
    assert found["key"] == "wallet"
    assert found["entered_at"] == found["waiting_since"]
    await world.react()
    assert (await entry(world, mine))["key"] == "wallet", "the reason alone would put it back"
    assert clocks == await world.kit.db.fetch("select * from sla_clock where ticket_id = $1 order by 1", mine)
    opened = await lia.ok("GET", f"/tickets/{mine}")
    assert [m["body"] for m in opened["messages"] if m["internal"]] == ["Needs the wallet team."]
    past = (await lia.ok("GET", f"/tickets/{mine}/transfers"))["transfers"]
    assert [(t["outcome"], t["to_team"]["key"], t["summary"]) for t in past] == [("queued", "wallet", "Needs the wallet team.")]
    kinds = await world.kit.db.fetch("select kind from event where stream = $1 and kind like 'ticket.handed%'", f"ticket:{mine}")
    assert len(kinds) == 1
    await lia.ok("POST", f"/tickets/{mine}/take")
    assert await owner(world, mine) == await me(lia)


async def test_another_reason_takes_it_out_of_the_teams_hands(world: World) -> None:
    ana, _ = await teams(world)
    mine = await ticket(world, ana)
    await hand(ana, mine)
    row = (await ana.ok("GET", f"/tickets/{mine}"))["ticket"]
    await ana.ok("PATCH", f"/tickets/{mine}", json={"version": row["version"], "reason": "dep.missing_memo"})
    await world.react()
    assert (await entry(world, mine))["key"] == "l1"


async def test_refusals(world: World) -> None:
    ana, lia = await teams(world)
    mine = await ticket(world, ana)
    await queue.add_team(world.kit, SYSTEM, Team(0, "fr", "法语", "French", ["fr"], ["fr"], 3, 30, 120, 60))
    for answer, code in (
        (await hand(ana, mine, summary=" "), "empty"), (await hand(ana, mine, team="nowhere"), "receiver_gone"),
        (await hand(ana, mine, team="fr"), "team_lacks_skill"), (await hand(lia, mine), "not_yours"),
        (await hand(ana, 987_654), "not_found"),
    ):
        assert answer.json()["code"] == code
    assert await owner(world, mine) == await me(ana)
    assert not [m for m in (await ana.ok("GET", f"/tickets/{mine}"))["messages"] if m["internal"]]


async def test_several_at_once_and_back(world: World) -> None:
    ana, lia = await teams(world)
    ivan = await world.customer(cast.IVAN)
    both = [await ticket(world, ana), (await world.open(ivan, "还在等，没到账", language="zh"))["ticket"]["id"]]
    await ana.ok("POST", f"/tickets/{both[1]}/take")
    await world.react()
    rows = [(await ana.ok("GET", f"/tickets/{one}"))["ticket"] for one in both]
    body = {"client_id": str(uuid4()), "action": {"to_team": "wallet", "summary": "All for the wallet team."},
            "tickets": [{"id": r["id"], "version": r["version"], "seen": r["seq"]} for r in rows]}
    assert (await ana.post("/bulk", json={**body, "action": {"to_team": "wallet"}})).json()["code"] == "empty"
    made = await ana.ok("POST", "/bulk", json=body)
    await jobs.run.run(world.kit, jobs.Run(made["id"]))
    shown = await ana.ok("GET", f"/bulk/{made['id']}")
    assert shown["counts"] == {"done": 2}
    assert [(await entry(world, one))["key"] for one in both] == ["wallet", "wallet"]
    await lia.ok("POST", f"/tickets/{both[0]}/take")
    undone = await ana.ok("POST", f"/bulk/{made['id']}/undo")
    await jobs.run.run(world.kit, jobs.Run(undone["id"]))
    await world.react()
    assert [await owner(world, one) for one in both] == [await me(lia), await me(ana)]


async def test_at_the_end_of_a_shift(world: World) -> None:
    ana, lia = await teams(world)
    mine = await ticket(world, ana)
    body = {"client_id": str(uuid4()), "words": "Waits for the wallet team", "to_team": "wallet"}
    assert (await ana.post(f"/brief/tickets/{mine}/handover", json={**body, "to": await me(lia)})).json()["code"] == "invalid"
    for _ in range(2):
        await ana.ok("POST", f"/brief/tickets/{mine}/handover", json=body)
    assert (await entry(world, mine))["key"] == "wallet"
    assert await ana.ok("GET", "/brief/handover") == []
    assert [m["body"] for m in (await lia.ok("GET", f"/tickets/{mine}"))["messages"] if m["internal"]] == ["Waits for the wallet team"]


async def test_who_just_handed_it_over_is_not_offered_it_again(world: World) -> None:
    ana = await come(world, cast.ANA, *BOTH)
    await come(world, LIA, *BOTH)
    lia = await world.staff(LIA)
    await lia.ok("PUT", "/me/state", json={"state": "away"})
    mine = await ticket(world, ana)
    await hand(ana, mine, team="l1")
    team_id = await world.kit.db.fetchval("select id from team where key = 'l1'")
    assert await queue.dispatch(world.kit, team_id) == 0

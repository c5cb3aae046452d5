"""What somebody reads at the start of a shift."""

from farol.app.demo import cast
from farol.desk.macros.events import MacroSaved
from farol.kit.db import transaction
from farol.kit.events import emit
from farol.kit.permission import Actor
from tests.world import World, later


async def test_a_brief_has_watch_outs_changes_and_promises(world: World) -> None:
    ana, sol = await world.staff(cast.ANA), await world.staff(cast.SOL)
    sol_id = (await sol.ok("GET", "/session"))["id"]
    posted = await sol.ok("POST", "/brief/watches", json={"words": "TRON 节点不稳，先别报时间", "hours": 2})
    async with transaction(world.kit.db) as tx:
        for version in (1, 2):
            await emit(tx, "macro:9", Actor("staff", sol_id, frozenset()), MacroSaved(version, "充值延迟", "Late deposit"))
    await world.react()
    brief = await ana.ok("GET", "/brief")
    assert brief["read_at"] is None
    assert [w["words"] for w in brief["watches"]] == ["TRON 节点不稳，先别报时间"]
    [change] = brief["changed"]
    assert (change["kind"], change["what"], change["zh"], change["by_name"]) == ("macro", "saved", "充值延迟", cast.SOL.name)
    assert (await ana.ok("POST", "/brief/read"))["read_at"]
    later(hours=13)
    try:
        assert (await ana.ok("GET", "/brief"))["changed"] == []
        assert (await ana.ok("GET", "/brief"))["watches"] == []
    finally:
        later()
    assert (await ana.post("/brief/watches", json={"words": "x"})).status_code == 403
    assert (await sol.delete(f"/brief/watches/{posted['id']}")).status_code == 204
    assert (await sol.delete(f"/brief/watches/{posted['id']}")).status_code == 404

"""A customer says whether their words may be learnt from."""

from farol.app.demo import cast
from tests.world import World

from .conftest import answered


async def test_a_no_takes_everything_kept_away_at_once_and_stays(world: World) -> None:
    ana, mei = await world.staff(), await world.customer(cast.MEI)
    ticket, seq = await answered(world, mei, "Where is my deposit, please look")
    await ana.ok("POST", f"/tickets/{ticket}/assistant/corrections", json={"seq": seq, "kind": "right"})
    assert await mei.ok("GET", "/learning") == {"may": True, "days": 180}
    for _ in range(2):
        await mei.ok("PUT", "/learning", json={"may": False})
    assert (await mei.ok("GET", "/learning"))["may"] is False
    assert await world.kit.db.fetchval("select count(*) from learning_label where words <> ''") == 0
    assert await world.kit.db.fetchval("select count(*) from event where kind = 'learning.refused'") == 1
    await mei.ok("PUT", "/learning", json={"may": True})
    assert (await mei.ok("GET", "/learning"))["may"] is True


async def test_labels_go_with_the_ticket_and_the_customer(world: World) -> None:
    rules = await world.kit.db.fetch(
        "select conrelid::regclass::text as of, confrelid::regclass::text as to, confdeltype::text as what from pg_constraint "
        "where contype = 'f' and conrelid in ('learning_label'::regclass, 'learning_objection'::regclass)")
    assert {(row["of"], row["to"]) for row in rules if row["what"] == "c"} >= {
        ("learning_label", "ticket"), ("learning_label", "customer"), ("learning_objection", "customer")}

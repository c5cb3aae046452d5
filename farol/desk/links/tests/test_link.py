"""Links: both ways, no circles, no ghosts."""

import asyncio
from typing import Any

from farol.app.demo import cast
from tests.world import Client, World


async def tickets(world: World, n: int) -> list[dict[str, Any]]:
    """Mei's tickets."""
    mei = await world.customer()
    return [(await world.open(mei, f"problem {i}"))["ticket"] for i in range(n)]


async def link(client: Client, ticket: int, side: str, **other: object) -> Any:
    """The whole answer."""
    return await client.post(f"/tickets/{ticket}/links", json={"side": side, **other})


async def sides(client: Client, ticket: int) -> list[tuple[str, int]]:
    """What a ticket is linked to."""
    return [(each["side"], each["other"]["id"]) for each in (await client.ok("GET", f"/tickets/{ticket}/links"))["links"]]


async def test_both_tickets_show_it_each_from_its_side(world: World) -> None:
    ana = await world.staff()
    one, two, three = await tickets(world, 3)
    made = (await link(ana, one["id"], "caused_by", number=two["number"].lower())).json()["links"]
    assert (made[0]["side"], made[0]["other"]["number"]) == ("caused_by", two["number"])
    await link(ana, one["id"], "followed_by", other=three["id"])
    assert await sides(ana, two["id"]) == [("causes", one["id"])]
    assert await sides(ana, three["id"]) == [("follow_up", one["id"])]
    for ticket in (one, two):
        events = (await ana.ok("GET", f"/tickets/{ticket['id']}/events?after=2"))["frames"]
        assert events[0]["kind"] == "ticket.linked"
    gone = made[0]["id"]
    await ana.ok("DELETE", f"/links/{gone}")
    assert (await ana.delete(f"/links/{gone}")).status_code == 404
    assert await sides(ana, two["id"]) == []
    for ticket in (one, two, three):
        rows = await world.kit.db.fetch("select seq from event where stream = $1 order by seq", f"ticket:{ticket['id']}")
        assert [r["seq"] for r in rows] == list(range(1, len(rows) + 1))


async def test_the_customer_s_other_tickets_are_offered(world: World) -> None:
    ana = await world.staff()
    one, two, three = await tickets(world, 3)
    ivan = await world.customer(cast.IVAN)
    await world.open(ivan)
    await link(ana, one["id"], "related", other=two["id"])
    assert [t["id"] for t in (await ana.ok("GET", f"/tickets/{one['id']}/links"))["offered"]] == [three["id"]]


async def test_circles_repeats_and_ghosts_are_refused(world: World) -> None:
    ana = await world.staff()
    one, two, three = [t["id"] for t in await tickets(world, 3)]
    await link(ana, one, "caused_by", other=two)
    await link(ana, two, "caused_by", other=three)
    for answer, status, code in (
        (await link(ana, one, "related", other=one), 422, "link_to_itself"),
        (await link(ana, three, "caused_by", other=one), 409, "link_circle"),
        (await link(ana, one, "causes", other=three), 409, "link_circle"),
        (await link(ana, two, "causes", other=one), 409, "linked_already"),
        (await link(ana, one, "related", number="FRL-2026-987654"), 404, "not_found"),
        (await link(ana, one, "related"), 422, "invalid"),
    ):
        assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert (await link(ana, three, "related", other=one)).status_code == 200
    assert (await link(ana, one, "related", other=three)).json()["code"] == "linked_already"


async def test_two_hands_cannot_close_a_circle(world: World) -> None:
    ana, sol = await world.staff(), await world.staff(cast.SOL)
    ids = [t["id"] for t in await tickets(world, 4)]
    pairs = [(a, b) for a in ids for b in ids if a != b]
    answers = await asyncio.gather(*(link((ana, sol)[n % 2], a, "caused_by", other=b) for n, (a, b) in enumerate(pairs)))
    assert {a.status_code for a in answers} <= {200, 409}
    rows = await world.kit.db.fetch("select from_id, to_id from ticket_link")
    after = {r["from_id"]: {x["to_id"] for x in rows if x["from_id"] == r["from_id"]} for r in rows}
    seen: set[int] = set()

    def walk(ticket: int, way: tuple[int, ...]) -> None:
        assert ticket not in way
        seen.add(ticket)
        for other in after.get(ticket, ()):
            walk(other, (*way, ticket))

    for ticket in after:
        walk(ticket, ())
    assert len(rows) == 6, "all that no circle forbids"

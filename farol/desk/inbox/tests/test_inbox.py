"""What the inbox lists, in which order, and how it is found."""

from farol.app.demo import cast
from tests.world import World


async def test_the_most_urgent_and_longest_waiting_stand_first(world: World) -> None:
    mei, ivan, rosa, ana = (await world.customer(cast.MEI), await world.customer(cast.IVAN), await world.customer(cast.ROSA),
                            await world.staff())
    first, second, third = [(await world.open(c, f"nr {n}"))["ticket"]["id"] for n, c in enumerate((mei, ivan, rosa))]
    await ana.ok("PATCH", f"/tickets/{third}", json={"version": 1, "severity": "P1"})
    listing = await ana.ok("GET", "/inbox?view=waiting")
    assert [row["id"] for row in listing["rows"]] == [third, first, second]
    assert listing["counts"] == {"waiting": 3, "mine": 0, "all": 3, "snoozed": 0, "views": {}}
    await world.say(ana, first, "on it")
    assert [row["id"] for row in (await ana.ok("GET", "/inbox?view=waiting"))["rows"]] == [third, second]
    assert [row["id"] for row in (await ana.ok("GET", "/inbox?view=all"))["rows"]] == [third, second, first]


async def test_views_hold_what_they_say(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    me = (await ana.ok("GET", "/session"))["id"]
    ticket = (await world.open(mei))["ticket"]["id"]
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 1, "owner_id": me})
    assert [r["owner"]["id"] for r in (await ana.ok("GET", "/inbox?view=mine"))["rows"]] == [me]
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 2, "status": "resolved"})
    assert (await ana.ok("GET", "/inbox?view=mine"))["rows"] == []
    assert [r["id"] for r in (await ana.ok("GET", "/inbox?view=resolved"))["rows"]] == [ticket]
    assert (await ana.get("/inbox?view=everything")).status_code == 422


async def test_the_customer_is_masked(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    answer = await ana.get(f"/tickets/{ticket}")
    panel = answer.json()["customer"]
    assert (panel["uid_masked"], panel["email_masked"], panel["known"]) == ("20••••77", "m•••@e•••.com", True)
    for clear in (cast.MEI.uid, cast.MEI.email, cast.MEI.phone):
        assert clear not in answer.text


async def test_an_opened_ticket_is_three_statements(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    await ana.ok("GET", f"/tickets/{ticket}")
    with world.statements() as ran:
        detail = await ana.ok("GET", f"/tickets/{ticket}")
    assert len(detail["messages"]) == 1
    assert len(ran) == 3, ran


async def test_earlier_messages_come_in_pages(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    await world.kit.db.execute(
        "insert into message (ticket_id, seq, client_id, author_kind, author_id, internal, channel, body)"
        " select $1, n, gen_random_uuid(), 'staff', 0, false, 'console', 'line ' || n from generate_series(3, 120) n", ticket)
    await world.kit.db.execute("update ticket set seq = 120 where id = $1", ticket)
    detail = await ana.ok("GET", f"/tickets/{ticket}")
    assert (len(detail["messages"]), detail["more"], detail["messages"][0]["seq"]) == (50, True, 71)
    earlier = await ana.ok("GET", f"/tickets/{ticket}/messages?before=71")
    assert ([m["seq"] for m in earlier["messages"]], earlier["more"]) == (list(range(21, 71)), True)
    first = await ana.ok("GET", f"/tickets/{ticket}/messages?before=21")
    assert ([m["seq"] for m in first["messages"]], first["more"]) == (list(range(2, 21)), False)

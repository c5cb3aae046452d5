"""Similar solved tickets: by reason and words, only those one may see, with how they ended and without their customer's data."""

from typing import Any

from farol.app.demo import cast
from farol.desk.copilot.similar import masked
from farol.desk.search.index import catch_up
from tests.world import Client, World


async def solved(desk: World, ana: Client, who: Client, asked: str, answer: str, reason: str) -> int:
    ticket: int = (await desk.open(who, asked))["ticket"]["id"]
    await desk.say(ana, ticket, answer)
    version = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": version, "reason": reason, "status": "resolved"})
    return ticket


async def test_the_most_alike_comes_first_with_how_it_ended(desk: World, books: Any) -> None:
    ana, ivan = await desk.staff(), await desk.customer(cast.IVAN)
    memo = await solved(desk, ana, ivan, "XRP deposit without memo not credited", f"Hello {cast.IVAN.name}, it is credited now; we wrote to {cast.IVAN.email}.", "dep.missing_memo")
    other = await solved(desk, ana, ivan, "How do I switch to dark mode?", "Under settings, appearance.", "fb.feature")
    await catch_up(desk.kit)
    ticket = (await desk.open(await desk.visitor(), "my XRP deposit has no memo and is not credited"))["ticket"]["id"]
    found = (await ana.ok("GET", f"/tickets/{ticket}/copilot/similar"))["tickets"]
    assert [one["id"] for one in found][:1] == [memo]
    assert other not in [one["id"] for one in found]
    assert cast.IVAN.email not in found[0]["ended"]
    assert cast.IVAN.name not in found[0]["ended"]
    assert "it is credited now" in found[0]["ended"]
    assert found[0]["shared"]


async def test_what_one_may_not_see_is_not_named(desk: World, books: Any) -> None:
    ana, ivan = await desk.staff(), await desk.customer(cast.IVAN)
    hidden = await solved(desk, ana, ivan, "XRP deposit without memo not credited", "Credited.", "dep.missing_memo")
    await catch_up(desk.kit)
    team = await desk.kit.db.fetchval(
        "insert into team (key, zh, en, reasons, visibility) values ('aml', '合规', 'AML', '{}', 'members') returning id")
    await desk.kit.db.execute("update ticket set team_id = $2, owner_id = null where id = $1", hidden, team)
    await desk.kit.db.execute("delete from follower where ticket_id = $1", hidden)
    ticket = (await desk.open(await desk.visitor(), "XRP deposit without memo not credited"))["ticket"]["id"]
    assert (await ana.ok("GET", f"/tickets/{ticket}/copilot/similar"))["tickets"] == []


def test_nothing_of_another_customer_is_left() -> None:
    text = "Mei Lin, +86 138 0013 8000, mei@example.com, uid 83000041, tx 0xabcdef0123456789abcdef0123456789, 250 USDT"
    shown = masked(text, "Mei Lin")
    assert not any(part in shown for part in ("Mei", "8000,", "mei@example", "83000041", "0xabcdef01234"))
    assert "250 USDT" in shown

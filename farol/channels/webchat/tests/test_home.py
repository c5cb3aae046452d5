"""What the widget shows first, and tickets by number."""

from farol.app.demo import cast
from tests.world import World


async def test_home_lists_own_tickets_with_unread_answers(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    opened = (await world.open(mei))["ticket"]
    await world.say(ana, opened["id"], "看到了")
    await world.say(ana, opened["id"], "内部", internal=True)
    home = await mei.ok("GET", "/home")
    assert (home["customer"], home["exchange_ok"]) == ({"name": "Mei Lin", "language": "zh", "known": True}, False)
    [ticket] = home["tickets"]
    assert (ticket["number"], ticket["unread"], ticket["last_words"]["text"]) == (opened["number"], 1, "看到了")


async def test_a_number_is_found_by_its_owner_only(world: World) -> None:
    mei, mallory = await world.customer(), await world.customer(cast.MALLORY)
    number = (await world.open(mei))["ticket"]["number"]
    assert (await mei.ok("GET", f"/tickets/by-number/{number}"))["number"] == number
    foreign, missing = await mallory.get(f"/tickets/by-number/{number}"), await mallory.get("/tickets/by-number/FRL-2026-999999")
    assert (foreign.status_code, foreign.json()) == (missing.status_code, missing.json())
    assert foreign.status_code == 404

"""What the widget shows first, and tickets by number."""

import pytest

from farol.app.demo import cast
from farol.kit.i18n import TONGUES, canonical
from tests.world import FAROL, World


@pytest.mark.parametrize("language", TONGUES)
async def test_a_widget_in_any_language_opens_a_ticket(world: World, language: str) -> None:
    mei = await world.customer()
    ticket = (await world.open(mei, "?", language=language))["ticket"]["id"]
    assert await world.kit.db.fetchval("select language from ticket where id = $1", ticket) == canonical(language)
    visitor = {"email": f"{language}@example.net", "language": language}
    await world.client(FAROL + "/api/customer", {"origin": FAROL}).ok("POST", "/session", json={"visitor": visitor})


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

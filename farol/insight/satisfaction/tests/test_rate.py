"""Customers rate a contact once it is over, may change it, and reopen it by saying that it is not solved."""

from datetime import timedelta
from typing import Any

import pytest

from farol.app.demo import cast
from farol.kit import clock
from tests.world import Client, World


async def resolved(world: World) -> tuple[Client, Client, int]:
    """Mei, Ana, and Mei's ticket that Ana answered and resolved."""
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    await world.say(ana, ticket, "已到账")
    await change(ana, ticket, status="resolved")
    return mei, ana, ticket


async def change(ana: Client, ticket: int, **fields: Any) -> None:
    version = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": version, **fields})


async def test_stars_and_words_are_kept_and_can_be_changed(world: World) -> None:
    mei, ana, ticket = await resolved(world)
    path = f"/tickets/{ticket}/rating"
    before = await mei.ok("GET", path)
    assert (before["asked"], before["stars"]) == (True, None)
    await mei.ok("POST", path, json={"stars": 3, "comment": "慢"})
    after = await mei.ok("POST", path, json={"stars": 5, "comment": "很好", "solved": True})
    assert (after["stars"], after["comment"], after["solved"]) == (5, "很好", True)
    assert [r["stars"] for r in await ana.ok("GET", f"/tickets/{ticket}/ratings")] == [5]
    frames = (await ana.ok("GET", f"/tickets/{ticket}/events", params={"after": 0}))["frames"]
    assert [f["body"]["stars"] for f in frames if f.get("kind") == "rating.given"] == [3, 5]
    hers = (await mei.ok("GET", f"/tickets/{ticket}/events", params={"after": 0}))["frames"]
    assert all(f["t"] != "happened" for f in hers)


async def test_not_solved_reopens_in_the_customers_words_once(world: World) -> None:
    mei, ana, ticket = await resolved(world)
    path, said = f"/tickets/{ticket}/rating", {"stars": 1, "comment": "还是没有", "solved": False}
    await mei.ok("POST", path, json=said)
    opened = await ana.ok("GET", f"/tickets/{ticket}")
    assert opened["ticket"]["status"] == "open"
    assert opened["ticket"]["waiting_since"]
    assert opened["messages"][-1]["body"] == "还没有解决。 还是没有"
    assert (await mei.request("POST", path, json=said)).json()["code"] == "nothing_to_rate"


@pytest.mark.parametrize("solved", [True, None])
async def test_what_is_not_over_cannot_be_rated(world: World, solved: bool | None) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    path, said = f"/tickets/{ticket}/rating", {"stars": 5, "solved": solved}
    assert not (await mei.ok("GET", path))["asked"]
    assert (await mei.request("POST", path, json=said)).status_code == 409
    await change(ana, ticket, status="resolved")  # nobody answered: there was no contact
    assert (await mei.request("POST", path, json=said)).status_code == 409


async def test_the_time_to_rate_ends(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    mei, _, ticket = await resolved(world)
    await world.kit.db.execute("update ticket set resolved_at = $2 where id = $1", ticket, clock.now() - timedelta(days=7, seconds=1))
    assert not (await mei.ok("GET", f"/tickets/{ticket}/rating"))["asked"]
    assert (await mei.request("POST", f"/tickets/{ticket}/rating", json={"stars": 5})).status_code == 409


async def test_nobody_rates_for_another_and_bad_ratings_are_refused(world: World) -> None:
    mei, _, ticket = await resolved(world)
    mallory = await world.customer(cast.MALLORY)
    path = f"/tickets/{ticket}/rating"
    assert (await mallory.request("GET", path)).status_code == 404
    assert (await mallory.request("POST", path, json={"stars": 1})).status_code == 404
    for bad in ({"stars": 0}, {"stars": 6}, {"stars": 5, "comment": "x" * 1001}, {"stars": 5, "comment": "a\0b"}, {}):
        assert (await mei.request("POST", path, json=bad)).status_code == 422
    secret = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about"
    await mei.ok("POST", path, json={"stars": 2, "comment": secret})
    assert "abandon" not in await world.kit.db.fetchval("select comment from rating")


async def test_nobody_is_asked_in_a_surge_without_surveys(world: World) -> None:
    mei, _, ticket = await resolved(world)
    sol = await world.staff(cast.SOL)
    await sol.ok("POST", "/surge/mode", json={"reason": "BTC -20 %", "surveys_off": True})
    assert not (await mei.ok("GET", f"/tickets/{ticket}/rating"))["asked"]
    await sol.ok("DELETE", "/surge/mode")
    assert (await mei.ok("GET", f"/tickets/{ticket}/rating"))["asked"]

"""Drafts: kept as typed, masked before they are stored, the newer of two tabs wins and the older is offered."""

from typing import Any

import pytest

from farol.app.demo import cast
from tests.world import Client, World

PHRASE = "legal winner thank year wave sausage worth useful legal winner thank yellow"


@pytest.fixture
async def scene(world: World) -> tuple[Client, Client, int]:
    """Ana and Sol, and a ticket of Mei's."""
    mei, ana, sol = await world.customer(), await world.staff(), await world.staff(cast.SOL)
    return ana, sol, (await world.open(mei))["ticket"]["id"]


async def _save(client: Client, ticket: int, body: str, rev: int = 0, tab: str = "a", mode: str = "reply") -> Any:
    return await client.ok("PUT", f"/tickets/{ticket}/drafts", json={"mode": mode, "body": body, "rev": rev, "tab": tab})


async def test_kept_for_me_and_seen_by_colleagues(scene: tuple[Client, Client, int]) -> None:
    ana, sol, ticket = scene
    saved = await _save(ana, ticket, "请稍等，我在")
    assert (saved["rev"], saved["older"]) == (1, None)
    assert (await _save(ana, ticket, "请稍等，我在查", 1))["rev"] == 2
    mine = await ana.ok("GET", f"/tickets/{ticket}/drafts")
    assert [(d["mode"], d["body"], d["rev"]) for d in mine["mine"]] == [("reply", "请稍等，我在查", 2)]
    theirs = await sol.ok("GET", f"/tickets/{ticket}/drafts")
    assert (theirs["mine"], [(d["name"], d["body"]) for d in theirs["others"]]) == ([], [(cast.ANA.name, "请稍等，我在查")])


async def test_secrets_are_masked_before_they_are_stored(world: World, scene: tuple[Client, Client, int]) -> None:
    ana, _, ticket = scene
    saved = await _save(ana, ticket, f"客户写的助记词是 {PHRASE} 吗")
    assert saved["removed"]
    assert "sausage" not in await world.kit.db.fetchval("select body from draft where ticket_id = $1", ticket)


async def test_of_two_tabs_the_newer_wins_and_the_older_is_offered(scene: tuple[Client, Client, int]) -> None:
    ana, _, ticket = scene
    await _save(ana, ticket, "第一个标签页", 0, "a")
    second = await _save(ana, ticket, "第二个标签页", 0, "b")
    assert (second["rev"], second["older"]["body"]) == (2, "第一个标签页")
    knows = await _save(ana, ticket, "第一个标签页，接着写", 2, "a")
    assert knows["older"]["body"] == "第一个标签页"
    assert (await ana.ok("GET", f"/tickets/{ticket}/drafts"))["mine"][0]["body"] == "第一个标签页，接着写"


async def test_an_empty_box_forgets_only_what_it_knows(scene: tuple[Client, Client, int]) -> None:
    ana, _, ticket = scene
    await _save(ana, ticket, "还没写完", 0, "a")
    await _save(ana, ticket, "  ", 0, "b")
    assert len((await ana.ok("GET", f"/tickets/{ticket}/drafts"))["mine"]) == 1
    await _save(ana, ticket, "", 1, "b")
    assert (await ana.ok("GET", f"/tickets/{ticket}/drafts"))["mine"] == []


@pytest.mark.parametrize(("mode", "body", "status"), [("reply", "x" * 10_001, 422), ("letter", "x", 422)])
async def test_what_cannot_be_kept(scene: tuple[Client, Client, int], mode: str, body: str, status: int) -> None:
    ana, _, ticket = scene
    assert (await ana.put(f"/tickets/{ticket}/drafts", json={"mode": mode, "body": body})).status_code == status


async def test_a_ticket_that_is_not_there(scene: tuple[Client, Client, int]) -> None:
    ana, _, _ = scene
    for body in ("x", ""):
        assert (await ana.put("/tickets/987654321/drafts", json={"mode": "reply", "body": body})).status_code == 404

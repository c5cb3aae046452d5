"""A word for all tickets: renamed and back, put together, retired."""

import asyncio
from typing import Any

import pytest

from farol.app.demo import cast
from farol.desk.tags import actions
from farol.desk.tags.actions import words
from tests.world import Client, World

from .test_change import tag, whole


async def known(client: Client) -> dict[str, Any]:
    """Every word as leads see it."""
    return {t["word"]: t for t in (await client.ok("GET", "/tags/all"))["tags"]}


async def scene(world: World, *tickets: tuple[str, ...]) -> tuple[Client, Client, list[int]]:
    """Ana tagged these tickets; Sol leads."""
    mei, ana, sol = await world.customer(), await world.staff(), await world.staff(cast.SOL)
    ids = [(await world.open(mei))["ticket"]["id"] for _ in tickets]
    for id_, tags in zip(ids, tickets, strict=True):
        await tag(ana, id_, *tags)
    await world.react()
    return ana, sol, ids


async def tags(client: Client, ticket: int) -> list[str]:
    """What a ticket carries."""
    found: list[str] = (await client.ok("GET", f"/tickets/{ticket}"))["ticket"]["tags"]
    return found


async def test_a_rename_reaches_every_ticket_and_can_be_taken_back(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words, "BATCH", 2)
    ana, sol, ids = await scene(world, *[("late", "vip")] * 5)
    late = (await known(sol))["late"]["id"]
    new = await sol.ok("PUT", f"/tags/{late}", json={"word": "Delayed"})
    assert await actions.replace(world.kit, late) == 5
    await world.react()
    assert [await tags(ana, id_) for id_ in ids] == [["delayed", "vip"]] * 5
    assert ((await known(sol))["delayed"]["used"], (await known(sol))["late"]["became"]) == (5, "delayed")
    assert (await tag(ana, ids[0], "late")).json()["tags"] == ["delayed", "vip"], "the old name means the new one"
    await sol.ok("PUT", f"/tags/{new['id']}", json={"word": "late"})
    await actions.replace(world.kit, new["id"])
    await world.react()
    assert [await tags(ana, id_) for id_ in ids] == [["late", "vip"]] * 5
    assert (await known(sol))["late"]["used"] == 5
    for id_ in ids:
        await whole(world, id_)


async def test_a_word_in_use_is_not_swallowed_unasked(world: World) -> None:
    ana, sol, (one, two) = await scene(world, ("late", "delayed"), ("late",))
    late = (await known(sol))["late"]["id"]
    refused = await sol.put(f"/tags/{late}", json={"word": "delayed"})
    assert (refused.status_code, refused.json()["code"]) == (409, "tag_taken")
    await sol.ok("PUT", f"/tags/{late}", json={"word": "delayed", "merge": True})
    await actions.replace(world.kit, late)
    await world.react()
    assert [await tags(ana, one), await tags(ana, two)] == [["delayed"], ["delayed"]]
    assert (await known(sol))["delayed"]["used"] == 2
    await whole(world, one)


async def test_two_renames_in_a_row_end_at_the_last(world: World) -> None:
    ana, sol, (one,) = await scene(world, ("a1",))
    first = (await known(sol))["a1"]["id"]
    second = (await sol.ok("PUT", f"/tags/{first}", json={"word": "b1"}))["id"]
    await sol.ok("PUT", f"/tags/{second}", json={"word": "c1"})
    await asyncio.gather(*(actions.replace(world.kit, each) for each in (first, second)))
    assert await tags(ana, one) == ["c1"]
    assert (await known(sol))["a1"]["became"] == "c1"


async def test_nobody_can_add_the_old_word_while_it_is_renamed(world: World) -> None:
    ana, sol, ids = await scene(world, *[("old",)] * 3)
    old = (await known(sol))["old"]["id"]
    await asyncio.gather(sol.put(f"/tags/{old}", json={"word": "new"}), *(tag(ana, id_, "x", "old", off=()) for id_ in ids))
    await actions.replace(world.kit, old)
    assert [await tags(ana, id_) for id_ in ids] == [["new", "x"]] * 3


async def test_a_retired_word_stays_and_is_not_added(world: World) -> None:
    ana, sol, (one,) = await scene(world, ("fork",))
    fork = (await known(sol))["fork"]["id"]
    for _ in range(2):
        await sol.ok("PUT", f"/tags/{fork}/retirement")
    assert (await ana.ok("GET", "/tags"))["tags"] == []
    assert await tags(ana, one) == ["fork"]
    refused = await tag(ana, one, "fork", "more")
    assert (refused.status_code, refused.json()["code"]) == (409, "tag_retired")
    await sol.ok("DELETE", f"/tags/{fork}/retirement")
    assert (await tag(ana, one, "more")).status_code == 200
    assert (await ana.put(f"/tags/{fork}", json={"word": "x"})).status_code == 403

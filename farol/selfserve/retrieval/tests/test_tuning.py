"""Editors change synonyms and offered questions, and every process knows at once."""

import pytest

from farol.app.demo import cast
from farol.selfserve.knowledge import seeding
from farol.selfserve.retrieval.library import library
from tests.world import FAROL, World


async def test_an_own_group_finds_what_it_names(world: World) -> None:
    await seeding.seed(world.kit)
    kai = await world.staff(cast.KAI)
    await kai.ok("PUT", "/search/synonyms/vault", json={"words": ["vaultwords", "address book"]})
    tried = await kai.ok("GET", "/search/try", params={"q": "vaultwords", "language": "en"})
    assert tried["hits"][0]["slug"] == "address-list"
    assert tried["good"] is True
    await kai.ok("DELETE", "/search/synonyms/vault")
    assert (await kai.ok("GET", "/search/try", params={"q": "vaultwords", "language": "en"}))["hits"] == []
    assert (await kai.delete("/search/synonyms/vault")).status_code == 404


async def test_a_shipped_group_is_changed_switched_off_and_brought_back(world: World) -> None:
    kai = await world.staff(cast.KAI)
    shipped = {group["key"]: group for group in (await kai.ok("GET", "/search/synonyms"))["groups"]}
    assert "儲值" in shipped["deposit"]["words"]
    assert {"matic", "pol"} <= set(shipped["polygon"]["words"])
    changed = await kai.ok("PUT", "/search/synonyms/deposit", json={"words": []})
    group = next(group for group in changed["groups"] if group["key"] == "deposit")
    assert group == {"key": "deposit", "words": [], "shipped": True, "changed": True}
    assert not list((await library(world.kit)).synonyms.also("儲值"))
    await kai.ok("DELETE", "/search/synonyms/deposit")
    assert next(g for g in (await kai.ok("GET", "/search/synonyms"))["groups"] if g["key"] == "deposit") == shipped["deposit"]


@pytest.mark.parametrize("words", [["…"], ["充值", "儲值", "充值"], ["Fee", "fee"], ["a\0b"]])
async def test_lines_without_letters_and_the_same_twice_are_refused(world: World, words: list[str]) -> None:
    kai = await world.staff(cast.KAI)
    assert (await kai.put("/search/synonyms/own", json={"words": words})).status_code in (400, 422)


@pytest.mark.parametrize("path", ["synonyms/UPPER", "synonyms/%00", "synonyms/" + "a" * 41, "offers/1", "offers/%00", "offers/en-"])
async def test_what_cannot_be_a_key_or_a_language_is_not_found(world: World, path: str) -> None:
    kai = await world.staff(cast.KAI)
    assert (await kai.put(f"/search/{path}", json={"words": ["a"]})).status_code == 404
    assert (await kai.delete(f"/search/{path}")).status_code == 404


async def test_offered_questions_are_replaced_by_language(world: World) -> None:
    await seeding.seed(world.kit)
    kai, reader = await world.staff(cast.KAI), world.client(FAROL, {})
    await kai.ok("PUT", "/search/offers/en", json={"words": ["Where is my golden ticket"]})
    offered = (await reader.get("/help/en/suggest?q=golden")).json()
    assert offered[0]["title"] == "Where is my golden ticket"
    await kai.ok("DELETE", "/search/offers/en")
    assert {line["language"]: line["changed"] for line in (await kai.ok("GET", "/search/offers"))["offers"]} == {"en": False, "zh": False}
    assert (await kai.delete("/search/offers/en")).status_code == 404

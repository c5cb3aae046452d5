"""Editors change synonyms and offered questions, and every process knows at once."""

import pytest

from farol.app.demo import cast
from farol.selfserve.knowledge import seeding
from farol.selfserve.retrieval import store
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


@pytest.mark.parametrize("path", ["synonyms/UPPER", "synonyms/%00", "synonyms/" + "a" * 41, "synonyms/a__b", "synonyms/充值", "synonyms/%ff", "synonyms/a%0a", "offers/1", "offers/" + "a" * 36, "offers/zh%0a", "offers/%00", "offers/en-"])
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


@pytest.mark.parametrize(("path", "first", "second"), [
    ("/search/synonyms/vault", [], ["vault"]), ("/search/offers/es", [], ["¿Dónde está mi depósito?"])])
async def test_two_editors_do_not_overwrite_each_other(world: World, path: str, first: list[str], second: list[str]) -> None:
    kai, other = await world.staff(cast.KAI), await world.staff(cast.KAI)
    await kai.ok("PUT", path, json={"words": second, "was": first})
    refused = await other.put(path, json={"words": ["mine"], "was": first})
    assert (refused.status_code, refused.json()["code"], refused.json()["theirs"]) == (409, "search_words_changed", second)
    await other.ok("PUT", path, json={"words": ["mine"], "was": second})


async def test_an_editor_begins_from_the_shipped_words(world: World) -> None:
    kai = await world.staff(cast.KAI)
    shipped = next(group["words"] for group in (await kai.ok("GET", "/search/synonyms"))["groups"] if group["key"] == "deposit")
    await kai.ok("PUT", "/search/synonyms/deposit", json={"words": [*shipped, "treasury"], "was": shipped})
    assert (await kai.put("/search/synonyms/deposit", json={"words": ["x"], "was": shipped})).status_code == 409


async def test_there_is_an_end_to_own_groups_and_languages(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "MOST_GROUPS", 1)
    monkeypatch.setattr(store, "MOST_LANGUAGES", 1)
    kai = await world.staff(cast.KAI)
    for one, other in (("synonyms/one", "synonyms/two"), ("offers/en", "offers/es")):
        await kai.ok("PUT", f"/search/{one}", json={"words": ["vault"]})
        full = await kai.put(f"/search/{other}", json={"words": ["safe"]})
        assert (full.status_code, full.json()["code"]) == (409, "search_words_full")
        await kai.ok("PUT", f"/search/{one}", json={"words": ["vaults"]})

"""Topics are a tree without circles; terms are one of each."""

import asyncio

import pytest

from farol.kit.core import Kit
from farol.selfserve.knowledge import seeding, store, topic_store

from .conftest import Desk


async def put(desk: Desk, code: str, parent: str = "", version: int = 0) -> str:
    """Saves a topic: ``done``, or the code of the refusal."""
    answer = await desk.client.put(f"/knowledge/topics/{code}", json={"zh": "题", "en": code, "parent": parent, "version": version})
    return "done" if answer.status_code == 200 else str(answer.json()["code"])


async def test_the_shipped_ten_are_there_from_the_start(kit: Kit, desk: Desk) -> None:
    await topic_store.start(kit.db)
    topics = (await desk.client.ok("GET", "/knowledge/topics"))["topics"]
    assert [topic["code"] for topic in topics][:3] == ["deposits", "withdrawals", "account"]
    assert len(topics) == 10


async def test_a_topic_cannot_come_to_stand_below_itself(desk: Desk) -> None:
    for code, parent in (("top", ""), ("middle", "top"), ("low", "middle"), ("other", "")):
        assert await put(desk, code, parent) == "done"
    assert await put(desk, "top", "low", 1) == "topic_circle"
    assert await put(desk, "top", "top", 1) == "topic_circle"
    assert await put(desk, "middle", "", 1) == "done"
    assert await put(desk, "middle", "top", 1) == "conflict"
    assert sorted(await asyncio.gather(put(desk, "top", "other", 1), put(desk, "other", "top", 1))) == ["done", "topic_circle"]


async def test_a_tree_has_four_levels_at_most(desk: Desk) -> None:
    for level in range(4):
        assert await put(desk, f"t{level}", f"t{level - 1}" if level else "") == "done"
    assert await put(desk, "t4", "t3") == "topic_too_deep"


async def test_only_an_empty_topic_goes(desk: Desk) -> None:
    assert await put(desk, "mine") == "done"
    assert await put(desk, "mine") == "topic_taken"
    await desk.open(category="mine")
    assert (await desk.client.delete("/knowledge/topics/mine")).json()["code"] == "topic_in_use"
    assert await put(desk, "empty") == "done"
    assert (await desk.client.delete("/knowledge/topics/empty")).status_code == 204
    assert (await desk.client.delete("/knowledge/topics/empty")).status_code == 404
    assert await put(desk, "nowhere", version=1) == "not_found"


async def test_a_term_is_there_once(kit: Kit, desk: Desk) -> None:
    body = {"zh": "链上", "en": "on-chain", "meaning_zh": "写进区块链", "meaning_en": "Written into a blockchain"}
    term = (await desk.client.ok("POST", "/knowledge/terms", json=body))["id"]
    assert (await desk.client.post("/knowledge/terms", json=body | {"zh": "别的"})).json()["code"] == "term_taken"
    await desk.client.ok("PUT", f"/knowledge/terms/{term}", json=body | {"meaning_zh": "上链", "version": 1})
    assert (await desk.client.put(f"/knowledge/terms/{term}", json=body | {"version": 1})).json()["code"] == "conflict"
    assert [one["meaning_zh"] for one in (await desk.client.ok("GET", "/knowledge/terms"))["terms"]] == ["上链"]
    await desk.client.ok("DELETE", f"/knowledge/terms/{term}")
    before = await store.mark(kit.db)
    assert before >= 3


def test_the_shipped_glossary_is_whole() -> None:
    terms = seeding.glossary()
    assert len(terms) > 40
    assert all(all(part for part in term) for term in terms)
    assert len({term[0] for term in terms}) == len({term[1] for term in terms}) == len(terms)


@pytest.mark.parametrize("code", ["Bad", "a--b", "x" * 41, "a%00"])
async def test_a_code_is_plain(desk: Desk, code: str) -> None:
    assert await put(desk, code) == "not_found"

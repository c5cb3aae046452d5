"""What is missing: searches, reasons and questions, by how often and how badly; decisions that stay."""

from typing import Any

import pytest

from farol.app.demo import cast
from farol.kit.core import Kit
from farol.kit.ratelimit import buckets
from farol.selfserve.editing import coverage
from farol.selfserve.retrieval import gap_store
from farol.selfserve.retrieval.library import Library
from tests.world import FAROL, Client, World

from .conftest import ticket

NOWHERE = "How do I stake dogecoin with validator nodes"


async def gaps(kai: Client) -> dict[str, Any]:
    buckets.clear()
    found: dict[str, Any] = await kai.ok("GET", "/editing/gaps")
    return found


async def searched(kit: Kit, words: str, times: int, language: str = "en") -> None:
    async with kit.db.acquire() as connection:
        await gap_store.add(connection, language, words, words, words.split(), times)  # type: ignore[arg-type]


async def test_searches_are_ranked_by_how_often(world: World, kai: Client) -> None:
    await searched(world.kit, "stake dogecoin", 9)
    await searched(world.kit, "lend litecoin", 3)
    found = await gaps(kai)
    assert [(one["kind"], one["title"], one["volume"], one["score"]) for one in found["gaps"]] == [
        ("search", "stake dogecoin", 9, 18), ("search", "lend litecoin", 3, 6)]  # fmt: skip
    assert found["weights"]["P3"] == 2


async def test_a_reason_without_article_counts_by_severity(world: World, kai: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "OF_ARTICLE", {})
    monkeypatch.setattr(coverage, "forms", dict)
    mei, ivan = await world.customer(cast.MEI), await world.customer(cast.IVAN)
    await ticket(world, mei, f"I am {cast.MEI.name}, 500 USDT did not come, mail {cast.MEI.email}", reason="dep.unconfirmed", severity="P1")
    await ticket(world, ivan, "Where is my deposit", reason="dep.unconfirmed", severity="P3")
    [gap] = [one for one in (await gaps(kai))["gaps"] if one["kind"] == "reason"]
    assert (gap["key"], gap["why"], gap["volume"], gap["score"], gap["severity"]) == ("reason:dep.unconfirmed", ["no_article"], 2, 10, "P1")
    shown = " ".join(gap["examples"])
    assert cast.MEI.email not in shown
    assert "500" not in shown
    assert not any(part in shown for part in cast.MEI.name.split())


async def test_articles_voted_unhelpful_and_escalations_are_gaps_too(world: World, kai: Client) -> None:
    mei = await world.customer(cast.MEI)
    made = await ticket(world, mei, "I forgot the memo", reason="dep.missing_memo")
    assert not [one for one in (await gaps(kai))["gaps"] if one["kind"] == "reason"], "the article is there and nobody complained"
    ids = [row["id"] for row in await world.kit.db.fetch("select id from article where slug in ('memo-tag', 'find-txid')")]
    for n in range(12):
        for article in ids:
            await world.kit.db.execute(
                "insert into article_feedback (article_id, language, version, helpful, visitor, day) values ($1, 'en', 1, $2, $3, '2026-11-20')",
                article, n < 2, bytes([n]))
    [gap] = [one for one in (await gaps(kai))["gaps"] if one["kind"] == "reason"]
    assert (gap["why"], gap["volume"], set(gap["articles"])) == (["unhelpful"], 1, {"memo-tag", "find-txid"})
    other = await ticket(world, mei, "I forgot the memo again", reason="dep.missing_memo")
    for each in (made, other):
        await world.kit.db.execute(
            "insert into escalation (ticket_id, cause, name, steps, why, ask, started_at, started_by, step) "
            "values ($1, 'asked', 'L2', '[]', 'w', 'a', now(), 'system:0', 0)", each)
    [gap] = [one for one in (await gaps(kai))["gaps"] if one["kind"] == "reason"]
    assert (gap["why"], gap["volume"], gap["escalations"], gap["score"]) == (["unhelpful", "escalated"], 2, 2, 8)


async def test_questions_that_nothing_answers_are_grouped(world: World, kai: Client) -> None:
    for who in (cast.MEI, cast.IVAN, cast.ROSA):
        await ticket(world, await world.customer(who), f"{NOWHERE}? 300 USDT")
    await ticket(world, await world.customer(cast.MEI), "Quelque chose zzyzx qwertz")
    [gap] = [one for one in (await gaps(kai))["gaps"] if one["kind"] == "question"]
    assert (gap["volume"], gap["why"]) == (3, ["no_answer"])
    assert "stake dogecoin" in gap["title"]
    assert "300" not in gap["title"]


async def test_what_a_team_keeps_to_itself_is_no_example(world: World, kai: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coverage, "OF_ARTICLE", {})
    monkeypatch.setattr(coverage, "forms", dict)
    made = await ticket(world, await world.customer(cast.MEI), "A secret matter", reason="dep.unconfirmed")
    team = await world.kit.db.fetchval(
        "insert into team (key, zh, en, reasons, visibility) values ('aml', '合规', 'AML', '{}', 'members') returning id")
    await world.kit.db.execute("update ticket set team_id = $2, owner_id = null where id = $1", made, team)
    assert not [one for one in (await gaps(kai))["gaps"] if one["kind"] == "reason"]


async def test_writing_about_a_gap_begins_an_article_and_the_decision_stays(world: World, kai: Client) -> None:
    await searched(world.kit, "stake dogecoin", 9)
    key = (await gaps(kai))["gaps"][0]["key"]
    assert (await kai.post("/editing/gaps/decision", json={"key": key, "verb": "write"})).json()["code"] == "decision_lacks"
    about = {"slug": "stake-dogecoin", "category": "products", "language": "en", "title": "Staking dogecoin"}
    made = await kai.ok("POST", "/editing/gaps/decision", json={"key": key, "verb": "write", "article": about})
    assert (await kai.ok("GET", f"/knowledge/articles/{made['article_id']}"))["about"]["slug"] == "stake-dogecoin"
    await world.kit.db.execute("update search_gap set asked = 14, closed_at = null")
    found = await gaps(kai)
    assert found["gaps"] == []
    [decided] = found["decided"]
    assert (decided["verb"], decided["title"], decided["article_id"], decided["since"]) == ("write", "stake dogecoin", made["article_id"], 5)
    assert decided["by"] == cast.KAI.name
    await kai.ok("POST", "/editing/gaps/reopening", json={"key": key})
    assert [one["key"] for one in (await gaps(kai))["gaps"]] == [key]
    assert (await kai.post("/editing/gaps/reopening", json={"key": key})).status_code == 404


async def test_a_synonym_makes_search_find_it(world: World, kai: Client) -> None:
    await searched(world.kit, "blorptag", 4)
    key = (await gaps(kai))["gaps"][0]["key"]
    meaning = {"key": "memo_words", "words": ["blorptag", "memo"]}
    await kai.ok("POST", "/editing/gaps/decision", json={"key": key, "verb": "synonym", "synonyms": meaning})
    world.kit.get(Library).stale()
    tried = await kai.ok("GET", "/editing/try?q=blorptag&language=en")
    assert tried["now"]["hits"][0]["slug"] == "memo-tag"
    [token] = tried["now"]["hits"][0]["tokens"]
    assert (token["words"], token["how"], token["by"]) == ("blorptag", "synonym", "memo")
    full = {"key": "memo_words", "words": [f"word{n}" for n in range(20)]}
    for batch in range(3):
        await searched(world.kit, f"other{batch}", 2)
        other = next(one["key"] for one in (await gaps(kai))["gaps"] if one["title"] == f"other{batch}")
        words = [f"{word}x{batch}" for word in full["words"]]
        answer = await kai.post("/editing/gaps/decision", json={"key": other, "verb": "synonym", "synonyms": {"key": "memo_words", "words": words}})
    assert answer.json()["code"] == "synonyms_full"


async def test_not_for_us_stays_and_a_question_keeps_its_decision_when_its_oldest_ticket_is_gone(world: World, kai: Client) -> None:
    for who in (cast.MEI, cast.IVAN, cast.ROSA):
        await ticket(world, await world.customer(who), NOWHERE)
    key = (await gaps(kai))["gaps"][0]["key"]
    await kai.ok("POST", "/editing/gaps/decision", json={"key": key, "verb": "not_ours", "note": "No staking here."})
    await world.kit.db.execute("update ticket set opened_at = now() - interval '60 days' where id = (select min(id) from ticket)")
    found = await gaps(kai)
    assert found["gaps"] == []
    assert [one["verb"] for one in found["decided"]] == ["not_ours"]
    assert (await kai.post("/editing/gaps/decision", json={"key": "search:999", "verb": "not_ours"})).status_code == 404


async def test_few_statements_and_editors_only(world: World, kai: Client) -> None:
    for n in range(5):
        await ticket(world, await world.customer(cast.MEI), f"{NOWHERE} {n}")
    await gaps(kai)
    with world.statements() as ran:
        await gaps(kai)
    assert len(ran) <= 12, ran
    ana = await world.staff(cast.ANA)
    assert (await ana.get("/editing/gaps")).status_code == 403
    assert (await world.client(FAROL, {}).get("/api/console/editing/gaps")).status_code == 401

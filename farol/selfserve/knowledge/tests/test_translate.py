"""Languages side by side: which is behind, which is missing, and what paragraphs became before."""

from farol.kit.core import Kit
from farol.selfserve.knowledge import memory, seeding, store
from farol.selfserve.knowledge.memory import Pair
from farol.selfserve.knowledge.model import Term
from tests.world import World

from .conftest import TEXT, ZH, Desk


async def test_a_language_is_behind_after_the_other_said_more_and_no_longer_when_it_says_it_too(desk: Desk) -> None:
    article = await desk.open()
    await desk.out(article)
    missing = (await desk.client.ok("GET", "/knowledge/articles?missing=zh"))["articles"]
    assert [one["id"] for one in missing] == [article]
    await desk.out(article, "zh")
    assert await behind(desk, article) == []
    await desk.out(article, keywords="more words to find it by")
    assert await behind(desk, article) == []
    await desk.out(article, summary="Copy the whole address.")
    assert await behind(desk, article) == ["zh"]
    listed = (await desk.client.ok("GET", "/knowledge/articles?stale=zh"))["articles"]
    assert [one["id"] for one in listed] == [article]
    await desk.out(article, "zh", title="怎样充值", brings_up=False)
    assert set(await behind(desk, article)) == {"en", "zh"}
    await desk.out(article, "zh", summary="复制整个地址。")
    assert await behind(desk, article) == ["en"]
    await desk.out(article, "en", title="How to make a deposit", summary="Copy the whole address.")
    assert await behind(desk, article) == []


async def behind(desk: Desk, article: int) -> list[str]:
    whole = await desk.client.ok("GET", f"/knowledge/articles/{article}")
    return [each["language"] for each in whole["tongues"] if each["behind"]]


async def test_the_memory_offers_what_a_paragraph_became(world: World, desk: Desk) -> None:
    article, other = await desk.open(), await desk.open("other")
    await desk.out(article)
    await desk.out(article, "zh")
    await world.react()
    await desk.out(other, title="How to deposit", body="## Steps {#steps}\n\n1. Copy it\n2. Nothing like it at all, in 24 hours.\n")
    found = await desk.client.ok("GET", f"/knowledge/articles/{other}/memory/zh")
    rows = {row["source"]: row["offers"] for row in found["rows"]}
    assert rows["How to deposit"][0]["target"] == ZH["title"]
    assert rows["How to deposit"][0]["likeness"] == 1
    assert rows["1. Copy it"][0]["target"] == "1. 复制地址。"
    assert 0.7 <= rows["1. Copy it"][0]["likeness"] < 1
    assert rows["2. Nothing like it at all, in 24 hours."] == []
    assert (await desk.client.get(f"/knowledge/articles/{other}/memory/xx")).status_code == 404


async def test_while_a_language_is_behind_it_teaches_nothing(world: World, desk: Desk) -> None:
    article = await desk.open()
    await desk.out(article)
    await desk.out(article, "zh")
    await desk.out(article, body=TEXT["body"].replace("Copy it", "Scan the code"))  # type: ignore[attr-defined]
    await world.react()
    pairs = await world.kit.db.fetch("select source from translation_pair where source like '1.%'")
    assert "1. Scan the code." not in {row["source"] for row in pairs}


def test_the_shipped_articles_are_aligned_almost_whole() -> None:
    drafts = {(one.language, one.slug): one for one in seeding.shipped()}
    found = all_of = 0
    for (language, slug), english in drafts.items():
        if language == "en":
            found += len(memory.pairs(english, drafts["zh", slug]))
            all_of += len(memory.blocks(english.body))
    assert found / all_of > 0.85, (found, all_of)


def test_an_offer_says_what_differs_and_which_terms_it_lacks() -> None:
    known = [(Pair("Wait 20 confirmations, then look again.", "等 20 个确认后再看。"), 7)]
    terms = [Term(1, "区块确认", "confirmation", "", "", 1)]
    offer = memory.offered("Wait 32 confirmations, then look again.", known, terms, "zh")[0]
    assert (offer.differs, offer.terms, offer.article_id) == (["32"], ["区块确认"], 7)
    assert memory.offered("Something else entirely.", known, terms, "zh") == []


async def test_the_shipped_articles_are_behind_in_no_language(kit: Kit) -> None:
    await seeding.seed(kit)
    assert not any([await store.stale(kit.db, one.article_id) for one in await store.newest(kit.db)][:20])

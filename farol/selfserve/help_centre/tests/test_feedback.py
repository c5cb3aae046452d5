"""Was it helpful: two buttons and a short form, one word of one visitor a day, masked before it is kept."""

import re

import pytest

from farol.kit import ratelimit
from farol.kit.core import Kit
from farol.selfserve.help_centre import store
from tests.world import FAROL, Client, World, later

PLACE = "/help/en/a/memo-tag/feedback"
OURS = {"origin": FAROL}


@pytest.fixture(autouse=True)
def calm() -> None:
    ratelimit.buckets.clear()


async def kept(kit: Kit) -> list[tuple[object, ...]]:
    return [tuple(row) for row in await kit.db.fetch("select language, version, helpful, reason, words from article_feedback order by id")]


async def test_a_yes_is_one_press(reader: Client, kit: Kit) -> None:
    page = (await reader.get("/help/en/a/memo-tag")).text
    assert re.search(rf'<form class="helped" method="post" action="{PLACE}">', page)
    answer = await reader.post(PLACE, data={"helpful": "yes"}, headers=OURS)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PLACE}?step=yes")
    assert "Noted. Thank you." in (await reader.get(answer.headers["location"])).text
    assert await kept(kit) == [("en", 1, True, None, "")]
    event = await kit.db.fetchrow("select stream, body, public from event where kind = 'article.rated'")
    assert event["body"] == {"slug": "memo-tag", "language": "en", "version": 1, "helpful": True, "reason": None}
    assert not event["public"]


async def test_a_no_asks_why_and_offers_the_way_on(reader: Client, kit: Kit) -> None:
    answer = await reader.post(PLACE, data={"helpful": "no"}, headers=OURS)
    page = (await reader.get(answer.headers["location"])).text
    assert page.count('type="radio" name="reason"') == 5
    assert "/my/new?reason=dep.missing_memo&amp;article=memo-tag" in page
    said = {"helpful": "no", "reason": "missing", "words": "My seed is abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about"}
    answer = await reader.post(PLACE, data=said, headers=OURS)
    assert answer.headers["location"].endswith("step=thanks")
    [(language, version, helpful, reason, words)] = await kept(kit)
    assert (language, version, helpful, reason) == ("en", 1, False, "missing")
    assert "abandon" not in str(words)
    assert "removed" in str(words)


async def test_one_visitor_counts_once_a_day_with_the_last_word(world: World, reader: Client, kit: Kit) -> None:
    for helpful in ("no", "yes", "yes"):
        await reader.post(PLACE, data={"helpful": helpful}, headers=OURS)
    assert await kept(kit) == [("en", 1, True, None, "")]
    assert await kit.db.fetchval("select count(*) from event where kind = 'article.rated'") == 2
    other = world.client(FAROL, {"user-agent": "another browser"})
    await other.post(PLACE, data={"helpful": "yes"}, headers=OURS)
    later(days=1)
    await reader.post(PLACE, data={"helpful": "yes"}, headers=OURS)
    later()
    [helped] = await store.helped(kit.db, await kit.db.fetchval("select now() - interval '1 hour'"))
    assert (helped.language, helped.yes, helped.no) == ("en", 3, 0)
    assert len({row["visitor"] for row in await kit.db.fetch("select visitor from article_feedback")}) == 3


@pytest.mark.parametrize("form", [{}, {"helpful": "maybe"}, {"helpful": "no", "reason": "rude"}, {"helpful": "no", "words": "a\0b"}])
async def test_what_was_not_asked_is_refused(reader: Client, kit: Kit, form: dict[str, str]) -> None:
    assert (await reader.post(PLACE, data=form, headers=OURS)).status_code == 422
    assert await kept(kit) == []


async def test_words_have_an_end_and_are_shown_to_nobody_else(reader: Client, kit: Kit) -> None:
    await reader.post(PLACE, data={"helpful": "no", "reason": "wrong", "words": "<b>x</b>" * 500}, headers=OURS)
    [row] = await kept(kit)
    assert len(str(row[4])) == 500
    article_id = await kit.db.fetchval("select id from article where slug = 'memo-tag'")
    [remark] = await store.remarks(kit.db, article_id, 10)
    assert remark.reason == "wrong"


async def test_other_sites_and_floods_are_refused(reader: Client, kit: Kit) -> None:
    assert (await reader.post(PLACE, data={"helpful": "yes"}, headers={"origin": "https://evil.example"})).status_code == 403
    assert (await reader.post(PLACE, data={"helpful": "yes"})).status_code == 403
    codes = [(await reader.post(PLACE, data={"helpful": "yes"}, headers=OURS)).status_code for _ in range(25)]
    assert codes[:20] == [303] * 20
    assert 429 in codes


@pytest.mark.parametrize("path", ["/help/en/a/nothing/feedback", "/help/xx/a/nothing/feedback"])
async def test_an_article_that_is_not_there_takes_none(reader: Client, kit: Kit, path: str) -> None:
    assert (await reader.post(path, data={"helpful": "yes"}, headers=OURS)).status_code == 404
    assert (await reader.get(path)).status_code == 404
    assert (await reader.get(f"{PLACE}?step=other")).status_code == 404
    assert await kept(kit) == []

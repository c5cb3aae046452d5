"""Drafts: saved over what was read, judged at once where it matters, never lost."""

import asyncio

import pytest

from farol.app.demo import cast
from tests.world import World

from .conftest import TEXT, Desk


async def test_a_draft_is_nobodys_to_read_until_it_is_published(desk: Desk) -> None:
    article = await desk.open()
    saved = await desk.write(article, body="## Steps {#steps}\n\n[x](//evil.example)")
    assert saved["revision"] == 2
    assert [(one["code"], one["line"], one["what"]) for one in saved["mend"]] == [("link", 3, "//evil.example")]
    tongue = await desk.tongue(article, "en")
    assert (tongue["published"], tongue["draft"]["title"], tongue["draft"]["state"]) == (None, "How to deposit", "draft")


async def test_of_two_who_save_at_once_the_later_is_shown_both_texts(world: World, desk: Desk) -> None:
    article = await desk.open()
    sol = Desk(await world.staff(cast.SOL))
    answers = await asyncio.gather(*(
        who.client.put(f"/knowledge/articles/{article}/drafts/en", json=TEXT | {"title": title, "revision": 1})
        for who, title in ((desk, "Kai's"), (sol, "Sol's"))))
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    lost = next(answer for answer in answers if answer.status_code == 409).json()
    assert lost["code"] == "draft_changed"
    kept = (await desk.tongue(article, "en"))["draft"]
    assert (lost["theirs"]["title"], lost["theirs"]["revision"]) == (kept["title"], kept["revision"])
    assert kept["title"] in ("Kai's", "Sol's")
    saved = await sol.write(article, revision=lost["theirs"]["revision"], title="Both")
    assert saved["revision"] == 3


async def test_two_new_drafts_of_one_language_are_one(desk: Desk) -> None:
    article = await desk.open()
    await desk.write(article, "zh", 0)
    again = await desk.client.put(f"/knowledge/articles/{article}/drafts/zh", json=TEXT | {"revision": 0})
    assert (again.status_code, again.json()["theirs"]["title"]) == (409, "怎么充值")


@pytest.mark.parametrize(
    ("change", "code", "line"),
    [({"body": "a\n\n{{core:secrets}}"}, "live", 3), ({"body": "x {{core:network}}"}, "live", 1), ({"body": "{{core:network drop=1}}"}, "live_filter", 1),
     ({"body": "字" * 40_001}, "too_long", 0), ({"title": "x" * 121}, "too_long", 0), ({"related": ["../x"]}, "slug", 0)],
    ids=["live", "live in a line", "filter", "long", "title", "related"])
async def test_what_cannot_stay_is_refused_by_name_and_line_and_changes_nothing(desk: Desk, change: dict[str, object], code: str, line: int) -> None:
    article = await desk.open()
    answer = await desk.client.put(f"/knowledge/articles/{article}/drafts/en", json=TEXT | change | {"revision": 1})
    assert (answer.status_code, answer.json()["code"]) == (422, "article_refused")
    assert [(one["code"], one["line"]) for one in answer.json()["errors"]] == [(code, line)]
    assert "Line" in answer.json()["errors"][0]["en"] or not line
    assert (await desk.tongue(article, "en"))["draft"]["revision"] == 1


async def test_ten_megabytes_are_refused_in_a_sentence(desk: Desk) -> None:
    article = await desk.open()
    answer = await desk.client.put(f"/knowledge/articles/{article}/drafts/en", json=TEXT | {"body": "x" * 10_000_000, "revision": 1})
    assert (answer.status_code, answer.json()["code"]) == (413, "too_large")
    said = await desk.client.put(f"/knowledge/articles/{article}/drafts/en", json=TEXT | {"body": "x" * 200_000, "revision": 1})
    assert "40000" in said.json()["errors"][0]["en"]


async def test_a_discarded_draft_stays_in_the_log(desk: Desk) -> None:
    article = await desk.open()
    await desk.write(article)
    path = f"/knowledge/articles/{article}/drafts/en/discard"
    assert (await desk.client.post(path, json={"revision": 1})).status_code == 409
    assert (await desk.client.post(path, json={"revision": 2})).status_code == 204
    assert (await desk.client.post(path, json={"revision": 2})).json()["code"] == "no_draft"


async def test_an_address_is_one_articles(desk: Desk) -> None:
    await desk.open()
    again = await desk.client.post("/knowledge/articles", json={"slug": "how-to-deposit", "category": "deposits", "language": "en", "title": "x"})
    assert (again.status_code, again.json()["code"]) == (409, "slug_taken")
    for slug, category, language in (("No Good", "deposits", "en"), ("good", "moon", "en"), ("good", "deposits", "tlh")):
        answer = await desk.client.post("/knowledge/articles", json={"slug": slug, "category": category, "language": language, "title": "x"})
        assert answer.status_code == 422, answer.text

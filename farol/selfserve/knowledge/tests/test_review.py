"""From a proposal to what readers see: who may do what, at once or at its hour."""

from datetime import timedelta

import msgspec
import pytest

from farol.app.demo import cast
from farol.desk.guard import actions as guard
from farol.desk.guard.links import hosts
from farol.kit import clock
from farol.kit.core import Kit
from farol.selfserve.knowledge import jobs
from tests.world import World

from .conftest import Desk


async def test_an_agent_proposes_and_an_editor_publishes(world: World, desk: Desk) -> None:
    ana = Desk(await world.staff(cast.ANA))
    article = await ana.open()
    await ana.write(article)
    path = f"/knowledge/articles/{article}/drafts/en"
    assert (await ana.client.post(path + "/publication", json={"revision": 2})).status_code == 403
    waiting = await ana.client.ok("POST", path + "/review", json={"revision": 2})
    assert waiting["state"] == "in_review"
    listed = await desk.client.ok("GET", "/knowledge/articles?where=in_review")
    assert [row["id"] for row in listed["articles"]] == [article]
    back = await desk.client.ok("POST", path + "/return", json={"note": "Say which network."})
    assert back["state"] == "draft"
    assert (await ana.tongue(article, "en"))["draft"]["note"] == "Say which network."
    assert "文章退回修改" in (await ana.client.get("/notices")).text
    assert (await desk.client.post(path + "/return", json={"note": "again"})).json()["code"] == "not_in_review"
    assert await desk.publish(article, "en", back["revision"]) == 1
    seen = (await desk.tongue(article, "en"))["published"]
    assert (seen["quote"], seen["checked_by"]) == (f"article:{article} en v1", "Kai")


async def test_what_changed_after_it_was_submitted_has_to_be_submitted_again(desk: Desk) -> None:
    article = await desk.open()
    await desk.write(article)
    path = f"/knowledge/articles/{article}/drafts/en"
    revision = (await desk.client.ok("POST", path + "/review", json={"revision": 2}))["revision"]
    await desk.write(article, revision=revision, title="Another")
    assert (await desk.tongue(article, "en"))["draft"]["state"] == "draft"
    stale = await desk.client.post(path + "/publication", json={"revision": revision})
    assert (stale.status_code, stale.json()["theirs"]["title"]) == (409, "Another")


async def test_where_a_second_reader_is_asked_for_nobody_publishes_their_own(world: World, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(world.kit, "settings", msgspec.structs.replace(world.kit.settings, article_second_reader=True))
    article = await desk.open()
    await desk.write(article)
    path = f"/knowledge/articles/{article}/drafts/en/publication"
    assert (await desk.client.post(path, json={"revision": 2})).json()["code"] == "reviewed_by_author"
    dan = Desk(await world.staff(cast.DAN))
    assert await dan.publish(article) == 1


async def test_what_leads_elsewhere_is_published_by_somebody_else(world: World, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "_known", [hosts(world.kit.settings)])
    article = await desk.open()
    await desk.write(article, body="Write to https://exchange-help.example/now about it.")
    refused = (await desk.client.post(f"/knowledge/articles/{article}/drafts/en/publication", json={"revision": 2})).json()
    assert refused["code"] == "article_leads_elsewhere"
    assert "exchange-help.example" in refused["detail"]
    dan = Desk(await world.staff(cast.DAN))
    assert await dan.publish(article) == 1


@pytest.mark.parametrize("change", [{"summary": " "}, {"body": "[x](//evil.example)"}, {"related": ["not-there"]}], ids=["empty", "link", "related"])
async def test_what_is_not_whole_is_not_published(desk: Desk, change: dict[str, object]) -> None:
    article = await desk.open()
    await desk.write(article, **change)
    answer = await desk.client.post(f"/knowledge/articles/{article}/drafts/en/publication", json={"revision": 2})
    assert (answer.status_code, answer.json()["code"]) == (422, "article_refused")


async def test_it_is_published_at_its_hour_and_only_then(kit: Kit, desk: Desk) -> None:
    article = await desk.open()
    await desk.write(article)
    at = clock.now() + timedelta(hours=2)
    path = f"/knowledge/articles/{article}/drafts/en/hour"
    assert (await desk.client.post(path, json={"revision": 2, "at": clock.now().isoformat()})).json()["code"] == "hour_passed"
    await desk.client.ok("POST", path, json={"revision": 2, "at": at.isoformat()})
    waiting = await kit.db.fetchrow("select payload, execute_after - now() as left from pgqueuer where entrypoint = 'knowledge.publish'")
    assert timedelta(hours=1, minutes=59) < waiting["left"] <= timedelta(hours=2)
    hour = msgspec.json.decode(waiting["payload"], type=jobs.Hour)
    await jobs.publish_at.run(kit, msgspec.structs.replace(hour, at=at + timedelta(minutes=1)))
    assert (await desk.tongue(article, "en"))["published"] is None
    await jobs.publish_at.run(kit, hour)
    await jobs.publish_at.run(kit, hour)
    tongue = await desk.tongue(article, "en")
    assert (tongue["published"]["version"], tongue["published"]["checked_by"], tongue["draft"]) == (1, "Kai", None)


async def test_an_hour_is_taken_back_by_word_or_by_writing_on(kit: Kit, desk: Desk) -> None:
    article = await desk.open()
    path = f"/knowledge/articles/{article}/drafts/en/hour"
    at = (clock.now() + timedelta(hours=1)).isoformat()
    await desk.write(article)
    await desk.client.ok("POST", path, json={"revision": 2, "at": at})
    await desk.client.ok("DELETE", path)
    assert (await desk.client.delete(path)).json()["code"] == "not_in_review"
    revision = (await desk.tongue(article, "en"))["draft"]["revision"]
    revision = (await desk.client.ok("POST", path, json={"revision": revision, "at": at}))["revision"]
    await desk.write(article, revision=revision, title="Written on")
    for row in await kit.db.fetch("select payload from pgqueuer where entrypoint = 'knowledge.publish'"):
        await jobs.publish_at.run(kit, msgspec.json.decode(row["payload"], type=jobs.Hour))
    assert (await desk.tongue(article, "en"))["published"] is None


async def test_what_became_wrong_before_its_hour_goes_back_and_says_why(kit: Kit, desk: Desk) -> None:
    article, other = await desk.open(), await desk.open("other")
    await desk.write(other)
    await desk.write(article, related=["other"])
    await desk.client.ok("POST", f"/knowledge/articles/{article}/drafts/en/hour",
                         json={"revision": 2, "at": (clock.now() + timedelta(hours=1)).isoformat()})  # fmt: skip
    await desk.client.ok("DELETE", f"/knowledge/articles/{other}")
    row = await kit.db.fetchrow("select payload from pgqueuer where entrypoint = 'knowledge.publish'")
    await jobs.publish_at.run(kit, msgspec.json.decode(row["payload"], type=jobs.Hour))
    draft = (await desk.tongue(article, "en"))["draft"]
    assert draft["state"] == "draft"
    assert "other" in draft["note"]
    assert await kit.db.fetchval("select count(*) from notice where title->>'en' like 'Not published%'") == 1


"""A trial's life: begun, decided, adopted or stopped, or over by itself."""

from typing import Any

import msgspec
import pytest

from farol.app.demo import cast
from farol.kit.ratelimit import buckets
from farol.selfserve.titles import actions, jobs
from tests.world import FAROL, Client, World

from .conftest import OTHER, SLUG, Editor

BETTER, WORSE = [(3_000, 150), (3_000, 240)], [(3_000, 240), (3_000, 150)]


async def titles(kai: Editor, language: str = "en") -> list[str]:
    """Every published title of the article, the newest first."""
    rows = await kai.world.kit.db.fetch(
        "select title from article_version where article_id = $1 and language = $2 order by version desc", await kai.article(), language)
    return [row["title"] for row in rows]


async def two(world: World, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Dan, where a second reader is asked for."""
    monkeypatch.setattr(world.kit, "settings", msgspec.structs.replace(world.kit.settings, article_second_reader=True))
    return await world.staff(cast.DAN)


async def test_an_editor_begins_a_trial_that_runs(world: World, kai: Editor) -> None:
    made = await kai.begin(f"  {OTHER} ")
    trial = await kai.trial(made)
    [published] = await titles(kai)
    assert [(one["place"], one["title"], one["shown"], one["opened"]) for one in trial["titles"]] == [(0, published, 0, 0), (1, OTHER, 0, 0)]
    assert (trial["slug"], trial["by"], trial["own"], trial["p"], trial["winner"], trial["outcome"]) == (SLUG, cast.KAI.name, True, 1.0, None, None)
    assert trial["started_at"]
    kinds = await world.kit.db.fetch("select kind from event where stream = $1 order by seq", f"title_trial:{made}")
    assert [row["kind"] for row in kinds] == ["titles.proposed", "titles.started"]
    again = await kai.client.post("/titles", json={"article_id": trial["article_id"], "language": "en", "titles": ["A third"]})
    assert again.json()["code"] == "trial_open"
    await kai.begin("又一个标题", language="zh")


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "none": ({"titles": []}, "invalid"),
    "too many": ({"titles": ["a", "b", "c"]}, "invalid"),
    "too long": ({"titles": ["x" * 121]}, "invalid"),
    "blank": ({"titles": ["   "]}, "invalid"),
    "nul": ({"titles": ["a\0b"]}, "invalid"),
    "alike": ({"titles": ["Two of them", "two  of them"]}, "titles_alike"),
    "no article": ({"article_id": 987_654_321}, "not_found"),
    "no such language": ({"language": "fr"}, "not_in_lists"),
}


@pytest.mark.parametrize(("change", "code"), WRONG.values(), ids=WRONG)
async def test_what_cannot_be_tried_is_refused(world: World, kai: Editor, change: dict[str, Any], code: str) -> None:
    body = {"article_id": await kai.article(), "language": "en", "titles": [OTHER]} | change
    assert (await kai.client.post("/titles", json=body)).json()["code"] == code
    assert await world.kit.db.fetchval("select count(*) from title_trial") == 0


async def test_the_published_title_what_few_may_read_and_what_is_archived_are_refused(world: World, kai: Editor) -> None:
    [published] = await titles(kai)
    body = {"article_id": await kai.article(), "language": "en", "titles": [published.upper()]}
    assert (await kai.client.post("/titles", json=body)).json()["code"] == "titles_alike"
    await world.kit.db.execute("update article set audience = 'signed_in' where slug = $1", SLUG)
    assert (await kai.client.post("/titles", json=body | {"titles": [OTHER]})).json()["code"] == "not_in_lists"
    await world.kit.db.execute("update article set retired_at = now() where slug = $1", SLUG)
    assert (await kai.client.post("/titles", json=body | {"titles": [OTHER]})).status_code == 404


async def test_the_worker_decides_once_and_tells_who_began_it(world: World, kai: Editor) -> None:
    made = await kai.begin()
    await kai.numbers(made, (300, 15), (300, 18))
    await jobs.judge(world.kit)
    assert (await kai.trial(made))["winner"] is None
    await kai.numbers(made, *BETTER)
    assert await actions.judge(world.kit) == 1
    assert await actions.judge(world.kit) == 0
    trial = await kai.trial(made)
    assert trial["winner"] == 1
    assert trial["p"] < 0.01
    await kai.numbers(made, (6_000, 400), (6_000, 400))
    await jobs.judge(world.kit)
    assert ((await kai.trial(made))["winner"], (await kai.trial(made))["p"]) == (1, trial["p"])
    notices = (await kai.client.get("/notices")).text
    assert notices.count("标题试验有结果") == 1


async def test_one_press_publishes_the_better_title(world: World, kai: Editor) -> None:
    made = await kai.begin()
    path = f"/titles/{made}/adoption"
    assert (await kai.client.post(path)).json()["code"] == "trial_not_decided"
    await kai.numbers(made, *BETTER)
    await jobs.judge(world.kit)
    assert (await kai.client.ok("POST", path))["version"] == 2
    assert (await titles(kai))[0] == OTHER
    await world.react()
    assert (await kai.trial(made))["outcome"] == "adopted"
    assert (await kai.client.post(path)).json()["code"] == "trial_over"
    assert await world.kit.db.fetchval("select count(*) from article_draft") == 0
    page = await world.client(FAROL, {}).get(f"/help/en/a/{SLUG}")
    assert f"<h1>{OTHER}</h1>" in page.text


async def test_where_the_published_title_is_better_there_is_nothing_to_adopt(world: World, kai: Editor) -> None:
    made = await kai.begin()
    await kai.numbers(made, *WORSE)
    await jobs.judge(world.kit)
    assert (await kai.trial(made))["winner"] == 0
    assert (await kai.client.post(f"/titles/{made}/adoption")).json()["code"] == "trial_not_decided"


async def test_a_draft_that_is_open_is_not_lost(world: World, kai: Editor) -> None:
    made = await kai.begin()
    await kai.numbers(made, *BETTER)
    await jobs.judge(world.kit)
    await kai.client.ok("POST", f"/knowledge/articles/{await kai.article()}/drafts/en/restoration", json={"version": 1})
    assert (await kai.client.post(f"/titles/{made}/adoption")).json()["code"] == "draft_open"
    assert await world.kit.db.fetchval("select count(*) from article_draft") == 1


async def test_a_second_reader_starts_a_trial_and_publishes_its_winner(world: World, kai: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    dan = await two(world, monkeypatch)
    made = await kai.begin()
    assert (await kai.trial(made))["started_at"] is None
    assert (await kai.client.post(f"/titles/{made}/start")).json()["code"] == "started_by_author"
    await dan.ok("POST", f"/titles/{made}/start")
    assert (await dan.post(f"/titles/{made}/start")).json()["code"] == "trial_over"
    await kai.numbers(made, *BETTER)
    await jobs.judge(world.kit)
    assert (await kai.client.ok("POST", f"/titles/{made}/adoption"))["version"] is None
    assert len(await titles(kai)) == 1
    assert (await kai.trial(made))["outcome"] is None
    path = f"/knowledge/articles/{await kai.article()}/drafts/en/publication"
    revision = await world.kit.db.fetchval("select revision from article_draft")
    assert (await kai.client.post(path, json={"revision": revision})).json()["code"] == "reviewed_by_author"
    await dan.ok("POST", path, json={"revision": revision})
    await world.react()
    assert (await titles(kai))[0] == OTHER
    assert (await kai.trial(made))["outcome"] == "adopted"


async def test_an_agent_proposes_and_an_editor_starts_or_stops(world: World, kai: Editor) -> None:
    ana = Editor(world, await world.staff(cast.ANA))
    await world.kit.db.execute("update article set owner_id = (select id from staff where email = $1) where slug = $2", cast.KAI.email, SLUG)
    made = await ana.begin()
    assert "请看要试的标题" in (await kai.client.get("/notices")).text
    assert (await ana.trial(made))["started_at"] is None
    for verb in ("start", "stop", "adoption"):
        assert (await ana.client.post(f"/titles/{made}/{verb}")).status_code == 403
    assert OTHER not in (await world.client(FAROL, {}).get("/help/en/t/deposits")).text
    await kai.client.ok("POST", f"/titles/{made}/start")
    await kai.client.ok("POST", f"/titles/{made}/stop")
    assert (await kai.trial(made))["outcome"] == "stopped"
    assert (await kai.client.post(f"/titles/{made}/stop")).json()["code"] == "trial_over"
    assert (await kai.client.post("/titles/987654321/stop")).status_code == 404
    assert (await world.client(FAROL, {}).get("/api/console/titles")).status_code == 401


async def test_a_trial_ends_with_another_title_and_not_with_other_words(world: World, kai: Editor) -> None:
    made = await kai.begin()
    whole = await kai.client.ok("GET", f"/knowledge/articles/{await kai.article()}")
    old = next(each for each in whole["tongues"] if each["language"] == "en")["published"]
    for change, outcome in (({"summary": "Other words."}, None), ({"title": "Quite another"}, "changed")):
        buckets.clear()
        path = f"/knowledge/articles/{await kai.article()}/drafts/en"
        text = {part: old[part] for part in ("title", "summary", "body", "keywords", "related")} | change
        saved = await kai.client.ok("PUT", path, json=text | {"revision": 0})
        await kai.client.ok("POST", path + "/publication", json={"revision": saved["revision"]})
        await world.react()
        assert (await kai.trial(made))["outcome"] == outcome


@pytest.mark.parametrize("outcome", ["archived", "hidden"])
async def test_a_trial_ends_with_its_article(world: World, kai: Editor, outcome: str) -> None:
    made, chinese = await kai.begin(), await kai.begin("忘填备注怎么办", language="zh")
    article = await kai.article()
    about = (await kai.client.ok("GET", f"/knowledge/articles/{article}"))["about"]
    if outcome == "archived":
        await kai.client.delete(f"/knowledge/articles/{article}")
    else:
        said = {name: about[name] for name in ("category", "place", "revision")} | {"audience": "signed_in"}
        await kai.client.ok("PUT", f"/knowledge/articles/{article}", json=said)
    await world.react()
    assert [(await kai.trial(each))["outcome"] for each in (made, chinese)] == [outcome] * 2


async def test_there_is_an_end_to_trials_and_few_statements(world: World, kai: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_RUNNING", 2)
    await kai.begin()
    await kai.begin(slug="find-txid")
    body = {"article_id": await kai.article("confirmations"), "language": "en", "titles": [OTHER]}
    assert (await kai.client.post("/titles", json=body)).json()["code"] == "too_many_trials"
    with world.statements() as ran:
        await kai.client.ok("GET", "/titles")
    assert len(ran) <= 4, ran

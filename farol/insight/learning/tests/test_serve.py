"""A model is made, judged, let in, kept out, and gone back from."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import pytest

from farol.app.demo import cast
from farol.core.understanding import Row, resident, shelf, understand
from farol.core.understanding.tests.scene import ALARMS, ROWS
from farol.insight.learning import actions, model_store, store, training, trial
from farol.insight.learning.model import Count
from farol.insight.learning.serving import Serving
from farol.insight.learning.training import Trained
from farol.kit.core import Kit
from farol.kit.ratelimit import buckets
from tests.world import World

from .conftest import answered

SENTENCES: Sequence[Row] = [*ROWS, *(Row(row.language, row.label, f"{row.text} {word}") for row in ROWS for word in ("please", "help", "now"))]


async def small(kit: Kit) -> Trained | None:
    """As ``training.train``, on a few sentences and in this process."""
    labels = await store.usable(kit.db)
    asked = trial.Asked(labels, await model_store.judged(kit.db), await model_store.newest(kit.db))
    told, model = await asyncio.to_thread(trial.run, asked, SENTENCES, [], ALARMS)
    if model is None or told.shadow is None:
        return None
    with TemporaryDirectory() as name:
        shelf.keep(model, Path(name))
        files = (Path(name) / shelf.TOLD).read_bytes(), (Path(name) / shelf.ARRAYS).read_bytes()
    return Trained(files, model.card, told.frozen, told.shadow, told.base, {"languages": told.labels, "of": {"labels": len(labels)}, "sentences": told.sentences})


@pytest.fixture
def trained(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(actions, "train", small)
    return monkeypatch


async def said(world: World, words: str) -> None:
    ana, mei = await world.staff(), await world.customer(cast.MEI)
    ticket, seq = await answered(world, mei, words)
    buckets.clear()
    await ana.ok("POST", f"/tickets/{ticket}/assistant/corrections", json={"seq": seq, "kind": "right"})


async def test_a_model_that_does_no_worse_is_let_in_and_every_process_switches(world: World, trained: pytest.MonkeyPatch) -> None:
    sol = await world.staff(cast.SOL)
    assert await actions.learn(world.kit) is None, "nothing to learn from"
    await said(world, "my tokens from the other wallet did not come through")
    first = await actions.learn(world.kit)
    assert first
    page = await sol.ok("GET", "/learning")
    assert page["serving"] == first
    [version] = page["versions"]
    assert (version["why"], version["labels"]["languages"]) == ([], {"en": 1})
    assert page["shipped"]["shadow"]["languages"]["en"]["n"] > 0
    here = Serving()
    await here.catch_up(world.kit)
    assert here.id == first
    assert resident.model().card.digest == version["digest"]
    assert understand("tokens from the other wallet", "en").reasons
    assert await actions.learn(world.kit) is None, "nothing new"


async def test_one_that_does_worse_stays_a_candidate_until_a_lead_lets_it_in(world: World, trained: pytest.MonkeyPatch) -> None:
    sol = await world.staff(cast.SOL)
    await said(world, "my tokens from the other wallet did not come through")

    async def weak(kit: Kit) -> Trained | None:
        found = await small(kit)
        assert found
        languages = {**found.shadow.languages, "en": Count(0, found.shadow.languages["en"].n)}
        return msgspec.structs.replace(found, shadow=msgspec.structs.replace(found.shadow, languages=languages))

    trained.setattr(actions, "train", weak)
    made = await actions.learn(world.kit)
    page = await sol.ok("GET", "/learning")
    assert page["serving"] == 0
    assert page["versions"][0]["why"] == ["language:en"]
    assert (await sol.put("/learning/serving", json={"model": made, "reason": ""})).status_code == 422
    page = await sol.ok("PUT", "/learning/serving", json={"model": made, "reason": "English is measured by hand"})
    assert page["serving"] == made
    assert (await sol.put("/learning/serving", json={"model": made, "reason": "once more"})).json()["code"] == "serves_already"
    assert (await sol.put("/learning/serving", json={"model": 987_654, "reason": "no such"})).status_code == 404
    buckets.clear()
    page = await sol.ok("PUT", "/learning/serving", json={"model": 0, "reason": "it answers worse"})
    assert page["serving"] == 0
    assert page["versions"][0]["state"] == "previous"
    told = await world.kit.db.fetch("select body from event where kind = 'learning.served' order by seq")
    assert told[-1]["body"] == {"model_id": 0, "was": made, "reason": "it answers worse"}


async def test_three_that_answered_before_are_kept(world: World, trained: pytest.MonkeyPatch) -> None:
    for n in range(5):
        await said(world, f"my tokens from wallet {'abcde'[n]} of mine did not come through")
        assert await actions.learn(world.kit)
    states = [row["state"] for row in await world.kit.db.fetch("select state from learning_model order by id")]
    assert sorted(states) == ["previous", "previous", "previous", "serving"]


async def test_a_damaged_model_leaves_the_present_one(world: World, trained: pytest.MonkeyPatch) -> None:
    await said(world, "my tokens from the other wallet did not come through")
    assert await actions.learn(world.kit)
    await world.kit.db.execute("update learning_model set arrays = 'nothing'")
    before = resident._model
    await Serving().catch_up(world.kit)
    assert resident._model is before


async def test_training_is_asked_for_once_in_half_an_hour_by_who_may(world: World) -> None:
    sol, ana = await world.staff(cast.SOL), await world.staff()
    assert (await ana.post("/learning/trainings")).status_code == 403
    await sol.ok("POST", "/learning/trainings")
    assert (await sol.post("/learning/trainings")).json()["code"] == "trains_already"
    assert await world.kit.db.fetchval("select count(*) from pgqueuer where entrypoint = 'learning.train'") == 1


async def test_a_training_that_ends_badly_changes_nothing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    await said(world, "my tokens from the other wallet did not come through")
    monkeypatch.setattr(training.sys, "executable", "/bin/false")
    assert await actions.learn(world.kit) is None
    assert (await (await world.staff(cast.SOL)).ok("GET", "/learning"))["versions"] == []

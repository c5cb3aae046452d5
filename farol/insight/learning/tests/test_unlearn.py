"""A customer's no, the end of their words' time, and a matter that turns grave reach the models that learnt from these words."""

import pytest

from farol.app.demo import cast
from farol.insight.learning import actions, jobs, store, unlearning
from farol.insight.learning.choosing import mark
from farol.kit import clock
from farol.kit.ratelimit import buckets
from tests.world import Client, World, later

from .conftest import answered
from .test_serve import trained

__all__ = ["trained"]


async def said(world: World, who: Client, words: str) -> int:
    """A correction of a message of theirs: its ticket."""
    ana = await world.staff()
    ticket, seq = await answered(world, who, words)
    buckets.clear()
    await ana.ok("POST", f"/tickets/{ticket}/assistant/corrections", json={"seq": seq, "kind": "right"})
    return ticket


async def states(world: World) -> dict[int, str]:
    return {row["id"]: row["state"] for row in await world.kit.db.fetch("select id, state from learning_model order by id")}


async def test_a_no_ends_the_models_that_learnt_from_it_at_the_next_training(world: World, trained: pytest.MonkeyPatch) -> None:
    mei, ivan = await world.customer(cast.MEI), await world.customer(cast.IVAN)
    await said(world, mei, "my tokens from the other wallet did not come through")
    first = await actions.learn(world.kit)
    await said(world, ivan, "coins I moved over from elsewhere are nowhere to be seen")
    second = await actions.learn(world.kit)
    assert await states(world) == {first: "previous", second: "serving"}
    await mei.ok("PUT", "/learning", json={"may": False})
    await jobs.forget(world.kit)
    assert await states(world) == {second: "serving"}, "what could be gone back to goes at once, and what answers stays until the night"
    third = await actions.learn(world.kit)
    await unlearning.unlearn(world.kit)
    assert await states(world) == {third: "serving"}
    learnt = await world.kit.db.fetchval("select learnt from learning_model")
    kept = await world.kit.db.fetchval("select words from learning_label where words <> ''")
    assert learnt["sentences"] == [mark(kept)]
    assert "sentences" not in (await (await world.staff(cast.SOL)).ok("GET", "/learning"))["versions"][0]["labels"]


async def test_with_nothing_left_to_learn_from_the_products_own_answers(world: World, trained: pytest.MonkeyPatch) -> None:
    mei, sol = await world.customer(cast.MEI), await world.staff(cast.SOL)
    await said(world, mei, "my tokens from the other wallet did not come through")
    made = await actions.learn(world.kit)
    await unlearning.unlearn(world.kit)
    assert (await sol.ok("GET", "/learning"))["serving"] == made, "its words are kept still"
    await mei.ok("PUT", "/learning", json={"may": False})
    assert await actions.learn(world.kit) is None
    await unlearning.unlearn(world.kit)
    page = await sol.ok("GET", "/learning")
    assert (page["serving"], page["versions"]) == (0, [])
    told = await world.kit.db.fetchval("select body from event where kind = 'learning.served' order by seq desc limit 1")
    assert told == {"model_id": 0, "was": made, "reason": unlearning.WHY}


@pytest.mark.parametrize("why", ["time", "grave"])
async def test_words_that_go_by_themselves_take_their_models_along(world: World, trained: pytest.MonkeyPatch, why: str) -> None:
    mei = await world.customer(cast.MEI)
    ticket = await said(world, mei, "my tokens from the other wallet did not come through")
    await actions.learn(world.kit)
    if why == "time":
        later(days=181)
    else:
        await world.kit.db.execute("update ticket set reason = 'care.person_at_risk' where id = $1", ticket)
    await store.forget(world.kit.db, clock.now())
    await unlearning.unlearn(world.kit)
    assert await states(world) == {}

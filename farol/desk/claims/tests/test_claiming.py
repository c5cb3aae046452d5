"""One claim for an account, read from logs that are whole and over."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest

from farol.app.demo import cast
from farol.core.exchange import CoreLink, ExchangeDown, NotOffered
from farol.desk.claims import actions
from farol.desk.claims.actions import assessing
from tests.world import later

from .conftest import Scene


async def test_raced_from_two_windows_it_is_one(scene: Scene) -> None:
    await scene.publish()
    path = f"/my/claims/{scene.window}"
    answers = await asyncio.gather(*(
        scene.sean.client.post(path, data={"form_id": str(uuid4()), "words": f"attempt {n}"}) for n in range(6)))
    assert {one.status_code for one in answers} <= {303, 409}
    assert await scene.kit.db.fetchval("select count(*) from claim") == 1


async def test_nobody_claims_for_another_or_after_the_end(scene: Scene, browser: Any) -> None:
    await scene.publish()
    await scene.make()
    ivan = await browser(cast.IVAN)
    assert "CLM-" not in await ivan.get(f"/my/claims/{scene.window}")
    await ivan.post(f"/my/claims/{scene.window}/appeal", 404, words="mine")
    later(days=8)
    assert "can no longer be made" in await scene.make("late", 409, ivan)
    visitor = await browser()
    await visitor.get(f"/my/claims/{scene.window}", 401)


async def test_words_with_a_secret_are_masked_and_long_ones_refused(scene: Scene) -> None:
    await scene.publish()
    await scene.make("x" * 4_001, 422)
    await scene.make("my key is 5KJvsngHeMpm884wtkJNzQGaCErckhHJBGFsvd3VyK5qMZXj3hS")
    assert "5KJvsng" not in await scene.kit.db.fetchval("select words from claim")


async def test_logs_wait_for_the_end_of_what_counts_and_for_the_exchange(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    await scene.publish()
    await scene.kit.db.execute("update claim_window set until_at = now() + interval '1 hour'")
    await scene.make()
    await scene.work()
    await actions.read_waiting(scene.kit)
    assert (await scene.claim())["state"] == "claimed"
    await scene.kit.db.execute("update claim_window set until_at = now() - interval '1 s'")

    async def down(*_: Any) -> Any:
        raise ExchangeDown

    link = scene.kit.get(CoreLink)
    monkeypatch.setattr(link, "orders", down)
    await actions.read_waiting(scene.kit)
    assert ((await scene.claim())["state"], (await scene.claim())["why"]) == ("claimed", "exchange_down")
    monkeypatch.undo()
    await actions.read_waiting(scene.kit)
    assert ((await scene.claim())["state"], (await scene.claim())["why"]) == ("assessed", "")


async def test_logs_that_the_exchange_does_not_offer_are_not_empty(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    await scene.publish()

    async def lacks(*_: Any) -> Any:
        raise NotOffered

    monkeypatch.setattr(scene.kit.get(CoreLink), "orders", lacks)
    await scene.make()
    await scene.work()
    assert ((await scene.claim())["state"], (await scene.claim())["why"]) == ("claimed", "exchange_not_offered")


async def test_nobody_decides_on_a_part_of_the_logs(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    await scene.publish()
    monkeypatch.setattr(assessing, "MOST_LISTED", 1)
    await scene.make()
    await scene.work()
    assert ((await scene.claim())["state"], (await scene.claim())["why"]) == ("assessed", "logs_cut")
    answer = await (await scene.staff(cast.SOL)).post(f"/claim-windows/{scene.window}/batches", json={})
    assert answer.json()["code"] == "claims_nothing_to_decide"


async def test_what_a_sheet_of_the_same_moment_passed_by_is_worked_out_anew(scene: Scene) -> None:
    await scene.publish()
    await scene.make()
    await scene.work()
    await scene.publish(1, share=100)
    await scene.kit.db.execute("delete from pgqueuer where entrypoint = 'claims.compute'")
    claim, ana = await scene.claim(), await scene.staff(cast.ANA)
    stale = await ana.post(f"/claims/{claim['id']}/lines", json={"line": claim["lines"][0]["key"], "exclusion": 0})
    assert stale.json()["code"] == "claim_moved"
    await actions.read_waiting(scene.kit)
    assert ((await scene.claim())["version"], (await scene.claim())["amount"]) == (2, "199.89")

"""What happens to a ticket while the assistant thinks about it: nothing is said where it no longer fits, and nobody is left waiting."""

import asyncio
from typing import Any

import pytest

from farol.app.demo import cast
from farol.selfserve.assistant import actions
from farol.selfserve.flows import reading

from .conftest import Scene

ENDS = {
    "resolved": "update ticket set status = 'resolved' where id = $1", "closed": "update ticket set status = 'closed' where id = $1",
    "merged": "update ticket set merged_into = (select min(id) from ticket where id <> $1) where id = $1",
}


async def opened(scene: Scene, words: str = "fees for VIP 2") -> int:
    ticket: int = (await scene.world.open(await scene.world.customer(), words))["ticket"]["id"]
    await scene.world.react()
    return ticket


@pytest.mark.parametrize("how", ENDS)
async def test_a_ticket_that_ends_meanwhile_hears_nothing_more(scene: Scene, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    await scene.world.open(await scene.world.customer(cast.IVAN), "another one")
    ticket, think = await opened(scene), actions._thought

    async def meanwhile(*given: Any) -> object:
        thought = await think(*given)
        await scene.kit.db.execute(ENDS[how], ticket)
        return thought

    monkeypatch.setattr(actions, "_thought", meanwhile)
    assert await actions.answer(scene.kit, ticket, 2) is None
    assert await scene.said(ticket) == []


async def test_words_that_come_meanwhile_are_answered_with_the_first(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    ticket, think, client = await opened(scene, "hello"), actions._thought, await scene.world.customer()
    came = False

    async def meanwhile(*given: Any) -> object:
        nonlocal came
        thought = await think(*given)
        if not came:
            came = True
            await scene.world.say(client, ticket, "agent please")
        return thought

    monkeypatch.setattr(actions, "_thought", meanwhile)
    assert await actions.answer(scene.kit, ticket, 2) is None
    await scene.work()
    assert len(await scene.said(ticket)) == 1
    turn = await scene.last(ticket)
    assert turn
    assert turn.kind in ("hand_off", "hold")


async def test_two_workers_at_once_answer_once(scene: Scene) -> None:
    ticket = await opened(scene)
    done = await asyncio.gather(*(actions.answer(scene.kit, ticket, 2) for _ in range(4)))
    assert len([one for one in done if one]) == 1
    assert len(await scene.said(ticket)) == 1


async def test_the_state_of_somebody_elses_account_leads_nobody(scene: Scene) -> None:
    ticket = await opened(scene, "充值还没到账")
    assert await reading.reason(scene.kit, ticket, cast.MALLORY.uid, ["充值还没到账"], None) == ""
    assert await reading.reason(scene.kit, ticket, None, ["充值还没到账"], None) == ""
    assert await reading.reason(scene.kit, ticket, cast.MEI.uid, ["充值还没到账"], None) == "dep.unconfirmed"

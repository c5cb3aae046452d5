"""Nobody is kept from a person: choices that do not fit, answers that did not help, flows that cannot read, and a turn that breaks."""

from datetime import UTC, datetime
from typing import Any

import pytest

from farol.core.understanding import Scored, Understood
from farol.selfserve.assistant import actions, store
from farol.selfserve.assistant.model import Case
from farol.selfserve.assistant.turn import answering
from farol.selfserve.assistant.turn.given import Given, Heard, Matter
from farol.selfserve.assistant.turn.trace import Trace
from farol.selfserve.flows.answering import numbered
from farol.selfserve.flows.model import stored
from farol.selfserve.retrieval.library import library

from .conftest import Scene

TXID = "0x9f3c2b7a5e1d4c8f6a0b3e2d1c4f5a6b7e8d9c0a1b2c3d4e5f6a7b8c9d0e1f2a"


async def case_of(scene: Scene, ticket: int) -> Case:
    case = await store.case(scene.kit.db, ticket)
    assert case
    return case


def test_choices_that_are_passed_over_count() -> None:
    """Whoever goes on writing other words gets a person at the third turn, not choices for ever."""
    understood = Understood([Scored("fee.vip", 0.3), Scored("prod.card", 0.2)], "fee", False, 1.0, ())
    matter = Matter("fee.vip", 0.3, "words", False, understood)
    case, kinds = Case(), []
    for n in range(3):
        given = Given("and the other thing with it", datetime(2026, 11, 22, tzinfo=UTC), case=case, first=n == 0)
        thought = answering.by_gate(given, Heard(given.words, "en", [], [], {}), matter, [], Trace())
        kinds.append(thought.move.kind if thought else "person")
        case = thought.case if thought else case
    assert kinds == ["choices", "choices", "person"]


async def test_who_asks_the_same_again_was_not_helped(scene: Scene) -> None:
    ticket = await scene.ticket("fees for VIP 2")
    await scene.say(ticket, "what are the fees for VIP 2")
    case = await case_of(scene, ticket)
    assert (case.state, case.why) == ("handed", "missed")


async def test_the_next_matter_begins_without_the_slots_of_the_solved_one(scene: Scene) -> None:
    ticket = await scene.ticket(f"fees for VIP 2 {TXID}")
    assert (await case_of(scene, ticket)).slots["txid"] == TXID
    await scene.say(ticket, "yes")
    case = await case_of(scene, ticket)
    assert (case.slots, case.reason, case.misses) == ({}, "", 0)


async def test_a_flow_goes_on_after_the_question_what_it_is(scene: Scene) -> None:
    ticket = await scene.ticket("充值还没到账")
    before = stored((await case_of(scene, ticket)).flow)
    await scene.say(ticket, "你是机器人吗")
    assert stored((await case_of(scene, ticket)).flow) == before
    turn = await scene.say(ticket, "1")
    assert turn
    case = await case_of(scene, ticket)
    assert (case.state, case.why) == ("handed", "asked"), "the newest choice of that number was a person"


async def test_danger_and_theft_are_heard_inside_a_flow(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that no list holds and the model knows."""
    for words, ends in (("every coin I had was emptied out by a stranger overnight", "handed"), ("there is no point in me being around anymore", "quiet")):
        ticket = await scene.ticket("充值还没到账")
        assert (await case_of(scene, ticket)).flow
        from farol.selfserve.assistant import thinking

        code = "sec.account_stolen" if ends == "handed" else "care.person_at_risk"
        monkeypatch.setattr(thinking, "alarmed", lambda _about, code=code: code)
        await scene.say(ticket, words)
        monkeypatch.undo()
        assert (await case_of(scene, ticket)).state == ends


async def test_another_matter_in_a_flow_is_taken_up(scene: Scene) -> None:
    ticket = await scene.ticket("充值还没到账")
    turn = await scene.say(ticket, "what are the trading fees for VIP 2")
    assert turn
    assert turn.reason == "fee.vip"


async def test_a_turn_that_breaks_hands_over(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(*_: object) -> None:
        raise KeyError("a flow that nobody tried")

    monkeypatch.setattr("farol.selfserve.assistant.thinking.Turn.think", broken)
    ticket = await scene.ticket("fees for VIP 2")
    case = await case_of(scene, ticket)
    assert (case.state, case.why) == ("handed", "failed")
    assert len(await scene.said(ticket)) == 1


async def test_an_article_that_is_withdrawn_while_it_is_quoted_is_not_quoted(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    ticket = (await scene.world.open(await scene.world.customer(), "fees for VIP 2"))["ticket"]["id"]
    await scene.world.react()
    think, asked = actions._thought, 0

    async def meanwhile(*given: Any) -> object:
        nonlocal asked
        thought = await think(*given)
        asked += 1
        if asked == 1:
            await scene.kit.db.execute("update article set retired_at = now() where slug = 'fees-vip'")
            await scene.kit.db.execute("update knowledge_mark set n = n + 1")
        return thought

    monkeypatch.setattr(actions, "_thought", meanwhile)
    try:
        await actions.answer(scene.kit, ticket, 2)
        assert asked > 1
        assert not [said for said in await scene.said(ticket) if "/a/fees-vip" in said]
    finally:
        await scene.kit.db.execute("update article set retired_at = null where slug = 'fees-vip'")
        await scene.kit.db.execute("update knowledge_mark set n = n + 1")
        (await library(scene.kit)).stale()


@pytest.mark.parametrize(("said", "place"), [
    ("2", 2), ("２", 2), ("٢", 2), ("२", 2), ("②", 2), ("2️⃣", 2), ("(2)", 2), ("选2", 2), ("选 2", 2), ("选第二个", 2), ("第2个吧", 2), ("二", 2), ("option 2", 2),
    ("number 2 please", 2), ("the second one", 2), ("вариант 2", 2), ("вторая", 2), ("opción 2", 2), ("la segunda", 2), ("số 2", 2), ("2番です", 2), ("2번이요", 2), ("الخيار ٢", 2),
    ("2 USDT", 0), ("2 hours ago", 0), ("22", 0), ("0", 0), ("no 2 coins came", 0), ("", 0), ("二十", 0), ("-2", 0), ("1 or 2", 0),
])  # fmt: skip
def test_places_as_people_write_them(said: str, place: int) -> None:
    assert numbered(said) == place

"""Matters of money go by guided steps with the customer's own data, and go on where they stood."""

import re

from farol.selfserve.assistant import store
from farol.selfserve.flows.model import FlowState, stored

from .conftest import Scene


async def flow_of(scene: Scene, ticket: int) -> FlowState | None:
    case = await store.case(scene.kit.db, ticket)
    assert case
    return stored(case.flow) if case.flow else None


async def test_a_late_deposit_is_answered_from_the_customers_own_data(scene: Scene) -> None:
    ticket = await scene.ticket("充值还没到账")
    turn = await scene.last(ticket)
    assert turn
    assert turn.parts
    assert (turn.kind, turn.reason) == ("step", "dep.unconfirmed")
    assert turn.parts.place
    assert re.search(r"\b\d+/12 确认", turn.parts.lead), "the demo exchange counts on while a slow machine thinks"
    assert [one.kind for one in turn.parts.sources] == ["exchange"]
    assert (await scene.row(ticket))["waiting_since"] is None


async def test_the_next_step_follows_by_number_or_label_and_the_end_is_kept(scene: Scene) -> None:
    ticket = await scene.ticket("充值还没到账")
    before = await flow_of(scene, ticket)
    assert before
    turn = await scene.say(ticket, "1")
    assert turn
    after = await flow_of(scene, ticket)
    assert after
    assert after.step != before.step
    turn = await scene.say(ticket, "解决了")
    assert turn
    assert turn.kind == "answer"
    assert await flow_of(scene, ticket) is None


async def test_not_solved_goes_to_a_person_with_the_flow_behind_it(scene: Scene) -> None:
    ticket = await scene.ticket("充值还没到账")
    for _ in range(6):
        case = await store.case(scene.kit.db, ticket)
        assert case
        if case.state == "handed":
            break
        last = await scene.last(ticket)
        assert last
        assert last.parts
        labels = [one.label for one in last.parts.choices]
        await scene.say(ticket, "没有解决" if "没有解决" in labels else "1")
    case = await store.case(scene.kit.db, ticket)
    assert case
    assert (case.state, case.why) == ("handed", "flow")


async def test_somebody_without_account_gets_no_account_data(scene: Scene) -> None:
    ticket = await scene.ticket("my deposit has not arrived", None)
    turn = await scene.last(ticket)
    assert turn
    assert not [one for one in (turn.parts.sources if turn.parts else []) if one.kind == "exchange"]


async def test_how_something_of_money_is_done_offers_pages_and_help(scene: Scene) -> None:
    ticket = await scene.ticket("How do I set up a passkey?")
    turn = await scene.last(ticket)
    assert turn
    assert turn.kind == "choices"
    assert turn.parts
    turn = await scene.say(ticket, "1")
    assert turn
    assert turn.kind == "answer"
    assert turn.parts
    assert turn.parts.sources[0].kind == "article"

"""Out of hours it says honestly that nobody is there and when somebody answers, and keeps the place."""

from farol.desk.sla import actions as sla
from farol.selfserve.assistant import store

from .conftest import Scene


async def test_nobody_on_shift_is_said_with_the_time_that_is_kept(scene: Scene) -> None:
    await sla.seed(scene.kit)
    client = await scene.world.customer()
    ticket = (await scene.world.open(client, "转人工"))["ticket"]["id"]
    await scene.work()
    turn = await scene.last(ticket)
    assert turn
    assert turn.kind == "hold"
    [said] = await scene.said(ticket)
    assert "现在没有同事在线" in said
    assert "我们的目标是在" in said
    assert "（上海）" in said
    assert (await scene.row(ticket))["waiting_since"] is not None
    case = await store.case(scene.kit.db, ticket)
    assert case
    assert case.summary
    assert case.summary.wait_en.startswith("Nobody is on shift")


async def test_it_answers_at_night_as_by_day(scene: Scene) -> None:
    ticket = await scene.ticket("fees for VIP 2")
    turn = await scene.last(ticket)
    assert turn
    assert turn.kind == "answer"

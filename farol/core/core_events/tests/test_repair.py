"""What webhooks lose is read from the exchange's list; whatever comes when, each thing's events are said once and in order."""

import asyncio
import random
from datetime import timedelta
from typing import Any

import pytest

from farol.core.core_events import actions, jobs
from farol.core.core_events.model import MOST_PAGES, PAGE
from farol.core.exchange import CoreLink
from farol.kit import clock

from .conftest import Desk
from .exchange import event

STATE = "select problem, complete_at is not null as complete, unreadable, after from core_list"
GAPS = "select entity_id, first, last, why from core_gap order by entity_id, first"
QUEUED = "select count(*) from pgqueuer where entrypoint = 'core_events.repair'"


async def order(desk: Desk, thing: str = "D1") -> list[int]:
    return [seq for _, entity, seq in await desk.said() if entity == thing]


async def test_what_comes_too_early_waits_for_the_one_before(desk: Desk) -> None:
    for seq in (3, 2):
        await desk.post(event(seq))
    assert await order(desk) == []
    await desk.post(event(1))
    assert await order(desk) == [1, 2, 3]


async def test_a_gap_asks_for_the_list_and_is_healed_by_it(desk: Desk) -> None:
    desk.exchange.told = [event(seq) for seq in range(1, 6)]
    for seq in (1, 2, 5):
        await desk.post(event(seq))
    assert await order(desk) == [1, 2]
    assert await desk.kit.db.fetchval(QUEUED) == 1
    await jobs.repair.run(desk.kit, jobs.Repair())
    assert await order(desk) == [1, 2, 3, 4, 5]
    assert await desk.kit.db.fetch(GAPS) == []


async def test_the_last_ones_leave_no_gap_and_are_found_all_the_same(desk: Desk) -> None:
    desk.exchange.told = [event(seq) for seq in range(1, 4)]
    await desk.post(event(1))
    await jobs.look(desk.kit)
    assert await order(desk) == [1, 2, 3]
    desk.exchange.told.append(event(4))
    await jobs.look(desk.kit)
    assert await order(desk) == [1, 2, 3, 4]


async def test_what_not_even_the_list_has_is_passed_over_and_shown(desk: Desk) -> None:
    await desk.post(event(1))
    await desk.post(event(4))
    desk.exchange.told = [event(1), event(4), event(5)]
    await actions.repair(desk.kit)
    assert await order(desk) == [1, 4, 5]
    [gap] = await desk.kit.db.fetch(GAPS)
    assert tuple(gap) == ("D1", 2, 3, "not_listed")
    await desk.post(event(3))
    assert await order(desk) == [1, 4, 5]


async def test_a_thing_older_than_our_contact_begins_where_the_list_does(desk: Desk) -> None:
    await desk.post(event(7))
    assert await order(desk) == []
    desk.exchange.told = [event(6), event(7), event(8)]
    await actions.repair(desk.kit)
    assert await order(desk) == [6, 7, 8]
    assert await desk.kit.db.fetch(GAPS) == []


async def test_what_was_over_before_we_came_is_no_news(desk: Desk) -> None:
    old = (clock.now() - timedelta(days=3)).isoformat()
    desk.exchange.told = [event(1, at=old), event(2, at=old), event(3), event(1, "D2", at=old)]
    await actions.repair(desk.kit)
    assert desk.exchange.since[0]
    assert await order(desk) == [3]
    assert await order(desk, "D2") == []


async def test_a_core_that_is_down_leaves_the_gap_open_and_says_so(desk: Desk) -> None:
    await desk.post(event(2))
    desk.exchange.down = True
    await actions.repair(desk.kit)
    [state] = await desk.kit.db.fetch(STATE)
    assert (state["problem"], state["complete"]) == ("exchange_down", False)
    assert await order(desk) == []


async def test_an_exchange_without_a_list_is_waited_for_a_minute(desk: Desk) -> None:
    desk.exchange.reads = ["user"]
    await desk.post(event(2))
    await actions.repair(desk.kit)
    assert await order(desk) == []
    clock.shift(timedelta(seconds=61))
    await actions.repair(desk.kit)
    assert await order(desk) == [2]
    await desk.post(event(5))
    clock.shift(timedelta(seconds=122))
    await actions.repair(desk.kit)
    assert await order(desk) == [2, 5]
    [gap] = await desk.kit.db.fetch(GAPS)
    assert tuple(gap) == ("D1", 3, 4, "no_list")


@pytest.mark.parametrize("bad", ['{"id": "bad-1"}', '{"id": "bad-1", "seq": "x"}'])
async def test_an_entry_that_cannot_be_read_is_passed(desk: Desk, bad: str) -> None:
    desk.exchange.told = [event(1), bad, event(2)]
    await actions.repair(desk.kit)
    assert await order(desk) == [1, 2]
    [state] = await desk.kit.db.fetch(STATE)
    assert (state["problem"], state["unreadable"], state["after"]) == ("", 1, "deposit-D1-2")


async def test_a_list_whose_entries_have_no_id_stands_still_and_says_so(desk: Desk) -> None:
    desk.exchange.told = ["7", "{}"]
    await actions.repair(desk.kit)
    [state] = await desk.kit.db.fetch(STATE)
    assert (state["problem"], state["complete"]) == ("stuck", False)


async def test_a_long_list_is_read_a_bounded_way_at_a_time(desk: Desk) -> None:
    count = MOST_PAGES * PAGE + 150
    desk.exchange.told = [event(1, f"D{n}") for n in range(count)]
    await actions.repair(desk.kit)
    assert len(await desk.said()) == MOST_PAGES * PAGE
    assert await desk.kit.db.fetchval(QUEUED) == 1
    await actions.repair(desk.kit)
    assert len(await desk.said()) == count


async def test_several_workers_read_it_once(desk: Desk) -> None:
    desk.exchange.told = [event(seq, f"D{n}") for n in range(20) for seq in range(1, 6)]
    await asyncio.gather(*(actions.repair(desk.kit) for _ in range(8)))
    assert len(await desk.said()) == 100


async def test_a_stopped_worker_leaves_nothing_unsaid(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async def gone(*_: Any) -> None:
        raise ConnectionError

    monkeypatch.setattr("farol.core.core_events.actions.receiving.say", gone)
    await desk.post(event(1))
    assert await desk.said() == []
    await actions.say_ready(desk.kit)
    assert await order(desk) == [1]


@pytest.mark.parametrize("seed", range(12))
async def test_whatever_comes_when_the_order_at_the_end_is_the_same(desk: Desk, seed: int) -> None:
    """Webhooks doubled, turned about and lost, in parallel, while the list is read between; then the list is read once more."""
    chance = random.Random(seed)
    things = [f"D{n}" for n in range(chance.randint(1, 6))]
    lengths = {thing: chance.randint(1, 12) for thing in things}
    left = {thing: 0 for thing in things}
    owners = {thing: chance.choice(["U1", "U2", None]) for thing in things}
    told: list[dict[str, Any]] = []
    while open_ := [thing for thing in things if left[thing] < lengths[thing]]:
        thing = chance.choice(open_)
        left[thing] += 1
        told.append(event(left[thing], thing, uid=owners[thing]))
    sent = [each for each in told for _ in range(chance.choice([0, 1, 1, 2, 3]))]
    chance.shuffle(sent)
    while sent:
        many = chance.randint(1, 9)
        now, sent = sent[:many], sent[many:]
        desk.exchange.told = told[: chance.randint(len(desk.exchange.told), len(told))]
        work = [desk.post(each) for each in now] + ([actions.repair(desk.kit)] if chance.random() < 0.3 else [])
        await asyncio.gather(*work)
    desk.exchange.told = list(told)
    await actions.repair(desk.kit)
    for thing in things:
        assert await order(desk, thing) == list(range(1, lengths[thing] + 1)), thing
    assert len(await desk.said()) == len(told)


async def test_old_rows_go_and_are_still_known(desk: Desk) -> None:
    for seq in (1, 2):
        await desk.post(event(seq))
    await desk.said()
    await desk.kit.db.execute("update core_event set arrived_at = now() - interval '31 days'")
    await actions.prune(desk.kit)
    assert await desk.kit.db.fetchval("select count(*) from core_event") == 0
    await desk.post(event(2))
    await desk.post(event(3))
    assert await order(desk) == [1, 2, 3]


async def test_without_an_exchange_nothing_is_asked(desk: Desk) -> None:
    desk.kit.put(CoreLink("", "", ""))
    await actions.repair(desk.kit)
    assert desk.exchange.asked == 0

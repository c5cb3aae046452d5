"""Carrying out: whatever fails and whoever dies, it happens once, and what happened is what is said."""

import asyncio
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from farol.app.demo import cast
from farol.core.core_events.events import CoreEventArrived
from farol.core.exchange import CoreLink
from farol.kit import clock
from farol.kit.db import transaction
from farol.kit.events import emit
from farol.kit.permission import SYSTEM
from farol.trust.identity.model import Level
from farol.trust.proposals import actions, store
from farol.trust.proposals.actions import execute, settle

from .conftest import Desk
from .core import FAULTS


async def test_the_exchange_is_down_for_an_hour(desk: Desk) -> None:
    desk.core.down = True
    made = await desk.proposed(cast.ANA, "account.freeze", params={})
    assert (made["state"], made["words"]["en"].split(".")[0]) == ("waiting", "Waiting for the exchange")
    pauses = []
    for _ in range(8):
        row = await desk.kit.db.fetchrow(
            "select extract(epoch from execute_after - now()) as s from pgqueuer where entrypoint = 'proposals.execute' and status = 'queued' order by id desc")
        pauses.append(round(float(row["s"])))
        await desk.work()
        assert await desk.state(made["id"]) == "waiting"
    assert pauses == sorted(pauses)
    assert pauses[-1] >= 128
    assert pauses[0] <= 3
    desk.core.down = False
    await desk.work()
    assert (await desk.state(made["id"]), list(desk.core.done.values())) == ("executed", [1])
    assert await desk.kinds() == ["proposal.made", "proposal.put_off", "proposal.executed"]


@pytest.mark.parametrize("by_key", [True, False])
@pytest.mark.parametrize("fault", FAULTS)
async def test_an_answer_that_is_lost_is_asked_for_and_nothing_is_done_twice(desk: Desk, fault: str, by_key: bool) -> None:
    desk.core.faults, desk.core.by_key = [fault] * 3, by_key
    made = await desk.proposed(cast.ANA, "account.freeze", params={})
    assert made["state"] == ("executed" if fault == "never" else "waiting")
    desk.core.faults = []
    await desk.work()
    assert (await desk.state(made["id"]), list(desk.core.done.values())) == ("executed", [1])
    if by_key:
        assert desk.core.asked[-1 if fault != "refused" and fault != "broken_before" else -2] == "GET /v1/actions:by_key"


async def test_a_slow_exchange_does_not_hold_the_agent(desk: Desk) -> None:
    async def slow(self: Any, *_: Any) -> Any:
        await asyncio.sleep(30)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(import_module("farol.trust.proposals.actions.propose"), "ANSWER_S", 0.2)
        patch.setattr(CoreLink, "act", slow)
        made = await desk.proposed(cast.ANA, "account.freeze", params={})
    assert made["state"] == "waiting"
    await desk.work()
    assert await desk.state(made["id"]) == "executed"


@pytest.mark.parametrize("code", ["policy_denied", "version_mismatch", "unsupported"])
async def test_a_refusal_of_the_exchange_ends_it_in_words(desk: Desk, code: str) -> None:
    desk.core.refusal = code
    made = await desk.proposed(cast.ANA, "account.freeze", params={})
    assert (made["state"], made["receipt"]) == ("rejected", None)
    assert made["why"]["zh"]
    assert await desk.work() == 1
    assert desk.core.done == {}


async def test_a_refusal_for_the_moment_is_tried_again(desk: Desk) -> None:
    desk.core.refusal = "rate_limited"
    made = await desk.proposed(cast.ANA, "account.freeze", params={})
    assert made["state"] == "waiting"
    desk.core.refusal = ""
    await desk.work()
    assert await desk.state(made["id"]) == "executed"


async def _accepted(desk: Desk) -> int:
    desk.core.state = "accepted"
    made = await desk.proposed(cast.DAN, "goodwill.grant", params={"amount": "50", "coin": "USDT"})
    await desk.approved(cast.SOL, made["id"])
    await desk.work()
    assert await desk.state(made["id"]) == "accepted"
    return int(made["id"])


async def test_what_the_finance_queue_does_later_is_asked_about(desk: Desk) -> None:
    proposal = await _accepted(desk)
    await desk.work()
    assert await desk.state(proposal) == "accepted"
    desk.core.finish(f"farol-proposal-{proposal}")
    await desk.work()
    assert await desk.state(proposal) == "executed"


async def _event(desk: Desk, type_: str, entity: str, uid: str, data: dict[str, Any]) -> None:
    async with transaction(desk.kit.db) as tx:
        told = CoreEventArrived(type_, uid, "action", entity, 1, clock.now(), data, entity)
        await emit(tx, f"exchange:{uid}", SYSTEM, told)
    await desk.world.react()


async def test_an_event_of_the_exchange_settles_it_and_another_accounts_does_not(desk: Desk) -> None:
    proposal = await _accepted(desk)
    answer = desk.core.finish(f"farol-proposal-{proposal}")
    await _event(desk, "action.executed", answer["action_id"], cast.IVAN.uid, {})
    await _event(desk, "action.executed", "act-99", cast.MEI.uid, {"idempotency_key": "farol-proposal-99999999999999999999"})
    assert await desk.state(proposal) == "accepted"
    await _event(desk, "action.executed", answer["action_id"], cast.MEI.uid, {})
    assert await desk.state(proposal) == "executed"
    await _event(desk, "action.failed", answer["action_id"], cast.MEI.uid, {"reason": "late"})
    assert await desk.state(proposal) == "executed"
    shown = await desk.clients["dan"].ok("GET", f"/proposals/{proposal}")
    assert (shown["receipt"]["action_id"], len(shown["receipt"]["effects"])) == (answer["action_id"], 1)


async def test_an_event_settles_what_was_never_answered(desk: Desk) -> None:
    desk.core.faults = ["lost"] * 3
    made = await desk.proposed(cast.ANA, "account.freeze", params={})
    await _event(desk, "action.failed", "act-1", cast.MEI.uid, {"idempotency_key": f"farol-proposal-{made['id']}", "reason": "closed"})
    shown = await desk.clients["ana"].ok("GET", f"/proposals/{made['id']}")
    assert (shown["state"], shown["why"]["en"]) == ("failed", "closed")
    asked = len(desk.core.asked)
    await desk.work()
    assert len(desk.core.asked) == asked


class Dead(BaseException):
    """The process is gone."""


POINTS: dict[str, tuple[object, str, bool]] = {
    "before the claim": (store, "claim", True), "after the claim": (execute, "_send", True), "after the deed": (execute, "_send", False),
    "before the answer is kept": (store, "keep", True), "after the answer is kept": (store, "keep", False),
    "before the state moves": (store, "move", True), "after the state moved": (store, "move", False),
    "before anybody is told": (settle, "note", True), "after the commit": (execute, "settle", False),
}


def _dies(patch: pytest.MonkeyPatch, point: str) -> None:
    """The first time the process comes to this point it dies there: before or after what stands at it."""
    module, name, before = POINTS[point]
    real, left = getattr(module, name), [1]

    async def once(*args: Any, **more: Any) -> Any:
        if not left:
            return await real(*args, **more)
        left.pop()
        if not before:
            await real(*args, **more)
        raise Dead(point)

    patch.setattr(module, name, once)


@pytest.mark.parametrize("point", POINTS)
async def test_a_process_that_dies_anywhere_leaves_nothing_undone_and_nothing_done_twice(desk: Desk, point: str) -> None:
    ana = await desk.actor(cast.ANA)
    with pytest.MonkeyPatch.context() as patch, pytest.raises(Dead):
        _dies(patch, point)
        await actions.propose(desk.kit, ana, desk.asked("account.freeze", params={}))
    while await desk.work():
        pass
    proposal = await desk.kit.db.fetchval("select id from proposal")
    assert (await desk.state(proposal), desk.core.done) == ("executed", {f"farol-proposal-{proposal}": 1})
    kinds = await desk.kinds()
    assert (kinds[0], kinds[-1], len(kinds)) == ("proposal.made", "proposal.executed", 2)


async def test_nothing_is_sent_of_what_was_not_committed(desk: Desk) -> None:
    await desk.prove(Level.REVIEWED)
    made = await desk.proposed(cast.ANA, "factor.reset")
    sam = await desk.actor(cast.SAM)

    async def dies(*_: Any, **__: Any) -> None:
        raise Dead

    with pytest.MonkeyPatch.context() as patch, pytest.raises(Dead):
        patch.setattr("farol.trust.proposals.actions.decide.tell_maker", dies)
        await actions.approve(desk.kit, sam, made["id"])
    assert (await desk.work(), await desk.state(made["id"]), desk.core.asked) == (0, "proposed", [])


STEP = st.sampled_from(("work", "lapse", "event", "two", *(f"fault {f}" for f in FAULTS), *(f"die {p}" for p in POINTS)))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], database=None)
@given(steps=st.lists(STEP, max_size=8), accepted=st.booleans())
async def test_any_schedule_of_faults_and_deaths_executes_once(desk: Desk, steps: list[str], accepted: bool) -> None:
    """Schedules of lost answers, deaths, leases that lapse, workers side by side and early events: one execution each."""
    desk.core.state, desk.core.faults = "accepted" if accepted else "executed", []
    ana = await desk.actor(cast.ANA)
    proposal = 0
    for step in ["propose", *steps]:
        with pytest.MonkeyPatch.context() as patch:
            what, _, which = step.partition(" ")
            if what == "fault":
                desk.core.faults = [which] * 3
            if what == "die":
                _dies(patch, which)
            try:
                if what == "propose":
                    proposal = (await actions.propose(desk.kit, ana, desk.asked("account.freeze", params={}))).id
                elif what == "two":
                    await asyncio.gather(actions.attempt(desk.kit, proposal), actions.attempt(desk.kit, proposal))
                elif what == "event" and accepted and f"farol-proposal-{proposal}" in desk.core.orders and not desk.core.done.get(f"farol-proposal-{proposal}"):
                    answer = desk.core.finish(f"farol-proposal-{proposal}")
                    await _event(desk, "action.executed", answer["action_id"], cast.MEI.uid, {"idempotency_key": f"farol-proposal-{proposal}"})
                else:
                    await _requeue(desk, proposal, lapse=step == "lapse")
            except Dead:
                pass
    desk.core.faults, key = [], f"farol-proposal-{proposal}"
    for _ in range(12):
        await _requeue(desk, proposal, lapse=True)
        if accepted and key in desk.core.orders and not desk.core.done.get(key):
            desk.core.finish(key)
    assert (await desk.state(proposal), desk.core.done[key]) == ("executed", 1)
    mine = [k for k in await desk.kinds() if k == "proposal.executed"]
    assert len(mine) == await desk.kit.db.fetchval("select count(*) from proposal where state = 'executed'")


async def _requeue(desk: Desk, proposal: int, *, lapse: bool) -> None:
    """The queue gives a job again that its worker did not finish."""
    if lapse:
        await desk.kit.db.execute("update proposal set lease = now() - $1::interval where lease is not null", timedelta(seconds=1))
    await actions.attempt(desk.kit, proposal)
    await actions.ask(desk.kit, proposal, 0)

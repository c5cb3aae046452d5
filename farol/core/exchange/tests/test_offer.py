"""What an exchange offers: asked seldom, kept while it is down, and never mistaken for being down."""

import asyncio

import httpx2
import pytest

from farol.core.exchange import ExchangeDown, NotOffered
from farol.core.exchange.model import Capabilities
from farol.core.exchange.offer import FAILED_KEPT_S, KEPT_S, Offer

from .core import WHY, Core, link_to, ok

SAID = {"version": "1", "reads": ["user", "p2pOrders", "trace"], "actions": ["account.freeze"], "events": ["deposit.credited"]}


async def test_reads_actions_and_events_go_by_their_names() -> None:
    core = Core(ok(SAID))
    link = link_to(core)
    for name in ("user", "p2p_orders", "p2pOrders", "p2p-orders", "trace", "traceDeposit", "account.freeze", "deposit.credited"):
        assert await link.expects(name), name
    for name in ("kyc", "account.unfreeze", "events", "security"):
        assert not await link.expects(name), name
    assert len(core.asked) == 1
    assert link.offer.seen_at


async def test_many_who_wonder_ask_once() -> None:
    core = Core(ok(SAID))
    link = link_to(core)
    assert await asyncio.gather(*(link.expects("user") for _ in range(50))) == [True] * 50
    assert len(core.asked) == 1


async def test_a_read_that_is_not_offered_is_not_asked() -> None:
    core = Core(ok(SAID))
    link = link_to(core)
    await link.expects("user")
    with pytest.raises(NotOffered):
        await link.liquidations(WHY, "1")
    assert len(core.asked) == 1
    assert not link.breaker.open


async def test_before_it_said_anything_everything_is_asked() -> None:
    core = Core(ok({"items": []}))
    assert await link_to(core).liquidations(WHY, "1") == []


async def test_a_core_that_is_down_is_down_and_not_without_offer() -> None:
    core = Core(httpx2.Response(503))
    link = link_to(core)
    assert await link.expects("liquidations")
    asked = len(core.asked)
    assert await link.expects("liquidations")
    assert len(core.asked) == asked
    with pytest.raises(ExchangeDown):
        await link.liquidations(WHY, "1")


def test_its_word_holds_for_a_while_and_longer_while_it_is_silent() -> None:
    now = [0.0]
    offer = Offer(lambda: now[0])
    assert not offer.fresh
    offer.learn(Capabilities("1", ["user"]))
    now[0] = KEPT_S - 1
    assert offer.fresh
    now[0] = KEPT_S + 1
    assert not offer.fresh
    offer.missed()
    assert offer.fresh
    assert offer.lacks("kyc")
    assert not offer.lacks("user")
    now[0] += FAILED_KEPT_S + 1
    assert not offer.fresh

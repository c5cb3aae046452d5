"""How the link stands, and what an exchange offers, as whoever runs it reads it."""

import json
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2
import pytest
import yaml

import farol.core.exchange
from farol.app.demo.cast import ANA, DAN, SAM
from farol.app.demo.exchange.api.public import EVENTS, READS
from farol.app.demo.exchange.policy import RULES
from farol.core.exchange import CoreLink, standing
from farol.core.exchange.pulse import Pulse
from farol.desk.plays.model import plays
from farol.kit import clock
from farol.trust.emergency.model import SECURITY_EVENTS
from farol.trust.identity.reactions import ENDS
from tests.world import World

from .core import Core, link_to, no, ok

SPEC = yaml.load((Path(farol.core.exchange.__file__).parent / "core_link.openapi.yaml").read_text(), yaml.CSafeLoader)
SAID: dict[str, Any] = {"version": "1.1.0", "reads": ["capabilities", "user", "trace"], "actions": ["account.freeze"], "events": ["deposit.unattributed", "moon.full"]}


@pytest.fixture(autouse=True)
def true_time() -> Iterator[None]:
    yield
    clock.shift(timedelta())


def test_every_read_and_action_of_the_description_has_its_words() -> None:
    reads, actions, _ = standing.known()
    calls = {call["operationId"] for path in SPEC["paths"].values() for call in path.values()}
    assert {*reads, "capabilities"} == calls - {"act", "action", "actionByKey", "approve"}
    assert set(actions) == set(SPEC["components"]["schemas"]["ActionRequest"]["properties"]["type"]["enum"])


def test_every_event_that_anybody_listens_for_has_its_words() -> None:
    types = {type_ for kind in standing.known()[2] for type_ in kind.types}
    assert types >= {*SECURITY_EVENTS, *ENDS, *EVENTS, *(type_ for play in plays().values() for type_ in play.events)}


async def test_what_is_not_offered_is_named_with_what_is_lost() -> None:
    seen = await standing.standing(link_to(Core(ok(SAID))))
    assert seen.state == "answering"
    assert seen.offer
    assert [part.name for part in seen.offer.reads if part.offered] == ["user", "traceDeposit"]
    assert [part.name for part in seen.offer.actions if part.offered] == ["account.freeze"]
    lost = next(part.loss for part in seen.offer.reads if part.name == "deposits")
    assert lost
    assert "how far a deposit is" in lost.en
    deposit = next(kind for kind in seen.offer.events if kind.name == "deposit")
    assert (deposit.types, "deposit.held" in deposit.missing) == (["deposit.unattributed"], True)
    assert seen.offer.strange == ["moon.full"]


async def test_a_second_look_asks_nothing_and_a_later_one_does() -> None:
    core = Core(ok(SAID))
    link = link_to(core)
    await standing.standing(link)
    await standing.standing(link)
    assert len(core.asked) == 1
    clock.shift(timedelta(seconds=11))
    await standing.standing(link)
    assert len(core.asked) == 2


async def test_down_says_since_when_and_why_and_keeps_the_last_offer() -> None:
    core = Core(ok(SAID), httpx2.Response(503))
    link = link_to(core)
    await standing.standing(link)
    clock.shift(timedelta(seconds=11))
    seen = await standing.standing(link)
    assert (seen.state, seen.failed_why) == ("down", "status 503")
    assert seen.down_since
    assert seen.answered_at
    assert seen.answered_at <= seen.down_since
    assert 0 < seen.probe_s <= 10
    assert seen.offer
    asked = len(core.asked)
    assert (await standing.standing(link)).state == "down"
    assert len(core.asked) == asked


async def test_one_answer_that_cannot_be_read_is_failing_and_not_down() -> None:
    seen = await standing.standing(link_to(Core(httpx2.Response(200, content=b"<html>"))))
    assert (seen.state, seen.failures, seen.down_since, seen.offer) == ("failing", 1, None, None)
    assert seen.failed_why.startswith("unreadable answer")


async def test_a_key_that_is_not_taken_is_no_outage() -> None:
    seen = await standing.standing(link_to(Core(no("unauthorized", 401))))
    assert (seen.state, seen.refused) == ("refused", "unauthorized")


async def test_without_an_address_there_is_none() -> None:
    assert await standing.standing(CoreLink("", "", "")) == standing.Standing("none")


def test_slow_is_nine_in_ten_over_a_second() -> None:
    ticks = iter([0.2] * 4 + [1.5] * 4)
    pulse = Pulse(lambda: next(ticks))
    for _ in range(4):
        pulse.answered(0.0)
    assert (pulse.takes_ms(0.9), pulse.slow) == (None, False)
    for _ in range(4):
        pulse.answered(0.0)
    assert (pulse.takes_ms(0.5), pulse.takes_ms(0.9), pulse.slow) == (1500, 1500, True)


@pytest.fixture
async def joined(world: World) -> AsyncIterator[World]:
    before = world.kit.get(CoreLink)
    world.kit.put(link_to(Core(ok({**SAID, "reads": READS, "actions": list(RULES), "events": EVENTS}))))
    yield world
    world.kit.put(before)


async def test_whoever_runs_the_system_sees_it_and_agents_do_not(joined: World) -> None:
    for who in (DAN, SAM):
        seen = await (await joined.staff(who)).ok("GET", "/core-link")
        assert seen["state"] == "answering"
        assert all(part["offered"] for part in seen["offer"]["reads"] + seen["offer"]["actions"])
        assert "secret" not in json.dumps(seen)
    assert (await (await joined.staff(ANA)).get("/core-link")).status_code == 403

"""Customers of the demo exchange as a flow sees them, and a walk through everything their buttons lead to."""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any, cast

import httpx2
import pytest

from farol.app.demo.cast import CUSTOMERS
from farol.app.demo.exchange.app import Parts, build
from farol.app.demo.exchange.config import Config
from farol.app.demo.exchange.scenarios import SCENARIOS
from farol.core.exchange import CoreLink
from farol.core.exchange.model import Why
from farol.core.grounding import ungrounded
from farol.core.grounding.model import Fact
from farol.desk.triage.looking import hear, look
from farol.desk.triage.model import Seen
from farol.kit.core import Kit
from farol.selfserve.flows.model import FlowTurn, Knows
from farol.selfserve.flows.reading import reads_of
from farol.selfserve.flows.turn import advance

KEYS = ("farol-1", "an-example-secret-of-enough-bytes")
WHY = Why("FRL-2026-000001", "customer.assistant", "customer:1")
ZONES = ("UTC", "Asia/Shanghai", "America/New_York")
DEEP = 14
"""Steps after which a walk that has not ended goes in a circle."""
Look = Callable[[str, str, str], Awaitable[Seen]]


class Exchange:
    """The demo exchange in this process; no database behind it."""

    def __init__(self, kit: Kit, parts: Parts, link: CoreLink) -> None:
        self.kit, self.parts, self.link = kit, parts, link

    async def see(self, uid: str, reason: str, words: str = "", zone: str = "UTC") -> Seen:
        """What the reason's flow may look at for that account."""
        self.link.breaker.succeeded()
        return await look(self.kit, WHY, uid, hear([words]), zone, only=reads_of(reason), deadline_s=30, judged=False)


@pytest.fixture
async def exchange() -> AsyncIterator[Exchange]:
    """The demo exchange."""
    app = build(Config(core_link_key=KEYS[0], core_link_secret=KEYS[1], widget_secret="w" * 40, farol_url="http://farol.test"), kept=False)
    link = CoreLink("http://demo", *KEYS, transport=httpx2.ASGITransport(cast(Any, app)))
    kit = Kit(cast(Any, None), cast(Any, None), cast(Any, None), cast(Any, None))
    kit.put(link)
    yield Exchange(kit, app.parts, link)
    await link.close()


def scenes() -> list[tuple[str, str, str, str]]:
    """Every scene of the demo exchange as (uid, reason, words in Chinese, words in English)."""
    of_reasons = [(one.uid, reason, one.says.zh, one.says.en) for reason, one in SCENARIOS.items()]
    of_cast = [(one.uid, reason, "", "") for one in CUSTOMERS for reason in SCENARIOS]
    return of_reasons + of_cast


def turns(knows: Knows, deep: int = DEEP) -> Iterator[FlowTurn]:
    """Every turn that the buttons lead to, each place of the flow once."""
    seen: set[bytes] = set()
    waiting = [(knows, 0)]
    while waiting:
        now, depth = waiting.pop()
        turn = advance(now)
        yield turn
        assert depth <= deep, f"{now.reason} goes in a circle: {turn.lead}"
        if turn.state is None:
            continue
        key = repr((turn.state.flow, turn.state.step, turn.state.thing, turn.state.done, sorted(turn.slots))).encode()
        if key in seen:
            continue
        seen.add(key)
        for number in range(1, len(turn.choices) + 1):
            after = Knows(turn.reason, now.language, turn.slots, now.seen, now.zone, turn.state, str(number))
            waiting.append((after, depth + 1))


def invented(turn: FlowTurn) -> list[Fact]:
    """Figures of the words and the buttons that stand in no evidence."""
    return ungrounded("\n".join([turn.lead, *(one.label for one in turn.choices)]), turn.evidence)

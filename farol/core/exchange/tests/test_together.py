"""Several processes and a core that is down: one question in ten seconds, and everybody hears of the answer."""

import asyncpg
import httpx2
import pytest

from farol.core.exchange import ExchangeDown
from farol.core.exchange.breaker import Breaker
from farol.core.exchange.client import CoreLink
from farol.core.exchange.together import Together
from farol.kit.breaker import PROBE_EVERY_S
from farol.kit.core import Kit

from .core import WHY, Core, link_to, ok

USER = {"uid": "1", "status": "active"}


def down(core: Core, kit: Kit, clock: list[float]) -> CoreLink:
    """A process for which the core is down already."""
    breaker = Breaker(lambda: clock[0])
    for _ in range(3):
        breaker.failed()
    return link_to(core, breaker=breaker, together=Together(kit.db))


async def asked_by(links: list[CoreLink]) -> None:
    for link in links:
        with pytest.raises(ExchangeDown):
            await link.user(WHY, "1")


async def pass_time(kit: Kit, seconds: float) -> None:
    """For the database, whose clock nobody can move, the rows grow older instead."""
    await kit.db.execute("update core_probe set probed_at = probed_at - make_interval(secs => $1)", seconds)


async def test_one_of_all_processes_asks(kit: Kit) -> None:
    core, clock = Core(httpx2.ConnectError("refused")), [0.0]
    links = [down(core, kit, clock) for _ in range(4)]
    for turn in range(1, 4):
        clock[0] += PROBE_EVERY_S
        await pass_time(kit, PROBE_EVERY_S)
        for _ in range(9):
            clock[0] += 1.0
            await asked_by(links)
        assert len(core.asked) == turn


async def test_when_one_is_answered_all_go_on(kit: Kit) -> None:
    core, clock = Core(ok(USER)), [0.0]
    links = [down(core, kit, clock) for _ in range(4)]
    clock[0] += PROBE_EVERY_S
    for link in links:
        assert (await link.user(WHY, "1")).uid == "1"
    assert not any(link.breaker.open for link in links)


async def test_without_the_database_each_probes_by_itself(kit: Kit) -> None:
    class Gone:
        async def fetchrow(self, *_: object) -> None:
            raise asyncpg.InterfaceError("pool is closed")

        async def execute(self, *_: object) -> None:
            raise asyncpg.InterfaceError("pool is closed")

    core, clock = Core(ok(USER)), [0.0]
    breaker = Breaker(lambda: clock[0])
    for _ in range(3):
        breaker.failed()
    clock[0] += PROBE_EVERY_S
    link = link_to(core, breaker=breaker, together=Together(Gone()))  # type: ignore[arg-type]
    assert (await link.user(WHY, "1")).uid == "1"

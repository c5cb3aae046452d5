"""`GET /healthz` tells the truth about each part, in words that give nothing away."""

import asyncio
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from farol.app import health as looked
from farol.app.health import Health, health
from farol.core.exchange import CoreLink
from farol.kit import schema
from farol.kit.core import Kit


@pytest.fixture
def look(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Looks at a kit like this one, with some settings changed and nothing remembered."""
    monkeypatch.setattr(looked, "REMEMBERED_S", -1.0)
    # A busy machine is not a broken one; the test of a lost database asks for less patience.
    monkeypatch.setattr(looked, "PATIENCE_S", 30.0)

    async def now(db: Any = None, **changed: Any) -> Health:
        settings = msgspec.structs.replace(kit.settings, **changed)
        other = Kit(settings, db or kit.db, kit.bus, kit.files)
        other.put(kit.get(CoreLink))
        return await health(other)

    return now


async def test_all_is_well(look: Callable[..., Any]) -> None:
    found = await look()
    assert found.status == "ok"
    assert {name: part.status for name, part in found.parts.items()} == {
        "database": "ok", "migrations": "ok", "reactions": "ok", "jobs": "ok", "bus": "ok", "files": "ok", "exchange": "off",
    }  # fmt: skip


async def test_without_a_bus_people_are_still_served(look: Callable[..., Any]) -> None:
    assert (await look(nats_url="")).parts["bus"].status == "off"


async def test_an_old_database_is_down(look: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    section = schema.Section("9999_next.before", "before", "", "")
    monkeypatch.setattr(schema, "sections", lambda _: [section])
    found = await look()
    assert found.status == "down"
    assert found.parts["migrations"].numbers == {"waiting": 1}


async def test_a_lost_database_is_down_within_seconds(look: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    class Lost:
        async def fetchval(self, _: str) -> None:
            raise ConnectionResetError

        fetchrow = fetchval

    class Hangs:
        async def fetchval(self, _: str) -> None:
            await asyncio.sleep(60)

        fetchrow = fetchval

    monkeypatch.setattr(looked, "PATIENCE_S", 0.1)
    for broken in (Lost(), Hangs()):
        found = await asyncio.wait_for(look(broken), 5)
        assert found.status == "down"
        assert found.parts["database"].why == "no answer"


async def test_held_jobs_and_dead_reactions_are_seen(look: Callable[..., Any], kit: Kit) -> None:
    await kit.db.execute("insert into pgqueuer (priority, entrypoint, status) values (0, 'x', 'failed')")
    await kit.db.execute(
        "insert into parked (reaction, stream, attempts, due, dead, error) values ('r', 's', 8, now(), true, 'no')"
    )
    found = await look()
    assert found.status == "degraded"
    assert found.parts["jobs"].numbers["held"] == 1
    assert found.parts["reactions"].numbers["dead"] == 1


async def test_work_that_nobody_does_is_seen(look: Callable[..., Any], kit: Kit) -> None:
    await kit.db.execute(
        "insert into pgqueuer (priority, entrypoint, status, execute_after) values (0, 'x', 'queued', now() - interval '5 minutes')"
    )
    found = await look()
    assert found.parts["jobs"].why == "no worker keeps up"
    assert found.parts["jobs"].numbers["late_s"] > 250


async def test_an_exchange_that_fell_silent_is_seen(look: Callable[..., Any], kit: Kit) -> None:
    link = kit.get(CoreLink)
    assert (await look(core_link_url="http://core.test")).parts["exchange"].status == "unknown"
    for _ in range(3):
        link.breaker.failed()
    try:
        assert (await look(core_link_url="http://core.test")).parts["exchange"].status == "degraded"
    finally:
        link.breaker.succeeded()


async def test_asking_often_costs_nothing(kit: Kit) -> None:
    first = await health(kit)
    assert await health(kit) is first

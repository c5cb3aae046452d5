"""Waiting for the customer: reminded once, resolved later, and never a P0."""

import asyncio
from datetime import datetime, timedelta
from typing import Any

from farol.app.demo import cast
from farol.desk.snooze import actions, words
from farol.desk.snooze.model import DEFAULT
from tests.world import Client, World


async def now(world: World) -> datetime:
    """The database's time."""
    found: datetime = await world.kit.db.fetchval("select now()")
    return found


async def change(client: Client, ticket: int, **fields: object) -> None:
    """Sets fields on what stands now."""
    version = (await client.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    await client.ok("PATCH", f"/tickets/{ticket}", json={"version": version, **fields})


async def kinds(world: World, ticket: int) -> list[str]:
    """What was told of the wait."""
    rows = await world.kit.db.fetch("select kind from event where stream = $1 and kind like 'pending.%' order by seq", f"ticket:{ticket}")
    return [r["kind"] for r in rows]


async def scene(world: World, **fields: object) -> tuple[Client, Client, int]:
    """Mei's ticket waits for her proof."""
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei, language="zh"))["ticket"]["id"]
    await world.say(ana, ticket, "请发一下截图")
    await change(ana, ticket, status="pending", **fields)
    await world.react()
    return mei, ana, ticket


async def at(world: World, **delta: float) -> int:
    """A round of reminders, so much later."""
    return await actions.remind(world.kit, await now(world) + timedelta(**delta))


async def test_reminded_then_resolved_and_open_again_by_a_word(world: World) -> None:
    mei, ana, ticket = await scene(world)
    waiting = (await ana.ok("GET", f"/tickets/{ticket}/aside"))["waiting"]
    assert datetime.fromisoformat(waiting["next_at"]) - datetime.fromisoformat(waiting["since"]) == timedelta(hours=24)
    assert [await at(world, hours=h) for h in (23, 25, 25, 26)] == [0, 1, 0, 0]
    said: list[Any] = (await mei.ok("GET", f"/tickets/{ticket}"))["messages"]
    assert (said[-1]["author"]["kind"], said[-1]["body"].startswith("工单 FRL-")) == ("system", True)
    assert (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["status"] == "pending"
    await world.react()
    assert [await at(world, days=d) for d in (3, 5, 9)] == [0, 1, 0]
    shown = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]
    assert (shown["status"], await kinds(world, ticket)) == ("resolved", ["pending.reminded", "pending.ended"])
    await world.say(mei, ticket, "截图来了")
    assert (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["status"] == "open"


async def test_an_answer_ends_the_wait_even_one_nobody_has_taken_in(world: World) -> None:
    mei, ana, ticket = await scene(world)
    await world.say(mei, ticket, "马上")
    assert await at(world, days=2) == 0
    await world.react()
    assert (await at(world, days=2), await kinds(world, ticket)) == (0, [])
    assert (await ana.ok("GET", f"/tickets/{ticket}/aside"))["waiting"] is None


async def test_time_counts_from_our_last_words(world: World) -> None:
    _, ana, ticket = await scene(world)
    await at(world, hours=25)
    await world.say(ana, ticket, "需要的是转账记录那一页")
    await world.react()
    assert (await ana.ok("GET", f"/tickets/{ticket}/aside"))["waiting"]["reminded_at"] is None
    assert [await at(world, hours=h) for h in (23, 25)] == [0, 1]
    assert await kinds(world, ticket) == ["pending.reminded"] * 2


async def test_what_is_urgent_is_never_let_go(world: World) -> None:
    _, ana, ticket = await scene(world, severity="P1")
    assert await at(world, days=30) == 0
    await change(ana, ticket, severity="P3")
    await world.react()
    assert await at(world, days=2) == 1
    await change(ana, ticket, severity="P0")
    await world.react()
    assert await at(world, days=30) == 0


async def test_leads_set_how_long(world: World) -> None:
    sol, ana = await world.staff(cast.SOL), await world.staff()
    assert await sol.ok("GET", "/pending-rule") == {"remind_h": 24, "resolve_d": 3, "severities": DEFAULT.severities}
    await sol.ok("PUT", "/pending-rule", json={"remind_h": 48, "resolve_d": 7, "severities": ["P4", "P4"]})
    assert (await sol.ok("GET", "/pending-rule"))["severities"] == ["P4"]
    _, _, ticket = await scene(world, severity="P4")
    assert [await at(world, hours=h) for h in (47, 49)] == [0, 1]
    assert (await ana.get("/pending-rule")).status_code == 403
    assert ticket


async def test_after_two_days_without_workers_each_is_reminded_once(world: World) -> None:
    mei, ana, _ = await scene(world)
    for _ in range(3):
        ticket = (await world.open(mei))["ticket"]["id"]
        await change(ana, ticket, status="pending")
    await world.react()
    later = await now(world) + timedelta(days=2)
    done = await asyncio.gather(*(actions.remind(world.kit, later) for _ in range(3)))
    assert sum(done) == 4
    assert await world.kit.db.fetchval("select count(*) from message where author_kind = 'system'") == 4
    assert await world.kit.db.fetchval("select count(*) from pending_wait where reminded_at = $1 and next_at = $1 + interval '3 days'", later) == 4


def test_every_language_says_both_with_the_number() -> None:
    assert words.REMINDERS.keys() == words.ENDS.keys()
    for table in (words.REMINDERS, words.ENDS):
        for language in table:
            assert "FRL-1" in words.said(table, language, "FRL-1")
    assert words.said(words.ENDS, "zh-TW", "1") == words.said(words.ENDS, "zh-Hant", "1") != words.said(words.ENDS, "zh-CN", "1")
    assert words.said(words.ENDS, "xx", "1") == words.said(words.ENDS, "en-GB", "1")

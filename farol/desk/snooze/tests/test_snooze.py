"""Put aside: until a time, until the customer writes, and back exactly once."""

import asyncio
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from farol.app.demo import cast
from farol.desk.snooze import actions
from farol.desk.snooze.actions import aside
from farol.kit import ratelimit
from tests.world import Client, World


async def now(world: World) -> datetime:
    """The database's time."""
    found: datetime = await world.kit.db.fetchval("select now()")
    return found


async def put(world: World, client: Client, ticket: int, note: str = "", **delta: float) -> Any:
    """Puts a ticket aside for so long: the whole answer."""
    until = await now(world) + timedelta(**(delta or {"hours": 1}))
    return await client.put(f"/tickets/{ticket}/snooze", json={"until": until.isoformat(), "note": note})


async def told(world: World, ticket: int) -> list[str]:
    """What happened, in short."""
    rows = await world.kit.db.fetch("select kind, body from event where stream = $1 order by seq", f"ticket:{ticket}")
    return ["woken:" + r["body"]["why"] if r["kind"] == "ticket.woken" else r["kind"] for r in rows if r["kind"] in ("ticket.snoozed", "ticket.woken")]


async def scene(world: World) -> tuple[Client, Client, int]:
    """Mei's ticket and Ana."""
    mei, ana = await world.customer(), await world.staff()
    return mei, ana, (await world.open(mei))["ticket"]["id"]


async def row(client: Client, ticket: int) -> Any:
    """The ticket."""
    return (await client.ok("GET", f"/tickets/{ticket}"))["ticket"]


async def test_it_comes_back_at_its_time_and_its_owner_is_told(world: World) -> None:
    _, ana, ticket = await scene(world)
    shown = (await put(world, ana, ticket, "等钱包组 reply")).json()
    assert (shown["snooze"]["by"], shown["snooze"]["note"], shown["waiting"]) == ("Ana Duarte", "等钱包组 reply", None)
    stands = await row(ana, ticket)
    assert (stands["owner"]["name"], stands["snoozed_until"]) == ("Ana Duarte", shown["snooze"]["until"])
    assert await actions.tick(world.kit) == 0
    later = await now(world) + timedelta(days=2)
    assert [await actions.tick(world.kit, later) for _ in range(2)] == [1, 0]
    assert (await row(ana, ticket))["snoozed_until"] is None
    assert await told(world, ticket) == ["ticket.snoozed", "woken:time"]
    notices = await world.kit.db.fetch("select kind, words from notice where kind = 'other.woken'")
    assert [(n["kind"], n["words"]) for n in notices] == [("other.woken", "等钱包组 reply")]
    assert (await ana.ok("GET", f"/tickets/{ticket}/aside")) == {"snooze": None, "waiting": None}
    woken = await world.kit.db.fetchval("select body from event where kind = 'ticket.woken'")
    assert datetime.fromisoformat(woken["until"]) == datetime.fromisoformat(shown["snooze"]["until"]), "with its true time, however late"


async def test_the_customer_s_words_bring_it_back_thanks_do_not_matter_there(world: World) -> None:
    mei, ana, ticket = await scene(world)
    await put(world, ana, ticket)
    await world.say(mei, ticket, "有新消息")
    assert (await row(ana, ticket))["snoozed_until"] is None, "at once, in the same statement"
    await world.react()
    assert await actions.tick(world.kit, await now(world) + timedelta(days=9)) == 0
    assert await told(world, ticket) == ["ticket.snoozed", "woken:customer"]


async def test_put_aside_again_before_anybody_looked_stays_aside(world: World) -> None:
    mei, ana, ticket = await scene(world)
    await put(world, ana, ticket)
    await world.say(mei, ticket, "hm")
    await put(world, ana, ticket, hours=5)
    await world.react()
    assert (await row(ana, ticket))["snoozed_until"] is not None
    assert await told(world, ticket) == ["ticket.snoozed", "ticket.snoozed"]


async def test_resolved_or_asked_for_it_is_back(world: World) -> None:
    _, ana, ticket = await scene(world)
    await put(world, ana, ticket)
    for _ in range(2):
        await ana.ok("DELETE", f"/tickets/{ticket}/snooze")
    await put(world, ana, ticket)
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": (await row(ana, ticket))["version"], "status": "resolved"})
    await world.react()
    assert await told(world, ticket) == ["ticket.snoozed", "woken:asked", "ticket.snoozed", "woken:status"]
    refused = await put(world, ana, ticket)
    assert (refused.status_code, refused.json()["code"]) == (409, "nothing_to_snooze")


async def test_times_that_are_no_time(world: World) -> None:
    _, ana, ticket = await scene(world)
    for delta, code in (({"hours": -1}, "snooze_past"), ({"days": 400}, "snooze_too_far")):
        refused = await put(world, ana, ticket, **delta)
        assert (refused.status_code, refused.json()["code"]) == (422, code)
    assert (await ana.put(f"/tickets/{ticket}/snooze", json={"until": "2030-01-01T00:00:00"})).status_code == 422
    assert (await put(world, ana, 987654)).status_code == 404


async def test_many_workers_and_hands_wake_each_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aside, "BATCH", 2)
    mei, ana, sol = await world.customer(), await world.staff(), await world.staff(cast.SOL)
    ids = [(await world.open(mei))["ticket"]["id"] for _ in range(7)]
    for id_ in ids:
        await put(world, ana, id_)
    later = await now(world) + timedelta(hours=2)
    await asyncio.gather(*(actions.tick(world.kit, later) for _ in range(4)), world.say(mei, ids[0], "now"), sol.delete(f"/tickets/{ids[1]}/snooze"))
    await actions.tick(world.kit, later)
    await world.react()
    for id_ in ids:
        assert [t.split(":")[0] for t in await told(world, id_)] == ["ticket.snoozed", "woken"]


STEPS = st.lists(st.one_of(
    st.tuples(st.just("put"), st.integers(1, 600)), st.tuples(st.just("time"), st.integers(-900, 900)), st.tuples(st.just("tick"), st.just(0)),
    st.tuples(st.just("says"), st.just(0)), st.tuples(st.just("react"), st.just(0)), st.tuples(st.just("wake"), st.just(0))), max_size=14)


async def test_however_time_jumps_each_snooze_ends_once(world: World) -> None:
    plans: list[list[tuple[str, int]]] = []

    @settings(max_examples=25, database=None, derandomize=True)
    @given(STEPS)
    def collect(steps: list[tuple[str, int]]) -> None:
        plans.append(steps)

    collect()
    mei, ana = await world.customer(), await world.staff()
    for plan in plans:
        ticket, time = await world.kit.db.fetchval("select id from ticket limit 1") or (await world.open(mei))["ticket"]["id"], 0
        for what, minutes in [*plan, ("react", 0), ("tick", 10**6)]:
            time += minutes if what == "time" else 0
            at = await now(world) + timedelta(minutes=time + (minutes if what == "tick" else 0))
            match what:
                case "put":
                    await world.kit.db.execute("delete from notice")
                    await put(world, ana, ticket, minutes=minutes + max(time, 0))
                case "tick":
                    await actions.tick(world.kit, min(at, await now(world) + timedelta(days=800)))
                case "says":
                    await says(world, mei, ticket)
                case "react":
                    await world.react()
                case "wake":
                    await ana.ok("DELETE", f"/tickets/{ticket}/snooze")
        story = await told(world, ticket)
        for one, two in pairwise(story):
            assert not (one.startswith("woken") and two.startswith("woken")), story
        assert not story or story[-1].startswith("woken")
        assert await world.kit.db.fetchval("select count(*) from snooze") == 0
        rows = await world.kit.db.fetch("select seq from event where stream = $1 order by seq", f"ticket:{ticket}")
        assert [r["seq"] for r in rows] == list(range(1, len(rows) + 1))


async def says(world: World, client: Client, ticket: int) -> None:
    """The customer writes, however often they have."""
    ratelimit.buckets.clear()
    await world.say(client, ticket, "hello again")

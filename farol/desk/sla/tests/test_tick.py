"""Warnings and breaches: once, however many workers look, and with their true times."""

import asyncio
from datetime import timedelta

import pytest

from farol.app.demo import cast
from farol.desk.sla import actions, due_store
from farol.kit.permission import Actor, Can
from tests.world import World

from .conftest import ago, clocks, now, told


async def test_half_most_and_all_are_told_once(ruled: World) -> None:
    mei, ana = await ruled.customer(), await ruled.staff()
    ticket = (await ruled.open(mei))["ticket"]["id"]
    await ruled.react()
    at = await now(ruled.kit)
    for minutes in (1, 6, 6, 9, 11, 12):
        await actions.tick(ruled.kit, at + timedelta(minutes=minutes))
    found = await told(ruled.kit, ticket)
    assert [(kind, body["clock"], body.get("percent")) for kind, body in found] == [
        ("clock.warned", "first_reply", 50), ("clock.warned", "first_reply", 80), ("clock.breached", "first_reply", None)]
    first = (await clocks(ana, ticket))["first_reply"]
    assert (first["state"], first["warned"], first["breached_at"]) == ("overdue", 100, first["due_at"])
    head = await ruled.kit.db.fetchval("select seq from ticket where id = $1", ticket)
    seqs = [r["seq"] for r in await ruled.kit.db.fetch("select seq from event where stream = $1 order by seq", f"ticket:{ticket}")]
    assert seqs == list(range(1, head + 1))
    customer = (await mei.ok("GET", f"/tickets/{ticket}/events?after=2"))["frames"]
    assert {f["t"] for f in customer} == {"at"}


async def test_many_workers_tell_each_breach_once(ruled: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions.clocks, "BATCH", 2)
    people = [await ruled.customer(who) for who in (cast.MEI, cast.IVAN, cast.ROSA)]
    tickets = [(await ruled.open(client))["ticket"]["id"] for client in people * 4]
    await ruled.react()
    at = await now(ruled.kit) + timedelta(hours=1)
    await asyncio.gather(*(actions.tick(ruled.kit, at) for _ in range(4)))
    await actions.tick(ruled.kit, at)
    rows = await ruled.kit.db.fetch("select stream, count(*) as n from event where kind = 'clock.breached' group by stream")
    assert {r["stream"]: r["n"] for r in rows} == {f"ticket:{t}": 1 for t in tickets}


async def test_a_reply_that_was_not_taken_in_yet_stops_the_clock(ruled: World) -> None:
    mei, ana = await ruled.customer(), await ruled.staff()
    ticket = (await ruled.open(mei))["ticket"]["id"]
    await ago(ruled.kit, ticket, minutes=9)
    await ruled.react()
    await ruled.say(ana, ticket, "马上看")
    assert await actions.tick(ruled.kit, await now(ruled.kit) + timedelta(hours=1)) == 0
    await ruled.react()
    await actions.tick(ruled.kit, await now(ruled.kit) + timedelta(hours=1))
    assert [k for k, _ in await told(ruled.kit, ticket)] == ["clock.warned"]
    assert (await clocks(ana, ticket))["first_reply"]["state"] == "met"


async def test_attainment_is_met_of_what_fell_due(ruled: World) -> None:
    mei, ana = await ruled.customer(), await ruled.staff()
    good, bad, open_ = [(await ruled.open(mei))["ticket"]["id"] for _ in range(3)]
    await ruled.say(ana, good, "好的")
    await ago(ruled.kit, good, hours=3)
    await ago(ruled.kit, bad, hours=2)
    await ruled.react()
    await actions.tick(ruled.kit)
    at = await now(ruled.kit)
    rows = {r.kind: r for r in await due_store.attainment(ruled.kit.db, at - timedelta(days=1), at + timedelta(hours=1))}
    first = rows["first_reply"]
    assert (first.met, first.breached, first.running, first.attainment) == (1, 1, 1, 0.5)
    assert (rows["resolve"].met, rows["resolve"].running, rows["resolve"].attainment) == (0, 3, None)
    assert open_
    assert (await ana.get("/sla/attainment")).status_code == 403


async def test_a_figure_has_its_tickets(ruled: World) -> None:
    mei, ana, sol = await ruled.customer(), await ruled.staff(), await ruled.staff(cast.SOL)
    good, bad = [(await ruled.open(mei))["ticket"]["id"] for _ in range(2)]
    await ruled.say(ana, good, "好的")
    for ticket in (good, bad):
        await ago(ruled.kit, ticket, hours=3)
    await ruled.react()
    await actions.tick(ruled.kit)
    severity = (await sol.ok("GET", f"/tickets/{bad}"))["ticket"]["severity"]
    path = f"/sla/attainment/tickets?kind=first_reply&severity={severity}&outcome="
    found = await sol.ok("GET", path + "breached")
    assert ([t["ticket"] for t in found["tickets"]], found["more"]) == ([bad], False)
    assert found["tickets"][0]["subject"]
    assert [t["ticket"] for t in (await sol.ok("GET", path + "met"))["tickets"]] == [good]
    runs = Actor("staff", 99, frozenset({Can.SLA_MANAGE}))
    until = await now(ruled.kit)
    blank = await due_store.measured(ruled.kit.db, until - timedelta(days=1), until, runs, kind="first_reply", severity=severity, outcome="met")
    assert [t.subject for t in blank] == [""], "customers' words are not for who runs the system"
    assert (await sol.get(path + "lost")).status_code == 422
    assert (await ana.get(path + "met")).status_code == 403

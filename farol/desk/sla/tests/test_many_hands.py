"""Everything at once on the same tickets, and clocks of machines that are wrong."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from farol.app.demo import cast
from farol.desk.sla import actions
from farol.kit import clock
from farol.kit.reactions import REACTIONS, Reactor
from tests.world import World, later

from .conftest import clocks, now, told


async def test_replies_promises_changes_and_ticks_never_block_each_other(ruled: World) -> None:
    people, ana, sol = [await ruled.customer(who) for who in (cast.MEI, cast.IVAN, cast.ROSA)], await ruled.staff(), await ruled.staff(cast.SOL)
    tickets = [(await ruled.open(client))["ticket"]["id"] for client in people]
    reactor, each = Reactor(ruled.kit, REACTIONS), REACTIONS[actions.REACTION]
    ahead = await now(ruled.kit) + timedelta(minutes=20)

    async def say(n: int) -> None:
        await ruled.say(people[n % 3], tickets[n % 3], f"q{n}")

    async def promise(n: int) -> None:
        by = (ahead + timedelta(minutes=n)).isoformat()
        answer = await (ana, sol)[n % 2].post(f"/tickets/{tickets[n % 3]}/promises", json={"client_id": str(uuid4()), "by": by, "words": f"a{n}"})
        assert answer.status_code == 200, answer.text

    async def change(n: int) -> None:
        ticket = (await ana.ok("GET", f"/tickets/{tickets[n % 3]}"))["ticket"]
        answer = await ana.patch(f"/tickets/{ticket['id']}", json={"version": ticket["version"], "status": ("pending", "open")[n % 2], "severity": f"P{n % 5}"})
        assert answer.status_code in (200, 409), answer.text

    async def work(n: int) -> None:
        await reactor.step(each, f"ticket:{tickets[n % 3]}")
        await actions.tick(ruled.kit, ahead + timedelta(minutes=n))

    await asyncio.gather(*(do(n) for n in range(12) for do in (say, promise, change, work)))
    await ruled.react()
    assert await ruled.kit.db.fetchval("select count(*) from parked") == 0
    for ticket in tickets:
        head = await ruled.kit.db.fetchval("select seq from ticket where id = $1", ticket)
        seqs = [r["seq"] for r in await ruled.kit.db.fetch("select seq from event where stream = $1 order by seq", f"ticket:{ticket}")]
        assert seqs == list(range(1, head + 1))
        found = [(kind, body["promise_id"]) for kind, body in await told(ruled.kit, ticket) if kind.startswith("promise.")]
        assert len(set(found)) == len(found), "each promise is told of once"
        assert len([f for f in found if f[0] == "promise.made"]) == 4
        assert len([f for f in found if f[0] in ("promise.kept", "promise.broken")]) >= 3
        shown = (await ana.ok("GET", f"/tickets/{ticket}/clocks"))
        assert len([p for p in shown["promises"] if p["state"] == "open"]) <= 1
        assert {c["kind"]: c["state"] for c in shown["clocks"]}["first_reply"] in ("met", "late")


@pytest.mark.parametrize("days", [-1, 1, 4000])
async def test_rel_20_a_wrong_clock_on_a_machine_moves_nothing(ruled: World, days: int) -> None:
    mei, ana = await ruled.customer(), await ruled.staff()
    later(days=days)
    try:
        ticket = (await ruled.open(mei))["ticket"]["id"]
        await ruled.react()
        await actions.tick(ruled.kit)
        assert (clock.now() - await now(ruled.kit)).days in (days, days - 1)
        found = await clocks(ana, ticket)
        assert (found["first_reply"]["state"], found["first_reply"]["warned"]) == ("running", 0)
        assert found["first_reply"]["percent"] < 50
        assert await told(ruled.kit, ticket) == []
    finally:
        later()

"""Who carries a ticket is told what happens to it."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from farol.app.demo import cast
from farol.desk.sla.actions import seed, tick
from farol.kit import clock
from tests.world import later


@pytest.fixture(autouse=True)
def _now():
    yield
    clock.shift(timedelta())


async def test_a_ticket_given_by_a_colleague_and_one_taken_by_oneself(desk):
    (ana, client), (_, sol) = await desk.agent(), await desk.agent(cast.SOL)
    mei = await desk.world.customer()
    given, taken = await desk.ticket(mei), await desk.ticket(mei)
    await desk.change(sol, given, owner_id=ana)
    await client.ok("POST", f"/tickets/{taken}/take")
    number = (await client.ok("GET", f"/tickets/{given}"))["ticket"]["number"]
    assert await desk.told(client) == [("assigned", f"Sol Navarro 把 {number} 交给了您")]
    assert await desk.told(sol) == []


async def test_who_passed_it_on_at_once_is_not_told_of_what_is_no_longer_theirs(desk):
    (ana, client), (tim, _), (_, sol) = await desk.agent(), await desk.agent(cast.TIM), await desk.agent(cast.SOL)
    ticket = await desk.ticket(await desk.world.customer())
    await desk.change(sol, ticket, owner_id=ana)
    await desk.change(sol, ticket, owner_id=tim)
    assert await desk.told(client) == []


async def test_words_of_a_customer_are_told_once_until_they_are_answered(desk):
    _, client = await desk.agent()
    mei = await desk.world.customer()
    ticket = await desk.ticket(mei)
    await client.ok("POST", f"/tickets/{ticket}/take")
    assert await desk.told(client) == []
    for words in ("在吗", "还没到"):
        await desk.world.say(mei, ticket, words)
        await desk.world.react()
    first = (await client.ok("GET", "/notices"))["notices"]
    assert [(n["kind"], n["words"]) for n in first] == [("words", "在吗")]
    await desk.world.say(client, ticket, "在查")
    await desk.world.say(mei, ticket, "好了吗")
    assert [kind for kind, _ in await desk.told(client)] == ["words", "words"]


async def test_clocks_that_run_out(desk):
    await seed(desk.kit)
    _, client = await desk.agent()
    ticket = await desk.ticket(await desk.world.customer())
    await client.ok("POST", f"/tickets/{ticket}/take")
    await desk.world.react()
    due = next(c["due_at"] for c in (await client.ok("GET", f"/tickets/{ticket}/clocks"))["clocks"] if c["kind"] == "first_reply")
    due = datetime.fromisoformat(due)
    await tick(desk.kit, due - timedelta(seconds=1))
    assert [kind for kind, _ in await desk.told(client)] == ["sla.near"]
    await tick(desk.kit, due + timedelta(seconds=3))
    assert [kind for kind, _ in await desk.told(client)] == ["sla.over", "sla.near"]


async def test_a_promise_that_was_broken(desk):
    _, client = await desk.agent()
    ticket = await desk.ticket(await desk.world.customer())
    await client.ok("POST", f"/tickets/{ticket}/take")
    by = (clock.now() + timedelta(minutes=5)).isoformat()
    await client.ok("POST", f"/tickets/{ticket}/promises", json={"client_id": str(uuid4()), "by": by, "words": "五分钟内回您"})
    await desk.world.react()
    await tick(desk.kit, clock.now() + timedelta(minutes=4, seconds=30))
    assert [kind for kind, _ in await desk.told(client)] == ["promise.near"]
    await tick(desk.kit, clock.now() + timedelta(minutes=6))
    assert "promise.broken" in {kind for kind, _ in await desk.told(client)}


async def test_a_p0_is_told_to_the_duty_manager_and_its_owner(desk):
    (ana, client), (_, dan), (_, sol) = await desk.agent(), await desk.agent(cast.DAN), await desk.agent(cast.SOL)
    ticket = await desk.ticket(await desk.world.customer())
    await desk.change(sol, ticket, owner_id=ana)
    await desk.change(sol, ticket, severity="P0")
    assert [kind for kind, _ in await desk.told(dan)] == ["emergency.p0"]
    assert [kind for kind, _ in await desk.told(client)] == ["emergency.p0", "assigned"]
    assert await desk.told(sol) == []


async def test_old_news_is_no_news(desk):
    (ana, client), (_, sol) = await desk.agent(), await desk.agent(cast.SOL)
    ticket = await desk.ticket(await desk.world.customer())
    await desk.change(sol, ticket, owner_id=ana)
    later(hours=2)
    assert await desk.kit.db.fetchval("select count(*) from notice") == 0
    await desk.world.react()
    clock.shift(timedelta())
    assert await desk.told(client) == []


async def test_a_solved_ticket_has_no_clocks_to_tell_of(desk):
    _, client = await desk.agent()
    ticket = await desk.ticket(await desk.world.customer())
    await client.ok("POST", f"/tickets/{ticket}/take")
    by = (clock.now() + timedelta(minutes=5)).isoformat()
    await client.ok("POST", f"/tickets/{ticket}/promises", json={"client_id": str(uuid4()), "by": by, "words": "五分钟内回您"})
    await desk.change(client, ticket, status="resolved")
    await desk.world.react()
    await tick(desk.kit, clock.now() + timedelta(minutes=6))
    assert await desk.told(client) == []

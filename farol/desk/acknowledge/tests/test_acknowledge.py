"""A new ticket's customer is told once, it answers nothing, and machines cannot talk to each other by it."""

import asyncio
import uuid
from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest

from farol.app.demo import cast
from farol.core.customers import store as customers
from farol.core.customers.actions import RIGHTS
from farol.core.tickets import actions as tickets
from farol.desk.acknowledge import actions, jobs, store
from farol.desk.acknowledge.model import DEFAULT
from farol.desk.queue import first
from farol.desk.sla import actions as sla
from farol.kit.permission import SYSTEM, Actor, Can
from tests.world import World


async def on(world: World) -> None:
    await actions.set_text(world.kit, SYSTEM, msgspec.structs.replace(DEFAULT, active=True))


async def due(world: World) -> list[int]:
    """Runs what is queued, as a worker would."""
    rows = await world.kit.db.fetch("delete from pgqueuer where entrypoint = 'acknowledge.tell' returning payload")
    given = [msgspec.json.decode(row["payload"], type=jobs.Arrived) for row in rows]
    for each in given:
        await jobs.tell.run(world.kit, each)
    return [each.ticket_id for each in given]


async def told(world: World, ticket: int) -> list[str]:
    rows = await world.kit.db.fetch("select body from message where ticket_id = $1 and author_kind = 'system' order by seq", ticket)
    return [row["body"] for row in rows]


async def opened(world: World, who: cast.CastCustomer = cast.MEI, **more: Any) -> int:
    ticket: int = (await world.open(await world.customer(who), **more))["ticket"]["id"]
    await world.react()
    return ticket


async def test_it_is_off_until_somebody_switches_it_on(world: World) -> None:
    ticket = await opened(world)
    assert await due(world) == []
    assert await told(world, ticket) == []
    assert not (await store.text(world.kit.db)).active


async def test_number_and_time_in_the_customers_language(world: World) -> None:
    await sla.seed(world.kit)
    await on(world)
    ticket = await opened(world, language="zh")
    await due(world)
    number = await world.kit.db.fetchval("select number from ticket where id = $1", ticket)
    [said] = await told(world, ticket)
    assert number in said
    assert "之前回复您" in said
    assert "（上海）" in said
    other = await opened(world, cast.IVAN, language="en", body="My deposit has been missing since yesterday")
    await due(world)
    [said] = await told(world, other)
    assert "Our aim is to answer you by" in said


async def test_staff_read_the_customers_words_not_ours_about_them(world: World) -> None:
    await on(world)
    ticket, ana = await opened(world), await world.staff()
    await due(world)
    assert len(await told(world, ticket)) == 1
    [row] = (await ana.ok("GET", "/inbox?view=waiting"))["rows"]
    assert row["last_words"]["author_kind"] == "customer"
    await ana.ok("POST", f"/tickets/{ticket}/take")
    [draft] = await ana.ok("GET", "/brief/handover")
    assert "最后一句（客户）" in draft["words"]


async def test_it_is_no_answer(world: World) -> None:
    await sla.seed(world.kit)
    await on(world)
    ticket = await opened(world)
    await due(world)
    await world.react()
    row = await world.kit.db.fetchrow("select * from ticket where id = $1", ticket)
    assert (row["first_reply_at"], row["waiting_since"] is not None, row["owner_id"], row["status"]) == (None, True, None, "open")
    clock = await world.kit.db.fetchrow("select * from sla_clock where ticket_id = $1 and kind = 'first_reply'", ticket)
    assert clock["met_at"] is None
    ana = await world.staff()
    await world.say(ana, ticket, "您好")
    await world.react()
    assert await world.kit.db.fetchval("select met_at from sla_clock where ticket_id = $1 and kind = 'first_reply'", ticket)


async def test_once_a_ticket_however_often_it_is_asked(world: World) -> None:
    await on(world)
    ticket = await opened(world)
    await asyncio.gather(*(actions.acknowledge(world.kit, ticket) for _ in range(6)))
    assert len(await told(world, ticket)) == 1
    assert await actions.acknowledge(world.kit, ticket) is None


async def test_once_in_ten_minutes_for_a_customer_and_for_an_address(world: World) -> None:
    await on(world)
    first, second = await opened(world), await opened(world)
    await due(world)
    assert [len(await told(world, t)) for t in (first, second)] == [1, 0]
    assert await world.kit.db.fetchval("select outcome from acknowledgement where ticket_id = $1", second) == "recent"
    visitor = await world.visitor(cast.MEI.email.upper(), "Somebody")
    third = (await world.open(visitor, "hello"))["ticket"]["id"]
    assert await actions.acknowledge(world.kit, third) == "recent"
    await world.kit.db.execute("update acknowledgement set at = at - interval '11 minutes'")
    fourth = await opened(world)
    assert await actions.acknowledge(world.kit, fourth) == "sent"


async def test_two_new_tickets_at_once_are_one_message(world: World) -> None:
    await on(world)
    ids = [await opened(world) for _ in range(4)]
    assert sorted(str(o) for o in await asyncio.gather(*(actions.acknowledge(world.kit, i) for i in ids))) == ["recent"] * 3 + ["sent"]


async def test_what_was_answered_first_needs_none(world: World) -> None:
    await on(world)
    ticket = await opened(world)
    await world.say(await world.staff(), ticket, "您好")
    assert await actions.acknowledge(world.kit, ticket) == "answered"
    assert await told(world, ticket) == []


async def test_it_can_begin_with_what_comes_from_now_on(world: World) -> None:
    old = await opened(world)
    await actions.begin_with_new(world.kit)
    assert await actions.acknowledge(world.kit, old) is None
    assert await actions.acknowledge(world.kit, await opened(world, cast.IVAN)) == "sent"
    await actions.set_text(world.kit, SYSTEM, msgspec.structs.replace(DEFAULT, active=False, version=1))
    await actions.begin_with_new(world.kit)
    assert not (await store.text(world.kit.db)).active


async def test_two_machines_fall_silent(world: World) -> None:
    """The other side answers whatever it hears from us, unmarked, in the ticket and by a new letter as well; and then goes on by itself."""
    await on(world)
    visitor = await customers.add_visitor(world.kit.db, "Away", "away@example.org", "en")
    machine = Actor("customer", visitor, RIGHTS, language="en", name="Away")

    async def letter(n: int) -> int:
        made = await tickets.open_ticket(world.kit, machine, client_id=uuid.uuid4(), body=f"I am away {n}", channel="email")
        await actions.acknowledge(world.kit, made.id)
        return made.id

    async def ours() -> int:
        count: int = await world.kit.db.fetchval("select count(*) from message where author_kind = 'system'")
        return count

    ticket, heard, rounds = await letter(0), 0, 0
    while heard < await ours():
        heard, rounds = await ours(), rounds + 1
        await tickets.post_message(world.kit, machine, ticket, client_id=uuid.uuid4(), body=f"I am away, round {rounds}", channel="email")
        await letter(rounds)
    assert (rounds, await ours()) == (1, 1)
    for n in range(1000):
        await tickets.post_message(world.kit, machine, ticket, client_id=uuid.uuid4(), body=f"still away {n}", channel="email")
        await actions.acknowledge(world.kit, ticket)
        if n % 20 == 0:
            await letter(n)
    assert await ours() == 1


async def test_the_text_is_set_by_who_may_and_must_say_what_matters(world: World) -> None:
    sol, ana = await world.staff(cast.SOL), await world.staff()
    now = await sol.ok("GET", "/acknowledgement")
    assert now == {"active": False, "zh": DEFAULT.zh, "en": DEFAULT.en, "version": 0}
    assert (await ana.get("/acknowledgement")).status_code == 403
    set_ = await sol.ok("PUT", "/acknowledgement", json={**now, "active": True})
    assert (set_["active"], set_["version"]) == (True, 1)
    assert (await sol.put("/acknowledgement", json={**now, "version": 7})).json()["code"] == "conflict"
    for wrong in ({"zh": "收到"}, {"en": "{{ticket.number}}"}, {"zh": DEFAULT.zh + "{{customer.name}}"}, {"en": DEFAULT.en + "x" * 1000}):
        assert (await sol.put("/acknowledgement", json={**set_, **wrong})).json()["code"] == "acknowledgement_incomplete"
    bad = await sol.put("/acknowledgement", json={**set_, "zh": DEFAULT.zh + "请提供您的密码。"})
    assert bad.json()["code"] == "never_asked"


@pytest.mark.parametrize("merged", [False, True])
async def test_what_is_over_is_left_alone(world: World, merged: bool) -> None:
    await on(world)
    ticket = await opened(world)
    await world.kit.db.execute("update ticket set status = 'closed', merged_into = $2 where id = $1", ticket, ticket if merged else None)
    assert await actions.acknowledge(world.kit, ticket) == "answered"
    await world.kit.db.execute("update ticket set merged_into = null")


async def test_whoever_is_answered_before_people_are_asked_is_told_nothing_more(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The assistant has a moment of its own; what it says is the sign that the words arrived."""
    async def soon(_: Any, __: int, now: datetime) -> datetime:
        return now + timedelta(seconds=10)

    await on(world)
    ticket = await opened(world)
    monkeypatch.setattr(first, "_FIRST", [soon])
    assert await due(world) == [ticket]
    assert await told(world, ticket) == []
    monkeypatch.setattr(first, "_FIRST", [])
    otto = Actor("assistant", 0, frozenset({Can.TICKET_REPLY}))
    await tickets.post_message(world.kit, otto, ticket, client_id=uuid.uuid4(), body="您的充值在等确认。", channel="webchat")
    assert await due(world) == [ticket]
    assert await told(world, ticket) == []

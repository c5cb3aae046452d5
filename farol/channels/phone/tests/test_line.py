"""Waiting, and the ways out of it."""

from datetime import timedelta

from farol.app.demo import cast
from farol.app.demo.doors.platforms import twilio
from farol.desk.sla import rule_store
from farol.desk.sla.hours import Calendar, Span
from farol.kit import clock

from .conftest import Phone


async def test_everybody_hears_their_place(phone: Phone) -> None:
    await phone.agent()
    callers = [await phone.there.call(f"+44740065430{n}") for n in range(3)]
    for caller in callers:
        await phone.into_line(caller)
    for n, caller in enumerate(callers):
        await caller.wait_on()
        assert ("You are next" if n == 0 else f"There are {n} callers before you") in caller.last
        assert "usually about" in caller.last
    await callers[0].hang_up()
    await callers[1].wait_on()
    assert "You are next" in callers[1].last
    assert (await phone.row(callers[0]))["outcome"] == "abandoned"


async def test_nobody_is_there_and_nothing_is_promised(phone: Phone) -> None:
    caller = await phone.there.call()
    await phone.into_line(caller)
    assert "cannot say how long" in caller.last


async def test_a_call_back_keeps_the_place(phone: Phone) -> None:
    ana = await phone.agent()
    first, second = await phone.there.call("+447400654321"), await phone.there.call("+447400654322")
    await phone.into_line(first)
    await phone.into_line(second)
    await first.wait_on()
    await first.press("2")
    assert "4 4 7 4 0 0 6 5 4 3 2 1" in first.last
    await first.press("1")
    assert "4 4 2 0 7 9 4 6 0 0 0 0" in first.last
    assert first.status == "completed"
    call = await phone.row(first)
    assert call["outcome"] == "callback"
    line = (await phone.desk(ana))["waiting"]
    assert [(one["direction"], one["place"]) for one in line] == [("out", 0), ("in", 1)]
    await second.wait_on()
    assert "There are 1 callers before you" in second.last
    agent = await phone.answered(ana, line[0]["id"])
    customer = phone.there.sides[-1]
    assert customer.number == "+447400654321"
    await customer.pick_up()
    assert "You asked to be called back" in customer.last
    await customer.press("1")
    await phone.work()
    assert {one.sid for one in phone.there.rooms[f"call-{line[0]['id']}"].inside} == {agent.sid, customer.sid}
    await customer.hang_up()
    await phone.work()
    row = await phone.kit.db.fetchrow("select outcome, ticket_id from phone_call where id = $1", line[0]["id"])
    assert (row["outcome"], row["ticket_id"]) == ("talked", call["ticket_id"])


async def test_nobody_picks_up_the_call_back(phone: Phone) -> None:
    ana = await phone.agent()
    caller = await phone.there.call()
    await phone.into_line(caller)
    await caller.wait_on()
    await caller.press("2")
    await caller.press("1")
    back = (await phone.desk(ana))["waiting"][0]["id"]
    for n in range(3):
        agent = await phone.answered(ana, back)
        await phone.there.sides[-1].no_answer()
        await phone.work()
        assert agent.status == "completed"
        clock.shift(timedelta(minutes=16 * (n + 1)))
    row = await phone.kit.db.fetchrow("select state, outcome, tried_out, ticket_id from phone_call where id = $1", back)
    assert (row["state"], row["outcome"], row["tried_out"]) == ("ended", "unreached", 3)
    assert [(one["what"], one["n"]) for one in await phone.noted(row["ticket_id"])] == [("callback", 0), ("unreached", 1), ("unreached", 2), ("unreached", 3)]


async def test_numbers_that_cost_are_never_called(phone: Phone) -> None:
    caller = await phone.there.call("anonymous")
    await phone.into_line(caller)
    await caller.press("2")
    for dear in ("449098790000", "12025550123", "9"):
        assert "Enter the phone number" in caller.last
        await caller.press(dear + "#")
    assert "after the tone" in caller.last
    assert not [one for one in phone.there.calls if b"9098790000" in one.body]


async def test_closed(phone: Phone) -> None:
    now = clock.now()
    other = (now + timedelta(days=3)).weekday()
    await rule_store.save_calendar(phone.kit.db, None, Calendar(0, "London desk", "Europe/London", False, (Span(other, 9 * 60, 17 * 60),), frozenset()))
    await phone.kit.db.execute("update connection set settings = settings || '{\"calendar\": \"London desk\"}' where id = $1", phone.line_id)
    await _forget(phone)
    caller = await phone.there.call()
    assert "We are closed now. We open again at" in caller.last
    assert "09:00 London" in caller.last
    await caller.press("3")
    await caller.press("1")
    back = await phone.kit.db.fetchrow("select state, not_before from phone_call where direction = 'out'")
    assert (back["state"], back["not_before"] > now + timedelta(days=1)) == ("waiting", True)
    await phone.agent()
    await phone.tick()
    assert await phone.kit.db.fetchval("select offered_to from phone_call where direction = 'out'") is None
    alarm = await phone.there.call()
    await alarm.press("1")
    assert "The alarm is raised" in alarm.last
    note = await phone.there.call("+447400654399")
    await note.press("2")
    await note.leave_message(12)
    await phone.work()
    assert (await phone.row(note))["outcome"] == "voicemail"


async def _forget(phone: Phone) -> None:
    from farol.channels.connections.actions.knowing import forget

    forget(phone.line_id, phone.there.voice.rpartition("/")[2])


async def test_numbers_by_region_and_tier(phone: Phone) -> None:
    mei = await phone.world.customer(cast.MEI)
    assert [one["number"] for one in (await mei.ok("GET", "/phone-code"))["numbers"]] == [twilio.OURS]
    await phone.kit.db.execute("update connection set tiers = '{Prime}' where id = $1", phone.line_id)
    assert (await mei.ok("GET", "/phone-code"))["numbers"] == []
    await phone.kit.db.execute("update connection set tiers = '{VIP 3}' where id = $1", phone.line_id)
    assert len((await mei.ok("GET", "/phone-code"))["numbers"]) == 1

"""A call from the first ring to the line in the ticket."""

from farol.app.demo import cast
from tests.world import later

from .conftest import Phone


async def test_a_new_matter_is_answered_by_a_colleague(phone: Phone) -> None:
    ana = await phone.agent()
    caller = await phone.there.call("+447400654321")
    assert "being robbed, press 1 now" in caller.last
    await caller.press("3")
    assert "May we record" in caller.last
    await caller.press("2")
    assert "will not be recorded" in " ".join(caller.heard) or "You are next" in caller.last
    assert "You are next. The wait is usually about 1 min" in caller.last

    desk = await phone.desk(ana)
    waiting = desk["waiting"][0]
    assert (waiting["number"], waiting["place"], waiting["lane"], waiting["proven"]) == ("+44 •••• 21", 0, "new", False)
    agent = await phone.answered(ana, waiting["id"])
    assert {side.sid for side in phone.there.rooms[f"call-{waiting['id']}"].inside} == {agent.sid, caller.sid}
    live = (await phone.desk(ana))["live"][0]
    assert (live["state"], live["mine"], len(live["code"])) == ("talking", True, 6)
    assert not phone.there.rooms[f"call-{waiting['id']}"].recorded

    await ana.ok("POST", f"/phone/calls/{waiting['id']}/hold", json={"on": True})
    assert caller.held
    await ana.ok("POST", f"/phone/calls/{waiting['id']}/hold", json={"on": False})
    await ana.ok("POST", f"/phone/calls/{waiting['id']}/notes", json={"words": "Wants a receipt", "key": "n1"})
    await caller.hang_up()
    await phone.work()
    call = await phone.row(caller)
    assert (call["state"], call["outcome"], call["seconds"]) == ("ended", "talked", 65)
    words = await phone.says(call["ticket_id"])
    assert words[0].startswith("Phone call from +44 •••• 21 at ")
    assert any(one.startswith("Phone call at ") and "with Ana" in one and "Recording: none" in one for one in words), words
    assert "Wants a receipt" in words
    assert agent.status == "completed"
    spent = await phone.kit.db.fetchrow("select unit, count from connection_spent")
    assert (spent["unit"], spent["count"]) == ("minute", 2)
    log = await ana.ok("GET", "/phone/calls")
    assert [one["outcome"] for one in log["calls"]] == ["talked"]
    one = await ana.ok("GET", f"/phone/calls/{call['id']}")
    assert [(leg["purpose"], leg["state"]) for leg in one["legs"]] == [("answer", "ended")]


async def test_in_chinese(phone: Phone) -> None:
    caller = await phone.there.call("+447400654321")
    await caller.press("9")
    assert "账户正在被盗，请现在按 1" in caller.last
    await caller.press("0")
    await caller.speak("不同意")
    assert "目前没有客服在线" in caller.last
    call = await phone.row(caller)
    assert (call["language"], call["consent"], call["lane"]) == ("zh", False, "person")
    assert await phone.kit.db.fetchval("select language from ticket where id = $1", call["ticket_id"]) == "zh-Hans"


async def test_no_key_three_times_leads_to_a_person(phone: Phone) -> None:
    caller = await phone.there.call()
    await caller.press("7")
    assert "not on the menu" in caller.last
    await caller.say_nothing()
    await caller.press("8")
    assert (await phone.row(caller))["state"] == "waiting"


async def test_a_colleague_who_does_not_come_loses_the_call_to_the_line(phone: Phone) -> None:
    ana = await phone.agent()
    sol = await phone.agent(cast.SOL, "+447400123457")
    caller = await phone.there.call()
    await phone.into_line(caller)
    await phone.tick()
    offered = {who: (await phone.desk(client))["waiting"][0]["offered"] for who, client in (("ana", ana), ("sol", sol))}
    assert sorted(offered.values()) == [False, True]
    first = ana if offered["ana"] else sol
    call_id = (await phone.desk(ana))["waiting"][0]["id"]
    await first.ok("POST", f"/phone/calls/{call_id}/answer")
    await caller.wait_on()
    assert "phone is ringing" in caller.last
    await phone.there.sides[-1].no_answer()
    await phone.tick()
    second = sol if first is ana else ana
    assert (await phone.desk(second))["waiting"][0]["offered"]


async def test_a_machine_that_picks_up_takes_no_call(phone: Phone) -> None:
    ana = await phone.agent()
    caller = await phone.there.call()
    await phone.into_line(caller)
    call_id = (await phone.desk(ana))["waiting"][0]["id"]
    await ana.ok("POST", f"/phone/calls/{call_id}/answer")
    machine = phone.there.sides[-1]
    await machine.pick_up()
    await machine.say_nothing()
    assert machine.status == "completed"
    assert (await phone.row(caller))["state"] == "waiting"


async def test_transfer(phone: Phone) -> None:
    ana = await phone.agent()
    sol = await phone.agent(cast.SOL, "+447400123457")
    caller = await phone.there.call()
    await phone.into_line(caller)
    call_id = (await phone.desk(ana))["waiting"][0]["id"]
    first = await phone.answered(ana, call_id)
    sol_id = (await sol.ok("GET", "/session"))["id"]
    await ana.ok("POST", f"/phone/calls/{call_id}/transfer", json={"staff_id": sol_id})
    second = phone.there.sides[-1]
    await second.pick_up()
    await second.press("1")
    await phone.work()
    assert first.status == "completed"
    assert (await phone.desk(sol))["live"][0]["mine"]
    assert {side.sid for side in phone.there.rooms[f"call-{call_id}"].inside} == {second.sid, caller.sid}
    assert (await ana.post(f"/phone/calls/{call_id}/end")).status_code == 409
    await sol.ok("POST", f"/phone/calls/{call_id}/end")
    await phone.work()
    assert caller.status == "completed"
    assert (await phone.row(caller))["outcome"] == "talked"


async def test_the_customer_hears_that_the_colleague_hung_up(phone: Phone) -> None:
    ana = await phone.agent()
    caller = await phone.there.call()
    await phone.into_line(caller)
    agent = await phone.answered(ana, (await phone.desk(ana))["waiting"][0]["id"])
    caller.heard.clear()
    await agent.hang_up()
    await phone.work()
    assert "The call is over" in caller.last
    assert (await phone.row(caller))["outcome"] == "talked"


async def test_calls_of_one_number_that_nobody_took_are_one_ticket(phone: Phone) -> None:
    for _ in range(3):
        caller = await phone.there.call("+447400654321")
        await caller.hang_up()
    calls = await phone.kit.db.fetch("select ticket_id, outcome from phone_call")
    assert {one["outcome"] for one in calls} == {"missed"}
    assert len({one["ticket_id"] for one in calls}) == 1
    assert "+44 •••• 21" in (await phone.says(calls[0]["ticket_id"]))[0]
    withheld = await phone.there.call("anonymous")
    await withheld.hang_up()
    row = await phone.row(withheld)
    assert (row["caller"], row["ticket_id"] in {one["ticket_id"] for one in calls}) == ("", False)


async def test_a_flood_from_one_number_is_left_the_alarm_only(phone: Phone) -> None:
    for _ in range(6):
        await (await phone.there.call()).hang_up()
    often = await phone.there.call()
    assert "called often lately" in often.last
    await often.press("1")
    assert "The alarm is raised" in often.last or (await phone.row(often))["severity"] == "P0"
    for _ in range(24):
        busy = await phone.there.call()
    assert busy.status == "busy"
    assert (await phone.row(busy))["outcome"] == "refused"
    later(minutes=11)
    assert "Welcome" in (await phone.there.call()).last

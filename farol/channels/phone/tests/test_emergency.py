"""Key 1: one webhook from the key to the alarm."""

from farol.app.demo import cast

from .conftest import Phone


async def test_one_key_raises_the_alarm_before_another_word_is_said(phone: Phone) -> None:
    dan = await phone.agent(cast.DAN, "+447400123458")
    ordinary = await phone.there.call("+447400654322")
    await phone.into_line(ordinary)
    caller = await phone.there.call()
    before = len(phone.there.hooks)
    await caller.press("1")
    assert len(phone.there.hooks) == before + 1
    assert "The alarm is raised" in caller.last
    assert "first in line" in caller.last
    call = await phone.row(caller)
    raised = await phone.kit.db.fetchrow("select * from emergency where ticket_id = $1", call["ticket_id"])
    assert (raised["kind"], call["severity"], call["consent"]) == ("stolen", "P0", None)
    assert await phone.kit.db.fetchval("select severity from ticket where id = $1", call["ticket_id"]) == "P0"
    assert await phone.kit.db.fetchval("select count(*) from emergency_ring where emergency_id = $1", raised["id"]) >= 1
    await caller.say_nothing()
    assert "first in line" in caller.last
    assert [one["severity"] for one in (await phone.desk(dan))["waiting"]] == ["P0", "P3"]
    await phone.tick()
    assert (await phone.desk(dan))["waiting"][0]["offered"]
    agent = await phone.answered(dan, call["id"])
    assert "Emergency call" not in agent.last  # said before the key
    assert (await phone.row(caller))["state"] == "talking"
    await ordinary.wait_on()
    assert "You are next" in ordinary.last


async def test_a_number_on_record_is_a_hint_and_no_proof(phone: Phone) -> None:
    mei = await phone.world.customer(cast.MEI)
    caller = await phone.there.call(cast.MEI.phone)
    assert "被盗" in caller.last or "robbed" in caller.last
    await caller.press("1")
    call = await phone.row(caller)
    me = await phone.kit.db.fetchval("select id from customer where uid = $1", cast.MEI.uid)
    assert (call["hint_id"], call["proven_at"], call["customer_id"] == me) == (me, None, False)
    assert (await mei.ok("GET", "/tickets"))["tickets"] == []


async def test_the_code_of_the_app_freezes(phone: Phone) -> None:
    mei = await phone.world.customer(cast.MEI)
    code = (await mei.ok("POST", "/phone-code"))["code"]
    caller = await phone.there.call("+447400654321")
    await caller.press("1")
    first = (await phone.row(caller))["ticket_id"]
    await caller.press("1")
    await caller.press(f"{cast.MEI.uid}#")
    await caller.press(f"{'000000' if code != '000000' else '111111'}#")
    assert "not right" in caller.last
    await caller.press(f"{code}#")
    call = await phone.row(caller)
    me = await phone.kit.db.fetchval("select id from customer where uid = $1", cast.MEI.uid)
    assert call["customer_id"] == me
    assert call["proven_at"] is not None
    await phone.work()
    freeze = await phone.kit.db.fetchrow("select f.*, e.ticket_id from emergency_freeze f join emergency e on e.id = f.emergency_id")
    assert (freeze["uid"], freeze["proof"], freeze["ticket_id"]) == (cast.MEI.uid, "session", call["ticket_id"])
    assert (await phone.kit.db.fetchval("select outcome from emergency where ticket_id = $1", first)) == "handed_on"
    kept = await phone.kit.db.fetch("select given->>'Digits' as digits from phone_hook where key like 'code:%' or key like 'uid:%'")
    assert {one["digits"].strip("•") for one in kept} == {""}

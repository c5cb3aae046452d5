"""A blocked customer calls: one honest sentence, and the key of the alarm stays theirs."""

from farol.app.demo import cast

from .conftest import Phone


async def test_a_proven_caller_who_is_blocked_is_told_so_and_raises_the_alarm_all_the_same(phone: Phone) -> None:
    mei, sol = await phone.world.customer(cast.MEI), await phone.world.staff(cast.SOL)
    ticket = (await phone.world.open(mei, "USDT 还没到账"))["ticket"]
    await sol.ok("POST", f"/tickets/{ticket['id']}/block", json={"reason": "Threats"})
    code = (await mei.ok("POST", "/phone-code"))["code"]
    caller = await phone.there.call("+447400654321")
    await caller.press("2")
    await caller.press(ticket["number"].rpartition("-")[2] + "#")
    await caller.press(code + "#")
    assert "Support does not take your calls until further notice" in caller.last
    assert "press 1" in caller.last
    assert [one["channel"] for one in (await sol.ok("GET", f"/tickets/{ticket['id']}/block"))["unheard"]] == ["phone"]
    await caller.press("1")
    assert "The alarm is raised" in caller.last
    call = await phone.row(caller)
    assert (call["severity"], call["lane"]) == ("P0", "emergency")
    assert await phone.kit.db.fetchval("select kind from emergency where ticket_id = $1", call["ticket_id"]) == "stolen"


async def test_a_number_that_was_blocked_leaves_no_ticket_and_may_raise_the_alarm(phone: Phone) -> None:
    sol = await phone.world.staff(cast.SOL)
    before = await phone.there.call("+447400654321")
    await phone.into_line(before)
    await before.hang_up()
    await phone.work()
    ticket = (await phone.row(before))["ticket_id"]
    await sol.ok("POST", f"/tickets/{ticket}/block", json={"reason": "Threats"})
    again = await phone.there.call("+447400654321")
    assert "Support does not take your calls" in again.last
    await again.press("3")
    await again.hang_up()
    await phone.work()
    call = await phone.row(again)
    assert (call["outcome"], call["ticket_id"]) == ("refused", None)
    robbed = await phone.there.call("+447400654321")
    await robbed.press("1")
    assert "The alarm is raised" in robbed.last
    other = await phone.there.call("+447400654399")
    assert "Welcome" in other.last

"""Who calls, and who answers: both by a code in the customer's app, never by a number."""

from farol.app.demo import cast

from .conftest import Phone


async def test_a_proven_caller_goes_on_in_the_ticket_they_name(phone: Phone) -> None:
    mei = await phone.world.customer(cast.MEI)
    ticket = (await phone.world.open(mei, "USDT 还没到账"))["ticket"]
    code = (await mei.ok("POST", "/phone-code"))["code"]
    ana = await phone.agent()
    caller = await phone.there.call("+447400654321")
    await caller.press("2")
    await caller.press(ticket["number"].rpartition("-")[2] + "#")
    await caller.press(code + "#")
    assert "That is right" in caller.last
    await caller.press("2")
    call = await phone.row(caller)
    assert (call["ticket_id"], call["proven_at"] is not None) == (ticket["id"], True)
    assert any("Phone call from" in one for one in await phone.says(ticket["id"]))
    await phone.answered(ana, call["id"])
    shown = (await mei.ok("GET", "/phone-code"))["speaking"][0]
    mine = (await phone.desk(ana))["live"][0]
    assert (shown["code"], shown["name"], shown["proven"]) == (mine["code"], cast.ANA.alias, True)
    await caller.hang_up()
    await phone.work()
    assert (await mei.ok("GET", "/phone-code"))["speaking"] == []
    assert any("with Ana" in one for one in await phone.says(ticket["id"]))


async def test_without_the_code_the_named_ticket_is_a_word_for_staff(phone: Phone) -> None:
    mei = await phone.world.customer(cast.MEI)
    ticket = (await phone.world.open(mei, "USDT 还没到账"))["ticket"]
    caller = await phone.there.call(cast.MEI.phone)
    await caller.press("2")
    await caller.press(ticket["number"].rpartition("-")[2] + "#")
    await caller.press("#")
    await caller.press("2")
    call = await phone.row(caller)
    assert call["ticket_id"] != ticket["id"]
    assert ("about", ticket["number"]) in [(one["what"], one["number"]) for one in await phone.noted(call["ticket_id"])]
    assert len(await phone.says(ticket["id"])) == 1


async def test_read_out_to_a_colleague(phone: Phone) -> None:
    mei = await phone.world.customer(cast.MEI)
    ana = await phone.agent()
    caller = await phone.there.call("+447400654321")
    await phone.into_line(caller)
    call = await phone.row(caller)
    await phone.answered(ana, call["id"])
    code = (await mei.ok("POST", "/phone-code"))["code"]
    wrong = await ana.post(f"/phone/calls/{call['id']}/proof", json={"code": code})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "phone_code_wrong")  # nobody says whose it could be
    bound = await ana.ok("POST", f"/phone/calls/{call['id']}/proof", json={"code": code, "uid": cast.MEI.uid})
    assert bound["ticket_id"] != call["ticket_id"]
    assert [one["id"] for one in (await mei.ok("GET", "/tickets"))["tickets"]] == [bound["ticket_id"]]
    again = await ana.post(f"/phone/calls/{call['id']}/proof", json={"code": code, "uid": cast.MEI.uid})
    assert again.status_code == 422
    assert await phone.kit.db.fetchval("select status from ticket where id = $1", call["ticket_id"]) == "resolved"


async def test_five_wrong_ones_kill_a_code(phone: Phone) -> None:
    mei = await phone.world.customer(cast.MEI)
    code = (await mei.ok("POST", "/phone-code"))["code"]
    wrong = "000000" if code != "000000" else "111111"
    for _ in range(2):
        caller = await phone.there.call(cast.MEI.phone)
        await caller.press("1")
        await caller.press("1")
        for _ in range(3):
            await caller.press(wrong + "#")
    assert (await mei.ok("GET", "/phone-code"))["code"] is None
    caller = await phone.there.call(cast.MEI.phone)
    await caller.press("1")
    await caller.press("1")
    await caller.press(code + "#")
    assert (await phone.row(caller))["proven_at"] is None


async def test_a_visitor_gets_no_code(phone: Phone) -> None:
    someone = await phone.world.visitor()
    answer = await someone.post("/phone-code")
    assert (answer.status_code, answer.json()["code"]) == (403, "phone_code_for_accounts")

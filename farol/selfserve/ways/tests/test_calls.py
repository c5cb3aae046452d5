"""Codes for a call, both ways, on the customer's own page."""

import re

from farol.app.demo.cast import MEI
from farol.app.demo.doors.platforms import twilio
from farol.channels.phone.tests.conftest import Phone
from farol.selfserve.portal.tests.conftest import Enter
from farol.selfserve.portal.tests.test_portal import page
from tests.world import FAROL

SIX = re.compile(r'class="sixes">(\d{3}) (\d{3})<')


async def test_my_code_and_the_colleagues(phone: Phone, enter: Enter) -> None:
    mei = await enter(MEI)
    shown = await page(mei, "/my/phone")
    assert not SIX.search(shown)
    assert "现在没有同事在和您通电话" in shown
    assert twilio.OURS in shown
    assert "现在开放" in shown
    made = await mei.post("/my/phone", data={"sure": "yes"})
    assert (made.status_code, made.headers["location"]) == (303, "/my/phone")
    answer = await mei.get("/my/phone")
    assert answer.headers["refresh"] == "15; url=/my/phone"
    code = SIX.search(answer.text)
    assert code
    ticket = (await phone.world.open(await phone.world.customer(MEI), "USDT 还没到账"))["ticket"]
    ana = await phone.agent()
    caller = await phone.there.call("+447400654321")
    await caller.press("2")
    await caller.press(ticket["number"].rpartition("-")[2] + "#")
    await caller.press("".join(code.groups()) + "#")
    assert "That is right" in caller.last
    await caller.press("2")
    await phone.answered(ana, (await phone.row(caller))["id"])
    read = SIX.search(await page(mei, "/my/phone"))
    assert read
    assert "".join(read.groups()) == (await phone.desk(ana))["live"][0]["code"]


async def test_a_form_that_says_nothing_makes_no_code(phone: Phone, enter: Enter) -> None:
    mei = await enter(MEI)
    assert (await mei.post("/my/phone", data={})).status_code in (400, 422)
    assert not SIX.search(await page(mei, "/my/phone"))
    stranger = phone.world.client(FAROL, {"accept-language": "en"})
    assert (await stranger.get("/my/phone")).status_code == 401

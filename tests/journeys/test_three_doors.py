"""One matter through three doors: it begins on Telegram, goes on by mail, and ends on the phone. Everybody reads one history."""

import asyncio
from typing import Any

from playwright.async_api import expect

from farol.app.demo.cast import MEI
from tests.journeys.agent import Agent
from tests.journeys.app import App
from tests.journeys.outside import Outside
from tests.journeys.stage import Stage

ASKED, ANSWERED = "群里看到维护公告，我 TRON 上的 4000 USDT 还没到账", "已收到，区块确认满 64 个就会入账。"
PROMISED, STOPPED = "我再请钱包组看一下，稍后回复您。", "我们不再在这里写给您"
MAILED, REPLIED = "确认数已经到 64 了，还是没有入账。", "已经补记，请看一下余额。"
SAID = (ASKED, ANSWERED, PROMISED, MAILED, REPLIED)
NOTED = "客户本人来电，确认已经到账。"


async def waiting(ana: Agent, number: str) -> dict[str, Any]:
    """The call about this ticket, once it waits for somebody."""
    async with asyncio.timeout(60):
        while True:
            for call in (await ana.call("GET", "/phone/desk"))["waiting"]:
                if call["ticket"] == number:
                    return dict(call)
            await asyncio.sleep(0.2)


async def ends_on_the_phone(ana: Agent, outside: Outside, app: App, number: str) -> None:
    """Mei proves herself with the code of her app; Ana's own phone rings, both hear each other, and Ana notes what was said."""
    await ana.call("PUT", "/me/state", {"state": "available"})
    code = (await app.phone_code())["code"]
    caller, colleague = outside.caller, outside.colleague
    await outside.dial("mei")
    await outside.press(caller, "2")
    await outside.press(caller, f"{number.rpartition('-')[2]}#")
    await outside.press(caller, f"{code}#")
    await outside.press(caller, "2")
    call = await waiting(ana, number)
    assert call["proven"]
    await ana.call("POST", f"/phone/calls/{call['id']}/answer")
    await outside.do(colleague, "up")
    await outside.press(colleague, "1")
    await expect(caller).to_contain_text("双方已接通")
    await ana.call("POST", f"/phone/calls/{call['id']}/notes", {"words": NOTED, "key": call["began_at"]})
    await outside.do(caller, "down")
    await expect(caller.locator(".state")).to_have_text("已挂断")


async def one_matter(stage: Stage) -> tuple[Agent, Outside, str]:
    """The story: the agent, the outside, the ticket's number."""
    await stage.free_desk()
    ana, outside = await stage.agent(), await stage.outside()
    async with App(stage.farol, stage.exchange) as app:
        await app.enter(MEI)
        await outside.follow((await app.link("telegram"))["link"])
        await outside.hears("已与您的账户关联")
        await outside.say(ASKED)
        await ana.open(ASKED)
        await ana.say(ANSWERED)
        await outside.hears(ANSWERED)
        number = await ana.number()
        await outside.say("/stop")
        await outside.hears(STOPPED)
        await ana.say(PROMISED)
        mail = await stage.mailbox(MEI.email)
        await mail.read(PROMISED)
        await mail.answer(MAILED)
        await ana.hears(MAILED)
        await ana.say(REPLIED)
        await mail.read(REPLIED)
        await ends_on_the_phone(ana, outside, app, number)
    return ana, outside, number


async def test_one_matter_through_three_doors(stage: Stage) -> None:
    ana, _, number = await one_matter(stage)
    await ana.hears(NOTED)
    said = await ana.conversation()
    places = [next(n for n, each in enumerate(said) if words in each) for words in SAID]
    assert places == sorted(places)
    for words in SAID:
        await ana.hears(words)
    portal = await stage.portal(MEI)
    await portal.locator(".mine a", has_text=number).click()
    for words in SAID:
        await expect(portal.get_by_text(words).first).to_be_visible()
    await expect(portal.get_by_text(NOTED)).to_have_count(0)

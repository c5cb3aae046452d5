"""A shift at the desk: going available, taking what is offered, promising a time, and asking why something is due."""

import re

from playwright.async_api import expect

from farol.app.demo.cast import MEI
from tests.journeys.stage import Stage


async def test_an_offer_is_accepted_by_key_and_a_time_is_promised(stage: Stage) -> None:
    await stage.free_desk()
    ana = await stage.agent(locale="en-US", timezone_id="UTC")
    page, keys = ana.page, ana.page.keyboard
    state = page.locator(".my-state")

    # S opens my state, 1 is available; the rail says so.
    await expect(state).to_be_visible()
    await keys.press("s")
    await expect(page.locator(".states :focus")).to_have_count(1)
    await keys.press("1")
    await expect(state).to_have_class(re.compile(r"\bavailable\b"))

    # A customer writes. Every offer rings, and one key accepts it and opens the ticket; theirs is among them.
    mei = await stage.customer(MEI)
    number = await mei.ask("充值两个小时了还没到账，卡在哪一步？")
    opened = page.locator(".talk .fact.mono")
    while await opened.count() == 0 or number not in await opened.inner_text():
        offered = (await page.locator(".offer .mono").inner_text()).strip()
        await expect(page).to_have_title(re.compile("●"))
        await keys.press("Alt+Enter")
        await expect(opened).to_contain_text(offered)
    await ana.hears("充值两个小时了还没到账")
    await expect(page.locator(".talk .facts")).to_contain_text("我")

    # Why it is due: step by step, from the policy to the moment.
    await page.locator(".fact.due").click()
    account = page.locator("dialog.why .account").first
    await expect(account.locator("li.policy")).to_be_visible()
    await expect(account.locator("li.result")).to_be_visible()
    await keys.press("Escape")

    # A time named in the reply is offered as a promise, and goes with it.
    await ana.field.fill("我去问风控，90 分钟内回复您，有没有结果都会说。")
    await page.locator(".composer .found").click()
    await expect(page.locator(".composer .armed")).to_be_visible()
    await ana.field.press("Control+Enter")
    await expect(page.locator(".promise-bar")).to_be_visible()
    await mei.hears("我去问风控")

    # P, with nothing written, says that it is promised already; moving asks for the sentence.
    await page.locator("#log").focus()
    await keys.press("p")
    await page.locator(".promise .held button").click()
    await expect(page.locator("dialog.move button[type=submit]")).to_be_disabled()
    await page.locator("dialog.move .moments button").nth(2).click()
    await page.locator("dialog.move button[type=submit]").click()
    await mei.hears("有没有结果都会说。")
    await expect(page.locator("#log .ev", has_text="改到")).to_have_count(1)

    # The shift ends: what waits goes back to the queue, and nothing more rings.
    await expect(page.locator("dialog.move")).to_have_count(0)
    await page.locator("#log").focus()
    await keys.press("s")
    await expect(page.locator(".states :focus")).to_have_count(1)
    await keys.press("4")
    await expect(state).to_have_class(re.compile(r"\boffline\b"))


async def test_a_lead_gives_a_skill_and_takes_it_back(stage: Stage) -> None:
    sol = await stage.agent("Sol", locale="en-US")
    keys = sol.page.keyboard
    await keys.press("g")
    await keys.press("q")
    await sol.page.get_by_role("tab").last.click()
    tim = sol.page.locator("table.staff tr", has_text="Tim Okafor")
    before = await tim.locator(".chip.line").count()
    await tim.get_by_role("button").click()
    await sol.page.locator("dialog.skills .skill-rows .btn", has=sol.page.locator(".i-plus")).click()
    await sol.page.locator("dialog.skills button[type=submit]").click()
    await expect(tim.locator(".chip.line")).to_have_count(before + 1)
    await keys.press("z")
    await expect(tim.locator(".chip.line")).to_have_count(before)

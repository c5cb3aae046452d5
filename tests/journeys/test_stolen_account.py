"""An account is being robbed: from the red button to "Frozen" on a phone without scripts, and a person who comes by name with a code."""

import asyncio
import re
import time

import httpx2
from playwright.async_api import expect

from farol.app.demo.exchange.scenarios import PEOPLE, SCENARIOS
from tests.journeys.stage import Stage

PHONE = {"width": 390, "height": 844}


async def mailed(stage: Stage, address: str, pattern: str) -> str:
    """What the newest mail to the address holds of the pattern, once it is there."""
    box = await stage.mailbox(address)
    async with asyncio.timeout(30):
        while True:
            found = [match for mail in await box.all() for match in re.findall(pattern, mail["text"])]
            if found:
                return str(found[0])
            await asyncio.sleep(0.2)


async def test_from_the_red_button_to_frozen(stage: Stage) -> None:
    owner = PEOPLE[SCENARIOS["sec.account_stolen"].uid]
    page, ears = await stage.window(java_script_enabled=False, viewport=PHONE)
    await page.goto(f"{stage.farol}/help/zh")
    await page.get_by_role("link", name="账户被盗").first.click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("立即冻结我的账户")
    button = page.get_by_role("button", name="发验证码")
    box = await button.bounding_box()
    assert box
    assert box["y"] + box["height"] <= PHONE["height"]  # the red button is on the first screen
    await page.get_by_label("注册用的手机号或邮箱").fill(owner.email)
    await button.click()
    code = await mailed(stage, owner.email, r"\b\d{6}\b")
    await page.get_by_label("6 位验证码").fill(code)
    began = time.monotonic()
    await page.get_by_role("button", name="冻结").click()
    await expect(page.get_by_text(re.compile(r"\d\d:\d\d:\d\d UTC 已冻结"))).to_be_visible()
    print(f"\nfrom the press to Frozen: {time.monotonic() - began:.2f} s")
    await expect(page.get_by_text("2 笔处理中的提币已取消")).to_be_visible()
    await expect(page.get_by_text("合约持仓没有动")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]

    # A person is rung, takes it, and both see the same code.
    sam = await stage.agent("Sam")
    newest = max(one["id"] for one in (await sam.call("GET", "/emergencies"))["cases"])
    await sam.page.goto(f"{stage.farol}/console/emergencies/{newest}")
    await sam.page.get_by_role("button", name=re.compile("接手|Take it")).first.click()
    said = await sam.page.locator(".emergency-code b").inner_text()
    await page.goto(f"{stage.farol}/stolen/case")
    await expect(page.get_by_text("Sam，安全专员，在为您处理")).to_be_visible()
    await expect(page.locator(".em-say")).to_have_text(said)

    # Five questions, the first step, words to the desk.
    await page.get_by_role("link", name="五个问题").click()
    await page.get_by_label("1. 发生了什么？").fill("半夜有人登录")
    await page.get_by_label("验证码", exact=True).check()
    await page.get_by_role("button", name="交给安全专员").click()
    await expect(page.get_by_text("已收到您的回答。")).to_be_visible()
    await page.get_by_role("button", name="做好了：保护邮箱").click()
    await expect(page.get_by_role("button", name="还没好：保护邮箱")).to_be_visible()
    await page.get_by_role("link", name="和安全专员说").click()
    await page.get_by_label("写给安全专员").fill("在吗")
    await page.get_by_role("button", name="发送").click()
    await expect(page.get_by_text("在吗")).to_be_visible()
    assert ears.foreign(stage.farol) == []


async def test_the_button_in_a_security_mail(stage: Stage) -> None:
    who = PEOPLE[SCENARIOS["acc.login"].uid]
    async with httpx2.AsyncClient(base_url=stage.exchange, timeout=20, trust_env=False) as scene:
        (await scene.post("/demo/scenes/account.attack", json={"uid": SCENARIOS["acc.login"].uid})).raise_for_status()
    link = await mailed(stage, who.email, r"http\S+/stolen\?proof=\S+")
    page, _ = await stage.window(java_script_enabled=False, viewport=PHONE, locale="en-GB")
    await page.goto(f"{stage.farol}/stolen?{link.partition('?')[2]}")
    await page.get_by_role("button", name="Freeze").click()
    await expect(page.get_by_text(re.compile(r"Frozen at \d\d:\d\d:\d\d UTC"))).to_be_visible()
    await expect(page.get_by_text("the freeze ends by itself")).to_be_visible()

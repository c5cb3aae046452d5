"""How an agent deals with each matter of the day, with the ticket open and theirs."""

import re

from playwright.async_api import expect

from tests.journeys.day import Day


async def again(today: Day) -> None:
    """The same matter twice: the radar says so, and M makes one of two."""
    ana = today.ana
    older, newer = today.numbers["deposit"], today.numbers["again"]
    await expect(ana.page.locator(".bar", has_text=older)).to_contain_text("同一个 TXID")
    await ana.press("m")
    await ana.dialog.get_by_role("button", name=f"把 {newer} 并入 {older}").click()
    await expect(ana.page.locator("section.merged", has_text=newer)).to_be_visible()


async def tag(today: Day) -> None:
    """A macro asks for what is missing; a colleague is named in a note."""
    ana = today.ana
    await ana.macro("memo", "漏填 Memo")
    await expect(ana.agent.field).to_have_value(re.compile("without its memo"))
    await ana.press("n")
    await ana.keys.type("@So")
    await expect(ana.page.locator(".mention [role=option]").first).to_contain_text("Sol")
    await ana.keys.press("Enter")
    await ana.keys.type("退回要收费，先确认客户同意")
    await ana.keys.press("Control+Enter")
    await ana.agent.hears("退回要收费")
    await expect(ana.agent.side.locator(".faces")).to_contain_text("Sol")
    await ana.press("r")
    await ana.send()
    await expect(ana.facts.locator(".chip", has_text="等客户").first).to_be_visible()


async def kyc(today: Day) -> None:
    """A macro with blanks."""
    ana = today.ana
    await ana.macro("kyc", "认证没通过", reason="the picture is blurred", fix="a sharp picture of the whole page")
    await expect(ana.agent.field).to_have_value(re.compile("the picture is blurred.*a sharp picture of the whole page", re.DOTALL))
    await ana.send()
    await expect(ana.facts.locator(".chip", has_text="等客户").first).to_be_visible()


async def api(today: Day) -> None:
    """Tagged by L, and handed to an expert by T, with a summary; Sol accepts."""
    ana, sol = today.ana, today.sol
    await ana.press("l")
    await ana.keys.type("api-key")
    await expect(ana.page.locator(".tag-pick [role=option]").last).to_contain_text("api-key")
    await ana.keys.press("Enter")
    await expect(ana.facts.locator(".tag")).to_have_text(["#api-key"])
    await ana.keys.press("Escape")
    await ana.press("t")
    await expect(ana.dialog.locator("textarea")).to_have_value(re.compile("-2015"))
    await ana.dialog.get_by_role("combobox").fill("Sol")
    await ana.keys.press("Enter")
    await ana.keys.press("Control+Enter")
    await expect(ana.page.locator(".transfer-bar")).to_contain_text("Sol Navarro")
    await sol.screen("u")
    await sol.page.locator(".asked-list .thread-row", has_text="Ana Duarte").first.click()
    await expect(sol.facts).to_contain_text(today.numbers["api"])
    await sol.page.locator(".transfer-bar .btn.go").click()
    await expect(sol.page.locator(".transfer-bar")).to_have_count(0)
    await expect(ana.facts).to_contain_text("Sol Navarro")


async def review(today: Day) -> None:
    """A reply is taken back and put right; then the ticket is put aside."""
    ana = today.ana
    await ana.press("r")
    await ana.agent.field.fill("我先去问一下。")
    await ana.agent.field.press("Control+Enter")
    await expect(ana.page.locator(".msg.pending", has_text="我先去问一下")).to_have_count(1)
    await ana.press("z")
    await expect(ana.agent.field).to_have_value("我先去问一下。")
    await ana.agent.field.fill("还在人工审核，有结果我马上写给您。")
    await ana.send()
    await ana.press("h")
    await ana.page.get_by_label("在等什么").fill("等风控审核")
    await ana.page.get_by_role("button", name="四小时后").click()
    await expect(ana.page.locator(".bar.aside", has_text="暂缓到")).to_contain_text("等风控审核")


async def p2p(today: Day) -> None:
    """A macro that promises a time with its words."""
    ana = today.ana
    await ana.macro("p2p", "C2C：需要付款凭证")
    await ana.send()
    await expect(ana.page.locator(".promise-bar")).to_be_visible()
    await expect(ana.page.locator(".procedure li").first).to_be_visible()


async def stolen(today: Day) -> None:
    """First of all; freeze first, then up the ladder."""
    ana = today.ana
    await expect(ana.facts).to_contain_text("P0")
    await ana.macro("stolen", "账户被盗")
    await expect(ana.agent.field).to_have_value(re.compile("Freeze account"))
    await ana.send()
    await ana.page.get_by_role("button", name="升级").first.click()
    await ana.dialog.locator("textarea").nth(0).fill("客户说账户被盗，USDT 已转出")
    await ana.dialog.locator("textarea").nth(1).fill("请查转出地址")
    await ana.keys.press("Control+Enter")
    await expect(ana.page.locator(".escalation-bar")).to_contain_text("请查转出地址")


WORK = {"again": again, "tag": tag, "kyc": kyc, "api": api, "review": review, "p2p": p2p, "stolen": stolen}

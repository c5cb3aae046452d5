"""A stolen account: a rule puts it first, its customer hears at once, and the agent answers with a macro and the steps."""

from playwright.async_api import expect

from tests.journeys.stage import Stage


async def test_a_theft_goes_first_and_is_answered_with_a_macro(stage: Stage) -> None:
    lena = await stage.visitor(locale="en-US")
    await lena.open()
    await lena.say("My account is hacked, someone withdrew my coins")
    await lena.introduce("lena.fischer@example.net", "Lena")
    number = await lena.number.inner_text()

    # The customer has a way to freeze, a number and an honest time, without anybody having done anything.
    told = lena.panel.locator("p.system")
    await expect(told.filter(has_text=f"Your question has arrived as ticket {number}. ")).to_have_count(1)
    await expect(told.filter(has_text=f"{stage.farol}/stolen")).to_have_count(1)

    # The rule made it P0 and says so, with why.
    ana = await stage.agent()
    page = ana.page
    await ana.open("someone withdrew my coins")
    await expect(page.locator(".facts").first).to_contain_text("P0")
    await expect(page.locator("#log")).to_contain_text("规则“账户被盗 → P0”：严重程度：P0")
    await page.locator(".trace summary").click()
    await expect(page.locator(".trace .acted")).to_contain_text("客户写了“hacked”")

    # "/" opens the macros; this one answers in her customer's language and does more when it is sent.
    await ana.field.fill("/")
    await page.locator(".palette.macros input").first.fill("stolen")
    await expect(page.locator(".palette.macros .text")).to_contain_text("Please do this first")
    await page.keyboard.press("Enter")
    await expect(page.locator(".planned")).to_contain_text("账户被盗")
    words = await ana.field.input_value()
    assert "Freeze account" in words

    # What support never asks for is pointed out, and taken out again.
    await ana.field.fill(f"{words}\nPlease send me your password.")
    await expect(page.locator(".guard .stop")).to_contain_text("send me your password")
    await ana.field.fill(words)
    await expect(page.locator(".guard .stop")).to_have_count(0)
    await ana.field.press("Control+Enter")
    await lena.hears("Please do this first")

    # Its reason brings the steps; Alt 1 ticks the first, and the next one stands out.
    steps = page.locator(".procedure li")
    await expect(steps.first).to_contain_text("自助冻结")
    await page.keyboard.press("Alt+1")
    await expect(steps.first).to_contain_text("Ana Duarte")
    await expect(page.locator(".procedure li.next")).to_contain_text("确认已停")

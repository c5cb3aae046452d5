"""A ticket's tags, fields, stage, a colleague named in a note, and a night put aside, by keyboard where one would."""

import re

from playwright.async_api import expect

from farol.app.demo.cast import IVAN
from tests.journeys.stage import Stage

TXID = "0x" + "9f3c4bd1" * 8
ASK = f"My deposit is missing, the transaction is {TXID}"


async def test_a_ticket_is_described_named_and_put_aside(stage: Stage) -> None:
    ivan = await stage.customer(IVAN, locale="en-US")
    await ivan.ask(ASK)
    ana, sol = await stage.agent(), await stage.agent("Sol")
    await ana.open("My deposit is missing")
    keys, facts = ana.page.keyboard, ana.page.locator(".talk .facts")

    # L, a new tag, a second one; Sol sees both without reloading.
    await keys.press("Escape")
    await keys.press("l")
    for word in ("Chain Split", "大户"):
        await keys.type(word)
        await expect(ana.page.locator(".tag-pick [role=option]").last).to_contain_text(word.lower().replace(" ", "-"))
        await keys.press("Enter")
    await keys.press("Escape")
    await expect(facts.locator(".tag")).to_have_text(["#chain-split", "#大户"])
    await sol.open("My deposit is missing")
    await expect(sol.page.locator(".talk .facts .tag")).to_have_count(2)

    # The reason is found by its English name, and asks for what it needs; what Ivan wrote is offered.
    await facts.locator("button.fact", has_text=re.compile("充币|充值")).click()
    await keys.type("memo / tag")
    await keys.press("Enter")
    fields = ana.side.locator(".fields")
    await fields.locator(".found", has_text="0x9f3c4b").click()
    await expect(fields.locator(".value", has_text="0x9f3c4b")).to_have_count(1)
    await expect(sol.side.locator(".fields .value", has_text="0x9f3c4b")).to_have_count(1)

    # A stage brings its status, and its words to the customer.
    await facts.locator(".stage-pick > button").click()
    await ana.page.get_by_role("option", name="等客户补材料").click()
    await expect(facts.locator(".chip").first).to_have_text("等客户")

    # Sol is named in a note, hears of it and follows.
    await ana.field.click()
    await ana.page.get_by_role("tab").last.click()
    await keys.type("@So")
    await expect(ana.page.locator(".mention [role=option]").first).to_contain_text("Sol")
    await keys.press("Enter")
    await keys.type("请看一下")
    await keys.press("Control+Enter")
    await ana.hears("请看一下")
    await expect(ana.side.locator(".faces")).to_contain_text("Sol")

    # H puts it aside; it is back with the customer's next words, and theirs are no longer waited for.
    await keys.press("Escape")
    await keys.press("h")
    await expect(ana.page.locator(".snooze button").first).to_be_focused()
    await keys.press("Enter")
    await expect(ana.page.locator(".bar.aside", has_text="暂缓到")).to_be_visible()
    await ivan.say("Here is the screenshot you asked for")
    await expect(ana.page.locator(".bar.aside")).to_have_count(0)
    await expect(facts.locator(".stage-pick")).not_to_contain_text("等客户补材料")

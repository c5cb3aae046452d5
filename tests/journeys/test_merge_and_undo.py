"""Two tickets become one and two again; a reply is taken back, survives its tab, and comes back when somebody spoke first."""

from playwright.async_api import expect

from farol.app.demo.cast import MEI, ROSA
from tests.journeys.stage import Stage

TXID = "b7e1c0ffee5e46f08c2d1a7e5b9f4c630d8e7a6b5c4d3e2f1a0b9c8d7e6f5a41"


async def test_one_matter_in_two_tickets_becomes_one_conversation_and_back(stage: Stage) -> None:
    first, second = await stage.customer(MEI), await stage.customer(MEI)
    older = await first.ask(f"合并旅程：没到账 {TXID}")
    newer = await second.ask(f"合并旅程：有人吗 {TXID}")
    ana = await stage.agent()
    await ana.open("有人吗")
    keys = ana.page.keyboard

    # The radar has seen it; M proposes the older one.
    await expect(ana.page.locator(".bar", has_text=older)).to_contain_text("同一个 TXID")
    await ana.page.locator("#log").focus()
    await keys.press("m")
    await ana.page.get_by_role("dialog").get_by_role("button", name=f"把 {newer} 并入 {older}").click()
    block = ana.page.locator("section.merged", has_text=newer)
    await expect(block).to_be_visible()
    await block.get_by_role("button", name="展开").click()
    await expect(block.locator(".msg")).to_contain_text(["有人吗"])

    # What she writes in the merged one arrives where it goes on.
    await second.say("在第二个窗口里接着写")
    await ana.hears("在第二个窗口里接着写")
    await ana.say("看到了，合在一起处理")
    await first.hears("看到了，合在一起处理")

    # Two again; her words stay where they were said.
    await block.get_by_role("button", name="撤销合并").click()
    await expect(block).to_have_count(0)
    await ana.hears("在第二个窗口里接着写")
    await ana.find(newer)
    await expect(ana.message("有人吗")).to_have_count(1)
    await expect(ana.message("在第二个窗口里接着写")).to_have_count(0)
    assert stage.complaints == []


async def test_a_reply_is_taken_back_outlives_its_tab_and_waits_for_nobody_twice(stage: Stage) -> None:
    rosa = await stage.customer(ROSA, locale="en-US")
    number = await rosa.ask("Undo journey: where is it")
    ana = await stage.agent()
    await ana.find(number)

    # Z brings the words back, and nothing goes.
    await ana.say("Sent too early")
    await expect(ana.page.locator(".msg.pending", has_text="Sent too early")).to_have_count(1)
    await ana.page.locator("#log").focus()
    await ana.page.keyboard.press("z")
    await expect(ana.field).to_have_value("Sent too early")
    await expect(ana.page.locator(".msg.pending")).to_have_count(0)

    # Closed at once, it is said all the same.
    await ana.say("Said by the server")
    await expect(ana.page.locator(".msg.pending .num", has_text="秒后发出")).to_have_count(1)
    address = ana.page.url
    await ana.page.close()
    await rosa.hears("Said by the server")
    await expect(rosa.said.filter(has_text="Sent too early")).to_have_count(0)

    # She writes while one waits: it comes back with what she said.
    ana = await stage.agent()
    await ana.page.goto(address)
    await ana.hears("Said by the server")
    await ana.say("Not any more")
    await expect(ana.page.locator(".msg.pending", has_text="Not any more")).to_have_count(1)
    await rosa.say("Wait, I found it")
    notice = ana.page.get_by_role("alertdialog")
    await expect(notice).to_contain_text("Wait, I found it")
    await notice.get_by_role("button", name="改我的回复").click()
    await expect(ana.field).to_have_value("Not any more")
    await expect(rosa.said.filter(has_text="Not any more")).to_have_count(0)
    assert stage.complaints == []

"""A customer's own ways: a messenger linked, a code for a call, somebody who reads along, and an account that only looks like ours."""

from urllib.parse import urlsplit

from playwright.async_api import expect

from farol.app.demo.cast import MEI
from tests.journeys.conftest import Demo
from tests.journeys.stage import Stage

PHONE = {"width": 390, "height": 844}
WORDS = "充值一直没有到账，想问一下进度"


async def test_every_way_begins_at_my_own_pages(stage: Stage, demo: Demo) -> None:
    mei = await stage.customer(MEI)
    number = await mei.ask(WORDS)
    page = await stage.portal(MEI, viewport=PHONE)

    # Telegram: a link that works once, followed as the phone would.
    await page.get_by_role("link", name="聊天软件").click()
    await page.locator("button[value=telegram]").click()
    await expect(page.locator(".handover .qr")).to_be_visible()
    address = await page.locator(".handover a.btn").get_attribute("href") or ""
    link = urlsplit(address)
    assert address.startswith((f"{demo.doors}/telegram/at/", f"{demo.doors.replace('localhost', '127.0.0.1')}/telegram/at/"))
    there, _ = await stage.window()
    await there.goto(address)
    assert link.query.partition("=")[2] in await there.locator("[name=words]").input_value()
    await there.locator("form.compose button").click()
    for _ in range(40):
        await page.goto(f"{stage.farol}/my/chats")
        if await page.locator("button[name=contact]").count():
            break
        await page.wait_for_timeout(500)
    await expect(page.get_by_role("button", name="取消关联").first).to_be_visible()

    # A call: the code that proves the customer.
    await page.goto(f"{stage.farol}/my/phone")
    await page.get_by_role("button", name="生成一个").click()
    code = (await page.locator(".sixes").inner_text()).replace(" ", "")
    assert code.isdigit()
    assert len(code) == 6
    await expect(page.get_by_role("link", name="拨打").first).to_be_visible()

    # Somebody reads along.
    await page.goto(f"{stage.farol}/my/tickets/{number}")
    await page.get_by_role("link", name="谁一起看").click()
    await page.get_by_label("对方的邮箱").fill("accountant@office.example")
    await page.locator("form.oneline button").click()
    await expect(page.locator(".said")).to_contain_text("accountant@office.example 从现在起会收到")

    # An account that only looks like ours, and the real one.
    bot = link.path.rpartition("/")[2]
    await page.goto(f"{stage.farol}/verify")
    await page.get_by_label("要核对的内容").fill("@" + bot.replace("o", "0", 1))
    await page.get_by_role("button", name="核对").click()
    await expect(page.locator(".judged h2")).to_have_text("不是我们的，在冒充我们")
    await expect(page.locator(".judged mark").first).to_have_text("0")
    await page.get_by_label("要核对的内容").fill(f"https://t.me/{bot}")
    await page.get_by_role("button", name="核对").click()
    await expect(page.locator(".judged.good h2")).to_have_text("是我们的")

    # The link is taken back.
    await page.goto(f"{stage.farol}/my/chats")
    await page.get_by_role("button", name="取消关联").last.click()
    await expect(page.locator(".said")).to_contain_text("已取消关联")

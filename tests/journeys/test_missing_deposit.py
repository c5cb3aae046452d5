"""A customer misses a deposit: from the first word to the end and back, in two windows."""

import io
import re

from PIL import Image, ImageDraw
from playwright.async_api import expect

from farol.app.demo.cast import MEI
from tests.journeys.stage import Stage

QUESTION = "我充的 4,000 USDT 还没到账，链上早就成功了"
ANSWER = "查到了：这笔正在等确认，到 12 个可以交易，到 64 个可以提币。"
NOTE = "客户连着问了两次，先安抚再给时间"


def screenshot() -> bytes:
    """A picture such as a wallet shows."""
    picture = Image.new("RGB", (720, 860), "#f4f6f8")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((300, 90, 420, 210), fill="#1d8a4e")
    draw.line((330, 152, 352, 176, 392, 126), fill="white", width=12)
    for at, text, size in ((250, "Sent", 40), (310, "4,000 USDT", 72)):
        draw.text((360, at), text, fill="#101820", font_size=size, anchor="mt")
    for at, name, value in ((470, "Network", "Ethereum"), (560, "Status", "Success"), (650, "Fee", "0.0009 ETH")):
        draw.line((60, at - 24, 660, at - 24), fill="#d5dbe1", width=2)
        draw.text((60, at), name, fill="#5b6773", font_size=34)
        draw.text((660, at), value, fill="#101820", font_size=34, anchor="ra")
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


async def test_a_missing_deposit_from_the_first_word_to_the_last(stage: Stage) -> None:
    ana = await stage.agent()
    await ana.page.evaluate("window.sameDocument = true")
    mei = await stage.customer()
    txid = await mei.page.locator(".move", has_text="4,000 USDT").first.locator("[data-copy]").get_attribute("data-copy")
    assert txid

    # Her own things are offered, what failed first.
    await mei.open()
    things = mei.panel.locator(".bad-box, .list .item")
    await expect(things.first).to_contain_text("提币 500 USDT 没成功")
    await expect(things.first.get_by_role("button", name="问这一笔")).to_be_visible()

    # She asks, with the hash and a screenshot, and has a number at once.
    await mei.paste(screenshot(), "转账截图.png")
    await expect(mei.panel.locator(".tray li")).to_have_count(1)
    await mei.say(f"{QUESTION} {txid}")
    await expect(mei.number).to_have_text(re.compile(r"^FRL-\d{4}-\d{6}$"))
    number = await mei.number.inner_text()
    first = mei.said.first
    await expect(first.locator(".state")).to_have_text("已发送")
    await expect(first.locator("canvas")).to_have_attribute("height", "480")

    # Ana sees it come in, opens it, and sees everything she needs and nothing she must not.
    await expect(ana.row(QUESTION)).to_have_count(1)
    await ana.open(QUESTION)
    assert await ana.page.evaluate("window.sameDocument")
    await expect(ana.page.locator(".facts")).to_contain_text(number)
    thumbnail = ana.message(QUESTION).locator("img")
    await expect(thumbnail).to_be_visible()
    assert await thumbnail.evaluate("async picture => { await picture.decode(); return picture.naturalHeight }") > 100
    gates = ana.side.locator(".obj .gates").first
    await expect(gates).to_contain_text("3/12")
    await expect(gates).to_contain_text("3/64")
    for clear in (MEI.email, MEI.uid, MEI.phone, MEI.phone[-8:]):
        assert clear not in await ana.page.content()
        assert clear not in await ana.ears.told()
    await expect(first.locator(".state")).to_have_text("已读")

    # Typing is seen both ways, and so is reading.
    await mei.field.press_sequentially("还要多久")
    await expect(ana.customer).to_contain_text("正在输入")
    await mei.field.fill("")
    await ana.field.press_sequentially("查到了")
    await expect(mei.typing).to_contain_text("Ana")
    await ana.say(ANSWER)
    await mei.hears(ANSWER)
    await expect(mei.typing).to_have_count(0)
    await expect(ana.message(ANSWER).locator(".state.read")).to_be_visible()
    await expect(mei.panel.locator(".standing")).to_contain_text("Ana")

    # The next block comes; the agent looks again.
    await mei.page.request.post(f"{stage.exchange}/demo/next-block", headers={"origin": stage.exchange})
    await ana.side.get_by_role("button", name="刷新").click()
    await expect(gates).to_contain_text("4/12")

    # A note is for colleagues; what comes after it reaches her, the note never.
    await ana.note(NOTE)
    await ana.page.get_by_role("button", name="等客户").click()
    await expect(mei.status).to_have_text("等您回复")
    await ana.resolve()
    await expect(mei.status).to_have_text("已解决")
    await expect(ana.status).to_have_text("已解决")
    assert NOTE not in await mei.page.content()
    assert NOTE not in await mei.ears.told()
    assert ANSWER in await mei.ears.told()

    # Not over for her: one line opens it again.
    await mei.say("还是没到，请再看看")
    await ana.hears("还是没到，请再看看")
    await expect(mei.status).to_have_text("等客服回复")
    await expect(ana.status.filter(has_text="已解决")).to_have_count(0)
    assert await mei.conversation() == await ana.conversation()
    assert mei.ears.foreign(stage.farol, stage.exchange) == []

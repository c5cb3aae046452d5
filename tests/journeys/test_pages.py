"""Help centre and portal: pages that work without scripts, in two languages."""

from playwright.async_api import expect

from farol.app.demo.cast import IVAN, MEI
from tests.journeys.stage import Stage


async def test_a_reader_finds_the_article_in_either_language(stage: Stage) -> None:
    page, ears = await stage.window(java_script_enabled=False)
    await page.goto(f"{stage.farol}/")
    await expect(page).to_have_url(f"{stage.farol}/help/zh")
    for lang, question, title, other, other_title in (
        ("zh", "充值没到账", "充值未到账，自己先查", "English", "Deposit not credited: check it yourself"),
        ("en", "where is my deposit", "Deposit not credited: check it yourself", "简体中文", "充值未到账，自己先查"),
    ):
        await page.goto(f"{stage.farol}/help/{lang}")
        await page.get_by_role("searchbox").fill(question)
        await page.get_by_role("searchbox").press("Enter")
        await page.locator("ol.found a").first.click()
        await expect(page.get_by_role("heading", level=1)).to_have_text(title)
        await expect(page.locator(".livetag").first).to_be_visible()
        await page.locator("details.tongues summary").first.click()
        await page.get_by_role("link", name=other).first.click()
        await expect(page.get_by_role("heading", level=1)).to_have_text(other_title)
    assert ears.foreign(stage.farol) == []


async def test_a_customer_reads_and_answers_her_ticket_without_scripts(stage: Stage) -> None:
    ana = await stage.agent()
    mei = await stage.customer()
    number = await mei.ask("门户里能看到这张工单吗")
    await ana.open("门户里能看到这张工单吗")
    await ana.say("能，右上角“我的工单”。")
    await mei.hears("能，右上角“我的工单”。")

    # The exchange vouches for her once; from then on a cookie does.
    cookies = await mei.page.context.storage_state()
    page, _ = await stage.window(java_script_enabled=False, storage_state=cookies)
    await page.goto(stage.exchange)
    await page.get_by_role("link", name="我的工单").click()
    await page.get_by_role("button", name="继续").click()
    await expect(page).to_have_url(f"{stage.farol}/my")
    await page.get_by_role("link", name="门户里能看到这张工单吗").click()
    await expect(page).to_have_url(f"{stage.farol}/my/tickets/{number}")
    await expect(page.locator(".thread")).to_contain_text("能，右上角“我的工单”。")

    # A reply by a plain form joins the conversation, live for everybody.
    await page.locator("#body").fill("看到了，谢谢")
    await page.get_by_role("button", name="发送").click()
    await expect(page.get_by_role("status")).to_contain_text("已收到您的消息")
    await expect(page.locator(".tm", has_text="看到了，谢谢")).to_have_count(1)
    await ana.hears("看到了，谢谢")
    await mei.hears("看到了，谢谢")

    # A number is found in any case; what is not hers and what does not exist look the same.
    await page.goto(f"{stage.farol}/my/tickets/{number.lower()}")
    await expect(page.locator(".thread")).to_be_visible()
    foreign = await page.goto(f"{stage.farol}/my/tickets/FRL-2026-000001")
    shown = await page.locator("main").inner_text()
    missing = await page.goto(f"{stage.farol}/my/tickets/FRL-2026-999999")
    assert foreign
    assert missing
    assert (foreign.status, missing.status) == (404, 404)
    assert shown == await page.locator("main").inner_text()
    assert IVAN.name not in await page.content()

    # Out is out.
    await page.goto(f"{stage.farol}/my/tickets/{number}")
    await page.get_by_role("button", name="退出").click()
    answer = await page.goto(f"{stage.farol}/my/tickets/{number}")
    assert answer
    assert answer.status == 401
    await expect(page.locator("main")).to_contain_text("请从交易所网站进来")


async def test_a_link_from_the_exchange_works_once(stage: Stage) -> None:
    mei = await stage.customer(MEI)
    answer = await mei.page.request.get(f"{stage.exchange}/farol-identity")
    token = (await answer.json())["identity"]
    page, _ = await stage.window()
    for status in (200, 401):
        came = await page.request.post(f"{stage.farol}/my/session", form={"identity": token}, headers={"origin": stage.exchange})
        assert came.status == status
    assert "The link works once" in await came.text()

"""The help centre from the question to the ticket, in a browser that runs no scripts; and what scripts add where they run."""

from playwright.async_api import expect

from tests.journeys.stage import Stage


async def test_a_reader_gets_on_without_scripts(stage: Stage) -> None:
    page, ears = await stage.window(java_script_enabled=False, viewport={"width": 390, "height": 844})
    await page.goto(f"{stage.farol}/help/zh")
    await expect(page.locator(".now")).to_contain_text("LTC 充值暂停网络")

    # By topic: the tree, the topic, the article with tables of the exchange.
    await page.locator("h2#t-withdrawals a").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("提币")
    await page.get_by_role("link", name="提币手续费与限额").first.click()
    await expect(page.locator(".live .what").first).to_have_text("身份认证等级与额度")
    await expect(page.locator(".live td", has_text="200,000 USDT").first).to_be_visible()

    # By a search that knows what people mean.
    await page.goto(f"{stage.farol}/help/zh")
    await page.get_by_role("searchbox").fill("标签漏填了")
    await page.get_by_role("searchbox").press("Enter")
    await page.locator("ol.found a").first.click()
    await expect(page).to_have_url(f"{stage.farol}/help/zh/a/memo-tag")

    # It did not help: a reason, and the way on with everything the page knows.
    await page.get_by_role("button", name="没有", exact=True).click()
    await page.get_by_label("我的情况没写到").check()
    await page.get_by_label("想补充的（可不填）").fill("交易所那边没有标签")
    await page.get_by_role("button", name="提交").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("收到，谢谢。")
    way = page.get_by_role("link", name="写工单，已带上这篇文章")
    await expect(way).to_have_attribute("href", "/my/new?reason=dep.missing_memo&article=memo-tag")
    answer = await page.goto(f"{stage.farol}/my/new?reason=dep.missing_memo&article=memo-tag")
    assert answer
    assert answer.status < 500

    # News, the same page in English, and a page that is not there.
    await page.goto(f"{stage.farol}/help/zh")
    await page.get_by_role("link", name="TRON 节点升级").click()
    await expect(page.locator("article")).to_contain_text("期间充进来的币不会丢")
    await page.locator("details.tongues summary").first.click()
    await page.get_by_role("link", name="English").first.click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("TRON nodes are upgraded")
    missing = await page.goto(f"{stage.farol}/help/zh/no/such/page")
    assert missing
    assert missing.status == 404
    await expect(page.get_by_role("searchbox")).to_be_visible()
    assert ears.foreign(stage.farol) == []


async def test_lines_to_choose_while_typing(stage: Stage) -> None:
    page, _ = await stage.window(locale="en-GB")
    await page.goto(f"{stage.farol}/help/en")
    field = page.get_by_role("combobox")
    await field.press_sequentially("withdrawal f", delay=20)
    options = page.get_by_role("option")
    await expect(options.first).to_be_visible()
    await field.press("ArrowDown")
    await expect(options.first).to_have_attribute("aria-selected", "true")
    await field.press("Escape")
    await expect(page.get_by_role("listbox")).to_be_hidden()
    await field.press_sequentially("ees", delay=20)
    await page.get_by_role("option", name="Withdrawal fees and limits", exact=True).click()
    await expect(page).to_have_url(f"{stage.farol}/help/en/a/withdrawal-fees-limits")

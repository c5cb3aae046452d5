"""A missing deposit by the form, from a phone: picked, suggested, sent, followed, proven, taken back and up again."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from farol.app.demo.cast import IVAN
from farol.core.chains.tests.samples import HEX64
from tests.journeys.stage import Stage
from tests.journeys.test_missing_deposit import screenshot

PHONE = {"width": 390, "height": 844}
DEPOSIT = "充值 4,000 USDT"


async def begin(page: Page) -> None:
    """To the form for a missing deposit, and her deposit in it."""
    await page.get_by_role("link", name="新建工单").first.click()
    await page.get_by_role("link", name="充值还没到账").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("充值还没到账")
    await expect(page.locator(".articles a").first).to_have_text("充值未到账，自己先查")
    await page.locator(".pick .one", has_text=DEPOSIT).first.click()
    await expect(page.get_by_label("交易哈希")).to_be_hidden()


async def send(page: Page) -> str:
    """Sends the form and stands on the ticket's page: its number."""
    await page.get_by_role("button", name="提交工单").click()
    await expect(page.get_by_role("status").first).to_contain_text("已收到，编号")
    return (await page.locator(".crumb .num").inner_text()).strip()


async def answered(page: Page, address: str) -> None:
    """Looks at the page until the answer is there: it goes after the agent's time to undo."""
    for _ in range(40):
        await page.goto(address)
        if await page.locator(".way", has_text="第一次回复").count():
            return
        await page.wait_for_timeout(1000)
    await expect(page.locator(".way")).to_contain_text("第一次回复")


async def prove(page: Page, file: Path, words: str) -> None:
    """Adds evidence and finds its receipt."""
    await page.locator("#files").set_input_files(file)
    await page.locator("#body").fill(words)
    await page.get_by_role("button", name="发送").click()
    await expect(page.locator(".thread")).to_contain_text(words)
    await expect(page.locator(".papers")).to_contain_text(file.name)
    await expect(page.locator(".papers")).to_contain_text("收据")


async def take_back_and_up_again(page: Page) -> None:
    """Withdraws, and thinks better of it."""
    await page.locator("summary", has_text="撤回这张工单").click()
    await page.get_by_role("button", name="确认撤回").click()
    await expect(page.locator(".said", has_text="已撤回")).to_be_visible()
    await expect(page.locator(".way")).to_contain_text("您撤回了")
    await page.get_by_role("button", name="恢复这张工单").click()
    await expect(page.locator(".said", has_text="已恢复")).to_be_visible()
    await expect(page.locator(".way")).to_contain_text("您重新打开了")


async def test_a_missing_deposit_from_a_phone(stage: Stage, tmp_path: Path) -> None:
    proof = tmp_path / "转账截图.png"
    proof.write_bytes(screenshot())
    ana = await stage.agent()
    page = await stage.portal(viewport=PHONE)
    await begin(page)

    # None of these after all: each answer is looked at while she types it.
    await page.locator(".pick .one", has_text="都不是").click()
    await page.get_by_label("交易哈希").fill(HEX64[:-1])
    await expect(page.locator("#v-txid")).to_contain_text("不像任何网络的交易哈希")
    await page.get_by_label("交易哈希").fill("0x" + HEX64)
    await expect(page.locator("#v-txid")).to_contain_text("可能在这些网络上")
    await page.get_by_label("走的哪个网络").fill("ERC20")
    await expect(page.locator("#v-txid")).to_contain_text("像 以太坊")
    await page.locator("#words").fill("不行")
    await expect(page.locator(".coach li").first).to_be_visible()
    await expect(page.locator(".kept")).to_contain_text("草稿已存")

    # Nothing is lost by leaving.
    await page.goto(f"{stage.farol}/my/new")
    await page.locator(".begun a", has_text="充值还没到账").click()
    await expect(page.locator("#words")).to_have_value("不行")

    await page.locator(".pick .one", has_text=DEPOSIT).first.click()
    await page.locator("#words").fill("转账一个小时了，充值页还显示确认中")
    await page.locator("#files").set_input_files(proof)
    number = await send(page)
    await expect(page.locator(".way .here")).to_contain_text("等客服查看")
    await expect(page.locator(".thread")).to_contain_text("转账一个小时了")

    await ana.find(number)
    await ana.say("在等 64 个确认，不用做什么。")
    await answered(page, f"{stage.farol}/my/tickets/{number}")
    await prove(page, proof, "这是交易所那边的截图")
    await take_back_and_up_again(page)
    async with page.expect_download() as coming:
        await page.get_by_role("link", name="下载完整记录").click()
    assert (await coming.value).suggested_filename == f"{number}.zip"


async def test_the_same_without_scripts(stage: Stage, tmp_path: Path) -> None:
    proof = tmp_path / "凭证.png"
    proof.write_bytes(screenshot())
    page = await stage.portal(viewport=PHONE, java_script_enabled=False)
    await begin(page)
    await page.locator("#words").fill("等了很久")
    await page.get_by_role("button", name="存草稿").click()
    await expect(page.locator(".kept")).to_contain_text("草稿已存")
    await page.locator(".pick .one", has_text="都不是").click()
    await page.get_by_label("交易哈希").fill(HEX64[:-1])
    await page.get_by_role("button", name="提交工单").click()
    await expect(page.get_by_role("alert").first).to_contain_text("有 1 处看起来不对")
    await expect(page.locator("#v-txid")).to_contain_text("不像任何网络的交易哈希")
    await expect(page.locator("#words")).to_have_value("等了很久")
    await page.locator(".pick .one", has_text=DEPOSIT).first.click()
    await send(page)
    await prove(page, proof, "补一张截图")
    await take_back_and_up_again(page)


@pytest.mark.parametrize("script", [True, False])
async def test_an_article_that_was_enough_makes_no_ticket(stage: Stage, script: bool) -> None:
    page = await stage.portal(IVAN, java_script_enabled=script, locale="en-US")
    await page.goto(f"{stage.farol}/my?lang=en")
    before = await page.locator(".mine a").count()
    await page.goto(f"{stage.farol}/my/new?reason=dep.unconfirmed")
    await page.get_by_role("button", name="That solved it").first.click()
    await expect(page.get_by_role("heading", level=1)).to_contain_text("No ticket was made")
    await page.goto(f"{stage.farol}/my")
    await expect(page.locator(".mine a")).to_have_count(before)

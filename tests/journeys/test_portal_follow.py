"""A ticket from its customer's side: what was promised and not kept, a lead asked for, opened again, proven, taken back, kept as a record."""

import hashlib
import json
import zipfile
from pathlib import Path

from playwright.async_api import Page, expect

from farol.app.demo.cast import MEI
from tests.journeys.stage import Stage
from tests.journeys.test_missing_deposit import screenshot
from tests.journeys.test_ticket_form import prove, take_back_and_up_again

PHONE = {"width": 390, "height": 844}
WORDS = "提币一直显示处理中，想知道什么时候到"
SOON_MS = 4_000
"""From the promise to its end."""


async def shows(page: Page, where: str, words: str) -> None:
    """Loads the page again until it says so: nothing on it moves by itself."""
    for _ in range(40):
        if await page.locator(where, has_text=words).count():
            return
        await page.wait_for_timeout(500)
        await page.reload()
    await expect(page.locator(where).first).to_contain_text(words)


async def fold(page: Page, name: str, words: str) -> None:
    """Opens one of the verbs beside the ticket, fills its field and presses its button."""
    fold = page.locator("details.fold", has_text=name)
    if await fold.get_attribute("open") is None:
        await fold.locator("summary").click()
    await fold.locator("textarea").fill(words)
    await fold.locator("button").click()


async def test_a_promise_that_was_not_kept(stage: Stage, tmp_path: Path) -> None:
    proof = tmp_path / "提币记录.png"
    proof.write_bytes(screenshot())
    mei = await stage.customer(MEI)
    number = await mei.ask(WORDS)
    page = await stage.portal(MEI, viewport=PHONE)
    await page.locator(".mine a", has_text=number).click()
    await expect(page.locator(".way li").first).to_contain_text("已收到")

    # Ana promises to write, and does not.
    ana = await stage.agent()
    await ana.find(number)
    ticket = int(ana.page.url.rsplit("/", 1)[1])
    await ana.call("POST", f"/tickets/{ticket}/take")
    by = await ana.page.evaluate(f"new Date(Date.now() + {SOON_MS}).toISOString()")
    await ana.call("POST", f"/tickets/{ticket}/promises", {"client_id": await ana.page.evaluate("crypto.randomUUID()"), "by": by})
    await shows(page, ".next.late", "没有做到，是我们的错")
    await fold(page, "通知主管", "已经等了很久，请看一下")
    await expect(page.locator(".said", has_text="已通知主管")).to_be_visible()
    await expect(page.locator(".next.late")).to_contain_text("要求了主管处理，已通知")
    await expect(page.get_by_role("button", name="通知主管")).to_have_count(0)

    # Sol takes it and writes.
    sol = await stage.agent("Sol")
    await sol.page.goto(f"{stage.farol}/console/tickets/{ticket}")
    await sol.page.locator(".escalation-bar", has_text="已经等了很久，请看一下").get_by_role("button", name="I take it").click()
    await shows(page, ".next.late", "主管已接手")
    await sol.call("POST", f"/tickets/{ticket}/messages", {"client_id": await sol.page.evaluate("crypto.randomUUID()"), "body": "我是主管 Sol，刚查过：已经广播，在等确认。"})
    await shows(page, ".thread", "刚查过：已经广播")
    version = (await sol.call("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    await sol.call("PATCH", f"/tickets/{ticket}", {"version": version, "status": "resolved"})
    await shows(page, ".next", "没解决？在下面写一句就重新打开")

    # Not solved for her: open again with her words, evidence, back and forth, and the whole of it to keep.
    await fold(page, "还没解决，重新打开", "钱包里还是没有")
    await expect(page.locator(".said", has_text="已重新打开")).to_be_visible()
    await expect(page.locator(".way")).to_contain_text("您重新打开了")
    await ana.hears("钱包里还是没有")
    await prove(page, proof, "这是提币记录的截图")
    await take_back_and_up_again(page)
    async with page.expect_download() as coming:
        await page.get_by_role("link", name="下载完整记录").click()
    record = await coming.value
    assert record.suggested_filename == f"{number}.zip"
    with zipfile.ZipFile(await record.path()) as package:
        within = Path(number)
        sums = [line.split("  ", 1) for line in package.read(f"{within}/SHA256SUMS").decode().splitlines()]
        assert all(hashlib.sha256(package.read(f"{within / name}")).hexdigest() == digest for digest, name in sums)
        assert any(name.endswith(proof.name) for _, name in sums)
        said = [one["words"] for one in json.loads(package.read(f"{within}/record.json"))["messages"]]
    for words in (WORDS, "我是主管 Sol，刚查过：已经广播，在等确认。", "这是提币记录的截图"):
        assert words in said
    assert any("钱包里还是没有" in words for words in said)

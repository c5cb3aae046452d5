"""A team lead handles a surge: two thousand customers with one problem, declared, answered once, and told when it is over."""

import re
from collections import Counter
from time import monotonic

from playwright.async_api import Page, expect

from tests.journeys.conftest import Demo
from tests.journeys.crowd import WORDS, Crowd
from tests.journeys.stage import PATIENCE_MS, Stage

MANY = 2_000
ALL_SENT = re.compile(rf"(?<!of ){MANY} sent")
"""And not "200 of 2000 sent", which stands there while it goes on."""
ANSWER = ("{name}，您好。{incident}，我们在处理，工单 {number} 会收到结果。", "Hello {name}, {incident}. We are on it; {number} hears the result.")
SOLVED = ("{incident}：已恢复。", "{incident}: solved.")


async def test_two_thousand_customers_are_answered_once(stage: Stage, demo: Demo) -> None:
    crowd = await Crowd.at(demo.running)
    try:
        await crowd.comes("surge", MANY)
        sol = await stage.agent("Sol")
        page = sol.page
        await page.goto(f"{stage.farol}/console/wall")
        await expect(page.locator(".figs .fig")).to_have_count(5)

        # Declared: the scope finds them before it is, and attaches them at once.
        await page.goto(f"{stage.farol}/console/incidents")
        await page.get_by_role("button", name="Declare an incident").click()
        form = page.get_by_role("dialog")
        await form.get_by_label("Title in Chinese").fill("Aptos 充值延迟")
        await form.get_by_label("Title in English").fill("Aptos deposits are late")
        await form.get_by_label("Networks").fill("APT")
        await expect(form.get_by_role("status")).to_contain_text(f"Finds {MANY} tickets")
        await form.get_by_label("Banner in Chinese").fill("Aptos 充值变慢，资金安全。")
        await form.get_by_label("Banner in English").fill("Aptos deposits are slow. Funds are safe.")
        began = monotonic()
        await form.get_by_role("button", name="Declare", exact=True).click()
        attached = page.locator(".cases .seg label").first
        await expect(attached).to_contain_text(f"Attached {MANY}", timeout=PATIENCE_MS)
        attach_s = monotonic() - began

        # One text, in the language of each, and everybody got it exactly once.
        await page.get_by_role("button", name="Answer all").click()
        await _texts(page, ANSWER)
        began = monotonic()
        await page.get_by_role("dialog").get_by_role("button", name=f"Send to {MANY}").click()
        await expect(page.locator(".answers")).to_contain_text(ALL_SENT, timeout=PATIENCE_MS)
        print(f"{MANY} tickets: attached in {attach_s:.1f} s, answered in {monotonic() - began:.1f} s, as seen on the screen")
        assert Counter(row["answers"] for row in await crowd.standing()) == {1: MANY}

        # A ticket shows whose case it is and reads as its customer does.
        await page.locator(".cases li a", has_text=WORDS).first.click()
        await expect(page.locator(".incident-bar")).to_contain_text("Aptos deposits are late")
        await expect(page.locator("#log .msg").last).to_contain_text(re.compile(r"FRL-\d{4}-\d{6}"))

        # Resolved with its tickets, each of which hears it.
        await page.locator(".incident-bar").get_by_role("button", name="See").click()
        await page.get_by_role("button", name="Resolve", exact=True).click()
        await _texts(page, SOLVED)
        await page.get_by_role("dialog").get_by_role("button", name="Resolve", exact=True).click()
        await expect(page.locator(".answers li", has_text="Last words")).to_contain_text(ALL_SENT, timeout=PATIENCE_MS)
        assert Counter((row["answers"], row["status"]) for row in await crowd.standing()) == {(2, "resolved"): MANY}
    finally:
        await crowd.leave()


async def _texts(page: Page, texts: tuple[str, str]) -> None:
    form = page.get_by_role("dialog")
    await form.get_by_label("Chinese text").fill(texts[0])
    await form.get_by_label("English text").fill(texts[1])

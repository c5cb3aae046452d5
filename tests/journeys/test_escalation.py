"""A ticket goes up, an expert is asked beside it, and it changes hands with what the next one must know."""

import re

from playwright.async_api import expect

from farol.app.demo.cast import ROSA
from tests.journeys.agent import Agent
from tests.journeys.stage import Stage

STATE = "fetch('/api/console/me/state', {method: 'PUT', headers: {'content-type': 'application/json'}, body: '{\"state\": \"busy\"}'})"
WORDS = "My XRP deposit forgot its tag"


async def dialog_field(agent: Agent, n: int, words: str) -> None:
    """Writes into a field of the open dialog."""
    await agent.page.locator("dialog").locator("textarea").nth(n).fill(words)


async def test_up_beside_and_over(stage: Stage) -> None:
    rosa = await stage.customer(ROSA, locale="es-ES")
    await rosa.ask(WORDS)
    sol, ana = await stage.agent("Sol"), await stage.agent()
    await sol.page.evaluate(STATE)
    await ana.open(WORDS)
    await ana.page.locator("#log").focus()
    keys = ana.page.keyboard

    # Up: Ana escalates, and Sol has it on her list at once.
    await ana.page.get_by_role("button", name="升级").first.click()
    await dialog_field(ana, 0, "She wrote twice")
    await dialog_field(ana, 1, "Please confirm the tag rule")
    await keys.press("Control+Enter")
    await expect(ana.page.locator(".escalation-bar")).to_contain_text("Please confirm the tag rule")
    await expect(ana.page.locator(".escalations .rungs .now")).to_have_count(1)

    # Beside: an expert is asked without handing over, answers live, and the ticket stays Ana's.
    await ana.page.locator(".threads h2 .btn").last.click()
    ask = ana.page.locator("dialog")
    await ask.get_by_role("combobox").fill("Sol")
    await keys.press("Enter")
    await ask.locator("input.input").last.fill("Tag rule")
    await dialog_field(ana, 0, "May the tag be empty?")
    await keys.press("Control+Enter")
    await expect(ana.page.locator(".thread-msg")).to_contain_text("May the tag be empty?")
    await sol.page.keyboard.press("g")
    await sol.page.keyboard.press("t")
    await sol.page.get_by_role("button", name=re.compile(r"^\S+ Tag rule")).click()
    await sol.page.locator(".thread-write textarea").fill("Never for XRP")
    await sol.page.keyboard.press("Control+Enter")
    await expect(ana.page.locator(".thread-msg", has_text="Never for XRP")).to_have_count(1)
    await sol.page.keyboard.press("Escape")
    await keys.press("Escape")

    # Over: T, a receiver, the drafted summary; the receiver accepts and has it.
    await ana.page.locator("#log").focus()
    await keys.press("t")
    over = ana.page.locator("dialog")
    await expect(over.locator("textarea")).to_have_value(re.compile("XRP"))
    await over.get_by_role("combobox").fill("Sol")
    await keys.press("Enter")
    await keys.press("Control+Enter")
    await expect(ana.page.locator(".transfer-bar")).to_contain_text("Sol Navarro")
    await sol.page.keyboard.press("g")
    await sol.page.keyboard.press("u")
    await sol.page.locator(".asked-list .thread-row", has_text="Ana Duarte").click()
    await sol.page.locator(".transfer-bar .btn.go").click()
    await expect(sol.page.locator(".facts")).to_contain_text("me")
    await expect(ana.page.locator(".facts")).to_contain_text("Sol Navarro")
    await expect(ana.page.locator(".transfer-bar")).to_have_count(0)

"""No screen breaks a rule of WCAG 2.2, level A or AA, that a machine can check; in both themes."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from farol.app.demo.cast import ROSA
from tests.journeys.stage import Stage

AXE = Path(__file__).parents[2] / "web" / "console" / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async ([within, levels]) => {
  await Promise.all(document.getAnimations().map(one => one.finished.catch(() => null)));
  const found = await axe.run(within ?? document, {runOnly: levels, resultTypes: ["violations"]});
  return found.violations.map(({id, help, nodes}) => ({id, help, nodes: nodes.map(one => one.html.slice(0, 200) + " " + one.failureSummary)}));
}"""
BOTH = pytest.mark.parametrize("theme", ["light", "dark"])


async def violations(page: Page, within: str | None = None) -> list[dict[str, Any]]:
    """What axe finds on the page, or in one element of it."""
    await page.evaluate(AXE.read_text())
    found: list[dict[str, Any]] = await page.evaluate(RUN, [within, LEVELS])
    return found


@BOTH
async def test_the_console(stage: Stage, theme: Any) -> None:
    page, _ = await stage.window(color_scheme=theme)
    await page.goto(f"{stage.farol}/console/")
    await expect(page.locator("section.demo button").first).to_be_visible()
    assert await violations(page) == []
    ana = await stage.agent(color_scheme=theme)
    assert await violations(ana.page) == []
    await ana.open("Обозреватель")
    await expect(ana.side.locator(".gates").first).to_be_visible()
    await ana.page.get_by_role("tab").last.click()
    assert await violations(ana.page) == []
    await ana.page.keyboard.press("Escape")
    await ana.page.keyboard.press("Shift+Slash")
    await expect(ana.page.locator("dialog")).to_be_visible()
    assert await violations(ana.page) == []


@BOTH
async def test_the_desk_around_the_tickets(stage: Stage, theme: Any) -> None:
    sol = await stage.agent("Sol", color_scheme=theme)
    page = sol.page
    await expect(page.locator(".my-state")).to_be_visible()
    await page.keyboard.press("s")
    await expect(page.locator(".states")).to_be_visible()
    assert await violations(page) == []
    await page.keyboard.press("Escape")
    for place in ("queue", "queue/people", "settings/offers", "settings/policies", "settings/calendars", "settings/attainment"):
        await page.goto(f"{stage.farol}/console/{place}")
        await expect(page.locator("main.screen :is(table, .cards, .setting)").first).to_be_visible()
        assert await violations(page) == [], place
    await page.goto(f"{stage.farol}/console/queue/people")
    await page.locator(".who-button").first.click()
    await expect(page.locator("dialog.skills")).to_be_visible()
    assert await violations(page) == []


@BOTH
async def test_the_widget(stage: Stage, theme: Any) -> None:
    rosa = await stage.customer(ROSA, color_scheme=theme)
    assert await violations(rosa.page, "farol-widget") == []
    await rosa.open()
    await expect(rosa.panel.locator(".bad-box").first).to_be_visible()
    assert await violations(rosa.page, "farol-widget") == []
    await rosa.panel.locator("button.item", has_text="XRP sin etiqueta").click()
    await expect(rosa.said).not_to_have_count(0)
    assert await violations(rosa.page, "farol-widget") == []
    guest = await stage.visitor(color_scheme=theme)
    await guest.open()
    await guest.say("您好")
    await expect(guest.panel.locator("form.who")).to_be_visible()
    assert await violations(guest.page, "farol-widget") == []


@BOTH
async def test_the_pages(stage: Stage, theme: Any) -> None:
    rosa = await stage.customer(ROSA, color_scheme=theme)
    for place in ("/help/zh", "/help/en", "/help/zh/a/deposit-not-credited", "/help/zh/a/api-errors", "/help/zh/t/deposits", "/help/zh/search?q=充值",
                  "/help/zh/announcements", "/help/en/api", "/help/zh/glossary", "/help/en/a/memo-tag/feedback", "/help/zh/nothing"):
        await rosa.page.goto(f"{stage.farol}{place}")
        assert await violations(rosa.page) == [], place
    await rosa.page.goto(f"{stage.exchange}/my-tickets")
    await rosa.page.wait_for_url(f"{stage.farol}/my")
    assert await violations(rosa.page) == []
    await rosa.page.locator(".mine a").first.click()
    await expect(rosa.page.locator("ol.way")).to_be_visible()
    assert await violations(rosa.page) == []

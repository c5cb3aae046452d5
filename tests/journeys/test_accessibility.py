"""No screen breaks a rule of WCAG 2.2, level A or AA, that a machine can check; in both themes."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from farol.app.demo.cast import ROSA
from tests.journeys.stage import Stage
from tests.sizes import some

AXE = Path(__file__).parents[2] / "web" / "console" / "node_modules" / "axe-core" / "axe.min.js"
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = """async ([within, levels]) => {
  await Promise.all(document.getAnimations().map(one => one.finished.catch(() => null)));
  const found = await axe.run(within ?? document, {runOnly: levels, resultTypes: ["violations"]});
  return found.violations.map(({id, help, nodes}) => ({id, help, nodes: nodes.map(one => one.html.slice(0, 200) + " " + one.failureSummary)}));
}"""
BOTH = pytest.mark.parametrize("theme", ["light", "dark"])
PAIRS = pytest.mark.parametrize(("theme", "lang"), some([("light", "en"), ("dark", "en"), ("light", "zh"), ("dark", "zh")], 3))


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
                  "/help/en/search?q=nothing+like+this+at+all", "/help/zh/announcements", "/help/en/announcements", "/help/en/api", "/help/zh/glossary",
                  "/help/en/a/memo-tag/feedback", "/help/zh/nothing"):
        await rosa.page.goto(f"{stage.farol}{place}")
        assert await violations(rosa.page) == [], place


@BOTH
async def test_the_portal(stage: Stage, theme: Any) -> None:
    page = await stage.portal(ROSA, color_scheme=theme)
    assert await violations(page) == []
    await page.locator(".mine a").first.click()
    await expect(page.locator("ol.way")).to_be_visible()
    await page.locator("details.fold summary").last.click()
    assert await violations(page) == []
    for lang in ("zh", "en"):
        await page.goto(f"{stage.farol}/my?lang={lang}")
        for place in ("/my", "/my/new", "/my/new?reason=dep.unconfirmed", "/my/door?urgency=now"):
            await page.goto(f"{stage.farol}{place}")
            assert await violations(page) == [], (lang, place)
    await page.goto(f"{stage.farol}/my/new?reason=dep.unconfirmed")
    await page.locator("#words").fill("help")
    await expect(page.locator(".coach li").first).to_be_visible()
    assert await violations(page) == []


@pytest.mark.parametrize(("theme", "lang"), [("light", "en"), ("dark", "zh")])
async def test_what_is_ones_own(stage: Stage, theme: Any, lang: str) -> None:
    page = await stage.portal(ROSA, color_scheme=theme)
    await page.goto(f"{stage.farol}/my?lang={lang}")
    for place in ("/stolen", "/stolen?by=code", "/stolen/case", "/stolen/stop/1-x", "/my/withdrawals", "/my/deposits", "/my/trace", "/my/holds",
                  "/my/kyc", "/my/liquidations", "/my/recovery", "/my/messages", "/messages/stop?t=x", "/verify-me", "/verify-me/code",
                  "/verify?q=@farol_demo_b0t", f"/help/{lang}/contact", "/my/chats", "/my/phone", "/my/mail-word",
                  f"/embed/forms/dep.unconfirmed?lang={lang}", f"/app/chat?lang={lang}&theme={theme}"):
        await page.goto(f"{stage.farol}{place}")
        assert await violations(page) == [], place


@BOTH
async def test_the_community(stage: Stage, theme: Any) -> None:
    page = await stage.portal(ROSA, color_scheme=theme)
    for place in ("", "/topics?open=1", "/ideas", "/rules", "/search?q=memo", "/search?q=充值", "/me", "/new", "/new?kind=idea", "/t/999999"):
        for lang in ("zh", "en"):
            await page.goto(f"{stage.farol}/community/{lang}{place}")
            assert await violations(page) == [], (lang, place)
    await page.goto(f"{stage.farol}/community/en/topics")
    await page.get_by_role("link", name="I sent XRP without the tag. Is it gone?").click()
    await expect(page.locator(".badge.staff").first).to_be_visible()
    assert await violations(page) == []
    await page.locator("article.post").get_by_role("link", name="Flag").first.click()
    await expect(page.get_by_role("radio").first).to_be_visible()
    assert await violations(page) == []
    await page.goto(f"{stage.farol}/community/en/ideas")
    await page.get_by_role("link", name="Show the network fee before I choose the network").click()
    await expect(page.locator(".chip.you").first).to_be_visible()
    assert await violations(page) == []


@PAIRS
async def test_the_editors_screens(stage: Stage, theme: Any, lang: str) -> None:
    page = await kai(stage, theme, lang)
    for screen in ("knowledge", "editing", "community", "search-words"):
        await page.goto(f"{stage.farol}/console/{screen}")
        parts = page.locator(".page-head .seg button")
        await parts.first.wait_for()
        for number in range(await parts.count()):
            await parts.nth(number).click()
            await settled(page)
            assert await violations(page) == [], (screen, number)
    for place in ("settings/community", "settings/announcements"):
        await page.goto(f"{stage.farol}/console/{place}")
        await settled(page)
        assert await violations(page) == [], place


@PAIRS
async def test_an_article_and_a_topic(stage: Stage, theme: Any, lang: str) -> None:
    page = await kai(stage, theme, lang)
    await page.goto(f"{stage.farol}/console/knowledge")
    await page.locator(".article-grid a").first.click()
    pane = page.locator("section.text-pane").first
    await expect(pane.locator(".text-shown .prose")).to_be_visible()
    assert await violations(page) == []
    await pane.locator("header .btn").last.click()
    await expect(page.locator("dialog .version-rows li").first).to_be_visible()
    assert await violations(page) == []
    await page.keyboard.press("Escape")
    await pane.locator("header .btn").first.click()
    await pane.locator(".insert-bar button").first.click()
    await expect(pane.locator(".pop-form select").first).to_be_visible()
    assert await violations(page) == []
    await page.goto(f"{stage.farol}/console/community/topics")
    await page.locator(".forum-rows a").first.click()
    await expect(page.locator(".forum-post").first).to_be_visible()
    assert await violations(page) == []


async def kai(stage: Stage, theme: Any, lang: str) -> Page:
    """The knowledge editor's console in that language."""
    page = (await stage.agent("Kai", color_scheme=theme)).page
    wanted = {"zh": "zh-Hans", "en": "en"}[lang]
    if await page.locator("html").get_attribute("lang") != wanted:
        await page.locator(".rail button.lang").click()
    await expect(page.locator("html")).to_have_attribute("lang", wanted)
    return page


async def settled(page: Page) -> None:
    """Waits until what the screen shows has come."""
    await expect(page.locator("main.screen h1, main.screen h2").first).to_be_visible()
    await expect(page.locator("main.screen .skel")).to_have_count(0)
    await expect(page.locator("main.screen :is(table, ol, ul, form, section, .empty, p.dim)").filter(visible=True).first).to_be_visible()

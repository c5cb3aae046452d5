"""A lead makes a list by keyboard, its count follows what happens, and a word of weeks ago is found."""

from playwright.async_api import expect

from farol.app.demo.cast import IVAN, MEI, ROSA
from tests.journeys.stage import Stage


async def test_a_list_is_made_and_lives(stage: Stage) -> None:
    mei, rosa, sol = await stage.customer(MEI), await stage.customer(ROSA), await stage.agent("Sol")
    page = sol.page
    await mei.ask("列表旅程：充值还没到账")
    await page.goto(page.url.split("/console")[0] + "/console/settings/lists/new")
    names = page.locator(".view-editor .pair input")
    await names.nth(0).fill("列表旅程")
    await names.nth(1).fill("Journey")
    await page.get_by_role("button", name="Condition", exact=True).click()
    await page.keyboard.type("Subj")  # the focus is in the new condition's field
    row = page.locator(".condition").last
    await row.get_by_label("Comparison").select_option("contains")
    await row.get_by_label("Value: Subject").fill("列表旅程")
    await expect(page.locator(".preview")).to_contain_text("1 tickets")
    await page.get_by_role("button", name="Save").click()
    await expect(sol.rows).to_have_count(1)
    pill = page.locator(".saved-lists button", has_text="Journey")
    await expect(pill).to_have_attribute("aria-pressed", "true")
    await expect(pill).to_contain_text("1")
    await rosa.ask("列表旅程：还有一笔")
    await expect(pill).to_contain_text("2")


async def test_everything_is_found_in_one_search(stage: Stage) -> None:
    ivan, ana = await stage.customer(IVAN), await stage.agent("Ana")
    await ivan.ask("Where is the zanzibar transfer?")
    field = ana.page.locator(".find input")
    await field.fill("zanzi")
    hit = ana.page.locator(".elsewhere [data-hit]", has_text="zanzibar")
    await expect(hit).to_have_count(1)
    await expect(hit.locator("mark")).to_have_text("zanzi")
    await field.press("ArrowDown")
    await expect(ana.page.locator("a.tick:focus, [data-hit]:focus")).to_have_count(1)
    await ana.page.keyboard.press("Enter")
    await ana.hears("Where is the zanzibar transfer?")

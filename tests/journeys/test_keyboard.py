"""The console without a mouse."""

from playwright.async_api import expect

from farol.app.demo.cast import IVAN
from tests.journeys.app import App
from tests.journeys.stage import Stage


async def test_a_ticket_is_answered_by_keyboard_alone(stage: Stage) -> None:
    ivan = await stage.customer(IVAN, locale="en-US")
    await ivan.ask("Only keys were pressed here")
    async with App(stage.farol, stage.exchange) as app:
        await (await app.visit("Noor", "noor@example.net", "en")).ask("There is another ticket in the list")
    ana = await stage.agent()
    keys = ana.page.keyboard
    await expect(ana.row("Only keys were pressed here")).to_be_visible()

    # Down to the ticket, up and down again.
    for _ in range(await ana.rows.count()):
        await keys.press("j")
        if "Only keys" in await ana.page.locator("a.tick[aria-current=true]").inner_text():
            break
    await ana.hears("Only keys were pressed here")
    here = ana.page.url
    away, back = ("j", "k") if "Only keys" in await ana.rows.first.inner_text() else ("k", "j")
    await keys.press(away)
    await expect(ana.page).not_to_have_url(here)
    await keys.press(back)
    await expect(ana.page).to_have_url(here)

    # Into the reply by Enter; letters are letters there.
    await keys.press("Enter")
    await expect(ana.field).to_be_focused()
    await keys.type("Rejoice, keys work")
    await keys.press("Control+Enter")
    await ivan.hears("Rejoice, keys work")

    # N is a note, R a reply, Escape leaves the box.
    await keys.press("Escape")
    await keys.press("n")
    await keys.type("For colleagues")
    await keys.press("Control+Enter")
    await expect(ana.page.locator(".msg.note:not(.pending)", has_text="For colleagues")).to_have_count(1)
    await keys.press("Escape")
    await keys.press("r")
    await expect(ana.field).to_be_focused()
    await expect(ana.page.locator(".composer.is-note")).to_have_count(0)

    # A takes it, E resolves it, Z takes that back, E again.
    await keys.press("Escape")
    await keys.press("a")
    await expect(ana.page.locator(".facts")).to_contain_text("我")
    await keys.press("e")
    await expect(ivan.status).to_have_text("Solved")
    await keys.press("z")
    await expect(ivan.status).to_have_text("Answered")
    await keys.press("e")
    await expect(ivan.status).to_have_text("Solved")

    # Every place can be reached by Tab, and where one is can be seen.
    reached = set()
    for _ in range(150):
        await keys.press("Tab")
        reached.add(await ana.page.evaluate(SEEN))
        if reached >= {"rail", "list", "talk", "side"}:
            break
    assert "unseen" not in reached
    assert {"rail", "list", "talk", "side"} <= reached


SEEN = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return "body";
  const style = getComputedStyle(at), box = at.closest(".box, .find") ?? at;
  const ringed = [style, getComputedStyle(box)].some(one => one.outlineStyle !== "none" || one.boxShadow !== "none");
  return ringed ? ["rail", "list", "talk", "side"].find(name => at.closest("." + name)) ?? "elsewhere" : "unseen";
}"""

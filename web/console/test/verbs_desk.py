"""What is done around a conversation: the list, keys, menus, the case panel, the way in."""

from hands import BASE, IVAN, MEI, mock, open_ticket, picture, write
from playwright.sync_api import Page, expect


def calm_list(page: Page) -> None:
    """Under the pointer the order rests; newcomers wait behind a count."""
    page.goto(f"{BASE}/console/")
    page.wait_for_selector("a.tick")
    before = page.locator("a.tick").evaluate_all("list => list.map(one => one.dataset.ticket)")
    page.locator("a.tick").nth(2).hover()
    mock("change", ticket=9, fields={"status": "open"})
    expect(page.locator(".newcomers")).to_be_visible()
    assert page.locator("a.tick").evaluate_all("list => list.map(one => one.dataset.ticket)") == before
    picture(page, "newcomers")
    page.locator(".newcomers").click()
    expect(page.locator('a.tick[data-ticket="9"]')).to_be_visible()
    mock("change", ticket=9, fields={"status": "resolved"})


def keyboard(page: Page) -> None:
    """J, K, Enter, Esc, E and Z, the palette, the sheet."""
    page.goto(f"{BASE}/console/")
    page.wait_for_selector("a.tick")
    page.mouse.move(900, 500)
    page.keyboard.press("j")
    page.wait_for_selector("#write textarea")
    page.keyboard.press("j")
    page.wait_for_timeout(300)
    expect(page.locator("a.tick").nth(1)).to_have_attribute("aria-current", "true")
    page.keyboard.press("k")
    expect(page.locator("a.tick").nth(0)).to_have_attribute("aria-current", "true")
    page.keyboard.press("Enter")
    expect(page.locator("#write textarea")).to_be_focused()
    page.keyboard.type("jkez")
    expect(page.locator("#write textarea")).to_have_value("jkez")
    write(page, "")
    page.keyboard.press("Escape")
    expect(page.locator("#write textarea")).not_to_be_focused()
    page.keyboard.press("Shift+Slash")
    expect(page.locator("dialog.sheet")).to_be_visible()
    picture(page, "keys")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    open_ticket(page, MEI)
    page.keyboard.press("e")
    expect(page.locator(".undo")).to_contain_text("已解决")
    expect(page.locator(".talk header .chip.good")).to_be_visible()
    picture(page, "resolved")
    page.keyboard.press("z")
    expect(page.locator(".talk header .chip.good")).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.locator("dialog.palette input")).to_be_focused()
    page.keyboard.type("Sol")
    picture(page, "palette")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator(".find input")).to_be_focused()
    page.keyboard.type("审核")
    expect(page.locator("a.tick")).not_to_have_count(0)
    picture(page, "search")
    page.keyboard.press("Escape")


def menus(page: Page) -> None:
    """Severity, reason and owner; the picture; the account."""
    open_ticket(page, IVAN)
    page.get_by_role("button", name="原因: ").click()
    picture(page, "reasons")
    page.keyboard.type("漏填")
    page.keyboard.press("Enter")
    expect(page.locator(".facts")).to_contain_text("漏填")
    expect(page.locator(".ev").last).to_contain_text("原因定为")
    page.get_by_role("button", name="严重程度").click()
    page.get_by_role("option").nth(2).click()
    expect(page.locator(".facts .sev")).to_have_text("P2")
    page.get_by_role("button", name="负责人").click()
    picture(page, "owners")
    page.keyboard.press("Escape")
    page.locator(".thumb").first.click()
    expect(page.locator("dialog.picture img")).to_be_visible()
    picture(page, "picture")
    page.keyboard.press("Escape")
    page.locator(".rail .me").click()
    expect(page.locator("dialog.account .devices li")).to_have_count(3)
    picture(page, "account")
    page.keyboard.press("Escape")


def silent_exchange(page: Page) -> None:
    """The exchange does not answer: the panel says so, the rest works."""
    open_ticket(page, IVAN)
    page.wait_for_selector(".obj .amt")
    mock("core", down=True)
    page.get_by_role("button", name="刷新").click()
    expect(page.locator(".side .bar.fail")).to_contain_text("交易所没有回应")
    picture(page, "core-down")
    mock("core", down=False)


def signing(page: Page) -> None:
    """Session lost: sign-in says so; a demo role brings one back."""
    open_ticket(page, IVAN)
    mock("out")
    page.goto(f"{BASE}/console/")
    page.wait_for_selector(".sign-in form")
    page.wait_for_timeout(300)
    picture(page, "sign-in")
    page.locator(".fields .btn").click()
    expect(page.locator("#email")).to_be_focused()
    page.fill("#email", "ana@demo-exchange.example")
    page.fill("#password", "wrong")
    page.fill("#totp", "123456")
    page.locator(".fields .btn").click()
    expect(page.locator(".bar.fail")).to_contain_text("对不上")
    picture(page, "sign-in-failed")
    page.get_by_role("button", name="Ana 客服").click()
    page.wait_for_selector("a.tick")


VERBS = [calm_list, keyboard, menus, silent_exchange, signing]

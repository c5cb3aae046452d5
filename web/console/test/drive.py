"""Drives the console in Chromium against the mock server, verb by verb: ``drive.py BASE [FOLDER for pictures]``."""

import json
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import FilePayload, Page, expect, sync_playwright

ARGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
BASE = sys.argv[1]
PICTURES = Path(sys.argv[2]) if len(sys.argv) > 2 else None
IVAN, MEI, LONG = 3, 4, 10
RED = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


def mock(what: str, **data: object) -> None:
    """Moves the world from outside."""
    request = urllib.request.Request(f"{BASE}/mock/{what}", json.dumps(data).encode(), method="POST")  # noqa: S310
    urllib.request.urlopen(request, timeout=5).read()  # noqa: S310


def picture(page: Page, name: str) -> None:
    """Keeps a picture when a folder was given."""
    if PICTURES:
        page.wait_for_timeout(250)
        page.screenshot(path=PICTURES / f"{name}.png")


def open_ticket(page: Page, ticket: int) -> None:
    """Opens a ticket by its address and waits for the conversation."""
    page.goto(f"{BASE}/console/tickets/{ticket}")
    page.wait_for_selector(".msg .say")


def write(page: Page, text: str) -> None:
    """Types into the composer."""
    page.locator("#write textarea").fill(text)


def undo_and_send(page: Page) -> None:
    """A reply waits three seconds; Z brings it back; without Z it is there once."""
    open_ticket(page, IVAN)
    write(page, "请稍等，我查一下。")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".msg.pending")).to_have_count(1)
    picture(page, "pending")
    page.locator("#write textarea").blur()
    page.keyboard.press("z")
    expect(page.locator(".msg.pending")).to_have_count(0)
    expect(page.locator("#write textarea")).to_have_value("请稍等，我查一下。")
    page.locator("#write textarea").focus()
    page.keyboard.press("Control+Enter")
    expect(page.locator(".msg.agent", has_text="我查一下")).to_have_count(1)
    page.wait_for_timeout(3_800)
    expect(page.locator(".msg.pending")).to_have_count(0)
    expect(page.locator(".msg.agent", has_text="我查一下")).to_have_count(1)
    expect(page.locator(".msg .state", has_text="已发")).to_have_count(1)


def stale(page: Page) -> None:
    """Somebody writes first: nothing goes, the words are kept, sending anyway works."""
    open_ticket(page, IVAN)
    write(page, "现在可以提了吗？")
    page.keyboard.press("Control+Enter")
    mock("say", ticket=IVAN, body="Не нужно, я уже разобрался сам.")
    notice = page.locator(".stale")
    expect(notice).to_be_visible(timeout=6_000)
    expect(notice).to_contain_text("Не нужно")
    picture(page, "stale")
    expect(notice.locator(".btn.go")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#write textarea")).to_have_value("现在可以提了吗？")
    page.keyboard.press("Control+Enter")
    page.wait_for_timeout(3_600)
    expect(page.locator(".msg.agent", has_text="现在可以提了吗")).to_have_count(1)


def note(page: Page) -> None:
    """N turns the box to sand; the note is a note."""
    open_ticket(page, IVAN)
    page.locator("body").press("n")
    expect(page.locator(".composer.is-note textarea")).to_be_focused()
    page.keyboard.type("风控第二位审核员 14:45 回来。")
    picture(page, "note")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".msg.note", has_text="14:45")).to_have_count(1)
    page.wait_for_timeout(3_500)
    expect(page.locator(".msg.note.pending")).to_have_count(0)
    expect(page.locator(".msg.note", has_text="14:45")).to_have_count(1)


def refused(page: Page) -> None:
    """A refused message stays, says why, and can be edited."""
    open_ticket(page, MEI)
    write(page, "FAIL")
    page.keyboard.press("Control+Enter")
    failed = page.locator(".msg.failed")
    expect(failed).to_be_visible(timeout=6_000)
    picture(page, "failed")
    failed.get_by_text("改一下").click()
    expect(page.locator("#write textarea")).to_have_value("FAIL")
    write(page, "")


def offline(page: Page) -> None:
    """Without a connection one keeps writing; it goes by itself afterwards, once."""
    open_ticket(page, MEI)
    mock("cut", cut=True)
    expect(page.locator(".talk .bar.risk")).to_be_visible(timeout=9_000)
    write(page, "断线时写的。")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".msg.pending .state")).to_contain_text("没有连接", timeout=8_000)
    expect(page.locator(".talk .bar.risk")).to_contain_text("留存 1 条")
    picture(page, "offline")
    mock("cut", cut=False)
    mock("say", ticket=MEI, body="断线期间客户又写了一句")
    page.locator(".talk .bar.risk button").click()
    expect(page.locator(".talk .bar.risk")).to_have_count(0, timeout=15_000)
    expect(page.locator(".msg.customer", has_text="断线期间")).to_have_count(1, timeout=8_000)
    expect(page.locator(".stale")).to_be_visible(timeout=8_000)
    page.get_by_text("照样发送").click()
    expect(page.locator(".msg.agent", has_text="断线时写的")).to_have_count(1, timeout=8_000)


def reload_keeps(page: Page) -> None:
    """A reload inside the undo time loses nothing and doubles nothing; drafts stay."""
    open_ticket(page, MEI)
    write(page, "刷新之前写的。")
    page.keyboard.press("Control+Enter")
    write(page, "草稿还在")
    page.wait_for_timeout(500)
    page.reload()
    page.wait_for_selector(".msg .say")
    expect(page.locator("#write textarea")).to_have_value("草稿还在")
    page.wait_for_timeout(2_000)
    expect(page.locator(".msg.agent", has_text="刷新之前写的")).to_have_count(1)
    write(page, "")
    page.wait_for_timeout(400)


def presence(page: Page) -> None:
    """The customer's typing, a colleague's typing."""
    open_ticket(page, IVAN)
    page.wait_for_timeout(300)
    mock("type", ticket=IVAN, who={"kind": "customer", "name": "Ivan P."}, on=True)
    mock("type", ticket=IVAN, who={"kind": "staff", "id": 3, "name": "Sol"}, on=True)
    expect(page.locator(".composer .to")).to_contain_text("正在输入")
    expect(page.locator(".talk > .bar")).to_contain_text("Sol")
    picture(page, "presence")


def reading_place(page: Page) -> None:
    """Earlier messages load above without moving the text; new ones do not pull the reader down."""
    open_ticket(page, LONG)
    at_end = "() => { const l = document.querySelector('#log'); return l.scrollHeight - l.scrollTop - l.clientHeight }"
    assert page.evaluate(at_end) < 4, "opens at the end"
    place = "document.querySelector('.msg .say[data-watched]').getBoundingClientRect().y"
    before = page.evaluate(
        "() => { document.querySelector('#log').scrollTop = 90;"
        f" document.querySelector('.msg .say').dataset.watched = '1'; return {place} }}"
    )
    page.locator(".msg").nth(60).wait_for()
    page.wait_for_timeout(200)
    after = page.evaluate(f"() => {place}")
    assert abs(after - before) < 3, (before, after)
    mock("say", ticket=LONG, body="我又来了")
    expect(page.locator(".to-end.fresh")).to_be_visible()
    picture(page, "new-below")
    page.locator(".to-end").click()
    expect(page.locator(".msg", has_text="我又来了").last).to_be_in_viewport()


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


def files(page: Page) -> None:
    """A file chosen is sent with progress and goes with the message."""
    open_ticket(page, MEI)
    receipt: FilePayload = {"name": "回执.png", "mimeType": "image/png", "buffer": RED}
    page.locator("input[type=file]").set_input_files(receipt)
    expect(page.locator(".tray .file")).to_contain_text("回执.png")
    picture(page, "tray")
    page.locator(".composer .foot .btn.end").click()
    page.wait_for_timeout(3_600)
    expect(page.locator(".msg.agent .thumb").last).to_be_visible()


def hostile(page: Page) -> None:
    """Words are words: nothing in a message becomes markup."""
    open_ticket(page, MEI)
    mock("say", ticket=MEI, body="<img src=x onerror=alert(1)><script>alert(2)</script> \u202e javascript:alert(3)")
    expect(page.locator(".msg.customer", has_text="<img src=x")).to_be_visible()
    assert page.locator(".msg img[src=x], .msg script").count() == 0


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


STEPS: list[Callable[[Page], None]] = [
    undo_and_send, stale, note, refused, offline, reload_keeps, presence, reading_place, calm_list, keyboard, menus, files, hostile,
    silent_exchange, signing,
]


def listen(page: Page, noise: list[str]) -> None:
    """Collects what the browser complains about."""
    page.on("console", lambda said: noise.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: noise.append(f"page error: {error}"))


def main() -> int:
    """Runs every step, or those named after the folder; says which failed."""
    wanted = sys.argv[3:]
    if PICTURES:
        PICTURES.mkdir(parents=True, exist_ok=True)
    failed = 0
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path="/usr/bin/chromium", args=ARGS)
        for step in STEPS:
            if wanted and step.__name__ not in wanted:
                continue
            context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="zh-CN")
            page = context.new_page()
            noise: list[str] = []
            listen(page, noise)
            start = time.monotonic()
            try:
                step(page)
                result = "ok"
            except (AssertionError, Exception) as problem:
                failed += 1
                result = f"FAILED {str(problem)[:600]}"
                picture(page, f"failed-{step.__name__}")
                mock("cut", cut=False)
            loud = [line for line in noise if "Failed to load resource" not in line and "WebSocket" not in line and "ERR_" not in line]
            print(f"{step.__name__:16} {time.monotonic() - start:5.1f} s  {result}", *loud, sep="\n    " if loud else "")
            failed += bool(loud)
            context.close()
        browser.close()
    return failed


if __name__ == "__main__":
    sys.exit(main())

"""What is done inside a conversation."""

from hands import IVAN, LONG, MEI, mock, open_ticket, picture, write
from playwright.sync_api import FilePayload, Page, expect

RED = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


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


VERBS = [undo_and_send, stale, note, refused, offline, reload_keeps, presence, reading_place, files, hostile]

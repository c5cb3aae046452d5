"""Somebody without an account has the same conversation, on the page and by mail."""

from playwright.async_api import expect

from tests.journeys.stage import Stage

ADDRESS = "omar.haddad@example.net"
QUESTION = "Can I open an account from Jordan?"


async def test_a_visitor_leaves_an_address_and_is_answered(stage: Stage) -> None:
    ana = await stage.agent()
    omar = await stage.visitor(locale="en-US", viewport={"width": 360, "height": 640})
    await omar.open()
    await omar.say(QUESTION)

    # The words wait for an address, and go with it.
    await expect(omar.said).to_contain_text("your e-mail")
    await omar.introduce("omar.haddad@")
    await expect(omar.panel.locator("form.who")).to_contain_text("not complete")
    await omar.introduce(ADDRESS, "Omar")
    await expect(omar.number).to_contain_text("FRL-")

    await ana.open(QUESTION)
    await expect(ana.side).to_contain_text("未登录")
    assert ADDRESS not in await ana.page.content()
    await ana.say("Yes, accounts are open to residents of Jordan.")
    await omar.hears("accounts are open to residents of Jordan")

    # A reload forgets nothing.
    await omar.page.reload()
    await omar.open_ticket(QUESTION)
    await omar.say("Which documents do I need?")
    await ana.hears("Which documents do I need?")

    # Gone from the page, he reads and answers by mail.
    await omar.page.goto("about:blank")
    await expect(ana.customer).to_contain_text("不在线")
    await ana.say("A passport and a bill not older than three months.")
    mail = await stage.mailbox(ADDRESS)
    await mail.read("A passport and a bill")
    await mail.answer("Thank you, I have both.")
    await ana.hears("Thank you, I have both.")

    # On another device the address alone opens nothing.
    other = await stage.visitor(locale="en-US")
    await other.open()
    await other.say("What did I ask before?")
    await other.introduce(ADDRESS, "Omar")
    await expect(other.number).to_contain_text("FRL-")
    await other.panel.get_by_role("button", name="Back").click()
    await expect(other.panel.locator("button.item")).to_have_count(1)
    assert QUESTION not in await other.ears.told()

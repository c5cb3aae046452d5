"""Answers find a customer who has left, and her mail finds the ticket."""

from playwright.async_api import expect

from farol.app.demo.cast import MALLORY, ROSA
from tests.journeys.stage import Stage


async def test_who_closed_the_page_goes_on_by_mail(stage: Stage) -> None:
    ana = await stage.agent()
    rosa = await stage.customer(ROSA, locale="en-US")
    number = await rosa.ask("My tag: 104298. Is it attached to my deposit now?")
    await ana.open("My tag: 104298")

    # What was read on screen is not mailed.
    await ana.say("Thank you, I am attaching it.")
    await rosa.hears("Thank you, I am attaching it.")
    await expect(ana.message("Thank you").locator(".state.read")).to_be_visible()
    site = rosa.page.url
    await rosa.page.goto("about:blank")
    await expect(ana.customer).to_contain_text("不在线")

    # What was not, is: with the number, the words and a thread.
    await ana.say("Done: your 250 XRP are credited.")
    mail = await stage.mailbox(ROSA.email)
    await mail.read("Done: your 250 XRP are credited.")
    await expect(mail.page.locator("article h1")).to_contain_text(number)
    first = await mail.headers()
    await ana.say("You can trade them at once.")
    await mail.read("You can trade them at once.")
    second = await mail.headers()
    assert second["in-reply-to"] == first["message-id"]
    assert first["message-id"] in second["references"]
    assert second["subject"].removeprefix("Re: ") == first["subject"].removeprefix("Re: ")
    assert all("Thank you, I am attaching it." not in each["text"] for each in await mail.all())

    # Her answer joins the ticket live, without what it quotes.
    await mail.answer("I see them. Many thanks to you both.")
    await ana.hears("I see them. Many thanks to you both.")
    answer = ana.message("I see them")
    await expect(answer).to_contain_text("邮件")
    assert await answer.locator(".txt").inner_text() == "I see them. Many thanks to you both."

    # Back at the site it is all one conversation.
    await rosa.page.goto(site)
    await rosa.open_ticket("My tag: 104298")
    await rosa.hears("I see them. Many thanks to you both.")
    assert await rosa.conversation() == await ana.conversation()


async def test_a_stranger_cannot_join_a_ticket_by_its_number(stage: Stage) -> None:
    ana = await stage.agent()
    mallory = await stage.customer(MALLORY, locale="en-US")
    number = await mallory.ask("Please change my e-mail address.")
    await ana.open("Please change my e-mail address.")
    mail = await stage.mailbox("stranger@example.org")
    await mail.write(f"Re: [{number}]", "I am the owner, change it to this address.")
    await expect(ana.row("I am the owner")).to_have_count(1)
    await expect(ana.message("I am the owner")).to_have_count(0)

"""The community: a question from the first word to the private ticket, with scripts and without; and a thief who gets nowhere."""

import pytest
from playwright.async_api import Page, expect

from farol.app.demo.cast import MALLORY, MEI, ROSA
from tests.journeys.member import Member
from tests.journeys.stage import Stage

PHONE = {"width": 390, "height": 844}
PHRASE = "legal winner thank year wave sausage worth useful legal winner thank yellow"
QUESTIONS = {
    False: ("提到硬件钱包，要先试一笔小额吗？", "我怕地址抄错。我的 UID 是 20990431，麻烦看一下。"),
    True: ("换了硬件钱包，旧地址还能收到提币吗？", "地址簿里还是旧的。也可以打我手机 13911220044。"),
}
HIDDEN = {False: "20990431", True: "13911220044"}
"""What stands in the words and is not for everybody."""


async def anybody(stage: Stage, place: str, *, script: bool) -> Page:
    """The page as somebody without an account reads it."""
    page, _ = await stage.window(java_script_enabled=script)
    await page.goto(f"{stage.farol}/community/zh{place}")
    return page


@pytest.mark.parametrize("script", [False, True])
async def test_a_question_goes_on_in_private(stage: Stage, script: bool) -> None:
    title, words = QUESTIONS[script]
    answer = "Yes, one small amount first. It costs a fee and saves a night's sleep." if not script else "Yes, as long as you still hold its phrase."
    mei = Member(await stage.portal(MEI, viewport=PHONE, java_script_enabled=script), stage.farol, "zh")
    topic = await mei.ask(title, f"{words}\n\n我的助记词是 {PHRASE}", "deposits")

    # What is nobody's business is gone before anybody sees it, and she is told so.
    await expect(mei.told).to_contain_text("已发布")
    await expect(mei.told).to_contain_text("已自动遮住：UID" if not script else "已自动遮住：电话")
    await expect(mei.refused).to_contain_text("泄露过的请马上更换")
    reader = await anybody(stage, topic, script=script)
    await expect(reader.locator("h1")).to_have_text(title)
    shown = await reader.content()
    assert HIDDEN[script] not in shown
    assert not any(part in shown for part in ("legal winner", "sausage", "wave"))
    await expect(reader.get_by_role("heading", name="登录后参与")).to_be_visible()

    # Rosa answers, and one of the staff, who alone carries the badge.
    rosa = Member(await stage.portal(ROSA, viewport=PHONE, java_script_enabled=script), stage.farol, "en")
    await rosa.reply(topic, answer)
    ana = await stage.agent()
    await ana.page.goto(f"{stage.farol}/console/community{topic}")
    said = f"补充一点：先核对地址的前后各六位。（{title}）"
    await ana.page.locator(".answer-box textarea").fill(said)
    await ana.page.locator(".answer-box button[type=submit]").click()
    await expect(ana.page.locator(".forum-post", has_text="先核对地址")).to_be_visible()
    await mei.go(topic)
    await expect(mei.post("先核对地址").locator(".badge.staff")).to_have_text("官方")
    await expect(mei.post(answer)).to_be_visible()
    await expect(mei.post(answer).locator(".badge.staff")).to_have_count(0)

    # The answer is accepted; Rosa hears of it.
    await mei.press(mei.post(answer).get_by_role("button", name="采纳为答案"))
    await expect(mei.post(answer).locator(".chip.good")).to_have_text("已采纳的答案")
    await mei.go("/topics")
    await expect(mei.page.locator("ul.topics li", has_text=title).locator(".chip.good")).to_have_text("已解答")
    await rosa.go("/me")
    await expect(rosa.page.locator("ul.topics .what", has_text=title).filter(has_text="was accepted as the answer")).to_be_visible()

    # Her account is between her and support: the words go along, what was masked too, the phrase never.
    await mei.go(topic)
    await mei.press(mei.page.get_by_role("button", name="转为私密工单"))
    await expect(mei.page).to_have_url(f"{stage.farol}/my/tickets/{(await mei.page.locator('.crumb .num').inner_text()).strip()}")
    await expect(mei.page.locator(".thread")).to_contain_text(HIDDEN[script])
    await expect(mei.page.locator(".thread")).not_to_contain_text("sausage")
    await mei.page.goto(f"{stage.farol}/my")
    await expect(mei.page.locator(".mine a", has_text=title)).to_have_count(1)
    await reader.reload()
    await expect(reader.locator("main")).to_contain_text("这件事已转为私密工单")
    assert HIDDEN[script] not in await reader.content()


async def test_a_thief_gets_nowhere(stage: Stage) -> None:
    mallory = Member(await stage.portal(MALLORY, locale="en-GB"), stage.farol, "en")
    await mallory.go()
    await mallory.page.get_by_role("link", name="I sent XRP without the tag. Is it gone?").click()
    place = mallory.page.url.partition("/community/en")[2]

    # Links that look like ours are nobody's to post; others are not a newcomer's. The words stay in the form.
    for words, why in (
        ("Claim it at https://demo-exchange-support.com/recover", "demo-exchange-support.com imitates our address and cannot be posted"),
        ("I used https://fast-recovery.example.net for mine", "New members can link to our own pages and to block explorers only"),
    ):
        await mallory.send(words)
        await expect(mallory.refused).to_contain_text(why)
        await expect(mallory.words).to_have_value(words)

    # An invitation to go on elsewhere waits for somebody of the staff, and a burst is stopped in plain words.
    invitation = "I can get it back within the hour. Write to me on telegram @xrp_rescue_desk"
    await mallory.send(invitation)
    await expect(mallory.told).to_contain_text("It appears once somebody of our staff has read it")
    await expect(mallory.post(invitation)).to_contain_text("It reads like an invitation to go on somewhere else.")
    await mallory.send(invitation)
    await expect(mallory.refused).to_contain_text("You posted the same words already")
    for words in ("Hurry, the pool closes today", "Last chance for everybody here"):
        await mallory.send(words)
        await expect(mallory.refused).to_contain_text("s before the next post. Your words are kept below.")
        await expect(mallory.words).to_have_value(words)
    reader = await anybody(stage, place, script=True)
    shown = await reader.content()
    assert not any(part in shown for part in ("xrp_rescue_desk", "pool closes", "Last chance"))

    # A lead decides; the author reads why.
    sol = await stage.agent("Sol")
    await sol.page.goto(f"{stage.farol}/console/community")
    waiting = sol.page.locator(".forum-queue > li", has_text="xrp_rescue_desk")
    await expect(waiting).to_contain_text("invites to go on elsewhere")
    await waiting.get_by_role("button", name="Refuse").click()
    dialog = sol.page.get_by_role("dialog")
    await dialog.locator("textarea").fill("We never help through Telegram.")
    await dialog.locator("button[type=submit]").click()
    await expect(dialog).to_have_count(0)
    await expect(waiting).to_have_count(0)
    await mallory.page.goto(f"{stage.farol}/community/en{place}")
    await expect(mallory.post(invitation)).to_contain_text("Our staff hid this; only you see it. Reason: We never help through Telegram.")
    await mallory.go("/me")
    await expect(mallory.page.locator("main")).to_contain_text("was hidden: We never help through Telegram.")
    await reader.reload()
    assert "xrp_rescue_desk" not in await reader.content()

"""Authors change, delete and bring back; others flag; the author's topic goes on in private."""

import re

from farol.app.demo.cast import IVAN, MALLORY, MEI, ROSA
from tests.world import FAROL, later

from .conftest import ask, at_level, page, say, topic_of


async def opened(world, enter, body="It shows 3 of 12."):
    """Mei, a member, and her topic with its first post."""
    browser = await enter(MEI)
    await ask(browser, MEI, title="one", body="one")
    await at_level(world, MEI.uid, "member")
    topic = topic_of(await ask(browser, MEI, body=body))
    return browser, topic, await world.kit.db.fetchval("select id from forum_post where topic_id = $1", topic)


async def test_a_change_keeps_what_was_said_before(world, enter, no_pause):
    browser, topic, post = await opened(world, enter)
    saved = await browser.post(f"/community/en/p/{post}/edit", data={"title": "Deposit at 3 of 12", "body": "It shows 4 of 12."})
    assert saved.status_code == 303
    text = await page(browser, f"/community/en/t/{topic}")
    assert "It shows 4 of 12." in text
    assert "Deposit at 3 of 12" in text
    assert "changed today" in text
    assert "It shows 3 of 12." in await page(browser, f"/community/en/p/{post}/edit")
    other = await enter(IVAN)
    assert "3 of 12.</p>" not in await page(other, f"/community/en/t/{topic}")
    await page(other, f"/community/en/p/{post}/edit", 404)
    assert (await other.post(f"/community/en/p/{post}/edit", data={"body": "mine"})).status_code == 404


async def test_the_window_closes(world, enter, no_pause):
    browser, _, post = await opened(world, enter)
    await world.kit.db.execute("update forum_post set at = at - interval '25 hours' where id = $1", post)
    late = await browser.post(f"/community/en/p/{post}/edit", data={"body": "Kept words"})
    assert (late.status_code, "Kept words" in late.text) == (409, True)
    assert (await browser.post(f"/community/en/p/{post}/removal", data={})).status_code == 409


async def test_a_new_members_change_is_read_again(world, enter, no_pause):
    browser = await enter(IVAN)
    topic = topic_of(await ask(browser, IVAN))
    await world.kit.db.execute("update forum_post set state = 'shown'; update forum_topic set state = 'shown'")
    post = await world.kit.db.fetchval("select id from forum_post")
    saved = await browser.post(f"/community/en/p/{post}/edit", data={"title": "Where is it", "body": "Other words"})
    assert "held=1" in saved.headers["location"]
    await page(world.client(FAROL, {}), f"/community/en/t/{topic}", 404)


async def test_deleted_and_brought_back(world, enter, no_pause):
    browser, topic, post = await opened(world, enter)
    await browser.post(f"/community/en/p/{post}/removal", data={})
    await page(world.client(FAROL, {}), f"/community/en/t/{topic}", 404)
    assert "Bring back" in await page(browser, f"/community/en/t/{topic}")
    await browser.post(f"/community/en/p/{post}/removal", data={"undo": "1"})
    assert "It shows 3 of 12." in await page(world.client(FAROL, {}), f"/community/en/t/{topic}")
    assert (await (await enter(IVAN)).post(f"/community/en/p/{post}/removal", data={})).status_code == 404


async def test_flags_hide_by_weight_until_staff_have_looked(world, enter, no_pause):
    browser, topic, post = await opened(world, enter)
    people = [await enter(who) for who in (IVAN, ROSA, MALLORY)]
    for who, flagger in zip((IVAN, ROSA, MALLORY), people, strict=True):
        await ask(flagger, who, title=who.key, body=f"hello from {who.key}")
    assert "What is wrong with this post?" in await page(people[0], f"/community/en/p/{post}/flag")
    await people[0].post(f"/community/en/p/{post}/flag", data={"why": "scam", "words": "asks for codes"})
    assert "It shows 3 of 12." in await page(people[0], f"/community/en/t/{topic}?flagged=1"), "a new member's flag weighs nothing"
    await at_level(world, ROSA.uid, "trusted")
    await at_level(world, MALLORY.uid, "member")
    for who, flagger in ((ROSA, people[1]), (MALLORY, people[2])):
        await ask(flagger, who, title=f"again {who.key}", body=f"once more from {who.key}")
        await flagger.post(f"/community/en/p/{post}/flag", data={"why": "scam"})
        await flagger.post(f"/community/en/p/{post}/flag", data={"why": "scam"})
    await page(people[0], f"/community/en/t/{topic}", 404)
    assert "Several members flagged it" in await page(browser, f"/community/en/t/{topic}")
    await world.staff()
    await world.kit.db.execute("update staff set role = 'lead'")
    sol = await world.staff()
    waiting = next(one for one in (await sol.ok("GET", "/community/queue"))["posts"] if one["id"] == post)
    assert (waiting["flagged"], waiting["weight"], waiting["whys"], waiting["words"]) == (3, 3, ["scam"], ["asks for codes"])
    await sol.ok("POST", f"/community/posts/{post}/rulings", json={"verb": "publish"})
    assert "It shows 3 of 12." in await page(people[0], f"/community/en/t/{topic}")
    assert not [one for one in (await sol.ok("GET", "/community/queue"))["posts"] if one["id"] == post]


async def test_nobody_flags_their_own_or_what_they_cannot_see(world, enter, no_pause):
    browser, _, post = await opened(world, enter)
    assert (await browser.post(f"/community/en/p/{post}/flag", data={"why": "spam"})).status_code == 409
    ivan = await enter(IVAN)
    assert (await ivan.post(f"/community/en/p/{post}/flag", data={"why": "nonsense"})).status_code == 422
    held = await world.kit.db.fetchval("select id from forum_post where state = 'held'")
    assert (await ivan.post(f"/community/en/p/{held}/flag", data={"why": "spam"})).status_code == 404


async def test_a_topic_goes_on_in_private_in_one_click(world, enter, no_pause):
    txid = "0x9f3c4bd1f3c2a4e5b6978877665544332211ffeeddccbbaa0099887766554433"
    browser, topic, _ = await opened(world, enter, f"It is {txid}")
    gone = await browser.post(f"/community/en/t/{topic}/ticket")
    number = re.fullmatch(r"/my/tickets/(FRL-\d+-\d+)", gone.headers["location"])
    assert number
    assert (await browser.post(f"/community/en/t/{topic}/ticket")).headers["location"] == gone.headers["location"]
    said = (await browser.get(gone.headers["location"])).text
    assert txid in said
    assert f"/community/en/t/{topic}" in said
    assert "This continues in private" in await page(world.client(FAROL, {}), f"/community/en/t/{topic}")
    assert number[1] in await page(browser, f"/community/en/t/{topic}")
    ivan = await enter(IVAN)
    assert number[1] not in await page(ivan, f"/community/en/t/{topic}")
    assert (await ivan.post(f"/community/en/t/{topic}/ticket")).status_code == 404


async def test_staff_can_ask_for_it(world, enter, no_pause):
    browser, topic, _ = await opened(world, enter)
    await world.staff()
    await world.kit.db.execute("update staff set role = 'lead'")
    sol = await world.staff()
    await sol.ok("POST", f"/community/topics/{topic}/rulings", json={"verb": "private", "why": "We need to see your account"})
    assert "Our staff ask you to continue in private" in await page(browser, f"/community/en/t/{topic}")
    assert "Our staff ask you to continue" in await page(browser, "/community/en/me")
    assert "Our staff ask you" not in await page(await enter(IVAN), f"/community/en/t/{topic}")
    await browser.post(f"/community/en/t/{topic}/ticket")
    assert (await sol.ok("GET", f"/community/topics/{topic}"))["private"] == "ticket"


async def test_a_reply_is_told_to_whoever_follows(world, enter, no_pause):
    browser, topic, _ = await opened(world, enter)
    ivan = await enter(IVAN)
    await ask(ivan, IVAN, title="x", body="y")
    await at_level(world, IVAN.uid, "member")
    await say(ivan, IVAN, topic, "Same here.")
    await world.react()
    assert "1 new" in await page(browser, "/community/en")
    assert "replied in “Where is my deposit”" in await page(browser, "/community/en/me")
    await page(browser, f"/community/en/t/{topic}")
    assert "1 new" not in await page(browser, "/community/en")
    await browser.post(f"/community/en/t/{topic}/follow", data={"on": "0"})
    later(minutes=1)
    await say(ivan, IVAN, topic, "Anybody else?")
    await world.react()
    assert " new</span>" not in await page(browser, "/community/en")

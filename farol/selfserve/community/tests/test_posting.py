"""Topics and replies, as customers write them: without a script, under names of their own."""

import re
from uuid import uuid4

import pytest

from farol.app.demo.cast import IVAN, MALLORY, MEI
from tests.world import FAROL

from .conftest import ask, at_level, page, say, topic_of

TXID = "0x9f3c4bd1f3c2a4e5b6978877665544332211ffeeddccbbaa0099887766554433"


async def test_everybody_reads_and_nobody_writes_without_an_account(world, enter):
    anyone = world.client(FAROL, {"origin": FAROL})
    assert "Only who carries the staff badge is one of us" in await page(anyone, "/community/en")
    assert "社区" in await page(anyone, "/community/zh")
    assert "Sign in to take part" in await page(anyone, "/community/en/new")
    assert (await anyone.post("/community/en/topics", data={"title": "x"})).status_code == 401
    visitor = await world.visitor()
    token = visitor.headers["authorization"].removeprefix("Bearer ")
    posing = world.client(FAROL, {"origin": FAROL, "cookie": f"farol_customer={token}"})
    refused = await ask(posing, MEI)
    assert (refused.status_code, "Sign in to take part" in refused.text) == (403, True)


async def test_a_new_members_first_posts_are_read_first(world, enter):
    browser = await enter(IVAN)
    answer = await ask(browser, IVAN)
    assert "held=1" in answer.headers["location"]
    topic = topic_of(answer)
    assert "Not public yet" in await page(browser, answer.headers["location"])
    assert "Where is my deposit" not in await page(await enter(MEI), "/community/en/topics")
    await page(await enter(MEI), f"/community/en/t/{topic}", 404)
    kai = await world.staff()
    await world.kit.db.execute("update staff set role = 'lead'")
    queue = await (await world.staff()).ok("GET", "/community/queue")
    assert (queue["held"], queue["posts"][0]["why"]) == (1, "first")
    await kai.ok("POST", f"/community/posts/{queue['posts'][0]['id']}/rulings", json={"verb": "publish", "why": ""})
    assert "Where is my deposit" in await page(await enter(MEI), "/community/en/topics")


async def test_the_same_form_sent_twice_is_one_topic(world, enter, no_pause):
    browser, form = await enter(IVAN), str(uuid4())
    first, second = await ask(browser, IVAN, form_id=form), await ask(browser, IVAN, form_id=form)
    assert topic_of(first) == topic_of(second)


async def test_members_answer_and_the_asker_accepts(world, enter, no_pause):
    ivan, mei = await enter(IVAN), await enter(MEI)
    await ask(ivan, IVAN, title="setup", body="setup")
    await ask(mei, MEI, title="setup two", body="setup two")
    await at_level(world, IVAN.uid, "member")
    await at_level(world, MEI.uid, "trusted")
    topic = topic_of(await ask(ivan, IVAN, title="Deposit stuck"))
    answer = await say(mei, MEI, topic, "Wait for **12** confirmations.")
    assert "held" not in answer.headers["location"]
    text = await page(ivan, f"/community/en/t/{topic}")
    assert "Wait for <strong>12</strong> confirmations." in text
    assert "This answers it" in text
    assert "Trusted member" in text
    assert (await mei.post(f"/community/en/t/{topic}/answer", data={"n": "2"})).status_code == 404
    await ivan.post(f"/community/en/t/{topic}/answer", data={"n": "2"})
    assert "Accepted answer" in await page(mei, f"/community/en/t/{topic}")
    assert "was accepted as the answer" in await page(mei, "/community/en/me")


async def test_what_tells_who_somebody_is_is_masked(world, enter, no_pause):
    browser = await enter(IVAN)
    await ask(browser, IVAN, title="one", body="one")
    await at_level(world, IVAN.uid, "member")
    words = f"I am ivan.petrov@example.com, +7 916 123-45-41, uid 83920041, tx {TXID}, FRL-2026-000123. password: Hunter2x!"
    answer = await ask(browser, IVAN, title="My uid 83920041 is locked", body=words)
    text = await page(browser, answer.headers["location"])
    assert "Masked for you: e-mail address, phone number, UID, transaction id or address, ticket number." in text
    assert "A secret was taken out" in text
    everybody = await page(world.client(FAROL, {}), f"/community/en/t/{topic_of(answer)}")
    for secret in ("ivan.petrov", "123-45-41", "83920041", TXID, "000123", "Hunter2x"):
        assert secret not in everybody
    assert "0x9f3c…4433" in everybody
    row = await world.kit.db.fetchrow("select said, body from forum_post order by id desc limit 1")
    assert "Hunter2x" not in row["said"] + row["body"]
    assert TXID in row["said"]


@pytest.mark.parametrize("body", [
    "<script>alert(1)</script><img src=x onerror=alert(1)>", "[x](javascript:alert(1))", "**a** <b style='x'>b</b>", "![i](https://etherscan.io/i.png)",
    "<span class=\"badge staff\">Staff</span>", "[Staff](https://evil.example.com)"])
async def test_words_are_never_markup(world, enter, no_pause, body):
    browser = await enter(IVAN)
    await ask(browser, IVAN, title="one", body="one")
    await at_level(world, IVAN.uid, "member")
    text = await page(browser, f"/community/en/t/{topic_of(await ask(browser, IVAN, title='markup', body=body))}")
    words = text.split('<div class="prose words">')[1].split("</div>")[0]
    assert not re.search(r"<(script|img|b |span class=\"badge)|href=\"(javascript|https://evil)", words)


async def test_too_long_empty_and_nul_are_said_and_nothing_is_lost(world, enter):
    browser = await enter(MALLORY)
    long = await ask(browser, MALLORY, body="y" * 8_001)
    assert (long.status_code, "At most 8000 characters; this has 8001." in long.text, "yyyyy" in long.text) == (422, True, True)
    empty = await ask(browser, MALLORY, body="   ", title="Kept title")
    assert (empty.status_code, 'value="Kept title"' in empty.text) == (422, True)
    assert (await ask(browser, MALLORY, category="nowhere")).status_code == 422
    assert topic_of(await ask(browser, MALLORY, body="a\0b", title="nul"))


async def test_a_locked_topic_takes_no_replies(world, enter, no_pause):
    browser = await enter(IVAN)
    await ask(browser, IVAN, title="one", body="one")
    await at_level(world, IVAN.uid, "member")
    topic = topic_of(await ask(browser, IVAN))
    sol = await world.staff()
    await world.kit.db.execute("update staff set role = 'lead'")
    sol = await world.staff()
    await sol.ok("POST", f"/community/topics/{topic}/rulings", json={"verb": "lock", "why": "Answered in full", "to": ""})
    refused = await say(browser, IVAN, topic, "one more")
    assert (refused.status_code, "takes no more replies" in refused.text) == (409, True)

"""Bursts are stopped with clear words, and nothing that was written is lost."""

from farol.app.demo.cast import IVAN, MALLORY, MEI, ROSA
from farol.kit import ratelimit

from .conftest import NAMES, ask, at_level, page, say, topic_of


async def test_the_next_post_waits_and_the_words_stay(world, enter):
    browser = await enter(IVAN)
    assert topic_of(await ask(browser, IVAN))
    fast = await ask(browser, IVAN, title="Another", body="Another matter altogether")
    assert fast.status_code == 429
    assert "Your words are kept below" in fast.text
    assert "Another matter altogether" in fast.text


async def test_the_same_words_are_said_once(world, enter, no_pause):
    browser = await enter(IVAN)
    topic_of(await ask(browser, IVAN, body="Buy now, 100 % gain"))
    again = await ask(browser, IVAN, title="B", body="BUY  NOW 500 % gain")
    assert (again.status_code, "You posted the same words already" in again.text) == (409, True)


async def test_a_new_member_opens_two_topics_a_day(world, enter, no_pause):
    browser = await enter(MALLORY)
    for number in ("one", "two"):
        topic_of(await ask(browser, MALLORY, title=number, body=f"matter {number}"))
    third = await ask(browser, MALLORY, title="three", body="matter three")
    assert (third.status_code, "matter three" in third.text) == (429, True)
    assert "You can post 2 of these in 24 hours" in third.text


async def test_what_several_people_say_at_once_is_read_first(world, enter, no_pause):
    for who in (IVAN, ROSA):
        topic_of(await ask(await enter(who), who, body="Airdrop is live, claim your tokens"))
    mei = await enter(MEI)
    await ask(mei, MEI, title="one", body="one")
    await at_level(world, MEI.uid, "trusted")
    answer = await ask(mei, MEI, body="airdrop is LIVE! claim your tokens!!!")
    assert "held=1" in answer.headers["location"]
    assert "Several people just posted the same words" in await page(mei, answer.headers["location"])


async def test_a_flood_of_forms_loses_no_draft(world, enter):
    browser = await enter(MALLORY)
    answers = [await ask(browser, MALLORY, title=f"t{n}", body=f"draft number {n} ") for n in range(30)]
    assert {answer.status_code for answer in answers} == {303, 409, 429}
    assert all(f"draft number {n} " in answer.text for n, answer in enumerate(answers) if answer.status_code != 303)
    assert await world.kit.db.fetchval("select count(*) from forum_topic") == 1
    ratelimit.buckets.clear()


async def test_a_reply_that_is_refused_stays_in_its_form(world, enter, no_pause):
    ivan, mei = await enter(IVAN), await enter(MEI)
    await ask(mei, MEI, title="one", body="one")
    await at_level(world, MEI.uid, "member")
    topic = topic_of(await ask(mei, MEI))
    refused = await say(ivan, IVAN, topic, "Look at https://far.example.com", name="Official Support")
    assert (refused.status_code, "Look at https://far.example.com" in refused.text, "taken for our staff" in refused.text) == (422, True, True)
    refused = await say(ivan, IVAN, topic, "Look at https://far.example.com", name=NAMES["ivan"])
    assert (refused.status_code, "Look at https://far.example.com" in refused.text, "far.example.com shows in words" in refused.text) == (422, True, True)

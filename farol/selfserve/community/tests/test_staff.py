"""Staff decide, in the console, each time with a reason that the author reads."""

import re
from typing import Any
from uuid import uuid4

from farol.app.demo.cast import ANA, IVAN, KAI, MEI, TIM
from tests.world import FAROL

from .conftest import ask, at_level, page, say, topic_of


async def scene(world, enter) -> tuple[Any, Any, int, int]:
    """Kai; Mei, a member; her topic and its first post."""
    browser = await enter(MEI)
    await ask(browser, MEI, title="one", body="one")
    await at_level(world, MEI.uid, "member")
    topic = topic_of(await ask(browser, MEI))
    return await world.staff(KAI), browser, topic, await world.kit.db.fetchval("select id from forum_post where topic_id = $1", topic)


async def test_hide_says_why_and_restore_brings_back(world, enter, no_pause):
    kai, browser, topic, post = await scene(world, enter)
    bare = await kai.post(f"/community/posts/{post}/rulings", json={"verb": "hide"})
    assert (bare.status_code, bare.json()["code"]) == (422, "forum_reason_needed")
    await kai.ok("POST", f"/community/posts/{post}/rulings", json={"verb": "hide", "why": "Names another customer"})
    await page(world.client(FAROL, {}), f"/community/en/t/{topic}", 404)
    assert "Reason: Names another customer" in await page(browser, f"/community/en/t/{topic}")
    assert "was hidden: Names another customer" in await page(browser, "/community/en/me")
    assert (await kai.post(f"/community/posts/{post}/rulings", json={"verb": "hide", "why": "x"})).status_code == 409
    await kai.ok("POST", f"/community/posts/{post}/rulings", json={"verb": "restore"})
    whole = await kai.ok("GET", f"/community/topics/{topic}")
    assert [(one["verb"], one["why"], one["by_name"]) for one in whole["rulings"]] == [("restore", "", "Kai Nakamura"), ("hide", "Names another customer", "Kai Nakamura")]


async def test_lock_pin_and_move(world, enter, no_pause):
    kai, browser, topic, _ = await scene(world, enter)
    for verb, more in (("pin", {}), ("move", {"why": "About the account", "to": "account"}), ("lock", {"why": "Answered"})):
        await kai.ok("POST", f"/community/topics/{topic}/rulings", json={"verb": verb, **more})
    text = await page(browser, f"/community/en/t/{topic}")
    assert "Pinned" in text
    assert "Account and security" in text
    assert "takes no more replies" in text
    assert (await kai.post(f"/community/topics/{topic}/rulings", json={"verb": "move", "why": "x", "to": "nowhere"})).status_code == 422


async def test_a_sanction_is_seen_with_its_reason_and_end(world, enter, no_pause):
    kai, browser, topic, _ = await scene(world, enter)
    member = (await kai.ok("GET", f"/community/topics/{topic}"))["topic"]["by"]["member_id"]
    made = await kai.ok("POST", f"/community/members/{member}/sanctions", json={"why": "Insulted another member", "days": 3})
    text = await page(browser, "/community/en")
    assert "You cannot write until" in text
    assert "Insulted another member" in text
    refused = await say(browser, MEI, topic, "my words")
    assert refused.status_code == 403
    assert "Insulted another member" in refused.text
    assert (await kai.ok("GET", f"/community/members/{member}"))["sanctions"][0]["why"] == "Insulted another member"
    await kai.ok("DELETE", f"/community/sanctions/{made['id']}")
    assert "You cannot write" not in await page(browser, "/community/en")
    assert (await say(browser, MEI, topic, "my words")).status_code == 303
    assert (await kai.delete(f"/community/sanctions/{made['id']}")).status_code == 404


async def test_one_vote_each_and_voters_hear_what_becomes_of_it(world, enter, no_pause):
    kai, mei, _, _ = await scene(world, enter)
    idea = topic_of(await ask(mei, MEI, kind="idea", category="ideas", title="Dark mode for statements", body="Please"))
    ivan = await enter(IVAN)
    for _ in range(2):
        await ivan.post(f"/community/en/t/{idea}/vote", data={"on": "1"})
    assert "1 vote" in await page(ivan, f"/community/en/t/{idea}")
    await ivan.post("/community/en/me", data={"name": "Night Owl"})
    assert (await kai.put(f"/community/topics/{idea}/status", json={"status": "declined"})).status_code == 422
    await kai.ok("PUT", f"/community/topics/{idea}/status", json={"status": "shipped", "why": "In the app since 4.2"})
    await world.react()
    assert "The idea “Dark mode for statements”: Shipped" in await page(ivan, "/community/en/me")
    assert "In the app since 4.2" in await page(ivan, f"/community/en/t/{idea}")
    await ivan.post(f"/community/en/t/{idea}/vote", data={"on": "0"})
    assert "0 votes" in await page(ivan, f"/community/en/t/{idea}")
    topic = topic_of(await ask(mei, MEI, title="no idea", body="a question"))
    assert (await ivan.post(f"/community/en/t/{topic}/vote", data={"on": "1"})).status_code == 409


async def test_who_may_do_what(world, enter, no_pause):
    _, _, topic, post = await scene(world, enter)
    tim, ana = await world.staff(TIM), await world.staff(ANA)
    await tim.ok("GET", "/community/queue")
    assert (await tim.post(f"/community/topics/{topic}/posts", json={"client_id": str(uuid4()), "body": "x"})).status_code == 403
    await ana.ok("POST", f"/community/topics/{topic}/posts", json={"client_id": str(uuid4()), "body": "3 of 12 now."})
    await ana.ok("PUT", f"/community/topics/{topic}/answer", json={"n": 2})
    assert (await ana.post(f"/community/posts/{post}/rulings", json={"verb": "hide", "why": "x"})).status_code == 403
    assert (await ana.put("/community/settings/policy", json={"official": [], "allowed": [], "ids": "masked"})).status_code == 403


async def test_the_exchange_decides_which_hosts_are_linked(world, enter, no_pause):
    kai, browser, topic, _ = await scene(world, enter)
    await say(browser, MEI, topic, "See https://news.example.com/a")
    assert 'href="https://news' not in await page(browser, f"/community/en/t/{topic}")
    kept = await kai.ok("PUT", "/community/settings/policy", json={"official": ["https://Brand.example/x"], "allowed": ["news.example.com", " "], "ids": "masked"})
    assert (kept["official"], kept["allowed"]) == (["brand.example"], ["news.example.com"])
    assert 'href="https://news.example.com/a"' in await page(browser, f"/community/en/t/{topic}")
    assert (await kai.put("/community/settings/policy", json={"official": ["not a host"], "allowed": [], "ids": "masked"})).status_code == 422


async def test_categories_are_the_exchanges(world, enter):
    kai, browser = await world.staff(KAI), await enter(MEI)
    await kai.ok("POST", "/community/settings/categories", json={"code": "card", "zh": "银行卡", "en": "Card", "place": 3})
    assert (await kai.post("/community/settings/categories", json={"code": "card", "zh": "x", "en": "x", "place": 3})).status_code == 409
    assert "Card" in await page(browser, "/community/en")
    await kai.ok("PUT", "/community/settings/categories/card", json={"zh": "银行卡", "en": "Card", "place": 3, "closed": True})
    assert "Card" not in await page(browser, "/community/en")
    assert (await kai.post("/community/settings/categories", json={"code": "Bad Code", "zh": "x", "en": "x", "place": 1})).status_code == 422
    assert (await kai.put("/community/settings/categories/nowhere", json={"zh": "x", "en": "x", "place": 1})).status_code == 404


async def test_topics_are_found(world, enter, no_pause):
    kai, browser, topic, _ = await scene(world, enter)
    await ask(browser, MEI, title="充值确认数不动", body="USDT 充值一直 3/12")
    text = await page(browser, "/community/en/search?q=deposit+missing+where")
    assert "Where is my deposit" in text
    assert "充值确认数不动" in await page(browser, "/community/zh/search?q=充值%20確認數")
    assert "Nothing about" in await page(browser, "/community/en/search?q=zebra+piano")
    assert [one["id"] for one in await kai.ok("GET", "/community/topics?q=deposit")] == [topic]
    assert await kai.ok("GET", "/community/topics?q=%25") == []


async def test_pages_ask_the_database_few_times(world, enter, no_pause):
    _, browser, topic, _ = await scene(world, enter)
    for number in range(5):
        await say(browser, MEI, topic, f"number {number} of them")
    for path in ("/community/en", "/community/en/topics", "/community/en/ideas", f"/community/en/t/{topic}", "/community/en/me"):
        with world.statements() as ran:
            await page(browser, path)
        assert len(ran) <= 12, path


async def test_topics_stand_beside_articles(world, enter, no_pause):
    await scene(world, enter)
    anyone = world.client(FAROL, {})
    text = (await anyone.get("/help/en/search?q=where+is+my+deposit")).text
    assert "From the community" in text
    assert re.search(r'href="/community/en/t/\d+">Where is my deposit', text)
    assert "From the community" not in (await anyone.get("/help/en/search?q=zebra+piano")).text

"""Who is blocked from writing to support does not write in the community either, but for an emergency and a complaint."""

from farol.app.demo.cast import MEI, SOL

from .conftest import ask, say, topic_of


async def test_a_blocked_customer_posts_nothing_but_an_emergency(world, enter, no_pause):
    browser, sol = await enter(MEI), await world.staff(SOL)
    topic = topic_of(await ask(browser, MEI))
    ticket = (await world.open(await world.customer(MEI)))["ticket"]["id"]
    await sol.ok("POST", f"/tickets/{ticket}/block", json={"reason": "Threats"})
    posts = await world.kit.db.fetchval("select count(*) from forum_post")
    for answer in (await ask(browser, MEI, "Another thing", "Answer me."), await say(browser, MEI, topic, "You will be sorry.")):
        assert answer.status_code == 403, answer.text[:300]
    assert await world.kit.db.fetchval("select count(*) from forum_post") == posts
    assert {one["channel"] for one in (await sol.ok("GET", f"/tickets/{ticket}/block"))["unheard"]} == {"community"}
    taken = await ask(browser, MEI, "Help", "My account was hacked, somebody took my coins!")
    assert taken.status_code in (302, 303), taken.text[:300]

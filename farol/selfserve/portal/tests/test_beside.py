"""Beside the words: the place in the queue, what was promised, and the customer's stars, all without a script."""

from datetime import timedelta
from uuid import uuid4

from farol.app.demo.cast import ANA, IVAN, MEI, SOL
from farol.desk.queue import actions as queue
from farol.desk.queue.model import Skill, Team
from farol.desk.sla.actions import tick
from farol.kit import clock
from farol.kit.permission import SYSTEM

from .test_portal import mine, page

TEAM = Team(0, "l1", "一线客服", "First line", [""], [], 1, 30, 120, 60)


async def test_the_place_falls(world, enter):
    await queue.add_team(world.kit, SYSTEM, TEAM)
    first = await world.open(await world.customer(MEI))
    own = f"/my/tickets/{(await world.open(await world.customer(IVAN), 'Where is my deposit?', language='en'))['ticket']['number']}"
    browser = await enter(IVAN)
    await world.react()
    assert "1 ahead of you. Nobody is on shift now." in await page(browser, own)
    ana = await world.staff()
    id_ = (await ana.ok("GET", "/session"))["id"]
    await queue.place_staff(world.kit, SYSTEM, id_, ["l1"], [Skill("zh", "", 3), Skill("en", "", 3)])
    await ana.ok("PUT", "/me/state", json={"state": "available"})
    assert "1 ahead of you, usually under " in await page(browser, own)
    await ana.ok("POST", f"/tickets/{first['ticket']['id']}/take")
    assert "You are next, usually under " in await page(browser, own)


async def test_a_promise_stands_largest_and_is_admitted_when_broken(world, enter):
    browser, number, ticket = await mine(world, enter)
    ana = await world.staff()
    by = clock.now() + timedelta(minutes=10)
    await ana.ok("POST", f"/tickets/{ticket}/promises", json={"client_id": str(uuid4()), "by": by.isoformat(), "words": "十分钟内回您"})
    assert "前再写给您" in await page(browser, f"/my/tickets/{number}")
    await world.react()
    await tick(world.kit, by + timedelta(minutes=1))
    assert "没有做到，是我们的错" in await page(browser, f"/my/tickets/{number}")
    await world.say(ana, ticket, "抱歉，晚了")
    assert "没有做到" not in await page(browser, f"/my/tickets/{number}")


async def test_a_lead_who_has_the_ticket_is_named_by_role_from_when_they_took_it(world, enter):
    browser, number, ticket = await mine(world, enter)
    own = f"/my/tickets/{number}"
    await queue.add_team(world.kit, SYSTEM, TEAM)
    ana, sol = await world.staff(ANA), await world.staff(SOL)
    for one in (ana, sol):
        id_ = (await one.ok("GET", "/session"))["id"]
        await queue.place_staff(world.kit, SYSTEM, id_, ["l1"], [Skill("zh", "", 3)])
        await one.ok("PUT", "/me/state", json={"state": "available"})
    asked = await ana.ok("POST", f"/tickets/{ticket}/escalations", json={"why": "链上已十二小时", "ask": ""})
    assert "主管已接手" not in await page(browser, own)
    await sol.ok("POST", f"/escalations/{asked['id']}/acknowledgement")
    shown = await page(browser, own)
    assert "主管已接手" in shown
    assert "链上已十二小时" not in shown
    await sol.ok("POST", f"/escalations/{asked['id']}/outcome", json={"outcome": "solved", "words": "已补入账"})
    assert "主管已接手" not in await page(browser, own)


async def resolved(world, enter):
    browser, number, ticket = await mine(world, enter)
    ana = await world.staff()
    await world.say(ana, ticket, "到账了")
    version = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": version, "status": "resolved"})
    return browser, number, ticket


async def test_stars_are_kept_and_can_be_changed(world, enter):
    browser, number, ticket = await resolved(world, enter)
    assert "这次服务怎么样？" in await page(browser, f"/my/tickets/{number}")
    sent = await browser.post(f"/my/tickets/{number}/rating", data={"stars": "4", "comment": "快", "solved": "yes"})
    assert (sent.status_code, sent.headers["location"]) == (303, f"/my/tickets/{number}?rated=1#rating")
    shown = await page(browser, f"/my/tickets/{number}?rated=1")
    assert "已记下您的评价" in shown
    assert 'value="4" required checked' in shown
    found = await (await world.customer(MEI)).ok("GET", f"/tickets/{ticket}/rating")
    assert (found["stars"], found["comment"], found["solved"]) == (4, "快", True)


async def test_not_solved_opens_it_again(world, enter):
    browser, number, ticket = await resolved(world, enter)
    await browser.post(f"/my/tickets/{number}/rating", data={"stars": "2", "solved": "no"})
    assert (await (await world.customer(MEI)).ok("GET", f"/tickets/{ticket}"))["ticket"]["status"] == "open"


async def test_what_is_no_star_is_said_in_place(world, enter):
    browser, number, _ = await resolved(world, enter)
    for stars in ("", "9", "x", "１"):
        answer = await browser.post(f"/my/tickets/{number}/rating", data={"stars": stars})
        assert (answer.status_code, "提交的内容有误" in answer.text) == (422, True)
    ivan = await enter(IVAN)
    assert (await ivan.post(f"/my/tickets/{number}/rating", data={"stars": "5"})).status_code == 404

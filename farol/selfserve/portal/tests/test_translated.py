"""An answer that a machine translated says so, and the words of its author are one press away."""

from uuid import uuid4

from farol.desk.queue import actions as queue
from farol.desk.queue.model import Skill, Team
from farol.kit.permission import SYSTEM

from .test_portal import mine, page

TEAM = Team(0, "l1", "一线客服", "First line", [""], [], 1, 30, 120, 60)


async def test_it_says_so_and_shows_the_original(world, enter):
    browser, number, ticket = await mine(world, enter)
    ana = await world.staff()
    key = str(uuid4())
    await world.kit.db.execute(
        """insert into message_translation (ticket_id, client_id, staff_id, source, target, original, machine, words, way)
        select $1, $2, id, 'en', 'zh-Hans', 'It is <b>on its way</b>.', '在路上。', '在路上。', 'service' from staff where email = 'ana@demo-exchange.example'""", ticket, key)
    await ana.ok("POST", f"/tickets/{ticket}/messages", json={"client_id": key, "body": "在路上。"})
    shown = await page(browser, f"/my/tickets/{number}")
    assert "由机器从英语翻译" in shown
    assert "It is &lt;b&gt;on its way&lt;/b&gt;." in shown


async def test_hours_of_a_language_stand_by_the_wait(world, enter):
    browser, number, _ = await mine(world, enter)
    sol = await world.staff()
    await queue.add_team(world.kit, SYSTEM, TEAM)
    id_ = (await sol.ok("GET", "/session"))["id"]
    await queue.place_staff(world.kit, SYSTEM, id_, ["l1"], [Skill("en", "", 3)])
    await sol.ok("PUT", "/me/state", json={"state": "available"})
    await world.kit.db.execute("insert into desk_language (language, fallback, wait_s, translated, set_by) values ('ru', 'en', 0, true, 'system:0')")
    await world.react()
    await world.kit.db.execute("update queue_entry set language = 'ru'")
    assert "俄语：昼夜都有人" in await page(browser, f"/my/tickets/{number}")
    assert "俄语：昼夜都有人" in (await browser.get("/my/door")).text

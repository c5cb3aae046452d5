"""The channel that fits, and times that are told only where they are known."""

from datetime import UTC, timedelta

import pytest

from farol.app.demo.cast import DAN, MEI, SOL
from farol.desk.queue import actions as queue
from farol.desk.queue.model import Skill, Team
from farol.desk.sla import actions as sla
from farol.kit import clock
from farol.kit.permission import SYSTEM
from farol.selfserve.forms.door import KEYS, Channel, choose
from farol.selfserve.portal.tests.test_portal import page
from tests.world import FAROL, later


@pytest.mark.parametrize(("urgency", "complexity", "staffed", "wanted"), [
    ("now", "long", True, "emergency"), ("today", "short", True, "chat"), ("today", "short", False, "form"), ("today", "papers", True, "form"), ("today", "general", True, "help"), ("now", "general", True, "emergency"), ("today", "own", True, "chat"),
    ("later", "short", True, "community"), ("later", "long", True, "form"), ("", "", True, None),
])  # fmt: skip
def test_what_fits(urgency: str, complexity: str, staffed: bool, wanted: str | None) -> None:
    assert choose(urgency, complexity, KEYS, chat_staffed=staffed) == wanted


def test_what_is_closed_never_fits() -> None:
    assert choose("today", "short", ("form", "mail"), chat_staffed=True) == "form"
    assert choose("later", "short", ("mail",), chat_staffed=True) == "mail"


@pytest.mark.parametrize(("zone", "tier", "serves"), [("Asia/Shanghai", "VIP 3", True), ("Europe/Madrid", "VIP 3", False), ("Asia/Tokyo", "Regular", False), ("Asia/Tokyo", "vip", True)])
def test_regions_and_levels(zone: str, tier: str, serves: bool) -> None:
    assert Channel("chat", True, ["Asia/"], ["VIP"], "", "").serves(zone, tier) is serves


async def test_times_are_honest(world, enter):
    visitor = world.client(FAROL, {"accept-language": "en"})
    shown = await page(visitor, "/my/door?urgency=today&complexity=short")
    assert "answered within" not in shown
    assert "We promise a first answer by" not in shown, "nothing is promised, so nothing is said"
    await sla.seed(world.kit)
    await queue.add_team(world.kit, SYSTEM, Team(0, "l1", "一线", "First line", [""], [], 3, 30, 120, 60))
    shown = await page(visitor, "/my/door?urgency=today&complexity=short")
    assert "Nobody is on shift now" in shown
    assert "We promise a first answer by" in shown
    ana = await world.staff()
    await queue.place_staff(world.kit, SYSTEM, (await ana.ok("GET", "/session"))["id"], ["l1"], [Skill("en", "", 3)])
    await ana.ok("PUT", "/me/state", json={"state": "available"})
    shown = await page(visitor, "/my/door?urgency=today&complexity=short")
    assert "Now usually answered within 1 min" in shown
    assert "Fits best" in shown
    browser = await enter(MEI)
    with world.statements() as ran:
        await page(browser, "/my/door?reason=dep.unconfirmed")
    assert len(ran) <= 16


async def test_theft_goes_to_the_emergency_way_whatever_else_is_said(world):
    visitor = world.client(FAROL, {"accept-language": "en"})
    shown = await page(visitor, "/my/door?urgency=later&complexity=short&reason=sec.account_stolen")
    assert "Make the account safe first" in shown
    assert shown.count('href="/stolen"') == 3, "the header, the alarm and the way itself"
    assert "Make the account safe first" in await page(visitor, "/my/door?urgency=later&words=somebody+hacked+me")
    assert "You are not alone" in await page(visitor, "/my/door?words=I+want+to+die")


async def test_who_runs_the_queue_says_for_whom_a_channel_is_open(world, enter):
    sol = await world.staff(SOL)
    closed = {"open": True, "regions": ["Europe/"], "away_zh": "聊天先在欧洲开放。"}
    await sol.ok("PUT", "/door/channels/chat", json=closed)
    assert "聊天先在欧洲开放。" in await page(await enter(MEI), "/my/door")
    refused = await sol.put("/door/channels/emergency", json={"open": False})
    assert refused.status_code == 422
    told = await sol.ok("GET", "/door/channels")
    assert [one["key"] for one in told["channels"]] == list(KEYS)
    assert [(one["by"], one["body"]["key"], one["body"]["regions"]) for one in told["changes"]] == [("Sol Navarro", "chat", ["Europe/"])]
    assert (await (await world.staff()).put("/door/channels/chat", json=closed)).status_code == 403


async def test_a_channel_has_hours_and_says_when_it_opens_again(world, enter):
    dan = await world.staff(DAN)
    at = clock.now().astimezone(UTC) + timedelta(hours=2)
    span = {"open": f"{at:%H:%M}", "close": f"{at + timedelta(hours=1):%H:%M}"}
    office = {"name": "Office", "zone": "UTC", "always": False, "hours": [{"day": day, **span} for day in range(7)], "holidays": []}
    made = (await dan.ok("POST", "/sla/calendars", json=office))["id"]
    await dan.ok("PUT", "/door/channels/chat", json={"open": True, "calendar_id": made})
    told = await dan.ok("GET", "/door/channels")
    assert {"id": made, "name": "Office", "zone": "UTC", "always": False} in told["calendars"]
    assert next(one for one in told["channels"] if one["key"] == "chat")["calendar_id"] == made
    browser = await enter(MEI)
    shown = await page(browser, "/my/door?urgency=today&complexity=short")
    assert "现在不在开放时间" in shown
    assert shown.index("工单表单") < shown.index("在线聊天"), "what is closed fits nothing"
    later(hours=2.5)
    with world.statements() as ran:
        assert "现在不在开放时间" not in await page(browser, "/my/door")
    assert len(ran) <= 12


async def test_what_cannot_be_set_is_refused(world):
    sol = await world.staff(SOL)
    for key, body in (("chat", {"open": True, "calendar_id": 987_654}), ("chat", {"open": True, "calendar_id": 0}), ("chat", {"open": True, "calendar_id": 2**63}),
                      ("emergency", {"open": True, "calendar_id": 1}), ("chat", {"open": True, "regions": ["a\0"]}), ("chat", {"open": True, "tiers": ["x" * 61]})):
        assert (await sol.put(f"/door/channels/{key}", json=body)).status_code in (400, 422), body
    assert (await sol.put("/door/channels/pigeon", json={"open": True})).status_code == 404


async def test_messengers_and_numbers_stand_beside_for_whom_they_are_meant(world, enter):
    add = "insert into connection (channel, name, token, state, account, settings, tiers) values ($1, $2, md5($2), 'active', $3, $4, $5)"
    await world.kit.db.execute(add, "telegram", "Bot", "@demo_exchange_bot", {}, [])
    await world.kit.db.execute(add, "phone", "London", "", {"number": "+442079460000"}, [])
    await world.kit.db.execute(add, "phone", "Private", "", {"number": "+442079460099"}, ["VIP 9"])
    visitor = world.client(FAROL, {"accept-language": "en"})
    shown = await page(visitor, "/my/door?urgency=today&complexity=general")
    assert "@demo_exchange_bot" in shown
    assert 'href="tel:+442079460000"' in shown
    assert "+442079460099" not in shown
    assert "characters a message" in shown
    assert shown.index("Help centre</h2>" if "Help centre</h2>" in shown else "Open the help centre") < shown.index("Ticket form")
    with world.statements() as ran:
        await page(await enter(MEI), "/my/door")
    assert len(ran) <= 16
    answer = await visitor.get("/help/ru/contact")
    assert (answer.status_code, answer.headers["location"]) == (303, "/my/door")
    assert "farol_lang=ru" in answer.headers["set-cookie"]

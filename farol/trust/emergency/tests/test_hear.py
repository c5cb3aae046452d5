"""Words of every channel raise a P0 and offer Freeze now; danger to a person is for people alone."""

from uuid import uuid4

import pytest

from farol.app.demo.cast import DAN, IVAN, MEI, ROSA, SAM, SOL
from tests.world import later

from .conftest import Desk

TICKET = "select severity, reason from ticket where id = $1"
SAID = "select author_kind, body from message where ticket_id = $1 and not internal order by seq"


@pytest.mark.parametrize(("words", "language", "offer"), [
    ("我的号被盗了，快冻结", "zh", "马上冻结账户"), ("someone withdrew my coins", "en", "freeze your account now"),
    ("Мой аккаунт взломали", "ru", "заморозьте"), ("Me hackearon la cuenta", "es", "congele"), ("/stolen", "en", "freeze your account now"),
    ("It wasn’t me, who did this withdrawal", "en", "freeze"), ("ＨＡＣＫＥＤ", "en", "freeze"), ("被\u200b盗", "zh", "冻结"),
])
async def test_theft_is_answered_with_freeze_now(desk: Desk, words: str, language: str, offer: str) -> None:
    screen = "zh" if language == "zh" else "en"
    ticket = (await desk.world.open(await desk.world.customer(IVAN), words, language=screen))["ticket"]["id"]
    await desk.react()
    assert tuple(await desk.row(TICKET, ticket)) == ("P0", "sec.account_stolen")
    said = await desk.kit.db.fetch(SAID, ticket)
    offers = [row["body"] for row in said if "/stolen" in row["body"] and row["author_kind"] == "system"]
    assert len(offers) == 1
    assert offer in offers[0]
    assert (await desk.kinds(ticket))[:2] == ["emergency.raised", "emergency.rung"]


@pytest.mark.parametrize("words", ["USDT 还没到账", "How do I enable two-factor?", "api returns 401 Unauthorized", "no", "不是我要的网络"])
async def test_other_words_raise_nothing(desk: Desk, words: str) -> None:
    ticket = (await desk.world.open(await desk.world.customer(IVAN), words))["ticket"]["id"]
    await desk.react()
    assert await desk.kinds(ticket) == []


async def test_a_short_no_after_a_security_event(desk: Desk) -> None:
    client = await desk.world.customer(MEI)
    ticket = (await desk.world.open(client, "您好", language="zh"))["ticket"]["id"]
    await desk.world.say(client, ticket, "不是我")
    await desk.react()
    assert await desk.kinds(ticket) == []
    await desk.kit.db.execute(
        "insert into core_event (id, type, entity_kind, entity_id, seq, uid, at, data, via, state)"
        " values ($1, 'security.login_new_device', 'session', 's1', 1, $2, now(), '{}', 'webhook', 'applied')", uuid4().hex, MEI.uid)
    await desk.world.say(client, ticket, "不是我")
    await desk.react()
    assert "emergency.raised" in await desk.kinds(ticket)
    assert await desk.kit.db.fetchval("select cause from emergency") == "denial"


async def test_said_twice_is_one_case(desk: Desk) -> None:
    client = await desk.world.customer(IVAN)
    ticket = (await desk.world.open(client, "I was hacked"))["ticket"]["id"]
    await desk.world.say(client, ticket, "hacked!! hello??")
    await desk.react()
    await desk.react()
    assert await desk.kit.db.fetchval("select count(*) from emergency") == 1
    assert len([row for row in await desk.kit.db.fetch(SAID, ticket) if row["author_kind"] == "system" and "/stolen" in row["body"]]) == 1


async def test_a_person_in_danger_hears_no_machine(desk: Desk) -> None:
    await desk.kit.db.execute("insert into acknowledgement_text (active, zh, en, set_by) values (true, '{{number}} {{expected}}', '{{number}} {{expected}}', 'x')")
    client = await desk.world.customer(ROSA)
    ticket = (await desk.world.open(client, "I lost everything and I want to die. Someone hacked me"))["ticket"]["id"]
    await desk.react("acknowledge", "emergency_hear")
    await desk.work("acknowledge")
    assert tuple(await desk.row(TICKET, ticket)) == ("P0", "care.person_at_risk")
    assert {row["author_kind"] for row in await desk.kit.db.fetch(SAID, ticket)} == {"customer"}
    rung = await desk.kit.db.fetch("select s.role from emergency_ring r join staff s on s.id = r.staff_id")
    assert {row["role"] for row in rung} == {"duty"}
    notices = await desk.kit.db.fetch("select kind from notice where kind = 'emergency.ring'")
    assert len(notices) == 1


async def test_no_macro_and_no_survey_there(desk: Desk) -> None:
    client = await desk.world.customer(ROSA)
    ticket = (await desk.world.open(client, "no quiero vivir"))["ticket"]["id"]
    await desk.react()
    sol = await desk.world.staff(SOL)
    draft = {"scope": "me", "name_zh": "a", "name_en": "a", "shortcut": "aaa", "zh": "您好", "en": "Hello", "effects": []}
    made = await sol.ok("POST", "/macros", json=draft)
    answer = await sol.get(f"/tickets/{ticket}/macros/{made['id']}")
    assert (answer.status_code, answer.json()["code"]) == (409, "human_only")
    await sol.ok("POST", f"/tickets/{ticket}/messages", json={"client_id": str(uuid4()), "body": "Hola Rosa, soy Sol. Estoy aquí."})
    await desk.kit.db.execute("update ticket set status = 'resolved', resolved_at = now() where id = $1", ticket)
    rating = await client.ok("GET", f"/tickets/{ticket}/rating")
    assert rating["asked"] is False


async def test_theft_that_turns_into_danger_rings_the_duty_manager(desk: Desk) -> None:
    client = await desk.world.customer(IVAN)
    ticket = (await desk.world.open(client, "I was hacked"))["ticket"]["id"]
    await desk.react()
    sam = await desk.world.staff(SAM)
    case = await desk.kit.db.fetchval("select id from emergency")
    assert sam
    await desk.world.say(client, ticket, "I can't go on, I want to die")
    await desk.react()
    row = await desk.row("select kind, position from emergency where id = $1", case)
    assert tuple(row) == ("risk", 3)
    assert (await desk.row(TICKET, ticket))["reason"] == "care.person_at_risk"


async def test_group_after_group_until_a_person_comes(desk: Desk) -> None:
    from farol.trust.emergency import actions

    await desk.world.open(await desk.world.customer(IVAN), "I was hacked")
    await desk.react()
    seen = []
    for minute in range(5):
        rows = await desk.kit.db.fetch("select distinct position from emergency_ring where round = (select round from emergency) order by 1")
        seen.append([row["position"] for row in rows])
        later(seconds=61 * (minute + 1))
        await actions.tick(desk.kit)
    assert seen[:4] == [[1], [1, 2], [1, 2, 3], [1, 2, 3, 4]]
    assert await desk.kit.db.fetchval("select round from emergency") == 2
    assert DAN

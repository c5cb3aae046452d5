"""Any one proof of control freezes in one press; no other person's knowledge of an address does."""

import asyncio

from farol.app.demo.cast import IVAN, MEI, ROSA
from tests.world import later

from .conftest import Desk

FREEZES = "select f.*, e.ticket_id from emergency_freeze f join emergency e on e.id = f.emergency_id order by f.id"


async def press(desk: Desk, browser: object, **data: str) -> str:
    answer = await browser.post("/stolen/freeze", data=data, follow_redirects=True)  # type: ignore[attr-defined]
    assert answer.status_code == 200, answer.text
    return str(answer.text)


async def test_the_link_of_a_security_mail(desk: Desk) -> None:
    browser, token = desk.browser(), desk.proof(MEI)
    shown = await browser.get(f"/stolen?proof={token}")
    assert desk.status(MEI) == "active"  # looking at it freezes nothing
    assert "nothing else is needed" in shown.text
    text = await press(desk, browser, proof=token)
    assert desk.status(MEI) == "frozen"
    assert "Frozen at " in text
    assert "Withdrawals are stopped" in text
    assert "ends by itself" in text
    row = await desk.row(FREEZES)
    assert (row["proof"], row["state"], row["outside"]) == ("mail_link", "frozen", True)
    assert (row["until"] - row["asked_at"]).total_seconds() == 24 * 3600
    ticket = await desk.row("select severity, reason, channel from ticket where id = $1", row["ticket_id"])
    assert tuple(ticket) == ("P0", "sec.account_stolen", "web")
    assert await desk.kinds(row["ticket_id"]) == [
        "emergency.raised", "emergency.rung", "emergency.freeze_asked", "emergency.frozen"] or "emergency.sealed" in await desk.kinds(row["ticket_id"])


async def test_a_code_to_the_phone_lasts(desk: Desk) -> None:
    browser = desk.browser("zh")
    page = await browser.post("/stolen/code", data={"contact": MEI.phone}, follow_redirects=True)
    assert "如果" in page.text
    text = await press(desk, browser, answer=desk.texted(MEI))
    assert "已冻结" in text
    row = await desk.row(FREEZES)
    assert (row["proof"], row["until"]) == ("sms_code", None)
    assert desk.parts.world.holds(MEI.uid)[-1].until is None


async def test_a_shaking_hand_presses_twice(desk: Desk) -> None:
    browser = desk.browser()
    await browser.post("/stolen/code", data={"contact": MEI.phone}, follow_redirects=True)
    code, cookies = desk.texted(MEI), dict(browser.cookies)
    assert "Frozen at " in await press(desk, browser, answer=code)
    second = desk.browser()  # the browser dropped the answer to its first press, with the cookies in it
    second.cookies.update(cookies)
    text = await press(desk, second, answer=code)
    assert "Frozen at " in text
    assert "was frozen before" not in text
    assert desk.gate.acted.count("account.freeze") == 1
    assert 'href="/stolen/case"' in (await second.get("/stolen")).text


async def test_a_contact_that_cannot_be_one_is_kept_to_be_mended(desk: Desk) -> None:
    answer = await desk.browser().post("/stolen/code", data={"contact": "13800138077"}, follow_redirects=True)
    assert "country code" in answer.text
    assert 'value="13800138077"' in answer.text


async def test_a_live_session(desk: Desk) -> None:
    browser = await desk.signed_in(IVAN)
    assert "You are signed in as Ivan Petrov" in (await browser.get("/stolen")).text
    await press(desk, browser)
    row = await desk.row(FREEZES)
    assert (row["proof"], row["outside"], row["until"]) == ("session", False, None)


async def test_nobody_freezes_by_knowing_an_address(desk: Desk) -> None:
    thief = desk.browser()
    await thief.post("/stolen/code", data={"contact": MEI.email}, follow_redirects=True)
    for data in ({"answer": "000000"}, {"answer": "111111"}, {"proof": "x" * 60}, {"proof": desk.proof(MEI)[:-2] + "xx"}, {}):
        answer = await thief.post("/stolen/freeze", data=data, follow_redirects=True)
        assert "Frozen at" not in answer.text
    assert desk.status(MEI) == "active"
    assert await desk.row(FREEZES) is None


async def test_whether_an_account_exists_is_not_told(desk: Desk) -> None:
    texts = []
    for contact in (MEI.email, "mei.lon@example.com"):
        browser = desk.browser()
        sent = await browser.post("/stolen/code", data={"contact": contact})
        page = (await browser.get("/stolen/code")).text
        wrong = await browser.post("/stolen/freeze", data={"answer": "123456"})
        texts.append((sent.status_code, sent.headers["location"], len(page), page.replace(contact, ""), wrong.status_code, wrong.text))
    known, unknown = texts
    assert known[:3] == unknown[:3]
    assert known[4] == unknown[4]
    assert _timeless(known[3]) == _timeless(unknown[3])
    assert _timeless(known[5]) == _timeless(unknown[5])


def _timeless(text: str) -> str:
    import re

    return re.sub(r"\d{1,2}:\d{2}", "", text)


async def test_frozen_once_whoever_presses_again(desk: Desk) -> None:
    tokens = [desk.proof(MEI) for _ in range(3)]
    await asyncio.gather(*(press(desk, desk.browser(), proof=token) for token in tokens))
    assert len(await desk.kit.db.fetch(FREEZES)) == 1
    assert desk.gate.acted.count("account.freeze") == 1
    assert await desk.kit.db.fetchval("select count(*) from emergency_seat") == 3
    assert await desk.kit.db.fetchval("select count(*) from proposal where type = 'account.freeze'") == 1


async def test_from_outside_once_a_day(desk: Desk) -> None:
    await press(desk, desk.browser(), proof=desk.proof(MEI))
    await desk.kit.db.execute("update emergency_freeze set lifted_at = now(), lifted_why = 'unfrozen'")
    again = await desk.browser().post("/stolen/freeze", data={"proof": desk.proof(MEI)})
    assert again.status_code == 429
    assert "in the last 24 hours" in again.text
    later(hours=25)
    await press(desk, desk.browser(), proof=desk.proof(MEI))
    assert len(await desk.kit.db.fetch(FREEZES)) == 1
    assert (await desk.row(FREEZES))["lifted_at"] is None


async def test_a_phone_confirms_what_a_mailbox_began(desk: Desk) -> None:
    browser = desk.browser()
    await press(desk, browser, proof=desk.proof(ROSA))
    assert desk.parts.world.holds(ROSA.uid)[-1].until is not None
    await browser.post("/stolen/code", data={"contact": ROSA.phone}, follow_redirects=True)
    text = await press(desk, browser, answer=desk.texted(ROSA))
    assert "ends by itself at" not in text
    row = await desk.row(FREEZES)
    assert row["confirmed_at"] is not None
    assert row["until"] is None
    assert desk.status(ROSA) == "frozen"
    assert not [hold for hold in desk.parts.world.holds(ROSA.uid) if hold.trigger == "self_freeze" and hold.until]


async def test_a_lock_of_proofs_does_not_keep_the_owner_from_freezing(desk: Desk) -> None:
    thief = desk.browser()
    await thief.post("/verify-me/contact", data={"contact": MEI.phone})
    for _ in range(3):
        await thief.post("/verify-me/answer", data={"answer": "000000"})
    owner = desk.browser()
    await owner.post("/stolen/code", data={"contact": MEI.phone}, follow_redirects=True)
    assert "Frozen at" in await press(desk, owner, answer=desk.texted(MEI))


async def test_other_sessions_of_the_customer_end(desk: Desk) -> None:
    thief, owner = await desk.signed_in(MEI), await desk.signed_in(MEI)
    await press(desk, owner)
    rows = await desk.kit.db.fetch("select ended_at is null as live from customer_session order by created_at")
    assert [row["live"] for row in rows] == [False, True]
    assert thief is not owner


async def test_what_is_not_a_contact_is_refused(desk: Desk) -> None:
    for contact in ("", "hello", "a" * 400, "x\0y@example.com"):
        answer = await desk.browser().post("/stolen/code", data={"contact": contact})
        assert answer.status_code in (400, 422), (contact, answer.status_code)


async def test_a_flood_from_one_address_meets_a_wall(desk: Desk) -> None:
    browser, codes = desk.browser(), []
    for number in range(25):
        codes.append((await browser.post("/stolen/code", data={"contact": f"someone{number}@example.com"})).status_code)
    assert codes[0] == 303
    assert codes[-1] == 429


async def test_sessions_end_last_because_an_exchange_may_believe_the_freeze_for_their_sake(desk: Desk) -> None:
    await press(desk, await desk.signed_in(IVAN))
    assert len(desk.gate.acted) == 4
    assert desk.gate.acted[-1] == "sessions.revoke"
    assert desk.status(IVAN) == "frozen"

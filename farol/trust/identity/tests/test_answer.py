"""Answering: once, in the browser that began, judged by the exchange; wrong ones counted on every channel and ticket."""

import asyncio
from uuid import uuid4

import pytest

from farol.app.demo.cast import ANA, IVAN, MEI, SAM
from tests.world import later

from .conftest import desk_of, link_in, number_of, ticket_of


async def test_three_wrong_on_two_channels_lock_every_step_up_for_a_day(world, browser, phone):
    sam, ana = await world.staff(SAM), await world.staff(ANA)
    first, second = await ticket_of(world, IVAN), await ticket_of(world, IVAN, "It is urgent, change my mail")
    page, number = await browser(IVAN), await number_of(world, first)
    await page.post("/verify-me/start", ticket=number, method="totp")
    for _ in range(2):
        assert "That is not the code" in await page.post("/verify-me/answer", answer="nonsense")
    await ana.ok("POST", f"/tickets/{second}/identity/links", json={"client_id": str(uuid4())})
    other, link = await browser(), await link_in(ana, second)
    await other.post("/verify-me/start", token=link.rsplit("/", 1)[1], method="email_code")
    assert "Too many failed" in await other.post("/verify-me/answer", answer="nonsense")
    failed = (await desk_of(ana, second))["failed"]
    assert (failed["times"], failed["channels"], failed["tickets"]) == (3, 2, 2)
    assert failed["locked_until"]
    # No way is open now, on any ticket, to customer or staff, and the right code of before is too late.
    assert "Too many failed proofs" in await page.post("/verify-me/start", 403, ticket=number, method="totp")
    assert "Too many failed proofs" in await page.post("/verify-me/answer", 403, answer=phone.totp(IVAN))
    for path in ("codes", "links"):
        answer = await ana.post(f"/tickets/{first}/identity/{path}", json={"client_id": str(uuid4())} if path == "links" else None)
        assert (answer.status_code, answer.json()["code"]) == (403, "step_up_locked")
    told = await sam.ok("GET", "/notices")
    assert "3 failed proofs on 2 channels" in str(told)
    # Nobody else is concerned.
    mei = await browser(MEI)
    await mei.post("/verify-me/start", method="totp")
    assert "Proven to be you" in await mei.post("/verify-me/answer", answer=phone.totp(MEI))
    later(hours=24, minutes=1)
    page = await browser(IVAN)
    await page.post("/verify-me/start", ticket=number, method="email_code")
    assert "Proven to be you" in await page.post("/verify-me/answer", answer=phone.mailed(IVAN))


async def test_a_hundred_answers_at_once_are_three_tries(world, browser, phone):
    page = await browser(IVAN)
    await page.post("/verify-me/start", method="totp")
    answers = await asyncio.gather(*(page.client.post("/verify-me/answer", data={"answer": f"{n:06}x"}) for n in range(100)))
    assert {one.status_code for one in answers} <= {200, 303, 403, 429}
    assert await world.kit.db.fetchval("select count(*) from identity_attempt") <= 3
    assert await world.kit.db.fetchval("select count(*) from identity_lock") == 1


async def test_a_right_answer_raced_is_one_proof(world, browser, phone):
    page = await browser(IVAN)
    await page.post("/verify-me/start", method="app_confirm")
    phone.tap(IVAN)
    await asyncio.gather(*(page.client.post("/verify-me/answer", data={"answer": ""}) for _ in range(20)))
    assert await world.kit.db.fetchval("select count(*) from identity_proof") == 1


async def test_another_browser_cannot_answer(world, browser, phone):
    page, thief = await browser(IVAN), await browser(MEI)
    await page.post("/verify-me/start", method="totp")
    thief.client.cookies.set("farol_proof", page.client.cookies["farol_proof"])
    assert "Nothing is proven now" in await thief.post("/verify-me/answer", answer=phone.totp(IVAN))
    assert await world.kit.db.fetchval("select count(*) from identity_attempt") == 0


async def test_the_tap_refused_in_the_app_is_a_failed_proof(world, browser, phone):
    page = await browser(IVAN)
    await page.post("/verify-me/start", method="app_confirm")
    phone.tap(IVAN, yes=False)
    assert "Too many failed" in await page.post("/verify-me/answer", answer="")
    assert await world.kit.db.fetchval("select count(*) from identity_attempt where outcome = 'wrong'") == 1


async def test_an_answer_that_nobody_judged_counts_for_nothing(world, browser, phone):
    page = await browser(IVAN)
    await page.post("/verify-me/start", method="totp")
    phone.parts.mood.turn("down")
    assert "not answering" in await page.post("/verify-me/answer", 503, answer="123456")
    assert await world.kit.db.fetchval("select outcome from identity_attempt") == "none"


async def test_it_runs_out(world, browser, phone):
    page = await browser(IVAN)
    await page.post("/verify-me/start", method="totp")
    later(hours=1, minutes=1)
    assert "It ran out" in await page.post("/verify-me/answer", answer=phone.totp(IVAN))


@pytest.mark.parametrize("typed", ["\0", "9" * 200_000, "<script>alert(1)</script>", "١٢٣٤٥٦", ""])
async def test_bad_answers(world, browser, phone, typed):
    page = await browser(IVAN)
    await page.post("/verify-me/start", method="totp")
    answer = await page.client.post("/verify-me/answer", data={"answer": typed})
    assert answer.status_code in (200, 413, 422)
    assert "<script>alert" not in answer.text
    assert await world.kit.db.fetchval("select count(*) from identity_proof") == 0

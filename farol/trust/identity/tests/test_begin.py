"""Choosing a way: what the exchange offers, from a ticket in the portal, and what it says when it is down."""

from datetime import UTC, datetime, timedelta

import pytest

from farol.app.demo.cast import IVAN, MEI
from farol.core.exchange.model import Change, Factor, Security
from farol.trust.identity.model import SETTLED, ways

from .conftest import number_of, ticket_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def test_a_new_number_proves_nothing_for_seven_days_and_is_not_called():
    factors = [Factor("totp"), Factor("email"), Factor("sms"), Factor("fund_password")]
    old = ways(Security([], factors=factors), NOW)
    assert (old.methods, old.call_back_from) == (["totp", "app_confirm", "email_code", "sms_code"], None)
    changed = NOW - timedelta(days=6)
    new = ways(Security([], factors=factors, last_changes=[Change("phone_changed", changed)]), NOW)
    assert (new.methods, new.call_back_from) == (["totp", "app_confirm", "email_code"], changed + SETTLED)
    bound = ways(Security([], factors=[Factor("sms", NOW - timedelta(days=8)), Factor("email", NOW)]), NOW)
    assert (bound.methods, list(bound.waiting)) == (["app_confirm", "sms_code"], ["email_code"])


async def test_from_a_ticket_in_the_portal(world, browser, phone):
    ticket = await ticket_of(world, IVAN)
    number, page = await number_of(world, ticket), await browser(IVAN)
    assert f"/verify-me?ticket={number}" in await page.get(f"/my/tickets/{number}")
    shown = await page.get(f"/verify-me?ticket={number}")
    assert f"For ticket {number}" in shown
    assert 'value="app_confirm"' in shown
    await page.post("/verify-me/start", ticket=number, method="app_confirm")
    assert "has not come yet" in await page.post("/verify-me/answer", answer="")
    phone.tap(IVAN)
    shown = await page.post("/verify-me/answer", answer="")
    assert f"/my/tickets/{number}" in shown
    assert "Cancelling a withdrawal" in shown
    assert await world.kit.db.fetchval("select count(*) from identity_attempt where outcome = 'wrong'") == 0


@pytest.mark.parametrize("method", ["voice", "kba", "contact_code", "two_way_code", "", "sms"])
async def test_there_is_no_other_method(world, browser, phone, method):
    page = await browser(IVAN)
    assert "This way is not open" in await page.post("/verify-me/start", 422, method=method)
    assert await world.kit.db.fetchval("select count(*) from identity_challenge") == 0


async def test_somebody_elses_ticket_is_not_named(world, browser, phone):
    ticket = await ticket_of(world, MEI)
    page = await browser(IVAN)
    number = await number_of(world, ticket)
    assert "For ticket" not in await page.get(f"/verify-me?ticket={number}")
    await page.post("/verify-me/start", ticket=number, method="totp")
    await page.post("/verify-me/answer", answer=phone.totp(IVAN))
    row = await world.kit.db.fetchrow("select ticket_id, uid from identity_proof")
    assert (row["ticket_id"], row["uid"]) == (None, IVAN.uid)


async def test_the_exchange_is_down(world, browser, phone):
    page = await browser(IVAN)
    phone.parts.mood.turn("down")
    assert "not answering" in await page.get("/verify-me", 503)
    assert await world.kit.db.fetchval("select count(*) from identity_attempt") == 0


async def test_in_chinese(world, browser, phone):
    page = await browser(MEI, "zh")
    shown = await page.get("/verify-me")
    assert "证明是您本人" in shown
    assert "点一种方式" in shown

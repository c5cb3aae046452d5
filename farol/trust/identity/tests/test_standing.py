"""What stands: a live session behind the last words, what was proven on a ticket, and what ends it."""

from datetime import datetime, timedelta
from uuid import uuid4

import pytest

from farol.app.demo.cast import ANA, IVAN, MEI
from farol.core.core_events.events import CoreEventArrived, stream_of
from farol.core.tickets.actions import post_message
from farol.kit import clock
from farol.kit.db import transaction
from farol.kit.events import emit
from farol.kit.permission import SYSTEM, Actor, Can
from farol.trust.identity.actions import level_of, require
from farol.trust.identity.model import Level
from farol.trust.identity.problems import IdentityTooLow
from tests.world import later

from .conftest import desk_of, number_of, ticket_of


async def customer_of(world, ticket):
    return await world.kit.db.fetchval("select customer_id from ticket where id = $1", ticket)


async def prove(world, browser, phone, who, ticket):
    page = await browser(who)
    number = await number_of(world, ticket)
    await page.post("/verify-me/start", ticket=number, method="totp")
    assert "Proven" in await page.post("/verify-me/answer", answer=phone.totp(who))
    return page


async def test_words_from_a_live_session_are_signed_in(world):
    ticket = await ticket_of(world, IVAN)
    who = await customer_of(world, ticket)
    assert await level_of(world.kit, world.kit.db, who, ticket) is Level.SIGNED_IN
    assert await require(world.kit, world.kit.db, who, ticket, Level.SIGNED_IN) is Level.SIGNED_IN
    with pytest.raises(IdentityTooLow) as refused:
        await require(world.kit, world.kit.db, who, ticket, Level.STEP_UP)
    assert (refused.value.status, refused.value.fields) == (403, {"have": 2, "need": 3})


async def test_a_mail_in_the_same_ticket_is_not(world):
    ticket = await ticket_of(world, IVAN)
    who = await customer_of(world, ticket)
    actor = Actor("customer", who, frozenset({Can.OWN_TICKETS}))
    await post_message(world.kit, actor, ticket, client_id=uuid4(), body="It is me, from another address", channel="email")
    assert await level_of(world.kit, world.kit.db, who, ticket) is Level.ANONYMOUS


async def test_a_visitor_is_nobody(world):
    opened = await world.open(await world.visitor(), "hello")
    ana = await world.staff(ANA)
    shown = await desk_of(ana, opened.get("id") or opened["ticket"]["id"])
    assert (shown["standing"]["level"], shown["account"]) == (0, False)


async def test_what_was_proven_counts_on_its_ticket_for_fifteen_minutes(world, browser, phone):
    mine, other = await ticket_of(world, IVAN), await ticket_of(world, IVAN, "And my card")
    who = await customer_of(world, mine)
    await prove(world, browser, phone, IVAN, mine)
    assert await level_of(world.kit, world.kit.db, who, mine) is Level.STEP_UP
    assert await level_of(world.kit, world.kit.db, who, other) is Level.SIGNED_IN
    # What customers do by themselves goes by what they proved in a session of theirs.
    assert await level_of(world.kit, world.kit.db, who, None) is Level.STEP_UP
    later(minutes=16)
    assert await level_of(world.kit, world.kit.db, who, mine) is Level.SIGNED_IN


async def test_signing_out_ends_it_at_once(world, browser, phone):
    ticket = await ticket_of(world, IVAN)
    who = await customer_of(world, ticket)
    page = await prove(world, browser, phone, IVAN, ticket)
    await page.client.post("/my/session/end")
    assert await level_of(world.kit, world.kit.db, who, ticket) is Level.SIGNED_IN  # the widget's own session lives on
    await world.react()
    assert await world.kit.db.fetchval("select revoked_why from identity_proof where ticket_id = $1", ticket) == "sign_out"
    assert "Nothing is proven now" in await page.get("/verify-me/done")


@pytest.mark.parametrize(("kind", "why"), [
    ("security.contact_changed", "contact_change"), ("security.freeze", "freeze"), ("security.factor_reset", "security_change")])
async def test_what_the_exchange_tells_ends_it(world, browser, phone, kind, why):
    ticket = await ticket_of(world, IVAN)
    untouched = await ticket_of(world, MEI)
    await prove(world, browser, phone, IVAN, ticket)
    await prove(world, browser, phone, MEI, untouched)
    async with transaction(world.kit.db) as tx:
        event = CoreEventArrived(kind, IVAN.uid, "user", IVAN.uid, 1, clock.now(), {}, "evt-1")
        await emit(tx, stream_of(IVAN.uid), SYSTEM, event)
    await world.react()
    ana = await world.staff(ANA)
    assert (await desk_of(ana, ticket))["standing"]["level"] == 2
    assert (await desk_of(ana, untouched))["standing"]["level"] == 3
    body = await world.kit.db.fetchval("select body from event where stream = $1 and kind = 'identity.revoked'", f"ticket:{ticket}")
    assert body == {"why": why}


async def test_staff_end_it_by_hand(world, browser, phone):
    ticket = await ticket_of(world, IVAN)
    await prove(world, browser, phone, IVAN, ticket)
    ana = await world.staff(ANA)
    await ana.ok("POST", f"/tickets/{ticket}/identity/revocation")
    assert (await desk_of(ana, ticket))["standing"]["level"] == 2
    await ana.ok("POST", f"/tickets/{ticket}/identity/revocation")
    kinds = await world.kit.db.fetchval("select count(*) from event where kind = 'identity.revoked'")
    assert kinds == 1


async def test_the_panel_masks_whose_account_it_is_and_costs_few_statements(world, browser, phone):
    ticket = await ticket_of(world, IVAN)
    await prove(world, browser, phone, IVAN, ticket)
    ana = await world.staff(ANA)
    await desk_of(ana, ticket)
    with world.statements() as ran:
        shown = await desk_of(ana, ticket)
    assert shown["standing"]["uid"] == "83••••41"
    assert IVAN.uid not in str(shown)
    assert len([one for one in ran if one.split()[0] in ("select", "with")]) <= 12
    until = shown["standing"]["until"]
    assert timedelta(minutes=14) < (datetime.fromisoformat(until) - clock.now()) <= timedelta(minutes=15)

"""Tries are counted from the moment they are made: who hangs up before the answer has tried all the same."""

import pytest

from farol.app.demo.cast import IVAN
from farol.trust.identity import challenge_store
from farol.trust.identity.actions import counting, secret
from farol.trust.identity.pages.view import HELD
from farol.trust.identity.problems import StepUpLocked
from tests.world import later

from .conftest import number_of, ticket_of


async def test_who_hangs_up_before_the_answer_has_tried(world, browser, phone):
    page = await browser(IVAN)
    ticket = await ticket_of(world, IVAN)
    await page.post("/verify-me/start", ticket=await number_of(world, ticket), method="totp")
    asked = await challenge_store.of_secret(world.kit.db, secret.digest(page.client.cookies[HELD].strip('"')))
    assert asked
    for _ in range(3):
        await counting.begin(world.kit, asked)
        later(minutes=5)
    with pytest.raises(StepUpLocked):
        await counting.begin(world.kit, asked)


async def test_only_what_counts_nowhere_else_is_answered_past_a_lock(world, browser, phone):
    await ticket_of(world, IVAN)
    number = await world.kit.db.fetchval("select number from ticket")
    for typed, bare in (("", True), (number, False)):
        page = await browser()
        await page.post("/verify-me/contact", contact=IVAN.phone, number=typed)
        asked = await challenge_store.of_secret(world.kit.db, secret.digest(page.client.cookies[HELD].strip('"')))
        assert asked
        assert asked.bare is bare

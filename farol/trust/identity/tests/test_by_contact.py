"""A registered contact, logged out: nothing tells whether an account has it."""

import re

from farol.app.demo.cast import IVAN, MEI

from .conftest import number_of, ticket_of

NOBODY = "ivan.petrof@example.com"


def plain(shown: str) -> str:
    """A page without the minute in which it was made."""
    return re.sub(r"today \d\d:\d\d|tomorrow \d\d:\d\d", "when", shown)


async def test_the_pages_are_the_same_to_a_byte(world, browser, phone):
    for wrong in (False, True):
        seen = []
        for contact in (IVAN.email, NOBODY):
            page = await browser()
            shown = await page.post("/verify-me/contact", contact=contact)
            if wrong:
                shown = await page.post("/verify-me/answer", answer="nonsense")
            seen.append(plain(shown).replace("i•••@e•••.com", "masked"))
        assert seen[0] == seen[1]
        assert "If an account has masked" in seen[0]


async def test_the_statements_are_the_same(world, browser, phone):
    ran = []
    for contact in (IVAN.email, NOBODY, MEI.phone, "+8613800138078"):
        page = await browser()
        await page.get("/verify-me")
        with world.statements() as said:
            await page.client.post("/verify-me/contact", data={"contact": contact})
        ran.append(said)
    assert ran[0] == ran[1] == ran[2] == ran[3]


async def test_whose_it_is_counts_on_their_own_ticket_alone(world, browser, phone):
    mine, other = await ticket_of(world, IVAN), await ticket_of(world, MEI)
    for ticket, counts in ((mine, True), (other, False)):
        page, number = await browser(), await number_of(world, ticket)
        await page.post("/verify-me/contact", contact=IVAN.email, number=number)
        shown = await page.post("/verify-me/answer", answer=phone.mailed(IVAN))
        assert "Contact proven" in shown
        assert (f"It counts for ticket {number}" in shown) is counts
        assert await world.kit.db.fetchval("select count(*) from identity_proof where ticket_id = $1", ticket) == counts
    assert await world.kit.db.fetchval("select count(*) from event where stream = $1 and kind like 'identity.%'", f"ticket:{other}") == 0


async def test_what_is_no_contact_is_said_so(world, browser, phone):
    page = await browser()
    for typed in ("ivan", "ivan@", "@example.com", "12345", "+0123456789", "ivan@example.com\nmei@example.com", "a" * 320, " "):
        assert "neither an e-mail address nor a phone number" in await page.post("/verify-me/contact", 422, contact=typed)


async def test_three_wrong_lock_the_contact_and_not_its_owner(world, browser, phone):
    for contact in (IVAN.email, NOBODY):
        page = await browser()
        await page.post("/verify-me/contact", contact=contact)
        for _ in range(2):
            await page.post("/verify-me/answer", answer="nonsense")
        assert "Too many failed" in await page.post("/verify-me/answer", answer="nonsense")
        again = await (await browser()).post("/verify-me/contact", 403, contact=contact)
        assert "Too many failed proofs" in again
    # Whoever knows an address cannot keep its owner from proving anything.
    owner = await browser(IVAN)
    await owner.post("/verify-me/start", method="totp")
    assert "Proven to be you" in await owner.post("/verify-me/answer", answer=phone.totp(IVAN))


async def test_only_the_owner_of_the_contact_hears_that_the_account_is_locked(world, browser, phone):
    owner = await browser(IVAN)
    await owner.post("/verify-me/start", method="totp")
    for _ in range(3):
        shown = await owner.post("/verify-me/answer", answer="nonsense")
    assert "Too many failed" in shown
    page = await browser()
    assert "If an account has" in await page.post("/verify-me/contact", contact=IVAN.email)
    assert "Too many failed" in await page.post("/verify-me/answer", answer=phone.mailed(IVAN))
    assert await world.kit.db.fetchval("select count(*) from identity_proof") == 0

"""A link that staff send: signed, once, fifteen minutes, for its ticket and its customer."""

from uuid import uuid4

from farol.app.demo.cast import ANA, IVAN, KAI, MEI, TIM
from tests.world import later

from .conftest import desk_of, link_in, ticket_of


async def asked(world, ticket):
    ana = await world.staff(ANA)
    await ana.ok("POST", f"/tickets/{ticket}/identity/links", json={"client_id": str(uuid4())})
    return ana, await link_in(ana, ticket)


async def test_the_customer_answers_it_and_staff_see_the_level(world, browser, phone):
    ticket = await ticket_of(world, IVAN)
    ana, link = await asked(world, ticket)
    page = await browser()
    shown = await page.get(link)
    assert "Authenticator" in shown
    assert "For ticket FRL-" in shown
    assert IVAN.uid not in shown
    assert IVAN.email not in shown
    shown = await page.post("/verify-me/start", token=link.rsplit("/", 1)[1], method="totp")
    assert "Open your authenticator" in shown
    shown = await page.post("/verify-me/answer", answer=phone.totp(IVAN))
    assert "Proven to be you" in shown
    assert "It counts for ticket FRL-" in shown
    stands = (await desk_of(ana, ticket))["standing"]
    assert (stands["level"], stands["method"]) == (3, "totp")
    kinds = [r["kind"] for r in await world.kit.db.fetch("select kind from event where stream = $1 order by seq", f"ticket:{ticket}")]
    assert [kind for kind in kinds if kind.startswith("identity")] == ["identity.asked", "identity.proven"]


async def test_a_code_to_the_mailbox_proves_the_contact_and_beside_a_session_more(world, browser, phone):
    for who, level in ((None, 1), (IVAN, 3)):
        ticket = await ticket_of(world, IVAN)
        _, link = await asked(world, ticket)
        page = await browser(who)
        shown = await page.post("/verify-me/start", token=link.rsplit("/", 1)[1], method="email_code")
        assert "The exchange sent a code to" in shown
        await page.post("/verify-me/answer", answer=phone.mailed(IVAN))
        row = await world.kit.db.fetchrow("select level, channel from identity_proof where ticket_id = $1", ticket)
        assert (row["level"], row["channel"]) == (level, "webchat")


async def test_it_works_once_and_looking_spends_nothing(world, browser, phone):
    ticket = await ticket_of(world, IVAN)
    _, link = await asked(world, ticket)
    first, second = await browser(), await browser()
    await second.get(link)
    await first.get(link)
    token = link.rsplit("/", 1)[1]
    await first.post("/verify-me/start", token=token, method="totp")
    shown = await second.post("/verify-me/start", 410, token=token, method="totp")
    assert "This link works no more" in shown
    await second.get(link, 410)
    # The browser that used it may choose another way.
    assert "e-mail" in await first.get(link)
    assert "The exchange sent a code" in await first.post("/verify-me/start", token=token, method="email_code")


async def test_it_is_over_after_fifteen_minutes_and_by_the_next_one(world, browser, phone):
    ticket = await ticket_of(world, IVAN)
    _, first = await asked(world, ticket)
    _, second = await asked(world, ticket)
    page = await browser()
    await page.get(first, 410)
    await page.get(second)
    later(minutes=15, seconds=1)
    await page.get(second, 410)


async def test_a_changed_link_and_somebody_elses_session_are_refused(world, browser, phone):
    ticket = await ticket_of(world, IVAN)
    _, link = await asked(world, ticket)
    changed = link[:-1] + ("a" if link[-1] != "a" else "b")
    nobody, mei = await browser(), await browser(MEI)
    for page, path in ((nobody, changed), (nobody, "/verify-me/ask/" + "a" * 75), (nobody, "/verify-me/ask/x"), (mei, link)):
        assert "This link works no more" in await page.get(path, 410)


async def test_asking_twice_with_one_id_asks_once(world):
    ticket = await ticket_of(world, IVAN)
    ana, id_ = await world.staff(ANA), str(uuid4())
    before = (await ana.ok("GET", f"/tickets/{ticket}"))["messages"]
    body = {"client_id": id_}
    await ana.ok("POST", f"/tickets/{ticket}/identity/links", json=body)
    count = "select count(*) from identity_request"
    answer = await ana.post(f"/tickets/{ticket}/identity/links", json=body)
    assert answer.status_code in (200, 409)
    assert await world.kit.db.fetchval(count) == 1
    assert len((await ana.ok("GET", f"/tickets/{ticket}"))["messages"]) == len(before) + 1


async def test_who_may_ask(world):
    ticket = await ticket_of(world, IVAN)
    body = {"client_id": str(uuid4())}
    kai, tim = await world.staff(KAI), await world.staff(TIM)
    assert (await kai.post(f"/tickets/{ticket}/identity/links", json=body)).status_code == 403
    await tim.ok("POST", f"/tickets/{ticket}/identity/links", json=body)


async def test_a_visitors_link_takes_a_registered_contact(world, browser, phone):
    opened = await world.open(await world.visitor(), "I cannot sign in")
    ticket = opened.get("id") or opened["ticket"]["id"]
    ana, link = await asked(world, ticket)
    page = await browser()
    assert "Registered e-mail" in await page.get(link)
    await page.post("/verify-me/contact", contact=IVAN.email.upper(), token=link.rsplit("/", 1)[1])
    shown = await page.post("/verify-me/answer", answer=phone.mailed(IVAN))
    assert "Contact proven" in shown
    stands = (await desk_of(ana, ticket))["standing"]
    assert (stands["level"], stands["method"], stands["uid"]) == (1, "contact_code", "83••••41")

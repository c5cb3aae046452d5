"""What thieves, trolls and bad moments try against the emergency lane, and what becomes of it."""

import asyncio
from datetime import timedelta

import httpx2
import msgspec
import pytest

from farol.app.demo.cast import MEI, SAM
from farol.desk.threads.telling import After
from farol.kit import clock
from farol.kit.db import transaction
from farol.kit.permission import ANYONE
from farol.kit.problem import TooMany
from farol.trust.emergency import actions
from farol.trust.emergency.actions import freezing, packing, wishing
from farol.trust.emergency.actions.proving import Control
from farol.trust.identity import actions as identity
from farol.trust.identity.pages.view import HELD as PROVING
from tests.world import later

from .conftest import Desk

FREEZE = "select f.*, e.ticket_id from emergency_freeze f join emergency e on e.id = f.emergency_id"
HELD = "farol_stolen_code"


async def begun(desk: Desk, control: Control) -> None:
    """Control is proven, and the process dies before it asks the exchange."""
    async with transaction(desk.kit.db) as tx:
        await freezing._begin(tx, control, "en", b"s" * 32, After())


async def test_a_contact_changed_by_the_thief_at_that_moment_does_not_keep_the_account_open(desk: Desk) -> None:
    await begun(desk, await actions.by_token(desk.kit, desk.proof(MEI)))
    await desk.kit.db.execute("update identity_proof set revoked_at = now(), revoked_why = 'contact_change', revoked_by = 'system:0'")
    await desk.work("emergency")
    assert desk.status(MEI) == "frozen"
    assert (await desk.row(FREEZE))["state"] == "frozen"


async def test_what_could_not_even_be_asked_for_is_told_and_rings_on(desk: Desk) -> None:
    await desk.signed_in(MEI)
    session = await desk.kit.db.fetchval("select digest from customer_session")
    await begun(desk, Control(MEI.uid, "session", session=session))
    await desk.kit.db.execute("update customer_session set ended_at = now()")
    await desk.work("emergency")
    row = await desk.row(FREEZE)
    assert (row["state"], row["why"]) == ("refused", "identity_too_low")
    assert "emergency.freeze_refused" in await desk.kinds(row["ticket_id"])
    assert await desk.kit.db.fetchval("select count(distinct position) from emergency_ring") == 2


class Busy(httpx2.AsyncBaseTransport):
    """The exchange judges no links now."""

    def __init__(self, inner: httpx2.AsyncBaseTransport) -> None:
        self.inner = inner

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/v1/proofs:verify":
            return httpx2.Response(429, stream=httpx2.ByteStream(b'{"code":"rate_limited","message":"later"}'))
        return await self.inner.handle_async_request(request)


async def test_an_exchange_that_is_busy_has_not_judged_a_link(desk: Desk) -> None:
    browser, token, inner = desk.browser(), desk.proof(MEI), desk.gate.inner
    desk.gate.inner = Busy(inner)
    answer = await browser.post("/stolen/freeze", data={"proof": token}, follow_redirects=True)
    assert "Your request is kept" in answer.text
    await desk.work("emergency")
    assert await desk.kit.db.fetchval("select state from emergency_wish") == "kept"
    desk.gate.inner = inner
    await desk.work("emergency")
    assert desk.status(MEI) == "frozen"


async def test_a_kept_press_whose_process_dies_is_done_once(desk: Desk) -> None:
    desk.gate.down = True
    await desk.browser().post("/stolen/freeze", data={"proof": desk.proof(MEI)})
    kept = await desk.row("select digest, box from emergency_wish")
    desk.gate.down = False
    for _ in range(2):
        await wishing.try_wish.run(desk.kit, wishing.Wish(kept["digest"].hex()))
        await desk.kit.db.execute("update emergency_wish set state = 'kept', box = $1", kept["box"])
    assert desk.gate.acted.count("account.freeze") == 1
    assert await desk.kit.db.fetchval("select count(*) from emergency_seat") == 1


async def test_a_shelf_full_of_presses_tells_who_comes_too_late(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wishing, "MOST", 0)
    desk.gate.down = True
    answer = await desk.browser().post("/stolen/freeze", data={"proof": desk.proof(MEI)})
    assert answer.status_code == 429
    assert "Too many presses" in answer.text


async def test_news_of_an_earlier_opening_opens_nothing(desk: Desk) -> None:
    await desk.browser().post("/stolen/freeze", data={"proof": desk.proof(MEI)})
    for at, lifted in ((clock.now() - timedelta(days=1), False), (clock.now() + timedelta(minutes=1), True)):
        async with transaction(desk.kit.db) as tx:
            await actions.lifted_in(tx, MEI.uid, at, "unfrozen", After())
        assert ((await desk.row(FREEZE))["lifted_at"] is not None) is lifted


async def test_a_proof_begun_for_a_ticket_is_not_answered_past_the_lock(desk: Desk) -> None:
    owner = await desk.signed_in(MEI)
    await owner.post("/stolen/freeze")
    number = await desk.kit.db.fetchval("select number from ticket")
    await desk.kit.db.execute("update emergency_freeze set lifted_at = now(), lifted_why = 'unfrozen'")
    later(hours=25)
    thief = desk.browser()
    await thief.post("/verify-me/contact", data={"contact": MEI.phone, "number": number})
    code = desk.texted(MEI)
    other = desk.browser()
    await other.post("/verify-me/contact", data={"contact": MEI.phone})
    for guess in ("000000", "000001", "000002"):
        await other.post("/verify-me/answer", data={"answer": guess})
    thief.cookies.set(HELD, thief.cookies[PROVING])
    before = await desk.kit.db.fetchval("select count(*) from identity_proof")
    await thief.post("/stolen/freeze", data={"answer": code})
    assert await desk.kit.db.fetchval("select count(*) from identity_proof") == before
    assert desk.gate.acted.count("account.freeze") == 1


async def test_nobody_uses_up_the_codes_of_an_owner(desk: Desk) -> None:
    async def code_from(ip: str) -> None:
        await identity.begin_by_contact(desk.kit, ANYONE, MEI.email, "", identity.Origin(ip=ip), protects=True)

    for _ in range(6):
        await code_from("198.51.100.7")
    with pytest.raises(TooMany):
        await code_from("198.51.100.7")
    await code_from("203.0.113.8")


async def test_a_mailbox_reads_nothing_of_what_a_session_began(desk: Desk) -> None:
    owner = await desk.signed_in(MEI)
    await owner.post("/stolen/freeze")
    await owner.post("/stolen/case/messages", data={"client_id": "00000000-0000-4000-8000-000000000001", "body": "He has my seed phrase"})
    case = await desk.kit.db.fetchval("select id from emergency")
    await (await desk.come(SAM)).ok("POST", f"/emergencies/{case}/taking")
    shown = (await owner.get("/stolen/case")).text
    thief = desk.browser()
    page = await thief.post("/stolen/freeze", data={"proof": desk.proof(MEI)}, follow_redirects=True)
    assert "Frozen at" in page.text
    code = (await (await desk.come(SAM)).ok("GET", f"/emergencies/{case}"))["code"]
    assert code in shown
    assert code not in page.text
    for path in ("talk", "questions", "pack.pdf", "pack.json"):
        answer = await thief.get(f"/stolen/case/{path}")
        assert answer.status_code == 404, path
        assert "seed phrase" not in answer.text
    assert (await thief.post("/stolen/case/messages", data={"body": "I am Mei, open it"})).status_code == 404
    assert "seed phrase" in (await owner.get("/stolen/case/talk")).text


async def test_a_mailbox_that_joins_reads_from_then_on(desk: Desk) -> None:
    first, second = desk.browser(), desk.browser()
    await first.post("/stolen/freeze", data={"proof": desk.proof(MEI)})
    await first.post("/stolen/case/messages", data={"client_id": "00000000-0000-4000-8000-000000000001", "body": "I clicked a link"})
    later(minutes=30)
    await second.post("/stolen/freeze", data={"proof": desk.proof(MEI)})
    assert "I clicked a link" in (await first.get("/stolen/case/talk")).text
    assert "I clicked a link" not in (await second.get("/stolen/case/talk")).text


async def test_an_owner_who_presses_again_is_heard_whoever_ended_the_case(desk: Desk) -> None:
    owner = desk.browser()
    await owner.post("/stolen/freeze", data={"proof": desk.proof(MEI)})
    sam = await desk.come(SAM)
    case = await desk.kit.db.fetchval("select id from emergency")
    await sam.ok("POST", f"/emergencies/{case}/taking")
    await sam.ok("POST", f"/emergencies/{case}/end", json={"outcome": "false_alarm"})
    rung = await desk.kit.db.fetchval("select count(*) from emergency_ring")
    await owner.post("/stolen/freeze", data={"proof": desk.proof(MEI)})
    assert (await desk.row("select ended_at, taken_by from emergency"))["ended_at"] is None
    assert await desk.kit.db.fetchval("select count(*) from emergency_ring") > rung


async def test_no_machine_offers_a_freeze_where_staff_saw_danger_to_a_person(desk: Desk) -> None:
    customer = await desk.world.customer(MEI)
    ticket = (await desk.world.open(customer, "I lost everything"))["ticket"]["id"]
    await desk.kit.db.execute("update ticket set reason = 'care.person_at_risk' where id = $1", ticket)
    await desk.world.say(customer, ticket, "My account was hacked")
    await desk.react("emergency_hear")
    assert await desk.kit.db.fetchval("select count(*) from emergency") == 1
    assert await desk.kit.db.fetchval("select count(*) from message where author_kind = 'system'") == 0


async def test_two_presses_at_one_moment_both_read_that_it_is_stopped(desk: Desk) -> None:
    from farol.trust.emergency import thaw_letter

    from .test_thaw import frozen, proposed, reviewed

    ticket = await frozen(desk)
    await reviewed(desk, ticket)
    token = thaw_letter.token(desk.kit.settings.secret_key, await proposed(desk, ticket))
    answers = await asyncio.gather(*(desk.browser().post(f"/stolen/stop/{token}") for _ in range(4)))
    assert {one.status_code for one in answers} == {200}


async def test_a_secret_of_an_old_press_or_of_another_page_freezes_nothing(desk: Desk) -> None:
    browser = desk.browser()
    await browser.post("/stolen/code", data={"contact": MEI.phone})
    copied = browser.cookies[HELD]
    await browser.post("/stolen/freeze", data={"answer": desk.texted(MEI)})
    await desk.kit.db.execute("update emergency_freeze set lifted_at = now(), lifted_why = 'unfrozen', asked_at = now() - interval '2 days'")
    later(minutes=10)
    thief = desk.browser()
    thief.cookies.set(HELD, copied)
    assert (await thief.post("/stolen/freeze", data={"answer": "000000"}, follow_redirects=True)).url.path == "/stolen"
    assert desk.gate.acted.count("account.freeze") == 1


async def test_a_pack_waits_for_what_is_sealed_late(desk: Desk) -> None:
    await begun(desk, await actions.by_token(desk.kit, desk.proof(MEI)))
    case = await desk.kit.db.fetchval("select id from emergency")
    await packing.pack_later.run(desk.kit, packing.Packing(case))
    queued = await desk.row("select payload, execute_after > now() + interval '1 minute' as later from pgqueuer where entrypoint = 'emergency.pack'")
    assert queued["later"]
    assert msgspec.json.decode(queued["payload"])["times"] == 1

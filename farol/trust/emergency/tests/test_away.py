"""The exchange away in the middle of a freeze: kept, tried again, told as it is, and done once."""

from farol.app.demo.cast import MEI
from tests.world import later

from .conftest import Desk

FREEZE = "select f.*, e.ticket_id from emergency_freeze f join emergency e on e.id = f.emergency_id"


async def test_an_hour_away_in_the_middle_of_a_freeze(desk: Desk) -> None:
    session = await desk.signed_in(MEI)
    desk.gate.down = True
    answer = await session.post("/stolen/freeze", data={}, follow_redirects=True)
    assert "The exchange has not answered yet" in answer.text
    assert "never done twice" in answer.text
    assert answer.headers["refresh"].startswith("5;")
    row = await desk.row(FREEZE)
    assert row["state"] == "waiting"
    assert "emergency.freeze_put_off" in await desk.kinds(row["ticket_id"])
    assert await desk.kit.db.fetchval("select count(*) from emergency_ring") > 0

    for _ in range(3):
        later(minutes=20)
        await desk.work()
    assert desk.status(MEI) == "active"

    desk.gate.down = False
    await desk.work()
    await desk.react()
    assert desk.status(MEI) == "frozen"
    assert desk.gate.acted.count("account.freeze") == 1
    assert (await desk.row(FREEZE))["state"] == "frozen"
    assert "Frozen at" in (await session.get("/stolen/case")).text
    assert await desk.kit.db.fetchval("select count(*) from emergency_snapshot") == 1


async def test_a_link_that_cannot_be_judged_yet_is_kept(desk: Desk) -> None:
    browser, token = desk.browser(), desk.proof(MEI)
    desk.gate.down = True
    answer = await browser.post("/stolen/freeze", data={"proof": token}, follow_redirects=True)
    assert answer.status_code == 200
    assert "Your request is kept" in answer.text
    assert await desk.kit.db.fetchval("select count(*) from notice where kind = 'emergency.kept'") >= 1
    assert token not in str(await desk.kit.db.fetchval("select box from emergency_wish"))
    await desk.work("emergency")
    assert desk.status(MEI) == "active"
    desk.gate.down = False
    await desk.work("emergency")
    assert desk.status(MEI) == "frozen"
    assert "Frozen at" in (await browser.get("/stolen/case")).text
    await desk.work("emergency")
    assert desk.gate.acted.count("account.freeze") == 1


async def test_a_link_that_turns_out_to_be_nothing_ends(desk: Desk) -> None:
    browser = desk.browser()
    desk.gate.down = True
    await browser.post("/stolen/freeze", data={"proof": "x" * 60}, follow_redirects=True)
    desk.gate.down = False
    await desk.work("emergency")
    assert await desk.kit.db.fetchval("select state from emergency_wish") == "void"
    assert (await browser.get("/stolen/case")).status_code == 404


async def test_a_process_that_dies_before_it_asks(desk: Desk) -> None:
    from farol.kit.permission import Actor
    from farol.trust.emergency import actions
    from farol.trust.emergency.actions import freezing

    control = await actions.by_token(desk.kit, desk.proof(MEI))
    from farol.desk.threads.telling import After
    from farol.kit.db import transaction

    async with transaction(desk.kit.db) as tx:
        await freezing._begin(tx, control, "en", b"s" * 32, After())
    assert desk.status(MEI) == "active"
    assert isinstance(Actor("customer", 1, frozenset()), Actor)
    await desk.work("emergency")
    assert desk.status(MEI) == "frozen"


async def test_a_refusal_is_told_and_rings_on(desk: Desk) -> None:
    token = desk.proof(MEI)
    browser = desk.browser()

    class Refuses:
        def __init__(self, inner: object) -> None:
            self.inner = inner

        async def handle_async_request(self, request: object) -> object:
            import httpx2

            if request.url.path == "/v1/actions":  # type: ignore[attr-defined]
                return httpx2.Response(403, stream=httpx2.ByteStream(b'{"code":"policy_denied","message":"no"}'))
            return await self.inner.handle_async_request(request)  # type: ignore[attr-defined]

    desk.gate.inner = Refuses(desk.gate.inner)  # type: ignore[assignment]
    answer = await browser.post("/stolen/freeze", data={"proof": token}, follow_redirects=True)
    assert "The exchange did not freeze the account" in answer.text
    row = await desk.row(FREEZE)
    assert (row["state"], row["why"]) == ("refused", "policy_denied")
    assert "emergency.freeze_refused" in await desk.kinds(row["ticket_id"])
    assert await desk.kit.db.fetchval("select count(distinct position) from emergency_ring") == 2


async def test_a_refused_freeze_is_asked_for_again_with_a_stronger_proof(desk: Desk) -> None:
    from farol.app.demo.cast import IVAN

    browser = await desk.signed_in(IVAN)
    desk.parts.world.ledger.write("account", desk.parts.world.name(IVAN.uid), IVAN.uid, sessions_ended_at=desk.parts.world.clock())
    answer = await browser.post("/stolen/freeze", data={}, follow_redirects=True)
    assert "Try again with a code" in answer.text
    await browser.post("/stolen/code", data={"contact": IVAN.phone}, follow_redirects=True)
    answer = await browser.post("/stolen/freeze", data={"answer": desk.texted(IVAN)}, follow_redirects=True)
    assert "Frozen at" in answer.text
    assert await desk.kit.db.fetchval("select count(*) from emergency") == 1

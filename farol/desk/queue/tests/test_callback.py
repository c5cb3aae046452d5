"""Keep my place and tell me."""

from datetime import timedelta

from farol.app.demo import cast
from farol.desk.queue.tests.conftest import Desk
from farol.kit import clock
from tests.world import later


async def test_who_went_away_is_told_by_mail(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    ticket = await desk.ticket(mallory)
    assert await mallory.ok("POST", f"/tickets/{ticket}/callback", json={"how": "mail"}) == {"how": "mail", "at": None}
    await mallory.ok("POST", f"/tickets/{ticket}/callback", json={"how": "mail"})
    row = await desk.kit.db.fetchrow("select * from callback")
    assert row
    assert row["asked_by"].startswith("customer:")
    ana = await desk.agent(cast.ANA)
    await ana.ok("POST", f"/tickets/{ticket}/take")
    await desk.world.react()
    await desk.world.react()
    said = (await mallory.ok("GET", f"/tickets/{ticket}"))["messages"][-1]
    assert (said["author"]["kind"], said["body"]) == ("system", "轮到您了：Ana 已接手这张工单，会在这里回复您。")
    assert await desk.kit.db.fetchval("select count(*) from pgqueuer where entrypoint = 'mail.write' and dedupe_key like '%callback%'") == 1
    assert await desk.kit.db.fetchval("select done_at is not null from callback")


async def test_later_means_not_before(desk: Desk) -> None:
    mallory = await desk.world.customer(cast.MALLORY)
    ana = await desk.agent(cast.ANA)
    ticket = await desk.ticket(mallory)
    at = clock.now() + timedelta(hours=1)
    await mallory.ok("POST", f"/tickets/{ticket}/callback", json={"how": "mail", "at": at.isoformat()})
    await desk.now()
    assert await desk.offers(ana) == []
    assert await mallory.ok("GET", f"/tickets/{ticket}/place") is None
    later(hours=1, minutes=1)
    await ana.ok("PUT", "/me/state", json={"state": "available"})
    await desk.now()
    assert await desk.offers(ana) == [ticket]


async def test_what_cannot_be_promised(desk: Desk) -> None:
    mallory, mei = await desk.world.customer(cast.MALLORY), await desk.world.customer()
    ticket = await desk.ticket(mallory)
    ask = f"/tickets/{ticket}/callback"
    assert (await mei.post(ask, json={"how": "mail"})).status_code == 404
    assert (await mallory.post(ask, json={"how": "pigeon"})).status_code == 422
    for at in ("2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z", "2026-12-01T00:00:00", "soon"):
        assert (await mallory.post(ask, json={"how": "mail", "at": at})).status_code == 422, at
    ana = await desk.agent(cast.ANA)
    await ana.ok("POST", f"/tickets/{ticket}/take")
    refused = await mallory.post(ask, json={"how": "mail"})
    assert (refused.status_code, refused.json()["code"]) == (409, "not_waiting")

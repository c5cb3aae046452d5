"""The end of an incident is told to who wants to hear it."""

import uuid

from farol.app.demo import cast
from farol.desk.incidents.tests.conftest import TEXT, Room
from farol.desk.incidents.tests.test_answer import cases

DONE = {"zh": "已恢复：{incident}。", "en": "Solved: {incident}."}


async def test_resolving_with_the_tickets(room: Room) -> None:
    tickets = await cases(room)
    incident, sol = await room.declare(), await room.lead()
    mei = await room.world.customer()
    assert await mei.ok("POST", f"/tickets/{tickets[0]}/subscription", json={"tell": False}) == {"tell": False}
    body = {"client_id": str(uuid.uuid4()), **DONE, "tickets": True}
    assert (await sol.ok("POST", f"/incidents/{incident}/resolution", json=body))["state"] == "resolved"
    await room.work()
    assert [(await room.words(t))[-1][:3] for t in tickets] == ["已恢复", "Sol", "已恢复"], "a ticket never ends without words"
    rows = await room.kit.db.fetch("select status, waiting_since, incident_id from ticket order by id")
    assert {(r["status"], r["waiting_since"], r["incident_id"]) for r in rows} == {("resolved", None, incident)}
    assert (await sol.post(f"/incidents/{incident}/answers", json={"client_id": str(uuid.uuid4()), **TEXT})).json()["code"] == "incident_over"
    assert await sol.ok("POST", f"/incidents/{incident}/resolution", json=body)
    await room.work()
    assert [len(await room.words(t)) for t in tickets] == [1, 1, 1]
    anyone = room.world.client("http://farol.test/api/customer", {"origin": "http://exchange.test"})
    assert await anyone.ok("GET", "/incidents") == []


async def test_leaving_the_tickets_tells_who_wants_to_hear(room: Room) -> None:
    tickets = await cases(room)
    incident, sol = await room.declare(), await room.lead()
    mei, rosa = await room.world.customer(), await room.world.customer(cast.ROSA)
    assert await mei.ok("GET", f"/tickets/{tickets[0]}/incident") == {
        "notice": await _shown(room), "tell": True}
    await mei.ok("POST", f"/tickets/{tickets[0]}/subscription", json={"tell": False})
    await mei.ok("POST", f"/tickets/{tickets[0]}/subscription", json={"tell": False})
    assert (await rosa.post(f"/tickets/{tickets[0]}/subscription", json={"tell": True})).status_code == 404
    await sol.ok("POST", f"/incidents/{incident}/resolution", json={"client_id": str(uuid.uuid4()), **DONE, "tickets": False})
    await room.work()
    assert [len(await room.words(t)) for t in tickets] == [0, 1, 1]
    assert await room.kit.db.fetchval("select count(*) from ticket where status = 'open'") == 3
    assert await room.kit.db.fetchval("select count(*) from event where kind = 'incident.followed'") == 1


async def _shown(room: Room) -> object:
    anyone = room.world.client("http://farol.test/api/customer", {"origin": "http://exchange.test"})
    return (await anyone.ok("GET", "/incidents"))[0]

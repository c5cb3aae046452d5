"""An incident is declared, finds its tickets, and is told of."""

import uuid

from farol.app.demo import cast
from farol.desk.incidents.tests.conftest import SAID, Room


async def test_declaring_attaches_what_is_in_scope_and_proposes_the_rest(room: Room) -> None:
    mei = await room.world.customer()
    case = (await room.world.open(mei, "TRC20 充值没到账"))["ticket"]["id"]
    other = (await room.world.open(mei, "ERC20 充值没到账"))["ticket"]["id"]
    unclear = (await room.world.open(mei, "USDT 没到账"))["ticket"]["id"]
    await room.world.react()
    sol = await room.lead()
    assert await sol.ok("POST", "/incidents/preview", json={"networks": ["TRC20"]}) == {"sure": 1, "maybe": 0, "of": 3}
    incident = await room.declare(scope={"networks": ["TRC20"], "coins": ["USDT"]})
    assert await room.tickets(incident) == []
    assert await room.tickets(incident, "proposed") == [case, unclear]
    assert other not in await room.tickets(incident, "proposed")
    assert (await sol.ok("POST", f"/incidents/{incident}/proposals", json={"take": True}))["n"] == 2
    assert await room.tickets(incident) == [case, unclear]
    row = await sol.ok("GET", f"/tickets/{case}")
    assert row["ticket"]["incident_id"] == incident
    whole = await sol.ok("GET", f"/incidents/{incident}")
    assert whole["counts"] == {"attached": 2, "proposed": 0, "waiting": 2}
    assert whole["scan"]["finished_at"]
    assert (whole["scan"]["total"], whole["scan"]["seen"], whole["scan"]["proposed"]) == (3, 3, 2)


async def test_declaring_twice_is_one_incident(room: Room) -> None:
    sol, id_ = await room.lead(), str(uuid.uuid4())
    one = await sol.ok("POST", "/incidents", json={"client_id": id_, **SAID})
    assert await sol.ok("POST", "/incidents", json={"client_id": id_, **SAID}) == one
    assert await room.kit.db.fetchval("select count(*) from event where kind = 'incident.declared'") == 1


async def test_what_comes_later_is_attached_by_itself(room: Room) -> None:
    incident = await room.declare(scope={"networks": ["TRC20"], "reasons": ["dep."]})
    mei = await room.world.customer()
    ticket = (await room.world.open(mei, "TRC20 充值没到账"))["ticket"]["id"]
    await room.work()
    assert await room.tickets(incident, "proposed") == [ticket]
    sol = await room.lead()
    await sol.ok("PATCH", f"/tickets/{ticket}", json={"version": 1, "reason": "dep.suspended"})
    await room.work()
    assert await room.tickets(incident) == [ticket]
    kinds = [r["kind"] for r in await room.kit.db.fetch("select kind from event where stream = $1 order by seq", f"ticket:{ticket}")]
    assert kinds[-1] == "incident.attached"


async def test_what_was_detached_by_hand_stays_out_until_a_hand_brings_it_back(room: Room) -> None:
    mei = await room.world.customer()
    ticket = (await room.world.open(mei, "TRC20 充值没到账"))["ticket"]["id"]
    incident = await room.declare()
    assert await room.tickets(incident) == [ticket]
    ana = await room.world.staff(cast.ANA)
    assert (await ana.delete(f"/incidents/{incident}/tickets/{ticket}")).status_code == 204
    assert (await ana.delete(f"/incidents/{incident}/tickets/{ticket}")).json()["code"] == "no_incident"
    sol = await room.lead()
    whole = (await sol.ok("GET", f"/incidents/{incident}"))["incident"]
    await sol.ok("PUT", f"/incidents/{incident}", json={**SAID, "scope": {"networks": ["TRC20", "ERC20"]}, "version": whole["version"]})
    await room.work()
    assert await room.tickets(incident) == []
    assert await room.tickets(incident, "detached") == [ticket]
    number = (await sol.ok("GET", f"/tickets/{ticket}"))["ticket"]["number"]
    assert (await ana.ok("POST", f"/incidents/{incident}/tickets", json={"numbers": [number]}))["n"] == 1
    assert await room.tickets(incident) == [ticket]
    second = await room.declare(scope={"features": ["nothing"]})
    refused = await ana.post(f"/incidents/{second}/tickets", json={"ids": [ticket]})
    assert refused.json()["code"] == "other_incident"


async def test_only_leads_declare_and_everybody_reads_what_is_public(room: Room) -> None:
    ana = await room.world.staff(cast.ANA)
    assert (await ana.post("/incidents", json={"client_id": str(uuid.uuid4()), **SAID})).status_code == 403
    quiet = await room.declare(public=False)
    incident = await room.declare(next_update_by="2030-01-01T00:00:00Z")
    anyone = room.world.client("http://farol.test/api/customer", {"origin": "http://exchange.test"})
    [shown] = await anyone.ok("GET", "/incidents")
    assert (shown["id"], shown["words_zh"], shown["next_update_by"]) == (incident, SAID["words_zh"], "2030-01-01T00:00:00Z")
    assert "internal" not in shown
    assert {row["incident"]["id"] for row in await ana.ok("GET", "/incidents")} == {quiet, incident}


async def test_updates_move_the_state_and_the_banner(room: Room) -> None:
    incident, sol = await room.declare(), await room.lead()
    await sol.ok("POST", f"/incidents/{incident}/updates", json={"state": "identified", "public": False, "en": "Node 3."})
    found = await sol.ok("POST", f"/incidents/{incident}/updates", json={
        "state": "monitoring", "public": True, "zh": "已恢复，正在观察。", "en": "Back, and watched."})
    assert (found["state"], found["words_en"]) == ("monitoring", "Back, and watched.")
    whole = await sol.ok("GET", f"/incidents/{incident}")
    assert [(u["state"], u["public"]) for u in whole["updates"]] == [("monitoring", True), ("identified", False), ("investigating", True)]
    bad = await sol.post(f"/incidents/{incident}/updates", json={"state": "monitoring", "public": True, "zh": "只有中文"})
    assert bad.json()["code"] == "words_missing"


async def test_a_scope_has_to_ask_for_something_and_a_stale_change_is_refused(room: Room) -> None:
    sol = await room.lead()
    refused = await sol.post("/incidents", json={"client_id": str(uuid.uuid4()), **SAID, "scope": {}})
    assert refused.json()["code"] == "scope_asks_nothing"
    incident = await room.declare()
    body = {**SAID, "version": 1, "severity": "P0"}
    await sol.ok("PUT", f"/incidents/{incident}", json=body)
    assert (await sol.put(f"/incidents/{incident}", json=body)).status_code == 409

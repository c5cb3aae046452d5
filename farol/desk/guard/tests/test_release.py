"""A reply that leads elsewhere waits for a second person, and goes out exactly as held, once."""

import asyncio
import uuid
from typing import Any

from farol.app.demo import cast
from farol.desk.guard import holding
from tests.world import Client, World

WORDS = "请致电警方 +1 202 555 0143 报案，回执发给我们。"


async def asked(world: World, ana: Client, body: str = WORDS) -> tuple[int, dict[str, Any]]:
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    held = await ana.ok("POST", f"/tickets/{ticket}/held", json={"client_id": str(uuid.uuid4()), "body": body, "why": "The police ask for it"})
    return ticket, held


async def test_it_is_stopped_held_and_released_once(world: World, listed: None) -> None:
    sol, ana = await world.staff(cast.SOL), await world.staff()
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    sent = {"client_id": str(uuid.uuid4()), "body": WORDS}
    refused = await ana.post(f"/tickets/{ticket}/messages", json=sent)
    assert (refused.status_code, refused.json()["code"]) == (422, "contact_not_allowed")
    held = await ana.ok("POST", f"/tickets/{ticket}/held", json={**sent, "why": "The police ask for it"})
    assert (held["state"], [one["code"] for one in held["findings"]]) == ("waiting", ["never.number"])
    again = await ana.ok("POST", f"/tickets/{ticket}/held", json={**sent, "why": "The police ask for it"})
    assert again["id"] == held["id"]
    assert (await ana.post(f"/tickets/{ticket}/messages", json=sent)).status_code == 422
    assert "escalation.guard" in [one["kind"] for one in (await sol.ok("GET", "/notices"))["notices"]]
    assert [one["id"] for one in (await sol.ok("GET", "/held"))["held"]] == [held["id"]]
    both = await asyncio.gather(*(sol.post(f"/held/{held['id']}/ruling", json={"release": True, "why": "checked"}) for _ in range(3)))
    assert sorted(one.status_code for one in both) == [200 if both[0].status_code == 200 else both[0].status_code, 409, 409] or sorted(
        one.status_code for one in both)[1:] == [409, 409]
    rows = await world.kit.db.fetch("select body, author_id, channel from message where ticket_id = $1 and author_kind = 'staff'", ticket)
    assert [row["body"] for row in rows] == [WORDS]
    kinds = [row["kind"] for row in await world.kit.db.fetch("select kind from event where stream = $1 and kind like 'reply.%' order by seq", f"ticket:{ticket}")]
    assert kinds == ["reply.held", "reply.released"]
    [over] = (await sol.ok("GET", "/held?which=over"))["held"]
    assert (over["state"], over["decided_by"], over["seq"] > 0) == ("released", cast.SOL.name, True)
    assert "released" in (await ana.ok("GET", "/notices"))["notices"][0]["title"]["en"]
    # The same words once more are stopped once more: it was a release of these, not of the number.
    assert (await ana.post(f"/tickets/{ticket}/messages", json={**sent, "client_id": str(uuid.uuid4())})).status_code == 422


async def test_nobody_releases_their_own(world: World, listed: None) -> None:
    sol = await world.staff(cast.SOL)
    _, held = await asked(world, sol)
    refused = await sol.post(f"/held/{held['id']}/ruling", json={"release": True})
    assert (refused.status_code, refused.json()["code"]) == (409, "own_release")
    assert (await (await world.staff()).post(f"/held/{held['id']}/ruling", json={"release": True})).status_code == 403


async def test_what_asks_for_a_secret_cannot_be_held(world: World, listed: None) -> None:
    ana = await world.staff()
    ticket = (await world.open(await world.customer()))["ticket"]["id"]
    for body, code in (("Call +1 202 555 0143 and tell them your password. Please send me your password.", "never_asked"), ("All is well.", "nothing_to_hold"),
                       ("Call +1 202 555 0143. We will refund you within 24 hours.", "money_promised"), ("+1 202 555 0143 {{fill:x}}", "blank_left")):
        answer = await ana.post(f"/tickets/{ticket}/held", json={"client_id": str(uuid.uuid4()), "body": body, "why": "x"})
        assert answer.json()["code"] == code, answer.text
    assert await world.kit.db.fetchval("select count(*) from guard_held") == 0


async def test_the_customers_new_words_make_it_stale(world: World, listed: None) -> None:
    sol, ana, mei = await world.staff(cast.SOL), await world.staff(), await world.customer()
    ticket = (await world.open(mei))["ticket"]["id"]
    held = await ana.ok("POST", f"/tickets/{ticket}/held", json={"client_id": str(uuid.uuid4()), "body": WORDS, "why": "x"})
    await world.say(mei, ticket, "已经报案了。")
    assert (await sol.ok("POST", f"/held/{held['id']}/ruling", json={"release": True}))["became"] == "stale"
    assert await world.kit.db.fetchval("select count(*) from message where author_kind = 'staff'") == 0
    assert (await sol.post(f"/held/{held['id']}/ruling", json={"release": True})).json()["code"] == "held_decided"


async def test_refused_taken_back_and_expired(world: World, listed: None) -> None:
    sol, ana = await world.staff(cast.SOL), await world.staff()
    ticket, first = await asked(world, ana)
    assert (await sol.ok("POST", f"/held/{first['id']}/ruling", json={"release": False, "why": "Our page says it"}))["became"] == "refused"
    _, second = await asked(world, ana)
    assert (await ana.delete(f"/held/{second['id']}")).status_code in (200, 204)
    _, third = await asked(world, ana)
    await world.kit.db.execute("update guard_held set expires_at = now() - interval '1 s' where id = $1", third["id"])
    assert (await sol.post(f"/held/{third['id']}/ruling", json={"release": True})).json()["code"] == "held_decided"
    await holding.expire(world.kit)
    states = [row["state"] for row in await world.kit.db.fetch("select state from guard_held order by id")]
    assert states == ["refused", "taken", "expired"]
    assert [one["decided_why"] for one in (await ana.ok("GET", f"/tickets/{ticket}/held"))["held"]] == ["Our page says it"]
    assert await world.kit.db.fetchval("select count(*) from message where author_kind = 'staff'") == 0


async def test_the_customers_own_and_what_is_listed_may_stand(world: World, listed: None) -> None:
    sol, ana, mei = await world.staff(cast.SOL), await world.staff(), await world.customer()
    ticket = (await world.open(mei, "I sent it to TJRabPrwbZy45sbavfcjinPJC18kjpRTv8, a man from +33 1 99 00 12 34 told me"))["ticket"]["id"]
    await world.say(ana, ticket, f"地址 TJRabPrwbZy45sbavfcjinPJC18kjpRTv8 不是我们的，+33 1 99 00 12 34 也不是。邮箱 {cast.MEI.email}。")
    assert (await ana.post(f"/tickets/{ticket}/messages", json={"client_id": str(uuid.uuid4()), "body": WORDS})).status_code == 422
    made = await sol.ok("POST", "/guard/allowed", json={"kind": "number", "written": "+1 202 555 0143", "why": "Police liaison"})
    assert (await sol.post("/guard/allowed", json={"kind": "number", "written": "+1 (202) 555-0143", "why": "x"})).json()["code"] == "listed_already"
    assert (await sol.post("/guard/allowed", json={"kind": "host", "written": "no host", "why": "x"})).json()["code"] == "not_a_contact"
    assert (await ana.post("/guard/allowed", json={"kind": "number", "written": "+1 202 555 0143", "why": "x"})).status_code == 403
    await world.say(ana, ticket, WORDS)
    await sol.delete(f"/guard/allowed/{made['id']}")
    assert (await ana.post(f"/tickets/{ticket}/messages", json={"client_id": str(uuid.uuid4()), "body": WORDS})).status_code == 422
    [row] = (await sol.ok("GET", "/guard/allowed"))["allowed"]
    assert (row["added_by"], row["ended_by"], row["why"]) == (cast.SOL.name, cast.SOL.name, "Police liaison")
    other = (await world.open(await world.customer(cast.ROSA)))["ticket"]["id"]
    stranger = await ana.post(f"/tickets/{other}/messages", json={"client_id": str(uuid.uuid4()), "body": "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8"})
    assert stranger.json()["code"] == "contact_not_allowed"

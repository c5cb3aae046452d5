"""Promises: made with or without words, moved in time, kept or broken."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from farol.app.demo import cast
from farol.desk.sla import actions
from tests.world import Client, World

from .conftest import ago, now, told


async def promise(world: World, client: Client, ticket: int, *, words: str = "", **delta: float) -> Any:
    """Promises to write again after so long: the whole answer."""
    by = await now(world.kit) + timedelta(**(delta or {"hours": 1}))
    return await client.post(f"/tickets/{ticket}/promises", json={"client_id": str(uuid4()), "by": by.isoformat(), "words": words})


async def scene(world: World) -> tuple[Client, Client, int]:
    """Mei waits, Ana answers."""
    mei, ana = await world.customer(), await world.staff()
    return mei, ana, (await world.open(mei))["ticket"]["id"]


async def test_a_promise_goes_out_with_its_words_and_both_sides_see_it(ruled: World) -> None:
    mei, ana, ticket = await scene(ruled)
    made = (await promise(ruled, ana, ticket, words="我会在一小时内再回复您。")).json()
    assert (made["state"], made["message_seq"], made["made_by"]["name"], made["moves"]) == ("open", 3, "Ana Duarte", 0)
    assert (await mei.ok("GET", f"/tickets/{ticket}"))["messages"][-1]["body"] == "我会在一小时内再回复您。"
    assert await mei.ok("GET", f"/tickets/{ticket}/promise") == {"by": made["by"], "broken": False}
    await ruled.react()
    assert (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["due"] == {"kind": "update", "at": made["by"], "percent": 0}
    assert (await ana.ok("GET", f"/tickets/{ticket}/clocks"))["promises"] == [made]
    assert [k for k, _ in await told(ruled.kit, ticket)] == ["promise.made"], "its own words do not keep it"
    await ruled.say(ana, ticket, "到账了")
    await ruled.react()
    assert [k for k, _ in await told(ruled.kit, ticket)] == ["promise.made", "promise.kept"]
    assert await mei.ok("GET", f"/tickets/{ticket}/promise") == {"by": None, "broken": False}


async def test_the_same_request_promises_once(ruled: World) -> None:
    _, ana, ticket = await scene(ruled)
    by = (await now(ruled.kit) + timedelta(hours=1)).isoformat()
    body = {"client_id": str(uuid4()), "by": by, "words": "一小时内回复"}
    answers = [await ana.ok("POST", f"/tickets/{ticket}/promises", json=body) for _ in range(3)]
    assert len({a["id"] for a in answers}) == 1
    assert await ruled.kit.db.fetchval("select count(*) from message where ticket_id = $1", ticket) == 2


async def test_a_promise_that_passed_is_broken_once(ruled: World) -> None:
    mei, ana, ticket = await scene(ruled)
    await promise(ruled, ana, ticket, minutes=10)
    await ruled.react()
    at = await now(ruled.kit)
    for minutes in (6, 9, 11, 30):
        await actions.tick(ruled.kit, at + timedelta(minutes=minutes))
    found = [(k, b.get("percent")) for k, b in await told(ruled.kit, ticket) if b.get("clock") in (None, "update")]
    assert found == [("promise.made", None), ("clock.warned", 50), ("clock.warned", 80), ("promise.broken", None)]
    shown = (await ana.ok("GET", f"/tickets/{ticket}/clocks"))["promises"][0]
    assert (shown["state"], shown["broken_at"]) == ("broken", shown["by"])
    assert await mei.ok("GET", f"/tickets/{ticket}/promise") == {"by": shown["by"], "broken": True}
    await ruled.say(ana, ticket, "抱歉，晚了")
    assert await mei.ok("GET", f"/tickets/{ticket}/promise") == {"by": None, "broken": False}


async def test_a_promise_moves_in_time_with_words(ruled: World) -> None:
    mei, ana, ticket = await scene(ruled)
    made = (await promise(ruled, ana, ticket)).json()
    later = (await now(ruled.kit) + timedelta(hours=3)).isoformat()
    wordless = await ana.patch(f"/promises/{made['id']}", json={"client_id": str(uuid4()), "by": later, "words": " "})
    assert (wordless.status_code, wordless.json()["code"]) == (422, "empty")
    body = {"client_id": str(uuid4()), "by": later, "words": "还需要两个小时，抱歉久等。"}
    for _ in range(2):
        moved = await ana.ok("PATCH", f"/promises/{made['id']}", json=body)
        assert (moved["state"], moved["moves"], datetime.fromisoformat(moved["by"])) == ("open", 1, datetime.fromisoformat(later))
    await ruled.react()
    assert [k for k, _ in await told(ruled.kit, ticket)] == ["promise.made", "promise.moved"], "the words that move it do not keep it"
    assert (await mei.ok("GET", f"/tickets/{ticket}"))["messages"][-1]["body"] == body["words"]
    await ruled.say(ana, ticket, "查到了")
    refused = await ana.patch(f"/promises/{made['id']}", json={**body, "client_id": str(uuid4())})
    assert (refused.status_code, refused.json()["code"]) == (409, "promise_settled"), "it was kept, though no clock has seen it yet"


async def test_a_promise_too_late_or_past_or_twice_is_refused_and_says_nothing(ruled: World) -> None:
    _, ana, ticket = await scene(ruled)
    before = await ruled.kit.db.fetchval("select seq from ticket where id = $1", ticket)
    far = await promise(ruled, ana, ticket, words="一周后", days=7)
    assert (far.status_code, far.json()["code"]) == (422, "promise_too_far")
    past = await promise(ruled, ana, ticket, words="已经回了", hours=-1)
    assert (past.status_code, past.json()["code"]) == (422, "promise_past")
    assert await ruled.kit.db.fetchval("select seq from ticket where id = $1", ticket) == before
    first = (await promise(ruled, ana, ticket)).json()
    again = await promise(ruled, ana, ticket, hours=2)
    assert (again.status_code, again.json()["promise_id"]) == (409, first["id"])
    reply = (await promise(ruled, ana, ticket, words="先说一声，两小时后再回", hours=2)).json()
    await ruled.react()
    assert [(k, b["promise_id"]) for k, b in await told(ruled.kit, ticket)] == [
        ("promise.made", first["id"]), ("promise.kept", first["id"]), ("promise.made", reply["id"])]


async def test_only_the_ticket_s_customer_and_who_may_reply(ruled: World) -> None:
    mei, ana, ticket = await scene(ruled)
    mallory, viewer = await ruled.customer(cast.MALLORY), await ruled.staff(cast.StaffMember("vic", "Vic", "Vic", "vic@x.example", "viewer", "en"))
    assert (await mallory.get(f"/tickets/{ticket}/promise")).status_code == 404
    assert (await promise(ruled, viewer, ticket)).status_code == 403
    assert (await promise(ruled, ana, ticket + 9999)).status_code == 404
    missing = {"client_id": str(uuid4()), "by": "2030-01-01T00:00:00Z", "words": "hi"}
    assert (await ana.patch("/promises/987654", json=missing)).status_code == 404
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 1, "status": "closed"})
    assert (await promise(ruled, ana, ticket)).json()["code"] == "ticket_closed"
    assert (await mei.ok("GET", f"/tickets/{ticket}/promise")) == {"by": None, "broken": False}


async def test_an_answer_just_before_the_promised_time_keeps_it_however_late_it_is_seen(ruled: World) -> None:
    _, ana, ticket = await scene(ruled)
    made = (await promise(ruled, ana, ticket, minutes=30)).json()
    await ruled.react()
    said = await ruled.say(ana, ticket, "好了")
    await ago(ruled.kit, ticket, after=said["seq"] - 1, minutes=-29)
    assert await actions.tick(ruled.kit, await now(ruled.kit) + timedelta(days=1)) == 0
    await ruled.react()
    await actions.tick(ruled.kit, await now(ruled.kit) + timedelta(days=1))
    kept = [b for k, b in await told(ruled.kit, ticket) if k == "promise.kept"]
    assert [b["promise_id"] for b in kept] == [made["id"]]

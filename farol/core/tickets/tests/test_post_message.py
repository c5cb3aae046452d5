"""Posting: once, in order, by those who may."""

import asyncio
from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid4

from farol.app.demo import cast
from farol.core.tickets import posting
from farol.core.tickets.model import Draft
from tests.world import World


async def test_rel_07_the_same_message_five_times_is_one(world: World) -> None:
    mei = await world.customer()
    ticket = (await world.open(mei))["ticket"]["id"]
    body = {"client_id": str(uuid4()), "body": "一样的话"}
    answers = await asyncio.gather(*(mei.ok("POST", f"/tickets/{ticket}/messages", json=body) for _ in range(5)))
    assert sorted(a["outcome"] for a in answers) == ["again"] * 4 + ["new"]
    assert len({(a["seq"], a["at"]) for a in answers}) == 1
    other = await mei.post(f"/tickets/{ticket}/messages", json={**body, "body": "别的话"})
    assert (other.status_code, other.json()["code"]) == (409, "client_id_reused")


async def test_somebody_elses_ticket_looks_like_none(world: World) -> None:
    mei, mallory = await world.customer(), await world.customer(cast.MALLORY)
    ticket = (await world.open(mei))["ticket"]["id"]
    body = {"client_id": str(uuid4()), "body": "let me in"}
    foreign = await mallory.post(f"/tickets/{ticket}/messages", json=body)
    missing = await mallory.post(f"/tickets/{ticket + 10_000}/messages", json=body)
    assert foreign.status_code == missing.status_code == 404
    assert foreign.json() == missing.json()
    assert len((await mei.ok("GET", f"/tickets/{ticket}"))["messages"]) == 1


async def test_a_note_never_reaches_the_customer(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    await world.say(ana, ticket, "她要的是能提", internal=True)
    await world.say(ana, ticket, "已确认 3/12")
    seen = await mei.ok("GET", f"/tickets/{ticket}")
    assert [m["body"] for m in seen["messages"]] == ["USDT 还没到账", "已确认 3/12"]
    assert seen["messages"][1]["author"] == {"kind": "staff", "id": 0, "name": "Ana"}
    polled = await mei.ok("GET", f"/tickets/{ticket}/events?after=0")
    assert "能提" not in str(polled)
    assert [f["seq"] for f in polled["frames"]] == [1, 2, 3, 4]
    full = await ana.ok("GET", f"/tickets/{ticket}")
    assert [m["internal"] for m in full["messages"]] == [False, True, False]


async def test_a_trainee_may_note_and_a_viewer_may_not(world: World) -> None:
    mei = await world.customer()
    ticket = (await world.open(mei))["ticket"]["id"]
    viewer = await world.staff(cast.StaffMember("vic", "Vic", "Vic", "vic@demo-exchange.example", "viewer", "en"))
    refused = await viewer.post(f"/tickets/{ticket}/messages", json={"client_id": str(uuid4()), "body": "hi"})
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")


async def test_a_customer_reopens_by_writing(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    row = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": row["version"], "status": "resolved"})
    assert (await mei.ok("GET", f"/tickets/{ticket}"))["ticket"]["status"] == "resolved"
    await world.say(mei, ticket, "还是没到")
    row = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]
    assert (row["status"], row["waiting_since"] is not None) == ("open", True)
    assert row["version"] == 3


async def test_a_closed_ticket_takes_nothing(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 1, "status": "closed"})
    refused = await mei.post(f"/tickets/{ticket}/messages", json={"client_id": str(uuid4()), "body": "hello"})
    assert (refused.status_code, refused.json()["code"]) == (409, "ticket_closed")


async def test_a_stale_reply_is_stopped(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    await world.say(mei, ticket, "等等，我找到了")
    body = {"client_id": str(uuid4()), "body": "我来查", "seen": 2}
    refused = await ana.post(f"/tickets/{ticket}/messages", json=body)
    assert (refused.status_code, refused.json()["code"], refused.json()["last_public_seq"]) == (409, "stale", 3)
    assert (await ana.ok("POST", f"/tickets/{ticket}/messages", json={**body, "seen": 3}))["seq"] == 4


async def test_a_secret_is_masked_before_it_is_stored(world: World) -> None:
    mei = await world.customer()
    ticket = (await world.open(mei))["ticket"]["id"]
    seed = "legal winner thank year wave sausage worth useful legal winner thank yellow"
    said = await world.say(mei, ticket, f"我的助记词 {seed} 帮我看看")
    assert said["removed"] == ["seed_phrase"]
    assert said["notice"]
    rows = await world.kit.db.fetch("select body from message union all select body::text from event")
    assert not any("sausage" in row["body"] for row in rows)
    detail = await mei.ok("GET", f"/tickets/{ticket}")
    assert detail["messages"][-1]["author"]["kind"] == "system"
    assert detail["messages"][-1]["body"] == said["notice"]


def draft(ticket: int, author: int, client: UUID, body: str = "hi", kind: str = "customer") -> Draft:
    return Draft(ticket, client, kind, author, body, False, "webchat", (), (), None)


async def sound(world: World, tickets: Iterable[int]) -> None:
    """Seq without gaps, one event for every message, counts that agree."""
    for ticket in tickets:
        head = await world.kit.db.fetchval("select seq from ticket where id = $1", ticket)
        events = [r["seq"] for r in await world.kit.db.fetch("select seq from event where stream = $1 order by seq", f"ticket:{ticket}")]
        assert events == list(range(1, head + 1))
        orphans = await world.kit.db.fetchval(
            "select count(*) from message m where ticket_id = $1 and not exists (select from event e where e.stream = $2"
            " and e.seq = m.seq and e.kind = 'message.posted')", ticket, f"ticket:{ticket}")
        assert orphans == 0


async def test_a_batch_gives_every_row_its_own_outcome(world: World) -> None:
    mei, ivan = await world.customer(), await world.customer(cast.IVAN)
    one, two = (await world.open(mei))["ticket"]["id"], (await world.open(ivan))["ticket"]["id"]
    ids = {r["uid"]: r["id"] for r in await world.kit.db.fetch("select uid, id from customer")}
    m, i = ids[cast.MEI.uid], ids[cast.IVAN.uid]
    same, other = uuid4(), uuid4()
    batch = [
        draft(one, m, same), draft(one, m, same), draft(one, m, same, "changed"), draft(one, i, uuid4()),
        draft(two, i, other), draft(two, i, uuid4(), "next"), draft(987_654, m, uuid4()),
    ]
    outcomes = await posting.post(world.kit.db, batch)
    assert [o.outcome for o in outcomes] == ["new", "again", "conflict", "refused", "new", "new", "refused"]
    assert outcomes[0].seq == outcomes[1].seq == 3
    assert [o.seq for o in outcomes[4:6]] == [3, 4]
    assert [o.outcome for o in await posting.post(world.kit.db, batch[:3])] == ["again", "again", "conflict"]
    await sound(world, (one, two))


async def test_many_posters_in_two_groups_leave_no_gap(world: World) -> None:
    """Two processes post to the same tickets, each message twice, at the same moment."""
    from farol.core.tickets.actions import Poster

    clients = [await world.customer(who) for who in (cast.MEI, cast.IVAN, cast.ROSA)]
    tickets = [(await world.open(c))["ticket"]["id"] for c in clients]
    owners = [r["customer_id"] for r in await world.kit.db.fetch("select customer_id from ticket order by id")]
    posters = [Poster(world.kit.db), Poster(world.kit.db)]

    async def talk(n: int) -> list[Any]:
        at, client = n % 3, uuid4()
        return list(await asyncio.gather(*(p.put(draft(tickets[at], owners[at], client, f"m{n}")) for p in posters)))

    answers = await asyncio.gather(*(talk(n) for n in range(240)))
    for pair in answers:
        assert sorted(a.outcome for a in pair) == ["again", "new"]
        assert pair[0].seq == pair[1].seq
    await sound(world, tickets)
    assert await world.kit.db.fetchval("select count(*) from message") == 240 + 3

"""What goes out over a messenger: where the customer spoke last, in order, within limits, until it is gone or people are told."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest

from farol.app.demo import cast
from farol.channels.connections import actions as connections
from farol.channels.messengers import out_store
from farol.channels.messengers.tests.conftest import Bench
from farol.kit import clock
from farol.kit.permission import SYSTEM
from tests.stand_ins.fake_platform import LIMITS, said
from tests.world import FAROL, Client, later


async def ticket_of(bench: Bench) -> int:
    """The one ticket there is."""
    ticket: int = await bench.kit.db.fetchval("select id from ticket order by id desc limit 1")
    return ticket


@pytest.fixture
async def ana(bench: Bench) -> Client:
    return await bench.world.staff(cast.ANA)


async def states(ana: Client, ticket: int) -> list[tuple[str, str]]:
    """State and reason of what went, oldest first."""
    found = (await ana.ok("GET", f"/tickets/{ticket}/deliveries"))["deliveries"]
    return [(one["state"], one["why"]) for one in reversed(found)]


async def test_an_answer_goes_where_the_customer_spoke(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    ticket = await ticket_of(bench)
    await bench.world.say(ana, ticket, "We found 3 < 5 & *it*")
    await bench.world.say(ana, ticket, "second")
    await bench.work()
    assert bench.server.texts() == ["<b>Ana</b>\nWe found 3 &lt; 5 &amp; *it*", "<b>Ana</b>\nsecond"]
    assert await states(ana, ticket) == [("sent", ""), ("sent", "")]
    chats = (await ana.ok("GET", f"/tickets/{ticket}/deliveries"))["chats"]
    assert [(one["channel"], one["bound"], one["here"]) for one in chats] == [("fake", False, True)]
    until, said_at = (datetime.fromisoformat(chats[0][key]) for key in ("until", "said_at"))
    assert until - said_at == timedelta(hours=24)


async def test_notes_stay_inside(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    await bench.world.say(ana, await ticket_of(bench), "between us", internal=True)
    await bench.work()
    assert bench.server.sent == []


async def test_a_long_answer_goes_in_pieces_in_order(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    words = " ".join(f"word{n}" for n in range(300))
    await bench.world.say(ana, await ticket_of(bench), words)
    await bench.work()
    assert len(bench.server.sent) > 3
    assert "".join(bench.server.texts()).replace(" ", "") == "<b>Ana</b>\n" + words.replace(" ", "")
    assert all(len(text) <= LIMITS.text for text in bench.server.texts())


async def test_who_is_away_is_tried_again_and_order_stays(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    ticket = await ticket_of(bench)
    bench.server.mood = "away"
    await bench.world.say(ana, ticket, "one")
    await bench.work()
    await bench.world.say(ana, ticket, "two")
    await bench.work()
    assert [state for state, _ in await states(ana, ticket)] == ["queued", "queued"]
    bench.server.mood = "ok"
    await bench.due()
    await bench.work()
    assert [text.partition("\n")[2] for text in bench.server.texts()] == ["one", "two"]


async def test_a_platform_that_says_when_is_asked_then(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    bench.server.mood = "slow_down"
    await bench.world.say(ana, await ticket_of(bench), "one")
    await bench.work()
    waits = await bench.kit.db.fetchval("select extract(epoch from due - now()) from parcel_out")
    assert 5 < waits <= 7


async def test_a_lost_answer_sends_once(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    bench.server.mood = "lost"
    await bench.world.say(ana, await ticket_of(bench), "one")
    await bench.work()
    await bench.due()
    await bench.work()
    assert len(bench.server.sent) == 1
    assert await bench.kit.db.fetchval("select state from parcel_out") == "sent"


async def test_what_is_refused_is_told_in_the_ticket_and_the_next_goes(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    ticket = await ticket_of(bench)
    bench.server.mood = "refused"
    await bench.world.say(ana, ticket, "one")
    await bench.work()
    bench.server.mood = "ok"
    await bench.world.say(ana, ticket, "two")
    await bench.work()
    assert await states(ana, ticket) == [("failed", "chat not found"), ("sent", "")]
    told = await bench.kit.db.fetch("select body from event where stream = $1 and kind = 'parcel.moved' order by seq", f"ticket:{ticket}")
    assert [(row["body"]["state"], row["body"]["why"]) for row in told] == [("failed", "chat not found"), ("sent", "")], "screens draw the line"
    assert not any(row["internal"] for row in await bench.messages())


async def test_a_revoked_token_switches_the_connection_off_and_tells_admins(bench: Bench, ana: Client) -> None:
    admin = await bench.world.staff(cast.StaffMember("root", "Root", "Root", "root@demo-exchange.example", "admin", "en"))
    await bench.hear(said(1, "hello"))
    ticket = await ticket_of(bench)
    bench.server.mood = "revoked"
    await bench.world.say(ana, ticket, "one")
    await bench.work()
    shown = (await admin.ok("GET", "/channels"))["connections"][0]
    assert (shown["state"], shown["health"]["waiting_out"], shown["stopped_by"]) == ("broken", 1, "")
    assert shown["stopped_at"]
    assert any("switched itself off" in one["title"]["en"] for one in (await admin.ok("GET", "/notices"))["notices"])
    await bench.hear(said(2, "still here"))
    bench.server.mood = "ok"
    await admin.ok("POST", f"/channels/connections/{bench.connection}/resume")
    await bench.due()
    await bench.work()
    assert bench.server.texts() == ["<b>Ana</b>\none"], "what waited goes when it works again"
    paused = await admin.ok("POST", f"/channels/connections/{bench.connection}/pause", json={"why": "drill"})
    assert (paused["state"], paused["why"], paused["stopped_by"]) == ("paused", "drill", "Root")


async def test_a_pause_holds_everything_until_it_ends(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    ticket = await ticket_of(bench)
    assert await connections.pause_all(bench.kit, SYSTEM, "drill") == [bench.connection]
    await bench.world.say(ana, ticket, "one")
    await bench.hear(said(2, "kept"))
    assert bench.server.sent == []
    assert not any(row["body"] == "kept" for row in await bench.messages())
    await connections.resume(bench.kit, SYSTEM, bench.connection)
    await bench.work()
    assert len(bench.server.sent) == 1
    assert any(row["body"] == "kept" for row in await bench.messages())


async def test_receipts_move_what_was_sent_and_never_back(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    ticket = await ticket_of(bench)
    await bench.world.say(ana, ticket, "one")
    await bench.work()
    for n, state in enumerate(("delivered", "read", "delivered")):
        await bench.hear({"id": f"r{n}", "chat": "100", "kind": "receipt", "message": "out-1", "state": state})
    assert await states(ana, ticket) == [("read", "")]
    marks = (await ana.ok("GET", f"/tickets/{ticket}"))["marks"]
    assert marks["customer"] is not None


async def test_when_the_hours_are_over_approved_words_ask_first(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    ticket = await ticket_of(bench)
    await connections.change(bench.kit, SYSTEM, bench.connection, given={"template": "come_back"})
    await bench.kit.db.execute("update chat set said_at = now() - interval '25 hours'")
    await bench.world.say(ana, ticket, "late answer")
    await bench.work()
    assert [one.get("template") for one in bench.server.sent] == ["come_back"]
    await bench.hear(said(2, "I am back"))
    assert bench.server.texts()[1:] == ["<b>Ana</b>\nlate answer"]


async def test_without_approved_words_the_agent_is_told(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    ticket = await ticket_of(bench)
    await bench.kit.db.execute("update chat set said_at = now() - interval '25 hours'")
    await bench.world.say(ana, ticket, "late answer")
    await bench.work()
    assert await states(ana, ticket) == [("failed", "window:24")]


async def test_what_does_not_go_in_three_days_is_given_up(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    ticket = await ticket_of(bench)
    bench.server.mood = "away"
    await bench.world.say(ana, ticket, "one")
    await bench.work()
    later(days=4)
    await bench.due()
    await bench.work()
    assert (await states(ana, ticket))[0][0] == "failed"


async def test_who_asked_us_to_stop_gets_nothing_until_they_write(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    ticket = await ticket_of(bench)
    await bench.hear(press(2, "stop"))
    await bench.world.say(ana, ticket, "one")
    await bench.work()
    assert [state for state, _ in await states(ana, ticket)] == ["failed"]
    await bench.hear(said(3, "write to me again"))
    await bench.world.say(ana, ticket, "two")
    await bench.work()
    assert bench.server.texts()[-1] == "<b>Ana</b>\ntwo"


async def test_the_months_limit_stops_what_costs(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    ticket = await ticket_of(bench)
    await connections.change(bench.kit, SYSTEM, bench.connection, given={"template": "come_back"})
    await connections.price(bench.kit, SYSTEM, bench.connection, {"template": 50}, "USD", 50)
    await bench.kit.db.execute("update chat set said_at = now() - interval '25 hours'")
    await bench.world.say(ana, ticket, "one")
    await bench.work()
    await bench.kit.db.execute("update chat set templated_at = null")
    await bench.due()
    await bench.work()
    assert len(bench.server.sent) == 1
    assert (await states(ana, ticket))[0][0] == "failed"


async def test_a_file_too_many_is_told_as_a_link(bench: Bench, ana: Client) -> None:
    limits = out_store.OutFile
    from uuid import uuid4

    from farol.channels.messengers.outgoing import parted
    taken, links = parted(LIMITS, [limits(uuid4(), "k", "a.txt", "text/plain", 10, "ready"), limits(uuid4(), "k", "b.bin", "x/y", 2_000_000, "ready")])
    assert [one.name for one in taken] == ["a.txt"]
    assert [one.name for one in links] == ["b.bin"]


async def test_a_file_the_chat_cannot_take_is_behind_a_link_of_its_own(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    ticket, db = await ticket_of(bench), bench.kit.db
    headers = {"content-type": "text/plain", "x-file-name": "records.txt"}
    first, inner = [(await ana.ok("POST", "/files", content=b"x" * 1_100_000, headers=headers))["id"] for _ in range(2)]
    await bench.world.say(ana, ticket, "your records", files=[first])
    await bench.world.say(ana, ticket, "for us", files=[inner], internal=True)
    await bench.work()
    path = re.findall(r"/shared/[0-9]+-[0-9a-f]{40}", " ".join(bench.server.texts()))
    assert len(path) == 1
    browser = bench.world.client(FAROL, {"accept-language": "en"})
    got = await browser.get(path[0])
    assert (got.status_code, len(got.content)) == (200, 1_100_000)
    assert got.headers["content-disposition"].startswith("attachment")
    assert (got.headers["x-content-type-options"], got.headers["cache-control"]) == ("nosniff", "private, no-store")
    assert await db.fetchval("select opens from file_link") == 1
    assert await db.fetchval("select body->>'opens' from event where kind = 'shared_file.fetched'") == "1"
    for other in (path[0][:-1] + ("0" if path[0][-1] != "0" else "1"), path[0].replace("/shared/", "/shared/9"), "/shared/over", "/shared/1-"):
        assert (await browser.get(other)).status_code == 404, other

    async def refused(change: str, back: str) -> None:
        await db.execute(change)
        answer = await browser.get(path[0])
        assert (answer.status_code, "no longer good" in answer.text) == (404, True), change
        await db.execute(back)

    await refused("update message set internal = true where body = 'your records'", "update message set internal = false where body = 'your records'")
    stranger = await db.fetchval("insert into customer (name) values ('another') returning id")
    was = await db.fetchval("select customer_id from contact")
    await refused(f"update contact set customer_id = {stranger}", f"update contact set customer_id = {was}")
    await refused("update file_link set opens = 50", "update file_link set opens = 1")
    assert (await browser.get(path[0])).status_code == 200
    later(days=7, minutes=1)
    assert (await browser.get(path[0])).status_code == 404
    later()


async def test_a_receipt_may_name_a_moment_instead_of_a_message(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    ticket = await ticket_of(bench)
    await bench.world.say(ana, ticket, "one")
    await bench.world.say(ana, ticket, "two")
    await bench.work()
    before, after = clock.now() - timedelta(hours=1), clock.now() + timedelta(minutes=1)
    await bench.hear({"id": "r1", "chat": "100", "kind": "receipt", "message": "", "state": "read", "until": before.isoformat()})
    assert {state for state, *_ in await states(ana, ticket)} == {"sent"}
    await bench.hear({"id": "r2", "chat": "100", "kind": "receipt", "message": "", "state": "read", "until": after.isoformat()})
    assert {state for state, *_ in await states(ana, ticket)} == {"read"}


async def test_the_price_of_a_message_is_counted_once_though_several_receipts_name_it(bench: Bench, ana: Client) -> None:
    await bench.hear(said(1, "hello"))
    await bench.world.say(ana, await ticket_of(bench), "one")
    await bench.work()
    message = await bench.kit.db.fetchval("select message from parcel_word")
    for n, state in enumerate(("delivered", "read", "read")):
        await bench.hear({"id": f"r{n}", "chat": "100", "kind": "receipt", "message": message, "state": state, "cost_unit": "template"})
    assert await bench.kit.db.fetchval("select count from connection_spent") == 1


def press(message: int, name: str, text: str = "", **more: Any) -> dict[str, Any]:
    """An update of a command."""
    return {"id": f"p{message}", "chat": "100", "who": "7", "kind": "pressed", "message": message, "name": name, "text": text, **more}

"""The live feed: order, healing, rights, and clients that misbehave."""

import asyncio
import json

import pytest

from farol.app.demo import cast
from farol.core.live.feed import Feed
from farol.core.live.model import MOST_WAITING
from farol.kit import events
from tests.wire import Wire, screen
from tests.world import World

MANY = """
with n as (select generate_series(3, 2 + $2::int) as seq),
m as (insert into message (ticket_id, seq, client_id, author_kind, author_id, internal, channel, body)
  select $1, seq, gen_random_uuid(), 'customer', 0, false, 'webchat', repeat('long ', 1000) from n),
e as (insert into event (stream, seq, kind, actor, public, body)
  select 'ticket:' || $1, seq, 'message.posted', 'customer:0', true, '{}' from n)
update ticket set seq = 2 + $2, last_public_seq = 2 + $2 where id = $1"""


async def test_both_sides_see_each_other_at_once(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    hers, his = await screen(world, mei, ticket, 2), await screen(world, ana, ticket, 2)
    await world.say(ana, ticket, "看到了，3/12")
    await world.say(ana, ticket, "别只报第一个数", internal=True)
    await world.say(mei, ticket, "谢谢")
    assert [f["message"]["body"] for f in await his.until("message", 3)] == ["看到了，3/12", "别只报第一个数", "谢谢"]
    assert [f["message"]["body"] for f in await hers.until("message", 2)] == ["看到了，3/12", "谢谢"]
    assert [f["seq"] for f in hers.frames if f["t"] in ("message", "at")] == [3, 4, 5]
    assert "第一个数" not in json.dumps(hers.frames, ensure_ascii=False)
    await his.send({"t": "typing", "ticket": ticket, "on": True})
    assert (await hers.until("typing"))[0]["who"] == {"kind": "staff", "name": "Ana"}
    assert any(f["customer"] for f in await his.until("online"))
    await hers.close()
    await his.close()


async def test_rel_09_a_screen_resumes_from_its_cursor(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    wire = await screen(world, mei, ticket, 2)
    await world.say(ana, ticket, "one")
    await wire.until("message")
    await wire.close()
    for n in range(5):
        await world.say(ana, ticket, f"while away {n}", internal=n == 2)
    again = await screen(world, mei, ticket, 3)
    await again.until("message", 4)
    assert [f["seq"] for f in again.frames if f["t"] in ("message", "at")] == [4, 5, 6, 7, 8]
    await again.close()


async def test_a_lost_wake_up_costs_two_seconds(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    wire = await screen(world, mei, ticket, 2)

    async def lost(*_: object) -> None: ...

    monkeypatch.setattr(world.kit.bus, "publish", lost)
    await world.say(ana, ticket, "nobody was told")
    assert (await wire.until("message", seconds=4))[0]["message"]["body"] == "nobody was told"
    await wire.close()


async def test_the_inbox_moves_by_itself(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    wire = await screen(world, ana)
    await wire.send({"t": "inbox"})
    await wire.send({"t": "ping"})
    await wire.until("pong")
    number = (await world.open(mei))["ticket"]["number"]
    assert (await wire.until("row"))[0]["row"]["number"] == number
    await wire.close()


async def test_an_inbox_row_outlives_a_failed_read(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    mei, ana = await world.customer(), await world.staff()
    wire = await screen(world, ana)
    await wire.send({"t": "inbox"})
    rows, failures = Feed.rows, [ConnectionResetError("the database has gone"), RuntimeError("something else")]

    async def fails_at_first(feed: Feed, ids: list[int]) -> list[bytes]:
        if failures:
            raise failures.pop(0)
        return await rows(feed, ids)

    monkeypatch.setattr(Feed, "rows", fails_at_first)
    ticket = (await world.open(mei))["ticket"]["id"]
    assert (await wire.until("row", seconds=6))[0]["row"]["id"] == ticket
    assert not failures
    await wire.close()


async def test_r03_a_foreign_ticket_and_a_missing_one_look_alike(world: World) -> None:
    mei, mallory = await world.customer(), await world.customer(cast.MALLORY)
    ticket = (await world.open(mei))["ticket"]["id"]
    wire = await screen(world, mallory)
    for id_ in (ticket, ticket + 9999, -1, 2**62):
        await wire.send({"t": "watch", "ticket": id_, "after": 0})
    await wire.send({"t": "inbox"})
    assert [f for f in await wire.until("error", 5)] == [{"t": "error", "code": "not_found"}] * 5
    await world.say(mei, ticket, "private")
    await asyncio.sleep(0.1)
    assert "private" not in json.dumps(wire.frames)
    await wire.close()


async def test_r03_an_ended_session_is_cut_off(world: World) -> None:
    mei = await world.customer()
    ticket = (await world.open(mei))["ticket"]["id"]
    wire = await screen(world, mei, ticket, 2)
    await mei.ok("DELETE", "/session")
    assert await wire.gone() == 4001
    assert (await mei.get("/tickets")).status_code == 401


async def test_r02_a_pass_works_once_and_only_from_known_sites(world: World) -> None:
    mei = await world.customer()
    token = (await mei.ok("POST", "/live-pass"))["pass"]
    for origin in ("http://evil.test", ""):
        assert (await Wire(world).connect(token, origin)).closed == 4401
    first = await Wire(world).connect(token)
    assert first.closed is None
    assert (await Wire(world).connect(token)).closed == 4401
    assert (await Wire(world).connect("x" * 32)).closed == 4401
    await first.close()


BAD = ["", "{", "null", "[]", '"watch"', "{}", '{"t":"base"}', '{"t":"__class__"}', '{"t":"message","body":"hi"}', '{"t":"row"}',
       '{"t":"watch"}', '{"t":"watch","ticket":"1","after":0}', '{"t":"watch","ticket":1,"after":0,"as":"staff"}', "[" * 5000,
       '{"t":"typing","ticket":1e400,"on":true}']


async def test_r01_r05_bad_frames_get_a_fixed_answer(world: World) -> None:
    mei = await world.customer()
    wire = await screen(world, mei)
    for frame in BAD:
        await wire.send(frame)
    assert await wire.until("error", len(BAD)) == [{"t": "error", "code": "bad_frame"}] * len(BAD)
    await wire.send({"t": "ping"})
    await wire.until("pong")
    for _ in range(10):
        await wire.send("nonsense")
    assert await wire.gone() == 4008


async def test_r06_a_reader_that_does_not_read_is_dropped_and_others_are_not(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket = (await world.open(mei))["ticket"]["id"]
    slow, good = await screen(world, mei, ticket, 2), await screen(world, ana, ticket, 2)
    slow.stuck.clear()
    for n in range(MOST_WAITING + 20):
        await world.kit.bus.publish(events.WAKE, f"ticket:{ticket} {n + 3}\n".encode() + b'{"t":"x"}\n{"t":"x"}')
        await asyncio.sleep(0)
    assert await slow.gone() == 4008
    assert good.closed is None
    await good.until("x", MOST_WAITING + 20)
    await good.close()


async def test_r06_a_flood_is_stopped(world: World) -> None:
    mei = await world.customer()
    wire = await screen(world, mei)
    for _ in range(300):
        await wire.send({"t": "ping"})
    assert await wire.gone() == 4008
    assert len([f for f in wire.frames if f["t"] == "pong"]) <= 70


async def test_rel_09_a_screen_far_behind_is_served_in_portions(world: World) -> None:
    """More than a socket may have waiting, in number and in bytes: it gets all of it, over one connection."""
    mei = await world.customer()
    ticket = (await world.open(mei))["ticket"]["id"]
    await world.kit.db.execute(MANY, ticket, 3 * MOST_WAITING)
    wire = await screen(world, mei, ticket)
    await wire.until("message", 3 * MOST_WAITING + 1, seconds=20)
    assert [f["seq"] for f in wire.frames if f["t"] in ("message", "at")] == list(range(1, 3 * MOST_WAITING + 3))
    assert wire.closed is None
    await wire.close()

"""What every messenger keeps by existing: only its platform is heard, everything once, limits honoured, failures told apart."""

import asyncio
import json
import re
import secrets
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from farol.app import assembly
from farol.channels.connections import sealing, store
from farol.channels.connections.elsewhere import Away, Elsewhere, Failed
from farol.channels.connections.kinds import KINDS
from farol.channels.connections.model import Connection
from farol.channels.messengers.adapter import ADAPTERS, Arrived
from farol.channels.messengers.model import Chat, Happening, Parcel
from farol.channels.messengers.rendering import escaped, measure, pieces, rendered, visible
from farol.kit import clock
from farol.kit.core import Kit
from tests.contracts.doors import DOORS, Door
from tests.sizes import size
from tests.stand_ins.fake_platform import said, sign, signed
from tests.stand_ins.server import StandIn, response
from tests.world import FAROL, World

assembly.register()
WORDS = st.text(st.sampled_from("ab *`[]()\\\n_<>&#-.漢字é\u0301\U0001f600:/h"), max_size=300)
BURST, COPIES = size(500, 5_000), size(50, 500)
by_channel = pytest.mark.parametrize("door", DOORS, ids=lambda door: door.channel)
by_adapter = pytest.mark.parametrize("channel", sorted(ADAPTERS))


async def connect(kit: Kit, door: Door) -> Connection:
    """A connection without asking anybody, on the day of its payloads."""
    clock.shift(door.now - clock.now())
    plain, secret = door.parts()
    token = secrets.token_urlsafe(24)
    id_ = await store.add(kit.db, door.channel, door.channel, token, "active", "", plain, [], [], "")
    await store.seal(kit.db, id_, sealing.sealed(kit, id_, secret))
    row = await store.by_id(kit.db, id_)
    assert row
    return sealing.opened(kit, row)


async def post(world: World, of: Connection, body: bytes, headers: dict[str, str], query: dict[str, str] | None = None) -> int:
    client = world.client(FAROL, {})
    answer = await client.post(
        f"/hooks/{of.channel}/{of.token}", content=body, headers={"content-type": "application/json", **headers}, params=query)
    return answer.status_code


async def kept(kit: Kit, state: str = "waiting") -> int:
    count: int = await kit.db.fetchval("select count(*) from update_in where state = $1", state)
    return count


@by_channel
async def test_recorded_calls_are_kept_once_however_often_and_in_which_order_they_come(world: World, kit: Kit, door: Door) -> None:
    of, calls = await connect(kit, door), door.calls()
    assert calls
    for call in calls:
        assert await post(world, of, call.body, door.signed(of, call.body), call.query) == 200, call.name
    once = await kept(kit)
    assert once
    again = await asyncio.gather(*(post(world, of, c.body, door.signed(of, c.body), c.query) for c in [*reversed(calls), *calls]))
    assert set(again) == {200}
    assert await kept(kit) == once


@by_channel
async def test_what_the_platform_did_not_sign_is_refused_and_kept_nowhere(world: World, kit: Kit, door: Door) -> None:
    of, call = await connect(kit, door), door.calls()[0]
    right = door.signed(of, call.body)
    for headers in ({}, dict.fromkeys(right, ""), {name: value[:-1] + ("0" if value[-1] != "0" else "1") for name, value in right.items()}):
        assert await post(world, of, call.body, headers) == 401
    assert await kit.db.fetchval("select count(*) from update_in") == 0
    assert await kit.db.fetchval("select n from connection_day where kind = 'refused'") == 3


@by_channel
@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'"x"', b"null", b"\xff\xfe", b'{"entry": 1, "events": 1, "updates": 1, "update_id": "x"}', b"[" * 50_000])
async def test_what_cannot_be_read_is_kept_for_operators_or_says_nothing(world: World, kit: Kit, door: Door, body: bytes) -> None:
    of = await connect(kit, door)
    assert await post(world, of, body, door.signed(of, body)) == 200
    assert await kept(kit) == 0
    for row in await kit.db.fetch("select state, reason from update_in"):
        assert row["state"] == "parked"
        assert row["reason"]


@by_channel
async def test_signed_calls_of_another_form_are_told_as_such(kit: Kit, door: Door) -> None:
    """Every value of every recorded call in its turn is something else: the adapter reads it, or says ``ValueError``."""
    of, adapter = await connect(kit, door), ADAPTERS[door.channel]
    odd = 0
    for call in door.calls():
        whole = json.loads(call.body)
        for path in _paths(whole):
            for other in (None, 7, "x", [], {}, [7], {"id": 7}, -(10**30)):
                body = json.dumps(_with(whole, path, other)).encode()
                headers = {"content-type": "application/json", **door.signed(of, body)}
                try:
                    for update in adapter.take(of, Arrived("POST", headers, call.query, body), clock.now()).updates:
                        msgspec.convert(msgspec.to_builtins(adapter.read(of, update)), list[Happening])
                except ValueError:
                    odd += 1
    assert odd


def _paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield (*path, key)
        yield from _paths(one, (*path, key))


def _with(value: Any, path: tuple[Any, ...], other: Any) -> Any:
    if not path:
        return other
    made = value.copy()
    made[path[0]] = _with(value[path[0]], path[1:], other)
    return made


@by_adapter
@settings(max_examples=40)
@given(text=WORDS, long=st.booleans())
def test_no_piece_is_over_the_limit_and_nothing_is_lost(channel: str, text: str, long: bool) -> None:
    limits = KINDS[channel].kind.limits
    words = " ".join([text] * (1 + limits.text // max(len(text), 1))) if long and len(text) > 100 else text
    for markdown in (words, escaped(words)):
        cut = pieces(markdown, limits)
        assert re.sub(r"\s", "", "".join(map(visible, cut))) == re.sub(r"\s", "", visible(markdown))
        assert all(measure(one, limits.units) <= limits.text for one in rendered(markdown, limits))


class Grumpy(StandIn):
    """Answers everything in one way."""

    def __init__(self, status: int, body: bytes, **headers: str) -> None:
        super().__init__()
        self.given = response(body, status, **headers)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"(?i)content-length: (\d+)", head)
            await reader.readexactly(int(length[1]) if length else 0)
            writer.write(self.given)
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            self._writers.discard(writer)
            writer.close()


def somebody(channel: str) -> Connection:
    """A connection whose values are long enough to be taken for right."""
    values = {field.key: "7000000001:A" + "a" * 60 for field in KINDS[channel].kind.fields}
    return Connection(7, channel, channel, "t" * 32, "active", "@us", {}, values, {})


@by_adapter
@pytest.mark.parametrize(("status", "body"), [
    (503, b"{}"), (500, b"<html>"), (429, b'{"retry_after": 3, "parameters": {"retry_after": 3}}'),
    (400, b'{"error": "no"}'), (401, b"{}"), (403, b"{}"), (404, b"[]"), (403, b'{"errors": 7, "error": [], "parameters": 3, "code": "x"}'),
    (429, b'{"retry_after": "in a while", "parameters": []}'), (200, b""), (200, b"<html>"), (200, b"[]"), (200, b"{}"), (200, b"7"), (200, b'{"error": 7}'),
    (200, b'{"ok": true, "result": 7, "data": [], "messages": {}, "sentMessages": 7}'),
])
async def test_what_a_platform_answers_is_told_apart(kit: Kit, channel: str, status: int, body: bytes) -> None:
    """One of the kinds of failure: nothing else comes out of an adapter. What is away for now is never taken for refused."""
    there: Any = kit.get(Elsewhere)
    async with Grumpy(status, body) as server:
        there.instead[channel] = server.address
        with pytest.raises(Failed) as failed:
            await ADAPTERS[channel].send(kit, somebody(channel), Chat("5123456789", "private"), Parcel("k1", "hello"))
        del there.instead[channel]
    if status >= 500 or status in (200, 429):
        assert type(failed.value) is Away
    assert "aaaaaaa" not in failed.value.said, "no secret in what people read"


@by_adapter
async def test_a_platform_that_is_not_there_is_away(kit: Kit, channel: str) -> None:
    there = kit.get(Elsewhere)
    there.instead[channel] = "http://127.0.0.1:9"
    with pytest.raises(Away):
        await ADAPTERS[channel].send(kit, somebody(channel), Chat("5123456789", "private"), Parcel("k1", "hello"))
    del there.instead[channel]


async def test_a_burst_is_acknowledged_and_kept_exactly_once(world: World, kit: Kit) -> None:
    """Updates of 50 chats, every tenth a copy, a hundred at once, as platforms send them."""
    of = await connect(kit, DOORS[-1])
    fresh = [said(n, f"word {n}", chat=str(n % 50), who=str(n % 50), order=n + 1) for n in range(BURST - COPIES)]
    updates = [*fresh, *fresh[::9]]
    gate = asyncio.Semaphore(100)
    client = world.client(FAROL, {})

    async def tell(update: dict[str, Any]) -> int:
        async with gate:
            return (await client.post(f"/hooks/fake/{of.token}", **signed(update))).status_code

    answers = await asyncio.gather(*(tell(one) for one in updates))
    assert set(answers) == {200}
    assert await kept(kit) == BURST - COPIES
    assert await kit.db.fetchval("select count(distinct chat) from update_in") == 50


async def test_the_signature_of_the_stand_in_is_of_its_body() -> None:
    assert sign(b"a") != sign(b"b")

"""What a chat said as a visitor goes into the account it is bound to, when the chat says so: once, and never from one account to another."""

import asyncio

from farol.app.demo import cast
from farol.channels.connections import actions as connections
from farol.channels.messengers import contact_store, links, taking
from farol.channels.messengers.contact_store import Place
from farol.channels.messengers.tests.conftest import Bench
from farol.channels.messengers.tests.test_link import token_of
from farol.channels.messengers.tests.test_send import press
from tests.stand_ins.fake_platform import said

WHOSE = "select c.uid from ticket t join customer c on c.id = t.customer_id where t.id = $1"


async def token(bench: Bench, who: cast.CastCustomer) -> str:
    return token_of((await (await bench.world.customer(who)).ok("POST", "/links", json={"channel": "fake"}))["link"])


async def opened(bench: Bench) -> int:
    await bench.hear(said(1, "I cannot withdraw"))
    return int(await bench.kit.db.fetchval("select max(id) from ticket"))


async def place(bench: Bench) -> Place:
    found = await contact_store.place_by_chat(bench.kit.db, await bench.kit.db.fetchval("select max(id) from chat"))
    assert found
    return found


async def test_a_visitors_ticket_goes_along_when_the_chat_says_so(bench: Bench) -> None:
    first = await opened(bench)
    number = await bench.kit.db.fetchval("select number from ticket where id = $1", first)
    await bench.hear(press(2, "start", await token(bench, cast.MEI)))
    told = " ".join(bench.server.texts())
    assert number in told
    assert "/take" in told
    assert cast.MEI.uid not in told, "masked"
    assert await bench.kit.db.fetchval(WHOSE, first) is None, "nothing goes by itself"
    await bench.hear(press(3, "take"))
    assert await bench.kit.db.fetchval(WHOSE, first) == cast.MEI.uid
    mei = await bench.world.customer(cast.MEI)
    assert number in [one["number"] for one in (await mei.ok("GET", "/tickets"))["tickets"]]
    await bench.hear(said(4, "are you there"), said(1, "I cannot withdraw at all", edited=True))
    rows = [(row["ticket_id"], row["body"]) for row in await bench.messages() if row["author_kind"] == "customer"]
    assert [one for one, _ in rows] == [first] * 3, "the chat goes on there, and what is edited is found there"
    await bench.hear(press(6, "take"))
    assert await bench.kit.db.fetchval("select count(*) from event where stream = $1 and kind = 'ticket.moved'", f"ticket:{first}") == 1


async def test_two_links_at_once_take_along_once_into_one_account(bench: Bench) -> None:
    first = await opened(bench)
    there, connection = await place(bench), await connections.known(bench.kit, bench.connection)
    assert connection
    tokens = [await token(bench, who) for who in (cast.MEI, cast.IVAN)]
    assert all(await asyncio.gather(*(links.bind(bench.kit, connection, there, one) for one in tokens)))
    now = await place(bench)
    took = await asyncio.gather(*(taking.take(bench.kit, connection, one) for one in (now, now, there)))
    assert sum(bool(one) for one in took) == 1
    assert await bench.kit.db.fetchval("select customer_id from ticket where id = $1", first) == now.customer_id


async def test_a_chat_of_another_customer_brings_nothing_of_theirs(bench: Bench) -> None:
    await bench.hear(press(1, "start", await token(bench, cast.MEI)), said(2, "of mei"))
    hers = await bench.kit.db.fetchval("select max(id) from ticket")
    await bench.hear(press(3, "start", await token(bench, cast.IVAN)))
    assert not any("/take" in text for text in bench.server.texts())
    await bench.hear(press(4, "take"))
    assert await bench.kit.db.fetchval(WHOSE, hers) == cast.MEI.uid


async def test_nobody_takes_into_an_account_nobody_vouches_for(bench: Bench) -> None:
    first = await opened(bench)
    was = await bench.kit.db.fetchval("select customer_id from ticket where id = $1", first)
    link = await (await bench.world.visitor()).ok("POST", "/links", json={"channel": "fake"})
    await bench.hear(press(2, "start", token_of(link["link"])), press(3, "take"))
    assert await bench.kit.db.fetchval("select customer_id from ticket where id = $1", first) == was

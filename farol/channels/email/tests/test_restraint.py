"""E06, E07: given floods and machines that answer machines, when mail would go by itself, then little does, and somebody is told."""

import asyncio
import uuid

import msgspec
import pytest

from farol.app.demo import cast
from farol.channels.email.letters import outgoing
from farol.core.tickets import actions as tickets
from farol.kit.permission import SYSTEM

from .conftest import Post


def ceiling(post: Post, an_hour: int) -> None:
    post.kit.settings = msgspec.structs.replace(post.kit.settings, mail_automatic_an_hour=an_hour)


async def by_itself(post: Post, address: str, words: str = "We have your message.") -> int:
    """A ticket somebody opened by mail under any address, and a notice of the system in it."""
    raw = f"From: Buy <{address}>\r\nSubject: BUY NOW at evil.example\r\nMessage-ID: <{uuid.uuid4().hex}.BUYNOW@evil.example>\r\n\r\nBUY NOW".encode()
    before = await post.kit.db.fetchval("select count(*) from mail_in where state <> 'received'")
    await post.send(raw, "support@support.demo-exchange.example", sender=address)
    ticket: int = (await post.settled(before + 1))[-1]["ticket_id"]
    await tickets.post_message(post.kit, SYSTEM, ticket, client_id=uuid.uuid4(), body=words, channel="email")
    return ticket


async def test_an_address_gets_one_a_day_and_nothing_its_sender_chose(post: Post) -> None:
    for address in ("vic.tim@gmail.com", "victim+1@gmail.com", "Victim@googlemail.com"):
        await by_itself(post, address)
    await post.idle()
    [raw], [sent] = post.sink.raws, post.sink.mails
    assert b"Auto-Submitted: auto-generated" in raw
    assert b"X-Auto-Response-Suppress: All" in raw
    assert "BUY" not in raw.decode() + sent.text + sent.subject + sent.sender_name


async def test_over_the_ceiling_all_stops_somebody_is_told_and_lets_it_run_again(post: Post) -> None:
    dan = await post.world.staff(cast.DAN)
    ceiling(post, 3)
    made = [await by_itself(post, f"v{n}@example.net") for n in range(6)]
    await post.idle()
    assert len(post.sink.raws) == 3
    flow = await dan.ok("GET", "/mail/flow")
    assert (flow["in_hour"], flow["ceiling"], flow["halt"]["in_hour"]) == (3, 3, 3)
    [told] = [one for one in (await dan.ok("GET", "/notices"))["notices"] if one["kind"] == "emergency.mail_halted"]
    assert "3" in told["title"]["en"]
    assert await post.kit.db.fetchval("select count(*) from event where kind = 'mail.automatic_halted'") == 1
    # A person's answer goes all the same.
    ana = await post.world.staff()
    await post.world.say(ana, made[-1], "I am on it.")
    await post.arrived(4)
    assert (await dan.ok("POST", "/mail/flow/resumption"))["halt"] is None
    await by_itself(post, "late@example.net")
    await post.arrived(5)


async def test_many_at_once_find_the_same_ceiling(post: Post) -> None:
    ceiling(post, 5)
    post.kit.settings = msgspec.structs.replace(post.kit.settings, smtp_host="")
    made = []
    for n in range(20):
        visitor = await post.world.visitor(f"flood{n}@example.net")
        ticket = (await post.world.open(visitor, "x"))["ticket"]["id"]
        await tickets.post_message(post.kit, SYSTEM, ticket, client_id=uuid.uuid4(), body="We have it.", channel="webchat")
        made.append(ticket)
    await asyncio.gather(*(outgoing.write(post.kit, ticket) for ticket in made))
    assert await post.kit.db.fetchval("select count(*) from mail_out") == 5
    assert await post.kit.db.fetchval("select count(*) from mail_halt where ended_at is null") == 1


@pytest.mark.parametrize("kind", ["system", "assistant"])
async def test_two_machines_come_to_an_end(post: Post, kind: str) -> None:
    """Whatever the other side's machine hides: each of its mails looks like a person's."""
    mei = await post.world.customer()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    sent = 0
    for n in range(12):
        await tickets.post_message(post.kit, SYSTEM, ticket, client_id=uuid.uuid4(), body=f"automatic {n}", channel="email")
        await post.kit.db.execute("update message set author_kind = $2 where ticket_id = $1 and author_kind = 'system'", ticket, kind)
        await outgoing.write(post.kit, ticket)
        sent = await post.kit.db.fetchval("select count(*) from mail_out")
    assert sent == (1 if kind == "system" else 3)
    ana = await post.world.staff()
    await post.world.say(ana, ticket, "A person again.")
    await outgoing.write(post.kit, ticket)
    assert await post.kit.db.fetchval("select count(*) from mail_out") == sent + 1

"""E06: given a thousand submissions within the hour (ten thousand in a soak), when each would be answered by itself, then the database lets few go and somebody is told."""

import asyncio
import random
import uuid
from collections import Counter

import pytest

from farol.app.demo import cast
from farol.channels.email import actions, address
from farol.channels.email.letters import out_store, outgoing, restraint
from farol.core.tickets import actions as tickets
from farol.kit.db import transaction
from farol.kit.permission import SYSTEM
from tests.sizes import size

from .conftest import Post
from .test_who_may_join import SUPPORT

SUBMISSIONS, VICTIMS, SOURCES, AT_ONCE = size(1_000, 10_000), 500, 60, 6
LOUD = "BUY NOW evil.example"


@pytest.mark.parametrize(("submissions", "victims"), [(SUBMISSIONS, VICTIMS), (size(1_000, 2_000), VICTIMS + 150)])
async def test_submissions_reach_each_victim_once_and_stop_at_the_ceiling(still: Post, submissions: int, victims: int) -> None:
    kit, chance, asked = still.kit, random.Random(7), 0
    await still.world.staff(cast.DAN)
    visitor = await still.world.visitor("flood@example.net")
    ticket = (await still.world.open(visitor, "x"))["ticket"]["id"]

    async def submit() -> None:
        nonlocal asked
        while asked < submissions:
            asked += 1
            victim = f"victim{asked if asked < victims else chance.randrange(victims)}@gmail.com"
            spelled = chance.choice((victim, victim.upper(), victim.replace("@", f"+{asked}@"), victim.replace("victim", "vic.tim")))
            async with transaction(kit.db) as tx:
                if await restraint.may_go(tx, kit.settings, ticket, spelled, counted=True):
                    await out_store.add_out(
                        tx, ticket_id=ticket, upto_seq=1, message_id=address.message_id(kit.settings), sender=SUPPORT, recipient=spelled, raw=b"x",
                        automatic=True, by_machine=True, mailbox=address.mailbox(spelled), reader=False, letterhead="")

    await asyncio.gather(*(submit() for _ in range(AT_ONCE)))
    rows = await kit.db.fetch("select mailbox, at from mail_out")
    assert len(rows) == min(victims, kit.settings.mail_automatic_an_hour)
    assert max(Counter(row["mailbox"] for row in rows).values()) == 1
    halts = await kit.db.fetch("select at from mail_halt")
    told = await kit.db.fetch("select at from notice where kind = 'emergency.mail_halted'")
    over = victims > kit.settings.mail_automatic_an_hour
    assert len(halts) == over
    # Whoever watches is told in the transaction that stops it: at the same moment, by the database's clock.
    assert [(row["at"] - halts[0]["at"]).total_seconds() for row in told] == ([0.0] * len(told) if over else [])
    assert bool(told) == over


async def test_a_flood_by_mail_from_many_places_tells_nobody_what_its_sender_wrote(still: Post) -> None:
    """All the way: letters come from many places under few addresses, become tickets, and are answered by themselves."""
    kit, chance = still.kit, random.Random(7)
    for n in range(SOURCES):
        victim = f"v{chance.randrange(SOURCES // 4)}@gmail.com"
        raw = f"From: {LOUD} <{victim}>\r\nSubject: {LOUD} {n}\r\nMessage-ID: <{n}.BUY@evil.example>\r\n\r\n{LOUD}".encode()
        await actions.receive(kit, recipient=SUPPORT, return_path="x@evil.example", peer=f"203.0.113.{n}", raw=raw)
    for row in await kit.db.fetch("select id from mail_in order by id"):
        await actions.take(kit, row["id"])
    opened = await kit.db.fetch("select id from ticket order by id")
    assert len(opened) == SOURCES
    for row in opened:
        await tickets.post_message(kit, SYSTEM, row["id"], client_id=uuid.uuid4(), body="We have your message.", channel="email")
        await outgoing.write(kit, row["id"])
        await outgoing.send(kit, row["id"])
    to = Counter(address.mailbox(recipient) for _, recipients in still.sink.envelopes for recipient in recipients)
    assert len(to) == await kit.db.fetchval("select count(distinct lower(email)) from customer")
    assert max(to.values()) == 1
    assert not [raw for raw in still.sink.raws if b"BUY" in raw]
    assert not [mail for mail in still.sink.mails if "BUY" in f"{mail.text}{mail.subject}{mail.sender_name}"]
    assert await kit.db.fetchval("select count(*) from mail_in where octet_length(raw) > 0") == SOURCES, "nothing is lost"

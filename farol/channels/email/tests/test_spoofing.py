"""E01, E02, E03, E09, E16: given every way to pretend, when mail comes, then nothing joins, nothing leaks, and the customer stays who they are."""

import asyncio
import itertools
import secrets
import uuid

import msgspec
import pytest

from farol.channels.email import actions, address, store
from farol.channels.email.proof import proof_store
from farol.kit.reactions import REACTIONS
from tests.sizes import size, some

from .conftest import Post, at_work, reply_to
from .test_who_may_join import SUPPORT, mailed

OWN = "mei.lin@example.com"
FROMS = [
    f"From: {OWN}", f"From: Mei <{OWN}>", f'From: "{OWN}" <{OWN}>', f"From: <{OWN.upper()}>", f"From: {OWN}, mallory@evil.example", f"From: {OWN}\r\nFrom: mallory@evil.example",
    f"From: mallory@evil.example\r\nFrom: {OWN}", f"From: {OWN}\r\nSender: mallory@evil.example", f"From: {OWN}\r\nReply-To: mallory@evil.example",
    f'From: "{OWN}" <mallory@evil.example>', f"From: mallory@evil.example\r\nResent-From: {OWN}", "From: mallory@evil.example", "From: mei.lin@sub.example.com",
]
RESULTS = [
    "", "Authentication-Results: mx.example; dmarc=pass header.from=example.com; spf=pass; dkim=pass header.d=example.com\r\n",
    "Authentication-Results: support.demo-exchange.example; dmarc=pass header.from=example.com\r\n", "Received-SPF: pass (x) client-ip=192.0.2.1; envelope-from=" + OWN + "\r\n",
    "ARC-Seal: i=1; cv=none; a=rsa-sha256; d=example.com; s=s; b=AAAA\r\nARC-Message-Signature: i=1; a=rsa-sha256; d=example.com; s=s; h=from; bh=AAAA; b=AAAA\r\n"
    "ARC-Authentication-Results: i=1; example.com; dmarc=pass header.from=example.com\r\n",
    "DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=s; h=from; bh=AAAA; b=AAAA\r\n", "DKIM-Signature: v=1; a=rsa-sha256; d=evil.example; s=s; h=from; bh=AAAA; b=AAAA\r\n",
    "X-Originating-IP: 127.0.0.1\r\nReceived: from example.com (example.com [127.0.0.1]) by mx\r\n",
]
ENVELOPES = [(OWN, "203.0.113.9"), ("mallory@evil.example", "127.0.0.1"), (OWN, ""), ("x@nothing.example", "203.0.113.9"), ("x@away.example", "203.0.113.9")]
CCS = ["", "Cc: mallory@evil.example\r\n", "Cc: a@evil.example, b@evil.example\r\nIn-Reply-To: <1.2.a@support.demo-exchange.example>\r\n"]
VARIANTS = list(itertools.product(FROMS, RESULTS, ENVELOPES, CCS))


async def test_a_thousand_ways_to_be_somebody_else(still: Post) -> None:
    """E01: fail, none, and pass-but-unaligned, with forged results and signatures of every kind."""
    tried = some(VARIANTS, 7)  # no number of forms, results, envelopes or copies is a multiple of it
    assert len(VARIANTS) >= 1_000
    kit = still.kit
    async with at_work(kit):
        ticket, _, reply = await mailed(still)
        await still.idle()
    before, last = [tuple(row) for row in await still.messages(ticket)], await kit.db.fetchval("select max(id) from event")
    for number, (author, results, (return_path, peer), cc) in enumerate(tried):
        raw = f"{results}{author}\r\nTo: <{reply}>\r\n{cc}Subject: Re: history\r\nMessage-ID: <{number}@evil.example>\r\n\r\nsend me the history {number}".encode()
        await actions.receive(kit, recipient=reply, return_path=return_path, peer=peer, raw=raw, helo="example.com")
    await actions.take(kit, await kit.db.fetchval("select min(id) from mail_in"))  # and all that came to the same address, one after the other
    rows = await kit.db.fetch("select state, reason from mail_in")
    assert len(rows) == len(tried)
    assert {row["state"] for row in rows} == {"quarantined"}
    assert {row["reason"] for row in rows} <= {"unaligned", "other_sender", "from_unclear"}
    assert [tuple(row) for row in await still.messages(ticket)] == before
    assert {row["kind"] for row in await kit.db.fetch("select distinct kind from event where id > $1", last)} == {"mail.received", "mail.settled"}
    assert len(still.sink.raws) == 1, "nobody was told anything"
    assert await kit.db.fetchval("select count(*) from mail_out") == 1
    assert await kit.db.fetchval("select count(*) from ticket_reader") == 0
    assert await kit.db.fetchval("select count(*) from ticket") == 1
    # All that follows from those two kinds of events is that they are read, which they were, and that the staff are told.
    follows = {each.name for each in REACTIONS.values() if each.kinds & {"mail.received", "mail.settled"}}
    assert follows == {"mail_take", "mail_aside"}


async def test_a_million_guesses_reach_nothing(post: Post) -> None:
    """E02: a hundred thousand reply addresses (a million in a soak), and numbers in subjects, against the only places that are asked."""
    await mailed(post)
    found = 0
    for _ in range(size(10, 100)):
        digests = [address.digest(secrets.token_hex(16)) for _ in range(10_000)]
        found += await post.kit.db.fetchval("select count(*) from reply_address where digest = any($1::bytea[])", digests)
    assert found == 0
    # No number in a subject is ever looked at: no statement of the channel knows one.
    assert not [name for name in vars(store) if name.isupper() and "number" in str(getattr(store, name)).lower()]


async def test_every_shape_of_id_we_ever_sent_joins_nothing_and_causes_no_mail(post: Post) -> None:
    """E03: From is an agent, known by SPF; In-Reply-To and References are ours."""
    ticket, _, _ = await mailed(post)
    domain, real = post.kit.settings.mail_domain, post.sink.mails[0].message_id
    shapes = [real, f"<{ticket}.2.{'a' * 32}@{domain}>", f"<t1.1.{'b' * 32}@{domain}>", f"<n.{ticket}.{'c' * 32}@{domain}>", f"<{'a' * 26}.{'b' * 26}@{domain}>",
              f"<ticket-{ticket}@{domain}>", f"<reply-{ticket}-{'d' * 16}@{domain}>", f"<{ticket}@{domain}>", f"<{uuid.uuid4()}@{domain}>"]
    for number, shape in enumerate(shapes):
        raw = (f"From: Ana <ana@demo-exchange.example>\r\nTo: {SUPPORT}\r\nSubject: Re: x\r\nMessage-ID: <{number}@a.example>\r\nIn-Reply-To: {shape}\r\n"
               f"References: {shape} {real}\r\n\r\nSend your coins to bc1qx").encode()
        await post.send(raw, SUPPORT, sender="ana@demo-exchange.example")
    for row in await post.settled(len(shapes)):
        assert row["ticket_id"] != ticket
    await post.idle()
    assert [m["body"] for m in await post.messages(ticket) if "coins" in m["body"]] == []
    assert not [raw for raw in post.sink.raws[1:] if b"coins" in raw]


async def test_three_workers_and_five_copies_make_one_message(post: Post) -> None:
    """E09."""
    ticket, raw, _ = await mailed(post)
    answer, reply = reply_to(raw, "once")
    for n in range(5):
        await actions.receive(post.kit, recipient=reply, return_path=OWN, peer="127.0.0.1", raw=b"Received: from r%d\r\n" % n + answer)
    id_ = await post.kit.db.fetchval("select id from mail_in")
    await asyncio.gather(*(actions.take(post.kit, id_) for _ in range(3)), return_exceptions=True)
    await post.settled()
    assert [row["body"] for row in await post.messages(ticket)].count("once") == 1


@pytest.mark.parametrize(("sender", "setting", "state", "reason"), [
    ("rosa@nothing.example", "quarantine", "quarantined", "unproven"), ("rosa@nothing.example", "join", "joined", ""),
    ("rosa@else.example", "join", "quarantined", "unaligned"), ("rosa@strict.example", "quarantine", "joined", ""),
])
async def test_what_the_domain_says_decides(post: Post, sender: str, setting: str, state: str, reason: str) -> None:
    post.kit.settings = msgspec.structs.replace(post.kit.settings, mail_unsigned=setting)
    visitor, ana = await post.world.visitor(sender, "Rosa"), await post.world.staff()
    ticket = (await post.world.open(visitor, "hello"))["ticket"]["id"]
    await post.world.say(ana, ticket, "Hello.")
    await post.arrived()
    raw, reply = reply_to(post.sink.raws[0], "thanks", sender=sender)
    await post.send(raw, reply, sender=sender)
    [row] = await post.settled()
    assert (row["state"], row["reason"]) == (state, reason)
    proof = (await proof_store.proofs(post.kit.db, [row["id"]]))[row["id"]]
    assert proof.author == sender.partition("@")[2]


async def test_a_first_letter_that_its_domain_disowns_opens_nothing(post: Post) -> None:
    raw = b"From: ceo@strict.example\r\nSubject: urgent\r\nMessage-ID: <u@x>\r\n\r\npay"
    await actions.receive(post.kit, recipient=SUPPORT, return_path="x@evil.example", peer="127.0.0.1", raw=raw)
    [row] = await post.settled()
    assert (row["state"], row["reason"]) == ("quarantined", "spoofed")


async def test_whoever_writes_unproven_under_an_address_stays_apart(post: Post) -> None:
    """E16: Rosa is known by proven mail; a ticket that somebody else opens under her address is a stranger's."""
    await post.send(b"From: rosa@example.org\r\nMessage-ID: <1@x>\r\n\r\nfirst", SUPPORT, sender="rosa@example.org")
    await post.settled()
    await actions.receive(post.kit, recipient=SUPPORT, return_path="rosa@example.org", peer="203.0.113.9", raw=b"From: rosa@example.org\r\nMessage-ID: <2@x>\r\n\r\nme too")
    await post.settled(2)
    await post.send(b"From: rosa@example.org\r\nMessage-ID: <3@x>\r\n\r\nagain", SUPPORT, sender="rosa@example.org")
    first, false, again = await post.settled(3)
    assert first["visitor_id"] == again["visitor_id"] != false["visitor_id"]

"""Given mails that pretend, when they come by real SMTP, then nothing joins a ticket but its own customer's answer."""

import asyncio
import base64
import email
import secrets
from collections import Counter
from email.utils import getaddresses

import aiosmtplib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from farol.channels.email import actions, address, incoming
from farol.channels.email.model import Mail
from farol.channels.email.proof.model import Proof
from farol.channels.email.reading.parse import parse
from farol.channels.email.store import Target

from .conftest import Post, reply_to

SUPPORT = "support@support.demo-exchange.example"


async def mailed(post: Post) -> tuple[int, bytes, str]:
    """A ticket whose answer went out: its id, the mail, its reply address."""
    mei, ana = await post.world.customer(), await post.world.staff()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    await post.world.say(ana, ticket, "已经到账。")
    await post.arrived()
    return ticket, post.sink.raws[0], reply_to(post.sink.raws[0], "x")[1]


PIECES = ["mei.lin@example.com", "mallory@evil.example", "<mei.lin@example.com>", "<mallory@evil.example>", '"', "<", ">", "(", ")", ",",
          ";", ":", " ", "\\", "Mei", '"mei.lin@example.com"', "=?utf-8?Q?mei.lin=40example.com?=", "\r\n ", "\t", "\0", "\u200b", "@"]
FORGED = [
    "From: mallory@evil.example",
    'From: "mei.lin@example.com" <mallory@evil.example>',
    "From: mei.lin@example.com <mallory@evil.example>",
    "From: mei.lin@example.com, mallory@evil.example",
    "From: mallory@evil.example, mei.lin@example.com",
    "From: mei.lin@example.com\r\nFrom: mallory@evil.example",
    "From: mallory@evil.example\r\nFrom: mei.lin@example.com",
    "From: mallory@evil.example\r\nSender: mei.lin@example.com",
    "From: mallory@evil.example\r\nReply-To: mei.lin@example.com",
    "From: <mei.lin@example.com> <mallory@evil.example>",
    "From: mallory@evil.example (mei.lin@example.com)",
    'From: "mei.lin@example.com',
    "From: mei.lin@example.com.evil.example",
    "From: mei.lin+x@example.com",
    "From: mei.lin@еxample.com",
    "From: =?utf-8?B?bWVpLmxpbkBleGFtcGxlLmNvbQ==?=",
    "From: group: mei.lin@example.com, mallory@evil.example;",
    'From: <"mei.lin@example.com"<mei.lin@example.com>',
    "From: mallory@evil.example:, <mei.lin@example.com>",
    "X-From: mei.lin@example.com",
    "From:",
]


async def test_other_senders_are_put_aside(post: Post) -> None:
    """E01: the right address, another author: kept with the reason, not a word of it in the ticket, nobody told."""
    ticket, _, reply = await mailed(post)
    before = len(await post.messages(ticket))
    for author in FORGED:
        raw = f"{author}\r\nCc: mallory@evil.example\r\nAuthentication-Results: mx; dmarc=pass\r\n\r\nshow me the history".encode()
        await post.send(raw, reply, sender="mallory@evil.example")
    for author, mail in zip(FORGED, await post.settled(len(FORGED)), strict=True):
        assert (mail["state"], mail["ticket_id"]) == ("quarantined", None), author
        assert mail["reason"] in ("other_sender", "from_unclear"), author
    await post.idle()
    assert len(await post.messages(ticket)) == before
    assert len(post.sink.raws) == 1


@settings(max_examples=1_000, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=8), field=st.sampled_from(["From: ", "from:", "From:\r\n ", "FROM:", "From : "]))
def test_no_spelling_of_from_joins_unless_it_names_the_recipient_alone(pieces: list[str], field: str) -> None:
    """E01: 1,000 variants. In whatever joins, the standard library reads no other address either."""
    raw = (field + "".join(pieces) + "\r\n\r\nhello").encode()
    mail = parse(raw)
    assert isinstance(mail, Mail)
    target, proof = Target(1, "mei.lin@example.com", False), Proof("example.com", aligned=True, why="aligned")
    if incoming.fate(mail, return_path="x@y.example", target=target, ours=False, taken=(0, 0), proof=proof).state == "joined":
        named = getaddresses([email.message_from_bytes(raw)["from"] or ""])
        assert {address.lower() for _, address in named if "@" in address} <= {"mei.lin@example.com"}


async def test_guessed_addresses_are_no_mailboxes(post: Post) -> None:
    """E02: numbers, ids and random tokens are refused at the door."""
    _, raw, reply = await mailed(post)
    token = address.token_in(reply, "support.demo-exchange.example")
    assert token
    number = await post.kit.db.fetchval("select number from ticket")
    guesses = [f"reply+{base64.b32encode(secrets.token_bytes(20)).decode().lower()}" for _ in range(30)]
    guesses += [f"reply+{number}", "reply+1", "reply+", "reply", f"reply+{token[:-1]}", f"reply+{token}a", "admin", "ana", f"reply-{token}"]
    for guess in guesses:
        with pytest.raises(aiosmtplib.SMTPRecipientsRefused) as refused:
            await post.send(raw, f"{guess}@support.demo-exchange.example")
        assert refused.value.recipients[0].code == 550
    for foreign in (f"reply+{token}@other.example", "mei.lin@example.com", "support@demo-exchange.example.evil.example"):
        with pytest.raises(aiosmtplib.SMTPRecipientsRefused):
            await post.send(raw, foreign)
    assert await post.kit.db.fetchval("select count(*) from mail_in") == 0


async def test_token_has_enough_bits_and_is_not_in_the_database(post: Post) -> None:
    """E02: 160 bits; the table holds digests alone."""
    _, _, reply = await mailed(post)
    token = address.token_in(reply, "support.demo-exchange.example")
    assert token
    assert len(base64.b32decode(token.upper())) == 20
    dump = str([tuple(row) for row in await post.kit.db.fetch("select digest, ticket_id, recipient from reply_address")])
    assert token not in dump
    assert address.token("k" * 40, 1, "a@b.example") != address.token("k" * 40, 2, "a@b.example")
    assert address.token("k" * 40, 1, "a@b.example") != address.token("k" * 40, 1, "c@b.example")


async def test_number_in_the_subject_and_forged_ids_join_nothing(post: Post) -> None:
    """E02, E03: a first letter that names a ticket, and carries its ids, opens a ticket of its own."""
    ticket, _, _ = await mailed(post)
    number = await post.kit.db.fetchval("select number from ticket")
    ours = post.sink.mails[0].message_id
    forged = f"From: ana@demo-exchange.example\r\nSubject: Re: [{number}] x\r\nIn-Reply-To: {ours}\r\nReferences: {ours}\r\n\r\nsend coins".encode()
    await post.send(forged, SUPPORT, sender="ana@demo-exchange.example")
    mail = (await post.settled())[0]
    assert mail["state"] == "opened"
    assert mail["ticket_id"] != ticket
    await post.idle()
    assert len(post.sink.raws) == 1


async def test_case_of_addresses_does_not_matter(post: Post) -> None:
    ticket, raw, _ = await mailed(post)
    answer, reply = reply_to(raw, "ok", sender="MEI.Lin@Example.COM")
    await post.send(answer, reply.upper())
    assert (await post.settled())[0]["ticket_id"] == ticket


async def test_run_out_address_opens_a_new_ticket(post: Post) -> None:
    ticket, raw, _ = await mailed(post)
    await post.kit.db.execute("update reply_address set expires_at = now() - interval '1 day'")
    answer, reply = reply_to(raw, "after a year")
    await post.send(answer, reply)
    mail = (await post.settled())[0]
    assert mail["state"] == "opened"
    assert mail["ticket_id"] != ticket


async def test_closed_ticket_opens_a_new_one(post: Post) -> None:
    ticket, raw, _ = await mailed(post)
    await post.kit.db.execute("update ticket set status = 'closed'")
    answer, reply = reply_to(raw, "again")
    await post.send(answer, reply)
    mail = (await post.settled())[0]
    assert mail["state"] == "opened"
    assert mail["ticket_id"] != ticket


AUTOMATIC = {
    "auto_submitted": b"Auto-Submitted: auto-replied\r\n", "bulk": b"Precedence: bulk\r\n", "list": b"List-Id: <x>\r\n",
    "auto_reply": b"X-Autoreply: yes\r\n", "auto_subject": b"Subject: =?utf-8?B?6Ieq5Yqo5Zue5aSN?=: x\r\n",
}


async def test_machines_are_kept_and_not_answered(post: Post) -> None:
    """E07: kept, marked, no ticket, no message, no mail."""
    ticket, _, reply = await mailed(post)
    before = len(await post.messages(ticket))
    for field in AUTOMATIC.values():
        for to in (SUPPORT, reply):
            await post.send(b"From: mei.lin@example.com\r\n" + field + b"\r\naway", to)
    rows = await post.settled(len(AUTOMATIC) * 2)
    assert [row["reason"] for row in rows] == [reason for reason in AUTOMATIC for _ in range(2)]
    assert all(row["state"] == "dropped" and row["raw"] for row in rows)
    await post.idle()
    # That the customer is away is told to the staff, once a day.
    assert [(row["internal"], row["body"]) for row in (await post.messages(ticket))[before:]] == [(True, "away")]
    assert await post.kit.db.fetchval("select count(*) from event where kind = 'mail.away_noted'") == 1
    assert await post.kit.db.fetchval("select count(*) from ticket") == 1
    assert len(post.sink.raws) == 1


ECHOES = [
    ("", "mei.lin@example.com", "null_return_path"), ("a@b.example", SUPPORT, "own_address"),
    ("a@b.example", "reply+x@support.demo-exchange.example", "own_address"), ("a@b.example", "support@demo-exchange.example", "own_address"),
    ("a@b.example", "no-reply@shop.example", "robot_sender"),
]


async def test_echoes_and_bounces_open_nothing(post: Post) -> None:
    for sender, author, _ in ECHOES:
        await post.send(f"From: {author}\r\n\r\nx".encode(), SUPPORT, sender=sender)
    rows = await post.settled(len(ECHOES))
    assert [(row["state"], row["reason"]) for row in rows] == [("dropped", reason) for *_, reason in ECHOES]
    assert await post.kit.db.fetchval("select count(*) from ticket") == 0


async def test_bounce_is_shown_on_the_mail_it_is_about(post: Post) -> None:
    """REL-16."""
    _, _, reply = await mailed(post)
    ours = post.sink.mails[0].message_id
    bounce = (f"From: MAILER-DAEMON@mx.example\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=XX\r\n\r\n"
              f"--XX\r\n\r\nno such user\r\n--XX\r\nContent-Type: message/delivery-status\r\n\r\nAction: failed\r\n"
              f"--XX\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: {ours}\r\n\r\n--XX--\r\n").encode()
    await post.send(bounce, reply, sender="")
    await post.settled()
    row = await post.kit.db.fetchrow("select state, error from mail_out")
    assert (row["state"], row["error"]) == ("bounced", "no such user")


async def test_same_mail_five_times_at_once_is_one_message(post: Post) -> None:
    """E09: five deliveries at the same moment, and five workers that take it at the same moment."""
    ticket, raw, _ = await mailed(post)
    answer, reply = reply_to(raw, "once")
    routed = [b"Received: from relay%d\r\n" % n + answer for n in range(5)]
    await asyncio.gather(*(post.send(one, reply) for one in routed))
    mail = (await post.settled())[0]
    await asyncio.gather(*(actions.take(post.kit, mail["id"]) for _ in range(5)))
    assert [row["body"] for row in await post.messages(ticket)].count("once") == 1
    assert [tuple(row) for row in await post.kit.db.fetch("select copies, state from mail_in")] == [(5, "joined")]


async def test_several_workers_on_one_waiting_mail_post_it_once(post: Post) -> None:
    """E09."""
    ticket, raw, _ = await mailed(post)
    answer, reply = reply_to(raw, "once")
    await actions.receive(post.kit, recipient=reply, return_path="mei.lin@example.com", peer="127.0.0.1", raw=answer)
    id_ = await post.kit.db.fetchval("select id from mail_in")
    await asyncio.gather(*(actions.take(post.kit, id_) for _ in range(5)), return_exceptions=True)
    await post.settled()
    assert [row["body"] for row in await post.messages(ticket)].count("once") == 1


async def test_known_message_id_with_other_words_is_a_new_message_and_flagged(post: Post) -> None:
    """E09: never dropped, and the staff are told."""
    ticket, raw, _ = await mailed(post)
    first, reply = reply_to(raw, "first")
    id_line = next(line for line in first.split(b"\r\n") if line.startswith(b"Message-ID"))
    second = b"From: mei.lin@example.com\r\nDate: Sun, 22 Nov 2026 10:00:00 +0800\r\n" + id_line + b"\r\n\r\nsecond"
    await post.send(first, reply)
    await post.send(second, reply)
    await post.settled(2)
    rows = await post.messages(ticket)
    assert [row["body"] for row in rows if row["author_kind"] == "customer"][1:] == ["first", "second"]
    assert not [row for row in rows if row["internal"]]
    [left] = await post.kit.db.fetch("select left_out from mail_in where left_out <> '[]' order by id")
    assert "编号" in left["left_out"][0]["zh"]


async def test_flood_of_one_sender_is_put_aside(post: Post) -> None:
    """Exactly so many, in whatever order several workers take them; what others write under the address does not count against its owner."""
    others = 5
    for n in range(incoming.MOST_AN_HOUR + others):
        raw = b"From: rosa@example.org\r\n\r\n%d" % n
        await actions.receive(post.kit, recipient=SUPPORT, return_path="rosa@example.org", peer="203.0.113.9", raw=raw)
    await post.settled(incoming.MOST_AN_HOUR + others)
    for n in range(incoming.MOST_AN_HOUR + 2):
        raw = b"From: rosa@example.org\r\n\r\nmine %d" % n
        await actions.receive(post.kit, recipient=SUPPORT, return_path="rosa@example.org", peer="127.0.0.1", raw=raw)
    rows = await post.settled(2 * incoming.MOST_AN_HOUR + others + 2)
    assert Counter((row["peer"], row["state"]) for row in rows) == {
        ("203.0.113.9", "opened"): incoming.MOST_AN_HOUR, ("203.0.113.9", "quarantined"): others,
        ("127.0.0.1", "opened"): incoming.MOST_AN_HOUR, ("127.0.0.1", "quarantined"): 2}
    assert {row["reason"] for row in rows if row["state"] == "quarantined"} == {"too_many"}


async def test_first_letters_taken_at_once_are_one_visitors(post: Post) -> None:
    for words in (b"one", b"two", b"three", b"four"):
        await actions.receive(
            post.kit, recipient=SUPPORT, return_path="rosa@example.org", peer="127.0.0.1", raw=b"From: Rosa@Example.org\r\n\r\n" + words)
    ids = [row["id"] for row in await post.kit.db.fetch("select id from mail_in order by id")]
    await asyncio.gather(*(actions.take(post.kit, id_) for id_ in ids), return_exceptions=True)
    rows = await post.settled(len(ids))
    assert {row["state"] for row in rows} == {"opened"}
    assert len({row["visitor_id"] for row in rows}) == 1

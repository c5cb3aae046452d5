"""E07: given two Farols with databases of their own, and machines that hide what they are, when each answers the other, then it ends and nothing is lost."""

import re
import uuid
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote

import asyncpg
import msgspec
import pytest

from farol.app.process import close_kit, open_kit
from farol.channels.email import actions
from farol.channels.email.letters import outgoing
from farol.channels.email.proof.prove import Prover
from farol.channels.email.proof.resolver import Zone
from farol.channels.email.reading.pool import Parsers
from farol.core.tickets import actions as tickets
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from farol.kit.settings import Settings

from .conftest import HERE, Post

ROUNDS = 1_000
HIDES: dict[str, tuple[bytes, ...]] = {
    "nothing": (), "auto_submitted": (rb"(?im)^Auto-Submitted:.*\r\n",), "both": (rb"(?im)^(?:Auto-Submitted|X-Auto-Response-Suppress):.*\r\n",),
    "thread": (rb"(?im)^(?:Auto-Submitted|X-Auto-Response-Suppress|Precedence):.*\r\n", rb"(?im)^(?:In-Reply-To|References|Subject):.*\r\n(?:[ \t].*\r\n)*"),
}
"""What a relay between them takes out of mails, as servers do that mean well and people do that do not."""
MARKS = {
    "says_so": "Auto-Submitted: auto-replied\r\n", "odd_case": "aUTO-sUBMITTED: AUTO-GENERATED (vacation)\r\n", "bulk": "Precedence: bulk\r\n",
    "junk": "Precedence: junk\r\n", "list": "List-Id: <x.example>\r\n", "suppress": "X-Auto-Response-Suppress: All\r\n", "old": "X-Autoreply: yes\r\n",
    "subject": "Subject: Automatic reply: x\r\n", "hidden": "Subject: Re: x\r\n", "nothing_at_all": "",
}


@pytest.fixture
async def other(pytestconfig: pytest.Config, settings: Settings, still: Post, tmp_path: Path) -> AsyncIterator[Kit]:
    """A second Farol, of another exchange."""
    root = pytestconfig.pluginmanager.get_plugin(str(pytestconfig.rootpath / "conftest.py"))
    was = settings.database_url.rpartition("/test_")[2].partition("?")[0]
    name = f"other_{was}"
    admin = await asyncpg.connect(pytestconfig.stash[cast(Any, root).ADDRESSES]["admin"].replace(quote("{}"), "postgres"))
    await admin.execute(f"drop database if exists {name} with (force)")
    await admin.execute(f"create database {name} template farol strategy file_copy owner farol")
    theirs = msgspec.structs.replace(
        still.kit.settings, database_url=settings.database_url.replace(f"test_{was}", name), data_dir=tmp_path, mail_domain="help.b.example",
        mail_from="help@b.example", secret_key="o" * 40)
    kit = await open_kit(theirs)
    parsers, prover = Parsers(1), Prover(theirs, ZONE)
    kit.put(parsers)
    kit.put(prover)
    try:
        yield kit
    finally:
        await parsers.stop()
        await prover.stop()
        await close_kit(kit)
        await admin.execute(f"drop database if exists {name} with (force)")
        await admin.close()


ZONE = Zone({domain: HERE for domain in ("b.example", "help.b.example", "demo-exchange.example", "support.demo-exchange.example", "machines.example")})


async def answered(kit: Kit, kind: str) -> None:
    """Every ticket whose customer spoke last is answered by a machine, and what it said is sent."""
    waiting = await kit.db.fetch(
        "select id from ticket t where (select author_kind from message m where m.ticket_id = t.id order by seq desc limit 1) = 'customer'")
    for row in waiting:
        await tickets.post_message(kit, SYSTEM, row["id"], client_id=uuid.uuid4(), body="We have your message.", channel="email")
        await kit.db.execute("update message set author_kind = $2 where ticket_id = $1 and author_kind = 'system'", row["id"], kind)
        await outgoing.write(kit, row["id"])
        await outgoing.send(kit, row["id"])


async def came(kit: Kit, raw: bytes, to: str, sender: str) -> None:
    await actions.receive(kit, recipient=to, return_path=sender, peer="127.0.0.1", raw=raw, helo="mx.example")
    for row in await kit.db.fetch("select id from mail_in where state = 'received' order by id"):
        await actions.take(kit, row["id"])


def tidy(raw: bytes, patterns: tuple[bytes, ...]) -> bytes:
    head, blank, body = raw.partition(b"\r\n\r\n")
    head += b"\r\n"
    for pattern in patterns:
        head = re.sub(pattern, b"", head)
    return head.removesuffix(b"\r\n") + blank + body


@pytest.mark.parametrize("kind", ["system", "assistant"])
@pytest.mark.parametrize("hides", HIDES)
async def test_two_farols_come_to_an_end(still: Post, other: Kit, kind: str, hides: str) -> None:
    kit, sink = still.kit, still.sink
    kit.get(Prover).resolver = ZONE
    first = b"From: help@b.example\r\nTo: support@support.demo-exchange.example\r\nSubject: hello\r\nMessage-ID: <first@b.example>\r\n\r\nhello"
    await came(kit, first, "support@support.demo-exchange.example", "help@b.example")
    carried, rounds = 0, 0
    while rounds < ROUNDS:
        rounds += 1
        for each in (kit, other):
            await answered(each, kind)
        if carried == len(sink.raws):
            break
        while carried < len(sink.raws):
            raw, (sender, [to]) = sink.raws[carried], sink.envelopes[carried]
            carried += 1
            there = other if to.endswith("b.example") else kit
            await came(there, tidy(raw, HIDES[hides]), to, sender)
    assert rounds <= 4, "three rounds, and one in which nothing was said"
    for each in (kit, other):
        kept = await each.db.fetch("select state, octet_length(raw) as size, reason from mail_in")
        assert all(row["state"] != "received" and row["size"] for row in kept), kept
    kept = await kit.db.fetchval("select count(*) from mail_in") + await other.db.fetchval("select count(*) from mail_in")
    assert kept == carried + 1, "every mail is kept"


@pytest.mark.parametrize("proven", [False, True])
@pytest.mark.parametrize("mark", MARKS)
async def test_a_machine_that_answers_everything_comes_to_an_end(still: Post, mark: str, proven: bool) -> None:
    """It answers each mail of ours at once, from the mailbox we wrote to and with a new Message-ID, a hundred times if it may."""
    kit, sink = still.kit, still.sink
    kit.get(Prover).resolver = ZONE
    robot = "robot@machines.example"
    await came(kit, f"From: {robot}\r\nSubject: hello\r\nMessage-ID: <0@machines.example>\r\n\r\nhello".encode(), "support@support.demo-exchange.example", robot)
    if proven:
        await kit.db.execute("update customer set uid = 'robot' where email = $1", robot)
    answers = 0
    for answers in range(100):
        await answered(kit, "assistant")
        if answers == len(sink.raws):
            break
        back = re.search(rb"(?m)^Reply-To: <([^>]+)>", sink.raws[-1])
        assert back
        raw = f"From: {robot}\r\n{MARKS[mark]}Message-ID: <{uuid.uuid4()}@machines.example>\r\n\r\nI am away, number {answers}".encode()
        await came(kit, raw, back.group(1).decode(), robot)
    assert len(sink.raws) <= 3
    kept = await kit.db.fetch("select state, octet_length(raw) as size from mail_in")
    assert len(kept) == 1 + answers, "nothing is lost"
    assert all(row["size"] and row["state"] != "received" for row in kept)

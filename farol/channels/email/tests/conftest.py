"""A post office for the tests: real SMTP both ways, a real worker, the cast."""

import asyncio
import base64
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiosmtplib
import msgspec
import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from farol.channels.email.doors import smtp_in
from farol.channels.email.model import Mail
from farol.channels.email.proof.prove import Prover
from farol.channels.email.proof.resolver import Zone
from farol.channels.email.reading.parse import parse
from farol.channels.email.reading.pool import Parsers
from farol.kit.core import Kit
from farol.kit.reactions import REACTIONS, Reactor
from farol.kit.worker import Worker
from tests.world import World

BEHIND = """
select exists (select from event e where e.kind = any($2::text[])
  and e.seq > coalesce((select p.seq from progress p where p.reaction = $1 and p.stream = e.stream), 0))"""

HERE = {"TXT": ["v=spf1 ip4:127.0.0.1 -all"]}
ZONE = Zone({domain: HERE for domain in (
    "example.com", "example.org", "bank.example", "eu.partner.example", "evil.example", "shop.example", "b.example", "y.example", "x.example",
    "demo-exchange.example")} | {
    "strict.example": HERE, "_dmarc.strict.example": {"TXT": ["v=DMARC1; p=reject"]}, "else.example": {"TXT": ["v=spf1 ip4:192.0.2.1 -all"]},
    "away.example": "TIMEOUT"})
"""The domains of the people in these tests send from this machine, so their mail is known by SPF."""


class Sink:
    """A mail server that keeps what it is given, and answers as it is told to."""

    def __init__(self) -> None:
        self.raws: list[bytes] = []
        self.envelopes: list[tuple[str, list[str]]] = []
        self.answers: list[str] = []
        self.rcpt = "250 OK"

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, to: str, options: list[str]) -> str:
        if self.rcpt.startswith("250"):
            envelope.rcpt_tos.append(to)
        return self.rcpt

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        answer = self.answers.pop(0) if self.answers else "250 OK"
        if answer == "hang up before":
            server.transport.abort()
            return "250 never heard"
        assert isinstance(envelope.content, bytes)
        self.raws.append(envelope.content)
        self.envelopes.append((envelope.mail_from or "", list(envelope.rcpt_tos)))
        if answer == "hang up after":
            server.transport.abort()
        elif not answer.startswith("250"):
            self.raws.pop()
        return answer

    @property
    def mails(self) -> list[Mail]:
        return [mail for mail in map(parse, self.raws) if isinstance(mail, Mail)]


class Post:
    """Everything a mail test needs."""

    def __init__(self, world: World, sink: Sink, port: int) -> None:
        self.world, self.kit, self.sink, self.port = world, world.kit, sink, port

    async def send(self, raw: bytes, to: str | list[str], sender: str = "mei.lin@example.com") -> str:
        """A real SMTP delivery to us: the answer's text. Raises what aiosmtplib raises."""
        client = aiosmtplib.SMTP(hostname="127.0.0.1", port=self.port, local_hostname="mx.example", start_tls=False)
        await client.connect()
        try:
            _, said = await client.sendmail(sender, to, raw)
        finally:
            client.close()
        return said

    async def until(self, ready: Callable[[], Awaitable[Any]], within_s: float = 15) -> Any:
        """The first true answer of ``ready``."""
        deadline = asyncio.get_running_loop().time() + within_s
        while not (found := await ready()):
            assert asyncio.get_running_loop().time() < deadline, await self.kit.db.fetch("select id, state, reason from mail_in")
            await asyncio.sleep(0.05)
        return found

    async def settled(self, count: int = 1) -> list[Any]:
        """All mails that came, once ``count`` of them are settled."""
        async def enough() -> Any:
            rows = await self.kit.db.fetch("select * from mail_in where state <> 'received' order by id")
            return rows if len(rows) >= count else None

        return await self.until(enough)  # type: ignore[no-any-return]

    async def arrived(self, count: int = 1) -> list[Mail]:
        """All mails the sink has, once there are ``count``."""
        async def enough() -> Any:
            return len(self.sink.raws) >= count

        await self.until(enough)
        return self.sink.mails

    async def messages(self, ticket: int) -> list[Any]:
        """What stands in a ticket."""
        return await self.kit.db.fetch("select * from message where ticket_id = $1 order by seq", ticket)

    def patience(self, seconds: int) -> None:
        """How long an answer may stay unread before it is mailed; at once unless a test says otherwise."""
        self.kit.settings = msgspec.structs.replace(self.kit.settings, mail_after_s=seconds)

    async def idle(self, within_s: float = 15) -> None:
        """Returns when the worker has nothing left to do, now or later: what did not happen by then will not."""
        async def nothing_left() -> Any:
            for each in REACTIONS.values():
                if await self.kit.db.fetchval(BEHIND, each.name, list(each.kinds)):
                    return False
            return not await self.kit.db.fetchval(
                "select count(*) from pgqueuer where status in ('queued', 'picked') and execute_after < now() + interval '4 s'")

        await self.until(nothing_left, within_s)


@contextlib.asynccontextmanager
async def _office(world: World, kit: Kit) -> AsyncIterator[Post]:
    """Our SMTP listener, and a sink as the operator's mail server."""
    sink, loop, before = Sink(), asyncio.get_running_loop(), kit.settings
    server = await loop.create_server(lambda: SMTP(sink, hostname="sink", loop=loop), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    kit.settings = msgspec.structs.replace(before, smtp_host="127.0.0.1", smtp_port=port, mail_after_s=0)
    parsers, prover = Parsers(), Prover(kit.settings, ZONE)
    kit.put(parsers)
    kit.put(prover)
    ours = await smtp_in.serve(kit, "127.0.0.1", 0)
    try:
        yield Post(world, sink, ours.sockets[0].getsockname()[1])
    finally:
        ours.close()
        server.close()
        await parsers.stop()
        await prover.stop()
        kit.settings = before


@contextlib.asynccontextmanager
async def at_work(kit: Kit) -> AsyncIterator[None]:
    """A worker that does what waits, and what comes."""
    reactor, worker = Reactor(kit, sweep_s=0.2), Worker(kit)
    await reactor.start()
    await worker.start()
    try:
        yield
    finally:
        await worker.stop()
        await reactor.stop()


@pytest.fixture
async def post(world: World, kit: Kit) -> AsyncIterator[Post]:
    """A running worker with our SMTP listener, and a sink as the operator's mail server."""
    async with _office(world, kit) as made, at_work(kit):
        yield made


@pytest.fixture
async def still(world: World, kit: Kit) -> AsyncIterator[Post]:
    """The same where nothing happens until the test does it, or is ``at_work``."""
    async with _office(world, kit) as made:
        yield made


def reply_to(raw: bytes, words: str, *, sender: str = "Mei <mei.lin@example.com>", quote: bool = True, extra: bytes = b"") -> tuple[bytes, str]:
    """An answer to a mail of ours as Gmail would write it, and where it goes."""
    mail = parse(raw)
    assert isinstance(mail, Mail)
    address = next(line for line in raw.decode().split("\r\n") if line.startswith("Reply-To:")).partition("<")[2].rstrip(">")
    quoted = "\n".join("> " + line for line in mail.text.split("\n"))
    text = f"{words}\n\nAna <{address}> 于2026年11月21日周六 14:02写道：\n\n{quoted}\n" if quote else words
    head = (f"From: {sender}\r\nTo: <{address}>\r\nMessage-ID: <{abs(hash((words, sender)))}@mail.example>\r\nDate: Sat, 21 Nov 2026 14:05:00 +0800\r\n"
            f"In-Reply-To: {mail.message_id}\r\nReferences: {mail.message_id}\r\nSubject: Re: x\r\n"
            "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n").encode() + extra
    return head + b"\r\n" + base64.encodebytes(text.encode()).replace(b"\n", b"\r\n"), address

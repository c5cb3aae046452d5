"""The whole way of a letter through a real Postfix and a real Dovecot: in by LMTP, SMTP and IMAP, out, back, and undeliverable."""

import asyncio
import smtplib
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import msgspec
import pytest

from farol.channels.email.doors import lmtp_in, smtp_in
from farol.channels.email.doors.watch import Watcher
from farol.channels.email.model import Mail
from farol.channels.email.reading.parse import parse
from tests import mail_servers
from tests.mail_servers import Postfix

from .boxes import Boxes, mail, needs_servers, opened, running
from .conftest import Post, reply_to

pytestmark = needs_servers
SUPPORT = "support@support.demo-exchange.example"
TOOK: dict[str, float] = {}
"""Seconds of what was waited for; printed with -s."""


class Real:
    """Both servers, and the ways between them and us."""

    def __init__(self, boxes: Boxes, postfix: Postfix, lmtp: int) -> None:
        self.boxes, self.postfix, self.lmtp = boxes, postfix, lmtp
        self.post: Post

    async def sends(self, frm: str, to: str, raw: bytes) -> None:
        """A customer's mail program gives a mail to Postfix."""
        def give() -> None:
            with smtplib.SMTP("127.0.0.1", self.postfix.port, local_hostname="home.example") as client:
                client.sendmail(frm, [to], raw)

        await asyncio.to_thread(give)

    async def inbox(self, user: str, count: int = 1, what: str = "") -> list[bytes]:
        """A mailbox at Dovecot once it holds so many."""
        began = time.monotonic()

        async def there() -> Any:
            found = self.boxes.dovecot.mails(user)
            return found if len(found) >= count else None

        found: list[bytes] = await self.post.until(there, 60)
        if what:
            TOOK[what] = time.monotonic() - began
        return found

    async def count(self, query: str, n: int, what: str = "") -> None:
        """Waits until a count in the database is reached."""
        began = time.monotonic()

        async def reached() -> Any:
            return await self.post.kit.db.fetchval(query) >= n

        await self.post.until(reached, 60)
        if what:
            TOOK[what] = time.monotonic() - began


@pytest.fixture(scope="module")
async def servers() -> AsyncIterator[Real]:
    folder = mail_servers.folder()
    async with running() as boxes:
        lmtp = mail_servers.free_port()
        dovecot = f"lmtp:inet:127.0.0.1:{boxes.dovecot.lmtp}"
        postfix = Postfix(folder, {
            "support.demo-exchange.example": f"lmtp:inet:127.0.0.1:{lmtp}", "smtp.brand.example": f"lmtp:inet:127.0.0.1:{lmtp}",
            "brand.example": dovecot, "customer.example": dovecot})
        await postfix.start()
        yield Real(boxes, postfix, lmtp)
        postfix.stop()
    mail_servers.remove(folder)
    print({what: round(seconds, 2) for what, seconds in TOOK.items()})


@pytest.fixture
async def real(servers: Real, post: Post, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Real]:
    """Farol in the middle: LMTP in, Postfix as the server it sends by."""
    kit = post.kit
    kit.settings = msgspec.structs.replace(kit.settings, smtp_port=servers.postfix.port, mail_unsigned="join")
    opened(kit, servers.boxes, monkeypatch)
    listening = await smtp_in.serve(kit, "127.0.0.1", servers.lmtp, lmtp_in.LmtpDoor)
    servers.post = post
    yield servers
    listening.close()


async def answered(real: Real, words: str) -> int:
    """Ana answers the newest ticket."""
    ticket = await real.post.kit.db.fetchval("select max(id) from ticket")
    await real.post.world.say(await real.post.world.staff(), ticket, words)
    return int(ticket)


async def test_a_letter_goes_in_by_lmtp_and_its_answer_comes_back(real: Real) -> None:
    await real.sends("mei@customer.example", SUPPORT, mail(1, to=SUPPORT))
    await real.count("select count(*) from mail_in where state = 'opened'", 1, "first mail to ticket")
    ticket = await answered(real, "It is credited.")
    raw = (await real.inbox("mei@customer.example", 1, "answer to the customer's mailbox"))[-1]
    letter = parse(raw)
    assert isinstance(letter, Mail)
    assert "It is credited." in letter.text
    reply, address = reply_to(raw, "Thank you", sender="Mei <mei@customer.example>")
    await real.sends("mei@customer.example", address, reply)
    await real.count("select count(*) from mail_in where state = 'joined'", 1, "the customer's reply into the ticket")
    said = await real.post.messages(ticket)
    assert [(one["author_kind"], one["body"]) for one in said if one["author_kind"] == "customer"][-1] == ("customer", "Thank you")
    assert await real.post.kit.db.fetchval("select count(*) from ticket") == 1
    assert await real.post.kit.db.fetchval("select count(*) from mail_in where copies > 1") == 0


async def test_a_letter_to_a_mailbox_is_read_by_imap_and_its_reply_too(real: Real) -> None:
    kit, address, customer = real.post.kit, real.boxes.fresh(), real.boxes.fresh()
    connection = await real.boxes.connect(address)
    watcher = Watcher(kit)
    watcher.start()
    await real.sends(customer, address, mail(2, to=address, frm=customer))
    await real.count("select count(*) from mail_in where state = 'opened'", 1, "mail in a mailbox to ticket by IMAP")
    assert await kit.db.fetchval("select connection_id from mail_in") == connection.id
    ticket = await answered(real, "We see it.")
    raw = (await real.inbox(customer))[-1]
    reply, _ = reply_to(raw, "And now?", sender=customer)
    await real.sends(customer, address, reply)  # a catch-all: the head names the reply address, the mailbox holds it
    await real.count("select count(*) from mail_in where state = 'joined'", 1)
    assert (await real.post.messages(ticket))[-1]["body"] == "And now?"
    assert await real.post.kit.db.fetchval("select count(*) from ticket") == 1
    await watcher.stop()


async def test_a_mailbox_without_imap_takes_mail_at_our_own_door(real: Real) -> None:
    connection = await real.boxes.connect("vip@smtp.brand.example", imap_host="", imap_user="", imap_password="")
    await real.sends("mei@customer.example", "vip+gold@smtp.brand.example", mail(3, to="vip@smtp.brand.example"))
    await real.count("select count(*) from mail_in where state = 'opened'", 1)
    row = await real.post.kit.db.fetchrow("select recipient, connection_id from mail_in")
    assert (row["recipient"], row["connection_id"]) == ("vip@smtp.brand.example", connection.id)


async def test_a_letter_nobody_could_get_is_shown_as_bounced(real: Real) -> None:
    await real.sends("nobody@customer.example", SUPPORT, mail(4, to=SUPPORT, frm="nobody@customer.example"))
    await real.count("select count(*) from mail_in where state = 'opened'", 1)
    await answered(real, "Are you there?")
    await real.count("select count(*) from mail_out where state = 'bounced'", 1, "answer to bounce shown")
    assert "exist" in await real.post.kit.db.fetchval("select error from mail_out where state = 'bounced'")


async def test_the_mail_server_is_down_for_a_while(real: Real) -> None:
    customer = real.boxes.fresh()
    await real.sends(customer, SUPPORT, mail(5, to=SUPPORT, frm=customer))
    await real.count("select count(*) from mail_in where state = 'opened'", 1)
    await asyncio.to_thread(real.postfix.stop)
    await answered(real, "One.")
    await real.count("select count(*) from mail_out where attempts > 0 and error <> ''", 1)
    was = await real.post.kit.db.fetchval("select message_id from mail_out")
    await real.postfix.start()
    await real.post.kit.db.execute("update pgqueuer set execute_after = now() where entrypoint = 'mail.send' and status = 'queued'")
    raws = await real.inbox(customer)
    assert [was.encode() in raw for raw in raws] == [True]
    assert await real.post.kit.db.fetchval("select count(*) from mail_out where state = 'sent'") == 1


async def test_each_recipient_has_its_own_answer_over_lmtp(real: Real, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: Callable[..., Any] = smtp_in.Keeper.keep

    async def only_support(self: Any, session: Any, envelope: Any, to: Any) -> str:
        return await kept(self, session, envelope, to) if to.address == SUPPORT else smtp_in.LOST

    await real.boxes.connect("vip@smtp.brand.example", imap_host="", imap_user="", imap_password="")
    monkeypatch.setattr(smtp_in.Keeper, "keep", only_support)

    def give() -> dict[str, tuple[int, bytes]]:
        with smtplib.LMTP("127.0.0.1", real.lmtp) as client:
            client.docmd("LHLO x")
            client.docmd("MAIL FROM:<mei@customer.example>")
            for to in (SUPPORT, "vip@smtp.brand.example"):
                assert client.docmd(f"RCPT TO:<{to}>")[0] == 250
            assert client.docmd("RCPT TO:<guess@support.demo-exchange.example>")[0] == 550
            client.docmd("DATA")
            client.send(mail(6) + b".\r\n")
            return {"first": client.getreply(), "second": client.getreply()}

    said = await asyncio.to_thread(give)
    assert (said["first"][0], said["second"][0]) == (250, 451)


async def test_starttls_is_offered_and_what_came_before_it_is_forgotten(post: Post, servers: Real) -> None:
    cert, key = servers.boxes.dovecot.cert, servers.boxes.dovecot.folder / "key.pem"
    post.kit.settings = msgspec.structs.replace(post.kit.settings, smtp_in_cert=str(cert), smtp_in_key=str(key))
    listening = await smtp_in.serve(post.kit, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]

    def give() -> None:
        with smtplib.SMTP("127.0.0.1", port, local_hostname="home.example") as client:
            client.ehlo()
            assert client.has_extn("starttls")
            client.starttls(context=mail_servers.trusting(cert))
            client.ehlo()
            assert not client.has_extn("starttls")
            client.sendmail("mei@customer.example", [SUPPORT], mail(7, to=SUPPORT))
        with smtplib.SMTP("127.0.0.1", port, local_hostname="home.example") as client:
            client.ehlo()
            client.send(b"STARTTLS\r\nMAIL FROM:<evil@x.example>\r\n")  # one packet: the second line must not be heard
            assert client.getreply()[0] == 220
            client.sock = mail_servers.trusting(cert).wrap_socket(client.sock, server_hostname="127.0.0.1")
            client.file = None
            client.ehlo()
            assert client.docmd(f"RCPT TO:<{SUPPORT}>")[0] == 503

    await asyncio.to_thread(give)
    await post.settled()
    listening.close()

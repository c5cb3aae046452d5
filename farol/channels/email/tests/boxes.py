"""Mailboxes at a real Dovecot, connected as an operator connects them."""

import asyncio
import contextlib
from collections.abc import AsyncIterator

import msgspec
import pytest

from farol.channels.connections import actions as connections
from farol.channels.connections.model import Connection
from farol.channels.email.doors import fetch
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from tests import mail_servers
from tests.mail_servers import Dovecot

needs_servers = pytest.mark.skipif(not mail_servers.THERE, reason=mail_servers.WHY)


class Boxes:
    """A Dovecot with many users, one for each test."""

    def __init__(self, dovecot: Dovecot) -> None:
        self.dovecot, self._next = dovecot, 0
        self.kit: Kit

    def fresh(self) -> str:
        """The address of a mailbox nobody has used."""
        self._next += 1
        return self.dovecot.users[self._next]

    def given(self, address: str, **changed: str) -> dict[str, str]:
        """What an operator types."""
        return {"address": address, "imap_host": "127.0.0.1", "imap_port": str(self.dovecot.imaps), "imap_tls": "tls", "imap_user": address,
                "imap_password": mail_servers.PASSWORD, **changed}

    async def connect(self, address: str, **changed: str) -> Connection:
        """The connection, as it is read."""
        id_, found = await connections.connect(self.kit, SYSTEM, "email", "Help", self.given(address, **changed))
        assert found.works, found
        return await self.now(id_)

    async def now(self, id_: int) -> Connection:
        """As it is now."""
        found = await connections.known(self.kit, id_, fresh=True)
        assert found
        return found

    async def drained(self, connection: Connection) -> int:
        """One look into the mailbox: how many mails were new."""
        follower = fetch.Follower(self.kit, await self.now(connection.id))
        there = await fetch.outbound.connect_address(self.kit, follower.mailbox.imap.host, follower.mailbox.imap.port)
        box = await asyncio.to_thread(fetch.Box, follower.mailbox, there, fetch.encryption())
        try:
            return await follower.drain(box)
        finally:
            box.drop()
            await follower.stop()


@contextlib.asynccontextmanager
async def running(users: int = 40, quota: str = "") -> AsyncIterator[Boxes]:
    """A Dovecot for a while."""
    folder = mail_servers.folder()
    dovecot = Dovecot(folder, [f"help{n}@brand.example" for n in range(users)] + ["mei@customer.example"], quota=quota)
    await dovecot.start()
    try:
        yield Boxes(dovecot)
    finally:
        dovecot.stop()
        mail_servers.remove(folder)


def opened(kit: Kit, boxes: Boxes, patch: pytest.MonkeyPatch) -> None:
    """The operator allows loopback, and the machine knows the server's certificate."""
    patch.setenv("SSL_CERT_FILE", str(boxes.dovecot.cert))
    patch.setattr(kit, "settings", msgspec.structs.replace(kit.settings, outbound_allowed=("127.0.0.1",)))
    boxes.kit = kit


def mail(n: int, *, to: str = "help@brand.example", frm: str = "mei@customer.example", body: str = "The deposit is missing.", extra: str = "") -> bytes:
    """A plain mail, different for each number."""
    return (f"From: Mei <{frm}>\r\nTo: {to}\r\nSubject: Deposit {n}\r\nMessage-ID: <{n}.{abs(hash(to))}@customer.example>\r\n"
            f"Date: Mon, 23 Nov 2026 09:00:00 +0800\r\n{extra}\r\n{body} {n}\r\n").encode()

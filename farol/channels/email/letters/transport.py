"""Handing one mail to the operator's mail server, signed. Knows SMTP and nothing of tickets."""

import contextlib
import ipaddress
import time
from typing import Literal

import aiosmtplib
import msgspec

from farol.channels.email.reading.charset import one_line
from farol.kit import ratelimit
from farol.kit.core import Kit
from farol.kit.settings import Settings

from . import signing

LONGEST_S = 60
TLS_FROM_THE_START = 465
TOO_LARGE = 552
BURST_S = 10
"""Seconds of a domain's share that may go at once."""
IDLE_S = 20.0
MOST_MAILS = 50
"""Mails on one connection; servers end longer ones themselves."""


class Server(msgspec.Struct, frozen=True):
    """A mail server that takes our mail. tls: ``auto`` encrypts where it is offered, and always before a password leaves the machine."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    tls: Literal["auto", "required", "none"] = "auto"
    name: str = ""
    """how we introduce ourselves"""


class Refused(Exception):
    """The server will never take this mail; the text is what it said. recipient: the address was refused, and not the mail."""

    def __init__(self, said: str, *, recipient: bool = False) -> None:
        super().__init__(said)
        self.recipient = recipient


class Away(Exception):
    """Not now: no connection, no sign-in, or "try again"; the text is what is known. after_s: when that is known too."""

    def __init__(self, said: str, after_s: float = 0.0) -> None:
        super().__init__(said)
        self.after_s = after_s


class Lines:
    """Connections that stay open between mails; a worker has one of these."""

    def __init__(self) -> None:
        self._idle: dict[Server, list[tuple[aiosmtplib.SMTP, float, int]]] = {}

    async def take(self, server: Server) -> tuple[aiosmtplib.SMTP, int] | None:
        """An open connection and how many mails went over it; None when there is none that still answers."""
        while waiting := self._idle.get(server):
            client, since, count = waiting.pop()
            if time.monotonic() - since < IDLE_S and count < MOST_MAILS:
                with contextlib.suppress(aiosmtplib.SMTPException, OSError):
                    await client.rset()
                    return client, count
            client.close()
        return None

    def give_back(self, server: Server, client: aiosmtplib.SMTP, count: int) -> None:
        """It may be used again."""
        self._idle.setdefault(server, []).append((client, time.monotonic(), count))

    def sweep(self) -> None:
        """Ends those that were idle for too long."""
        for server, waiting in self._idle.items():
            for client, since, _ in waiting:
                if time.monotonic() - since >= IDLE_S:
                    client.close()
            self._idle[server] = [one for one in waiting if time.monotonic() - one[1] < IDLE_S]

    def close(self) -> None:
        """Ends all of them."""
        for waiting in self._idle.values():
            for client, _, _ in waiting:
                client.close()
        self._idle.clear()


def default(settings: Settings) -> Server:
    """The server of the settings."""
    return Server(settings.smtp_host, settings.smtp_port, settings.smtp_user, settings.smtp_password, settings.smtp_tls, settings.mail_domain)


async def hand_over(kit: Kit, sender: str, recipient: str, raw: bytes, server: Server | None = None) -> None:
    """Returns once the server has said that it took the mail. sender: where bounces go. Raises Refused or Away."""
    server = server or default(kit.settings)
    if not server.host:
        raise Away("FAROL_SMTP_HOST is not set")
    domain, rate = recipient.rpartition("@")[2].lower(), kit.settings.mail_domain_per_s
    if wait := ratelimit.buckets.take("mail_domain", domain, rate, rate * BURST_S):
        raise Away("our own limit for this domain", wait)
    mail = await signing.signed(kit, raw)
    lines = kit.get(Lines) if kit.has(Lines) else None
    client, count = (await lines.take(server) if lines else None) or (_client(server), 0)
    try:
        if not client.is_connected:
            await client.connect()
        await client.sendmail(sender, [recipient], mail)
    except (aiosmtplib.SMTPException, OSError) as error:
        client.close()
        raise _meaning(error) from error
    # It is theirs now: a server that hangs up instead of saying goodbye changes nothing.
    if lines:
        lines.give_back(server, client, count + 1)
        return
    with contextlib.suppress(aiosmtplib.SMTPException, OSError):
        await client.quit()
    client.close()


def _client(server: Server) -> aiosmtplib.SMTP:
    # A password never travels in the clear, except inside the machine.
    encrypted = True if server.tls == "required" or (server.user and not _here(server.host)) else None if server.tls == "auto" else False
    at_once = server.port == TLS_FROM_THE_START
    return aiosmtplib.SMTP(
        hostname=server.host, port=server.port, timeout=LONGEST_S, local_hostname=server.name or None, username=server.user or None,
        password=server.password or None, use_tls=at_once, start_tls=False if at_once else encrypted)


def _here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _meaning(error: Exception) -> Refused | Away:
    """5xx about the recipient or the mail itself, its size too, is final; the rest may be the server's or our settings' fault."""
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        error = error.recipients[0]
    said = one_line(f"{getattr(error, 'code', '') or type(error).__name__} {getattr(error, 'message', '') or error}")[:300]
    final = isinstance(error, (aiosmtplib.SMTPRecipientRefused, aiosmtplib.SMTPDataError)) and error.code >= 500
    final = final or (isinstance(error, aiosmtplib.SMTPSenderRefused) and error.code == TOO_LARGE)
    return Refused(said, recipient=isinstance(error, aiosmtplib.SMTPRecipientRefused)) if final else Away(said)

"""The SMTP listener: takes mail for our own addresses alone, and says 250 only after the commit that keeps it."""

import asyncio
import logging
import ssl
from typing import Any

import structlog
from aiosmtpd.smtp import SMTP, Envelope, Session

from farol.channels.email import actions
from farol.channels.email.model import SIZE
from farol.kit.core import Kit
from farol.kit.problem import TooMany
from farol.kit.ratelimit import limit
from farol.kit.settings import Settings

from .recipients import Ours, ours

log = structlog.get_logger()
logging.getLogger("mail.log").setLevel(logging.ERROR)  # aiosmtpd writes addresses and words into it

RATE_PER_S, BURST = 50, 500
MOST_CONNECTIONS = 100
MOST_RECIPIENTS = 10
MOST_LINES = 700_000
"""Lines of one mail: 25 MB of base64 has 340,000; each line costs the event loop a few microseconds."""
SILENCE_S = 120
HANDSHAKE_S = 30
KEPT = "250 2.0.0 Kept"
LOST = "451 4.3.0 Not taken. Try again"
TOO_MUCH = "451 4.7.1 Too much at once. Try again"


class Door(SMTP):
    """One connection. Reads a mail into one buffer: the library keeps an object for each line, 1 GB for empty ones."""

    line_length_limit = 8_192
    _open = 0

    def connection_made(self, transport: Any) -> None:
        """Counts connections; one too many is told to come back."""
        Door._open += 1
        if Door._open > MOST_CONNECTIONS:
            transport.write(b"421 4.3.2 Too many connections\r\n")
            transport.close()
            return
        super().connection_made(transport)

    def connection_lost(self, error: Exception | None) -> None:
        """Counts back."""
        Door._open -= 1
        if self.transport is not None:
            super().connection_lost(error)

    async def smtp_STARTTLS(self, arg: str) -> None:
        """RFC 3207, by the loop's own means: what was sent before the handshake is forgotten, all of it."""
        if arg or self.tls_context is None or self._tls_protocol is not None:
            await self.push("501 Syntax: STARTTLS" if arg else "454 4.7.0 TLS not available")
            return
        await self.push("220 2.0.0 Ready to start TLS")
        self._reader._buffer.clear()  # type: ignore[attr-defined]
        peer = self.session.peer if self.session else None
        try:
            made = await self.loop.start_tls(self.transport, self, self.tls_context, server_side=True, ssl_handshake_timeout=HANDSHAKE_S)  # type: ignore[arg-type]
        except OSError as error:
            log.info("mail.handshake_failed", error=type(error).__name__)
            self.transport.close()  # type: ignore[union-attr]
            return
        self.transport = self._reader._transport = self._writer._transport = made  # type: ignore[attr-defined]
        self._tls_protocol, self._over_ssl = made, True  # type: ignore[assignment]
        self._set_rset_state()  # type: ignore[no-untyped-call]
        self.session = self._create_session()
        self.session.peer = peer

    async def smtp_DATA(self, arg: str) -> None:
        """DATA as RFC 5321 has it: only CRLF dot CRLF ends it, a doubled dot at the start of a line is one."""
        assert self.envelope
        if arg or not self.envelope.rcpt_tos:
            await self.push("501 Syntax: DATA" if arg else "503 Error: need RCPT command")
            return
        await self.push("354 End data with <CR><LF>.<CR><LF>")
        self.envelope.content = await self._words()
        for status in await self.answers():
            await self.push(status)
        self._set_post_data_state()  # type: ignore[no-untyped-call]

    async def _words(self) -> bytes | None:
        """The mail; None when it is more than we take, read to its end all the same."""
        data, lines, fits, fresh = bytearray(), 0, True, True
        while self.transport is not None:
            try:
                piece = await self._reader.readuntil(b"\r\n")
            except asyncio.LimitOverrunError as long:
                piece = await self._reader.read(long.consumed)
            if fresh and piece == b".\r\n":
                break
            if fits:
                data += piece[1:] if fresh and piece[:1] == b"." else piece
                lines += 1
                fits = len(data) <= SIZE and lines <= MOST_LINES
                if not fits:
                    data = bytearray()
            fresh = piece.endswith(b"\r\n")
        return bytes(data) if fits else None

    async def answers(self) -> list[str]:
        """One for the whole mail; LMTP gives one for each recipient."""
        assert self.envelope
        return [await self._call_handler_hook("DATA") if self.envelope.content is not None else "552 5.3.4 Too much mail data"]


class Keeper:
    """Decides who may be written to, and keeps what is written."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, recipient: str, options: list[str]) -> str:
        """Our support address, those of mailboxes, and reply addresses we have given out."""
        if len(envelope.rcpt_tos) >= MOST_RECIPIENTS:
            return "452 4.5.3 Too many recipients"
        try:
            known = await ours(self._kit, recipient)
        except Exception:
            log.exception("mail.recipient_unchecked")
            return LOST
        if known is None:
            return "550 5.1.1 No such mailbox here"
        envelope.rcpt_tos.append(recipient)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keeps one copy for each recipient; a reply address makes the support address beside it idle."""
        try:
            known = [found for to in envelope.rcpt_tos if (found := await ours(self._kit, to))]
        except Exception:
            log.exception("mail.recipient_unchecked")
            return LOST
        replies = [found for found in known if found.reply]
        for each in replies or known[:1]:
            if (said := await self.keep(session, envelope, each)) != KEPT:
                return said
        return KEPT

    async def keep(self, session: Session, envelope: Envelope, to: Ours) -> str:
        """Keeps it for one recipient: the answer."""
        peer = str(session.peer[0]) if session.peer else ""
        try:
            limit("smtp_in", peer, RATE_PER_S, BURST)
            assert isinstance(envelope.content, bytes)
            return_path = (envelope.mail_from or "").strip("<> ")  # the library gives "<>" for a null one
            await actions.receive(
                self._kit, recipient=to.address, return_path=return_path, peer=peer, raw=envelope.content, connection_id=to.connection_id,
                helo=str(session.host_name or ""))
        except TooMany:
            return TOO_MUCH
        except Exception:
            log.exception("mail.not_kept")
            return LOST
        return KEPT


def encryption(settings: Settings) -> ssl.SSLContext | None:
    """What STARTTLS is offered with; None without a certificate."""
    if not settings.smtp_in_cert:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(settings.smtp_in_cert, settings.smtp_in_key or None)
    return context


async def serve(kit: Kit, host: str, port: int, kind: type[Door] = Door) -> asyncio.Server:
    """Listens. Several workers of one machine may share the port."""
    keeper, loop, context = Keeper(kit), asyncio.get_running_loop(), encryption(kit.settings)

    def door() -> Door:
        return kind(
            keeper, data_size_limit=SIZE, hostname=kit.settings.mail_domain, ident="Farol", timeout=SILENCE_S, loop=loop, tls_context=context)

    return await loop.create_server(door, host, port, reuse_port=True)

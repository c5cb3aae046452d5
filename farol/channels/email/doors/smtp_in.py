"""The SMTP listener: takes mail for our own addresses alone, and says 250 only after the commit that keeps it."""

import asyncio
import logging
from typing import Any

import structlog
from aiosmtpd.smtp import SMTP, Envelope, Session

from farol.channels.email import actions, address, store
from farol.channels.email.model import ADDRESS, SIZE
from farol.kit.core import Kit
from farol.kit.problem import TooMany
from farol.kit.ratelimit import limit

log = structlog.get_logger()
logging.getLogger("mail.log").setLevel(logging.ERROR)  # aiosmtpd writes addresses and words into it

RATE_PER_S, BURST = 50, 500
MOST_CONNECTIONS = 100
MOST_RECIPIENTS = 10
MOST_LINES = 700_000
"""Lines of one mail: 25 MB of base64 has 340,000; each line costs the event loop a few microseconds."""
SILENCE_S = 120
LOST = "451 4.3.0 Not taken. Try again"


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

    async def smtp_DATA(self, arg: str) -> None:
        """DATA as RFC 5321 has it: only CRLF dot CRLF ends it, a doubled dot at the start of a line is one."""
        assert self.envelope
        if arg or not self.envelope.rcpt_tos:
            await self.push("501 Syntax: DATA" if arg else "503 Error: need RCPT command")
            return
        await self.push("354 End data with <CR><LF>.<CR><LF>")
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
        self.envelope.content = bytes(data)
        status = await self._call_handler_hook("DATA") if fits else "552 5.3.4 Too much mail data"
        self._set_post_data_state()  # type: ignore[no-untyped-call]
        await self.push(status)


class Keeper:
    """Decides who may be written to, and keeps what is written."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, recipient: str, options: list[str]) -> str:
        """Our support address, and reply addresses we have given out. A guess is told the same as a typing mistake."""
        settings = self._kit.settings
        if len(envelope.rcpt_tos) >= MOST_RECIPIENTS:
            return "452 4.5.3 Too many recipients"
        known = bool(ADDRESS.fullmatch(recipient)) and address.is_support(recipient, settings.mail_domain, settings.mail_from)
        if token := address.token_in(recipient, settings.mail_domain):
            try:
                known = await store.address(self._kit.db, address.digest(token)) is not None
            except Exception:
                log.exception("mail.recipient_unchecked")
                return LOST
        if not known:
            return "550 5.1.1 No such mailbox here"
        envelope.rcpt_tos.append(recipient)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Keeps one copy for each recipient; a reply address makes the support address beside it idle."""
        peer = str(session.peer[0]) if session.peer else ""
        try:
            limit("smtp_in", peer, RATE_PER_S, BURST)
            assert isinstance(envelope.content, bytes)
            return_path = (envelope.mail_from or "").strip("<> ")  # the library gives "<>" for a null one
            replies = [to for to in envelope.rcpt_tos if address.token_in(to, self._kit.settings.mail_domain)]
            for recipient in dict.fromkeys(replies or envelope.rcpt_tos[:1]):
                await actions.receive(
                    self._kit, recipient=recipient, return_path=return_path, peer=peer, raw=envelope.content)
        except TooMany:
            return "451 4.7.1 Too much at once. Try again"
        except Exception:
            log.exception("mail.not_kept")
            return LOST
        return "250 2.0.0 Kept"


async def serve(kit: Kit, host: str, port: int) -> asyncio.Server:
    """Listens. Several workers of one machine may share the port."""
    keeper, loop = Keeper(kit), asyncio.get_running_loop()

    def door() -> Door:
        return Door(keeper, data_size_limit=SIZE, hostname=kit.settings.mail_domain, ident="Farol", timeout=SILENCE_S, loop=loop)

    return await loop.create_server(door, host, port, reuse_port=True)

"""What a worker runs for mail: the processes that read and check it, the SMTP and LMTP listeners, and the reading of mailboxes."""

import asyncio

import structlog

from farol.kit.core import Kit

from .doors import lmtp_in, smtp_in
from .doors.watch import Watcher
from .proof.prove import Prover
from .reading.pool import Parsers

log = structlog.get_logger()


class MailIn:
    """The running parts. ``port`` and ``lmtp_port`` are 0 where nothing listens."""

    def __init__(
        self, parsers: Parsers, prover: Prover, watcher: Watcher, smtp: asyncio.Server | None, lmtp: asyncio.Server | None,
    ) -> None:
        self._parsers, self._prover, self._watcher = parsers, prover, watcher
        self._servers = [server for server in (smtp, lmtp) if server]
        self.port: int = smtp.sockets[0].getsockname()[1] if smtp else 0
        self.lmtp_port: int = lmtp.sockets[0].getsockname()[1] if lmtp else 0

    async def stop(self) -> None:
        """Takes no more mail; what was not answered with 250 will be sent again."""
        for server in self._servers:
            server.close()
        await self._watcher.stop()
        await self._parsers.stop()
        await self._prover.stop()


async def start(kit: Kit) -> MailIn:
    """Starts them; parsing is there even without a listener, for mail that waits."""
    parsers, prover, watcher = Parsers(), Prover(kit.settings), Watcher(kit)
    kit.put(parsers)
    kit.put(prover)
    settings, smtp, lmtp = kit.settings, None, None
    if settings.smtp_in_port:
        smtp = await smtp_in.serve(kit, settings.smtp_in_host, settings.smtp_in_port)
        log.info("mail.listening", host=settings.smtp_in_host, port=settings.smtp_in_port)
    if settings.lmtp_in_port:
        lmtp = await smtp_in.serve(kit, settings.smtp_in_host, settings.lmtp_in_port, lmtp_in.LmtpDoor)
        log.info("mail.listening_lmtp", host=settings.smtp_in_host, port=settings.lmtp_in_port)
    watcher.start()
    return MailIn(parsers, prover, watcher, smtp, lmtp)

"""What a worker runs for mail: the processes that read and check it, and the SMTP listener."""

import asyncio

import structlog

from farol.kit.core import Kit

from .doors import smtp_in
from .letters.transport import Lines
from .proof.prove import Prover
from .reading.pool import Parsers

log = structlog.get_logger()


class MailIn:
    """The running parts. ``port`` is 0 when no mail comes in by SMTP."""

    def __init__(self, parsers: Parsers, prover: Prover, lines: Lines, server: asyncio.Server | None) -> None:
        self._parsers, self._prover, self._lines, self._server = parsers, prover, lines, server
        self.port: int = server.sockets[0].getsockname()[1] if server else 0

    async def stop(self) -> None:
        """Takes no more mail; what was not answered with 250 will be sent again."""
        if self._server:
            self._server.close()
        self._lines.close()
        await self._parsers.stop()
        await self._prover.stop()


async def start(kit: Kit) -> MailIn:
    """Starts them; parsing is there even without a listener, for mail that waits."""
    parsers, prover, lines = Parsers(), Prover(kit.settings), Lines()
    kit.put(parsers)
    kit.put(prover)
    kit.put(lines)
    settings, server = kit.settings, None
    if settings.smtp_in_port:
        server = await smtp_in.serve(kit, settings.smtp_in_host, settings.smtp_in_port)
        log.info("mail.listening", host=settings.smtp_in_host, port=settings.smtp_in_port)
    return MailIn(parsers, prover, lines, server)

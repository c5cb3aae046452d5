"""The SMTP server that takes every mail for everybody, so that no demo mail ever leaves the machine."""

import asyncio
import logging

from aiosmtpd.smtp import SMTP, Envelope, Session

from .letters import Letters

logging.getLogger("mail.log").setLevel(logging.ERROR)


class Sink:
    """Keeps one copy in the box of each recipient."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        """Says 250 once the files are written."""
        assert isinstance(envelope.content, bytes)
        for recipient in dict.fromkeys(envelope.rcpt_tos):
            if self._letters.keep(recipient.lower(), "in", envelope.content) is None:
                return "554 5.6.0 Not readable as a mail"
        return "250 2.0.0 Kept"


async def serve(letters: Letters, host: str, port: int) -> asyncio.Server:
    """Listens."""
    loop, sink = asyncio.get_running_loop(), Sink(letters)
    return await loop.create_server(lambda: SMTP(sink, hostname="demo-mailbox", loop=loop), host, port)

"""Which server a mail goes out by: that of the mailbox in its From, where one is connected with a server of its own, else that of the settings."""

from farol.channels.connections import actions as connections
from farol.channels.email.doors import mailbox
from farol.kit.core import Kit

from . import signing, transport
from .transport import Server


async def of(kit: Kit, raw: bytes) -> Server:
    """The server for a mail of ours."""
    sender = signing.address_of(raw)
    for connection in await connections.of_channel(kit, mailbox.KEY) if sender else []:
        own = mailbox.of(connection)
        if own.smtp.host and mailbox.same(sender, own.address):
            return Server(
                own.smtp.host, own.smtp.port, own.smtp.user, own.smtp.password, "none" if own.smtp.tls == "none" else "required", kit.settings.mail_domain)
    return transport.default(kit.settings)


async def domains(kit: Kit) -> tuple[str, ...]:
    """Domains of connected mailboxes, from which we may write."""
    return tuple({mailbox.of(connection).address.rpartition("@")[2] for connection in await connections.of_channel(kit, mailbox.KEY)})

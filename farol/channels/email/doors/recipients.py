"""Who may be written to: the same answer at every door."""

import msgspec

from farol.channels.connections import actions as connections
from farol.channels.email import address, store
from farol.channels.email.model import ADDRESS
from farol.kit.core import Kit

from . import mailbox


class Ours(msgspec.Struct, frozen=True):
    """An address of ours. connection_id: the mailbox it is, None for those of the settings. reply: it stands for one ticket."""

    address: str
    connection_id: int | None = None
    reply: bool = False


async def ours(kit: Kit, recipient: str) -> Ours | None:
    """What of ours a recipient is; None when it is nobody here. A guessed reply address is told the same as a typing mistake."""
    settings = kit.settings
    if not ADDRESS.fullmatch(recipient):
        return None
    if token := address.token_in(recipient, settings.mail_domain):
        there = await store.address(kit.db, address.digest(token)) is not None
        return Ours(recipient.lower(), reply=True) if there else None
    if address.bounced(settings, recipient):
        return Ours(recipient.lower(), reply=True)
    for connection in await connections.of_channel(kit, mailbox.KEY, active=False):
        if mailbox.same(recipient, connection.value("address")):
            return Ours(connection.value("address").lower(), connection.id)
    return Ours(recipient.lower()) if address.is_support(recipient, settings.mail_domain, settings.mail_from) else None

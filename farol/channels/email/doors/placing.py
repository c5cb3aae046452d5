"""Where letters to a mailbox go: to the team that the mailbox names, until their reason is known to be another's."""

import structlog

from farol.channels.connections import actions as connections
from farol.desk.queue import actions as queue
from farol.desk.queue.problems import NotOpen
from farol.desk.queue.telling import After
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.permission import SYSTEM

from . import mailbox, mailbox_store
from .recipients import ours

log = structlog.get_logger()


async def place(kit: Kit, recipient: str, ticket_id: int) -> None:
    """Sends a new ticket to the team of the mailbox it came to, where that names one."""
    found = await ours(kit, recipient)
    connection = await connections.known(kit, found.connection_id) if found and found.connection_id else None
    key = mailbox.of(connection).team if connection else ""
    if not key:
        return
    after = After()
    async with transaction(kit.db) as tx:
        team = await mailbox_store.team(tx, key)
        if team is None:
            log.warning("mailbox.no_such_team", team=key)
            return
        try:
            await queue.send_to_team(tx, SYSTEM, ticket_id, team, after)
        except NotOpen:
            return
    await after.say(kit)


async def is_mailbox(kit: Kit, sender: str) -> bool:
    """Whether somebody writes as one of our connected mailboxes."""
    return any(mailbox.same(sender, each.value("address")) for each in await connections.of_channel(kit, mailbox.KEY, active=False))

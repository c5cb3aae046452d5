"""Where letters to a mailbox go: to the team that the mailbox names, until their reason is known to be another's; with the tags it names."""

import structlog

from farol.channels.connections import actions as connections
from farol.desk.queue import actions as queue
from farol.desk.queue.problems import NotOpen
from farol.desk.queue.telling import After
from farol.desk.tags.actions import ticket as tags
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.permission import SYSTEM
from farol.kit.problem import Problem

from . import mailbox, mailbox_store
from .recipients import ours

log = structlog.get_logger()


async def place(kit: Kit, mail_id: int, recipient: str, ticket_id: int) -> None:
    """Sends a new ticket to the team of the mailbox it came to, and puts that mailbox's tags on it, where it names them."""
    found = await ours(kit, recipient)
    connection = await connections.known(kit, found.connection_id) if found and found.connection_id else None
    if connection is None:
        return
    await mailbox_store.came_to(kit.db, mail_id, connection.id)  # whichever door it came in by
    named = mailbox.of(connection)
    if named.tags:
        await _tag(kit, ticket_id, named.tags)
    if named.team:
        await _send(kit, ticket_id, named.team)


async def _tag(kit: Kit, ticket_id: int, words: tuple[str, ...]) -> None:
    for word in words:  # one that is none, or was retired, keeps the others from nothing
        try:
            await tags.change(kit, SYSTEM, ticket_id, [word])
        except Problem as refusal:
            log.warning("mailbox.tag_refused", code=refusal.code)


async def _send(kit: Kit, ticket_id: int, key: str) -> None:
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


async def authserv(kit: Kit, mail_id: int) -> str:
    """By which name the provider of the mailbox that a mail was fetched from says what it found; empty when nobody set one."""
    id_ = await mailbox_store.came_by(kit.db, mail_id)
    connection = await connections.known(kit, id_) if id_ else None
    return mailbox.of(connection).authserv_id if connection else ""


async def is_mailbox(kit: Kit, sender: str) -> bool:
    """Whether somebody writes as one of our connected mailboxes."""
    return any(mailbox.same(sender, each.value("address")) for each in await connections.of_channel(kit, mailbox.KEY, active=False))

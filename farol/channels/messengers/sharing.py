"""Files that a chat cannot take, or whose reader has nowhere to sign in: a signed link, for a week, counted."""

import hmac
import re
from datetime import timedelta
from uuid import UUID

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.problem import NotFound
from farol.kit.secretbox import sign

from . import sharing_store
from .events import FileFetched
from .people import actor

GOOD_FOR = timedelta(days=7)
MOST_OPENS = 50
"""Platforms and phones look at links by themselves; a link that was passed on ends."""
_FORM = re.compile(r"([1-9][0-9]{0,17})-([0-9a-f]{40})")


async def link_in(kit: Kit, tx: Tx, file_id: UUID, contact_id: int, ticket_id: int, seq: int) -> str:
    """The address of a file of these words for whoever is this contact."""
    id_, until = await sharing_store.add(tx, file_id, contact_id, ticket_id, seq, clock.now() + GOOD_FOR)
    return f"{kit.settings.public_url}/shared/{id_}-{_mark(kit, id_, file_id, contact_id, int(until.timestamp()))}"


async def fetch(kit: Kit, link: str) -> UUID:
    """The file behind a link, counted. Raises NotFound for one that is over, taken back or nobody's."""
    parts = _FORM.fullmatch(link)
    found = await sharing_store.link(kit.db, int(parts[1])) if parts else None
    if parts is None or found is None or not hmac.compare_digest(parts[2], _mark(kit, found.id, found.file_id, found.contact_id, int(found.expires_at.timestamp()))):
        raise NotFound
    async with transaction(kit.db) as tx:
        opened = await sharing_store.opened(tx, found.id, clock.now(), MOST_OPENS)
        if opened is None:
            raise NotFound
        stream = f"chat:{opened.chat_id}"
        seq = await emit(tx, stream, actor(opened.customer_id), FileFetched(str(found.file_id), found.ticket_id, opened.opens))
    await wake(kit.bus, stream, seq)
    return found.file_id


def _mark(kit: Kit, id_: int, file_id: UUID, contact_id: int, until: int) -> str:
    """160 bits that bind the link to file, contact and end."""
    return sign(kit.settings.secret_key, "file link", f"{id_} {file_id} {contact_id} {until}")[:40]

"""Files that go with a mail: read before the mail is written, so that no lock waits for a disk; what is too large is seen in the ticket."""

from uuid import UUID

from farol.core.tickets.model import MessageView
from farol.kit.core import Kit
from farol.kit.files import store as files

from . import out_store
from .letter import File

PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
LARGEST_PICTURE = 1024 * 1024
"""Bytes of a picture that is shown among the words; a larger one is attached."""
MEGA = 1024 * 1024


async def read(kit: Kit, ticket_id: int) -> dict[UUID, File]:
    """The staff's files that were not mailed yet, as many as the limit allows, smallest first lost last."""
    left = kit.settings.mail_attach_mb * MEGA
    found: dict[UUID, File] = {}
    for id_ in await out_store.unmailed_files(kit.db, ticket_id):
        row = await files.file(kit.db, id_)
        if row is None or row.state not in ("ready", "opaque") or row.size > left:
            continue
        data = b"".join([part async for part in kit.files.get(row.key)])
        left -= len(data)
        ready = row.state == "ready"
        cid = f"{row.id.hex}@farol" if ready and row.media_type in PICTURES and len(data) <= LARGEST_PICTURE else ""
        found[id_] = File(row.name, row.media_type if ready else "application/octet-stream", data, cid)
    return found


def of(said: MessageView, known: dict[UUID, File]) -> list[File]:
    """Those of one message that go with the mail."""
    return [known[each.id] for each in said.files if each.id in known] if said.author.kind == "staff" else []

"""Reading pictures, one at a time."""

import msgspec

from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.jobs import enqueue, every_s, job

from . import reading, store, word_actions

MOST_AGAIN = 200


class Picture(msgspec.Struct):
    """A piece whose words are wanted."""

    evidence_id: int


@job("evidence.read", Picture, tries=3)
async def read(kit: Kit, picture: Picture) -> None:
    """Hashes what is kept, reads its words and keeps them. Reading the same picture again changes nothing for the worse."""
    await word_actions.read_words(kit, picture.evidence_id)


@every_s(600, "evidence.unread")
async def unread(kit: Kit) -> None:
    """Pictures that came while no reader was installed are read once there is one."""
    if not reading.installed():
        return
    async with transaction(kit.db) as tx:
        for row in await tx.fetch(store.UNREAD, MOST_AGAIN):
            await tx.execute(store.WAIT, row["id"])
            await enqueue(tx, read, Picture(row["id"]), key=f"evidence:{row['id']}")

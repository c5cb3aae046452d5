"""Pictures for articles: judged and written anew by the same hands as every file that people send."""

from collections.abc import AsyncIterator

from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.files import store as files
from farol.kit.files.intake import receive
from farol.kit.files.kinds import PICTURES
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from .. import image_store, store
from ..events import ImageAdded
from ..image_store import Picture
from ..problems import NotAPicture


async def add_picture(kit: Kit, actor: Actor, article_id: int, name: str, declared: str, body: AsyncIterator[bytes]) -> Picture:
    """Takes a picture in for the article. Raises NotFound, NotAPicture, and what ``receive`` does; then nothing is kept."""
    if await store.described(kit.db, article_id) is None:
        raise NotFound
    row = await receive(kit, actor, name, declared, body)
    if row.state != "ready" or row.media_type not in PICTURES:
        raise NotAPicture  # the row that nothing refers to is swept within a day
    async with transaction(kit.db) as tx:
        await files.keep(tx, [row.id])
        await image_store.add(tx, row.id, article_id)
        seq = await emit(tx, f"article:{article_id}", actor, ImageAdded(str(row.id), row.name))
    await wake(kit.bus, f"article:{article_id}", seq)
    return Picture(row.id, row.name, row.media_type, row.width, row.height)

"""Pictures of articles, at an address of ours that never changes what it shows."""

from uuid import UUID

from farol.kit.core import Kit
from farol.kit.files.serve import open_file
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound
from farol.kit.web import Streamed, get

from . import image_store
from .audience import may_read
from .readers import reader_of

FOR_EVER = 31_536_000


@get("/help/media/{picture_id:uuid}", can=Can.ANYONE)
async def picture(kit: Kit, actor: Actor, picture_id: UUID) -> Streamed:
    """A picture that a published article shows, for whoever may read the article."""
    found = await image_store.audiences(kit.db, picture_id)
    reader = await reader_of(kit.db, actor)
    if not any(may_read(audience, reader) for audience in found):
        raise NotFound
    served = await open_file(kit, picture_id)
    kept = f"{'public' if any(audience.open for audience in found) else 'private'}, max-age={FOR_EVER}, immutable"
    return Streamed(served.parts, served.media_type, served.headers | {"cache-control": kept})


routes = [picture]

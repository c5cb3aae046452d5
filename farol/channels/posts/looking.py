"""Where the answer of a platform was lost somebody looks whether the words stand there; nothing goes there twice by itself."""

from farol.channels.messengers import jobs
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.jobs import enqueue
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

from . import store
from .events import PostLooked
from .problems import PostKnown


async def looked(kit: Kit, actor: Actor, post_id: int, place_id: int, stands: bool) -> None:
    """They stand there, or they go again. Raises NotFound, PostKnown."""
    async with transaction(kit.db) as tx:
        post = await store.locked(tx, post_id)
        if post is None or place_id not in {one.id for one in post.places}:
            raise NotFound
        chat_id = await store.looked(tx, post_id, place_id, stands)
        if chat_id is None:
            raise PostKnown
        if not stands:
            await enqueue(tx, jobs.send, jobs.Send(chat_id))
        seq = await emit(tx, f"post:{post_id}", actor, PostLooked(place_id, stands))
    await wake(kit.bus, f"post:{post_id}", seq)

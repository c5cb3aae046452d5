"""The accepted answer: chosen by the topic's author, or by staff."""

from farol.kit.core import Kit
from farol.kit.db import Tx, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotFound

from .. import store, telling_store
from ..events import AnswerAccepted
from ..problems import NotPossible
from . import levels


async def accept(kit: Kit, actor: Actor, topic_id: int, n: int) -> None:
    """Makes the post of that number the answer, 0: none. The same again changes nothing. Raises NotFound, NotPossible."""
    stream = f"forum:{topic_id}"
    async with transaction(kit.db) as tx:
        topic = await store.locked(tx, topic_id)
        if topic is None or topic.state != "shown" or not _may(actor, topic.customer_id):
            raise NotFound
        if topic.kind != "question" or n == 1:
            raise NotPossible
        if (topic.accepted or 0) == n:
            return
        before = await _author(tx, topic_id, topic.accepted) if topic.accepted else None
        author = await _author(tx, topic_id, n) if n else None
        await tx.execute(store.ACCEPT, topic_id, n or None)
        if author and author != actor.id:
            await telling_store.tell(tx, [author], topic_id, n, "accepted")
        for customer_id in sorted({one for one in (before, author) if one}):
            await levels.refresh(tx, customer_id)
        seq = await emit(tx, stream, actor, AnswerAccepted(n), public=True)
    await wake(kit.bus, stream, seq)


def _may(actor: Actor, author: int | None) -> bool:
    return actor.may(Can.COMMUNITY_ANSWER) if actor.kind == "staff" else actor.kind == "customer" and author == actor.id


async def _author(tx: Tx, topic_id: int, n: int) -> int | None:
    """Who wrote the shown post, None for staff. Raises NotFound when there is none."""
    row = await tx.fetchrow(store.SHOWN_POST, topic_id, n)
    if row is None:
        raise NotFound
    author: int | None = row["customer_id"]
    return author

"""Who hears of a new post and of what becomes of an idea."""

from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.jobs import enqueue
from farol.kit.reactions import reaction

from . import jobs, telling_store
from .events import IdeaMoved, MemberSilenced, PostShown, TopicRuled


@reaction("forum_tell", PostShown)
async def tell_followers(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Whoever follows a topic is told of a reply, but not its author."""
    shown = event.event()
    assert isinstance(shown, PostShown)
    if shown.n == 1:
        return
    author = await tx.fetchval(telling_store.AUTHOR, event.id, shown.n)
    await telling_store.tell_followers(tx, event.id, shown.n, "", author)
    await _mail(tx, event)


@reaction("forum_tell_voters", IdeaMoved)
async def tell_voters(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Whoever voted for an idea hears what becomes of it."""
    moved = event.event()
    assert isinstance(moved, IdeaMoved)
    if moved.status != "open":
        await telling_store.tell_voters(tx, event.id, moved.status)
        await _mail(tx, event)


@reaction("forum_tell_member", TopicRuled, MemberSilenced)
async def tell_member(kit: Kit, tx: Tx, event: Recorded) -> None:
    """What was told with the decision goes by mail too."""
    await _mail(tx, event)


async def _mail(tx: Tx, event: Recorded) -> None:
    await enqueue(tx, jobs.mail, jobs.Due(), key=f"forum.mail:{event.stream}:{event.seq}")

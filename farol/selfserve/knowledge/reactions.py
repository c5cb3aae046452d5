"""What follows from replies and from publishing: labels, and the memory of translations."""

import re

from farol.core.tickets.events import MessagePosted
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.reactions import reaction

from . import desk_store, memory_store, store
from .events import ArticlePublished
from .memory import pairs

_LINK = re.compile(r"/help/([a-z]{2,3})/a/([a-z0-9]+(?:-[a-z0-9]+)*)")
MOST_LINKS = 10


@reaction("knowledge_links", MessagePosted)
async def linked(kit: Kit, tx: Tx, event: Recorded) -> None:
    """A reply of a member of staff that leads to an article says what the article is good for."""
    said = event.event()
    if not isinstance(said, MessagePosted) or not said.answer:
        return
    found = {(match[2], match[1]) for match in _LINK.finditer(await desk_store.said(tx, event.id, event.seq))}
    if found:
        await desk_store.link(tx, event.id, event.seq, said.author_id, sorted(found)[:MOST_LINKS])


@reaction("knowledge_memory", ArticlePublished)
async def remember(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Two languages that say the same give the memory their paragraphs; while one is behind, they do not say the same."""
    versions = {one.language: one for one in await store.published(tx, event.id)}
    new = versions.get(event.body["language"])
    if new is None or new.version != event.body["version"]:
        return
    behind = await store.stale(tx, event.id)
    for other in versions.values():
        if other.language != new.language and not {new.language, other.language} & behind:
            await memory_store.keep(tx, event.id, other.language, new.language, pairs(other, new))

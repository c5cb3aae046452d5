"""Whether a text may stay: its own rules, and what it refers to."""

from farol.kit.core import Kit
from farol.kit.db import Reads, Tx

from .. import draft_store, image_store, markdown, model, topic_store
from ..faults import Fault, listed
from ..model import Draft, Text
from ..problems import ArticleRefused

AT_ONCE = frozenset({"too_long", "nul", "slug", "language", "topic", "live", "live_filter"})
"""What is refused already when a draft is saved; the rest is told, and refused when it is to be published."""


async def judged(db: Reads, kit: Kit, article_id: int, text: Text | Draft) -> list[Fault]:
    """Everything to mend before the text can be published."""
    found = model.faults(text)
    if any(fault.code in ("too_long", "nul") for fault in found):
        return found
    images = await image_store.known(db, article_id, markdown.pictures(text.body))
    found += markdown.faults(text.body, images, kit.settings.video_hosts)
    if isinstance(text, Text):
        found += [Fault("related", slug) for slug in await draft_store.missing(db, list(text.related))]
    return found


async def kept(tx: Tx, kit: Kit, article_id: int, text: Text) -> list[Fault]:
    """What is still to mend in a draft that may be saved. Raises ArticleRefused where it may not."""
    found = await judged(tx, kit, article_id, text)
    if wrong := [fault for fault in found if fault.code in AT_ONCE]:
        raise ArticleRefused(errors=listed(wrong))
    return found


async def sound(tx: Tx, kit: Kit, article_id: int, category: str, text: Text | Draft) -> None:
    """Raises ArticleRefused unless the text can be published under the topic."""
    found = await judged(tx, kit, article_id, text)
    if not await topic_store.known(tx, category):
        found.append(Fault("topic", category[:60]))
    if found:
        raise ArticleRefused(errors=listed(found))

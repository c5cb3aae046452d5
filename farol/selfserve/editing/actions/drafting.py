"""Beginning an article with what staff answered."""

from farol.core.tickets.visibility import viewer
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit, wake
from farol.kit.i18n import lang_of
from farol.kit.permission import Actor
from farol.selfserve.knowledge import actions as knowledge

from .. import drafting, store
from ..drafting import Made
from ..events import DraftMade
from ..model import Begun
from ..problems import NoAnswers
from .stream import STREAM

FIRST_REVISION = 1
"""Of the empty draft that an article begins with."""


async def make_draft(kit: Kit, actor: Actor, begun: Begun, tickets: list[int]) -> tuple[int, Made]:
    """An article with a draft made of the tickets' answers, for an editor to work on; it is never published by itself.

    Only resolved tickets in the article's language that the actor may see are read. Raises NoAnswers where none is left, and what
    beginning an article raises.
    """
    language = lang_of(begun.language)
    rows = [row for row in await store.answered(kit.db, viewer(actor), tickets) if row.answers and lang_of(row.language) == language]
    if not rows:
        raise NoAnswers
    made = drafting.draft(begun.title, rows, language)
    article_id = await knowledge.open_article(kit, actor, begun.slug, begun.category, begun.language, begun.title)
    await knowledge.write(kit, actor, article_id, begun.language, FIRST_REVISION, made.text)
    read = [row.id for row in rows]
    async with transaction(kit.db) as tx:
        await store.keep_sources(tx, article_id, read, actor.id)
        seq = await emit(tx, STREAM, actor, DraftMade(article_id, begun.language, read))
    await wake(kit.bus, STREAM, seq)
    return article_id, made

"""What follows from changes of an article: a trial of its titles that no longer makes sense ends."""

from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.permission import Actor
from farol.kit.reactions import reaction
from farol.selfserve.knowledge.audience import Audience
from farol.selfserve.knowledge.events import ArticleDescribed, ArticlePublished, ArticleRetired

from . import actions


@reaction("titles_end", ArticlePublished, ArticleRetired, ArticleDescribed)
async def end(kit: Kit, tx: Tx, event: Recorded) -> None:
    """The title is another one, the article is archived, or it is not for everybody any more."""
    kind, _, number = event.actor.partition(":")
    by, said = Actor(kind, int(number), frozenset()), event.event()
    if isinstance(said, ArticleRetired):
        await actions.follow(tx, by, event.id, retired=True)
    elif isinstance(said, ArticleDescribed):
        await actions.follow(tx, by, event.id, audience=Audience(said.audience, said.tier, tuple(said.entities)))  # type: ignore[arg-type]
    elif isinstance(said, ArticlePublished):
        await actions.follow(tx, by, event.id, language=said.language)

"""What follows from publishing: every test question is asked again."""

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.jobs import enqueue
from farol.kit.reactions import reaction
from farol.selfserve.knowledge.events import ArticleBrought, ArticlePublished, ArticleRetired
from farol.selfserve.retrieval.events import SynonymsReset, SynonymsSaved

from . import jobs
from .jobs import Published

TOGETHER_S = 3.0
"""What is published within this time is asked about once."""


@reaction("editing_questions", ArticlePublished, ArticleRetired, ArticleBrought, SynonymsSaved, SynonymsReset)
async def asked_again(kit: Kit, tx: Tx, event: Recorded) -> None:
    """One job for all that is published together."""
    kind, _, number = event.actor.partition(":")
    by = int(number) if kind == "staff" else 0
    # The time is part of the key: a job that is running already may have asked before this was out.
    key = f"editing.questions:{int(clock.now().timestamp() / TOGETHER_S)}"
    await enqueue(tx, jobs.ask, Published(by), delay_s=TOGETHER_S, key=key)

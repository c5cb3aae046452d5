"""What a brief keeps from the log, so that "what changed since" is read by time."""

from farol.desk.escalation.events import LadderRemoved, LadderSaved
from farol.desk.macros.events import MacroRemoved, MacroSaved
from farol.desk.sla.events import PolicyRemoved, PolicySaved
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.events import Recorded
from farol.kit.permission import SYSTEM
from farol.kit.reactions import reaction
from farol.selfserve.knowledge.events import ArticlePublished

from . import store

KINDS = {
    ArticlePublished.kind: "article.saved", MacroSaved.kind: "macro.saved", MacroRemoved.kind: "macro.removed",
    PolicySaved.kind: "policy.saved", PolicyRemoved.kind: "policy.removed", LadderSaved.kind: "ladder.saved",
    LadderRemoved.kind: "ladder.removed",
}


@reaction("brief_keep", ArticlePublished, MacroSaved, MacroRemoved, PolicySaved, PolicyRemoved, LadderSaved, LadderRemoved)
async def keep(kit: Kit, tx: Tx, event: Recorded) -> None:
    """Something in how the desk works is new; what the product itself brings at its first start is not."""
    if event.actor == SYSTEM.ref:
        return
    body = event.body
    plain = body.get("name") or body.get("slug") or ""
    title = f"{body.get('name_zh', plain)}\n{body.get('name_en', plain)}"
    await tx.execute(store.CHANGE, event.stream, event.seq, KINDS[event.kind], title, event.actor, event.at)

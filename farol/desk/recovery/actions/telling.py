"""A recovery moves: its row, its timeline, the ticket's log, and what the customer reads there. The job stands beside its verb."""

from uuid import NAMESPACE_OID, uuid5

import msgspec

from farol.core.exchange.shapes import Text
from farol.core.notices.actions import notify
from farol.core.tickets import actions as tickets
from farol.desk.guard.never import never
from farol.desk.recovery import store
from farol.desk.recovery.events import RecoveryMovedOn
from farol.desk.recovery.model import Quote, Recovery
from farol.desk.recovery.words import LETTERS, NOTHING, days
from farol.desk.threads.telling import After, note
from farol.kit.core import Kit
from farol.kit.db import Tx
from farol.kit.jobs import enqueue, job
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import Problem
from farol.trust.proposals import store as proposals

FRAME = "recoveries"
RISK = frozenset({"security", "compliance"})


async def move(
    tx: Tx, actor: Actor, found: Recovery, before: tuple[str, ...], state: str, after: After, *, why: str = "", said: Text = NOTHING,
    words: str = "", letter: str = "", quote: Quote | None = None,
) -> bool:  # fmt: skip
    """To another state, if it still is in one of those. letter: a key of ``LETTERS`` that is said in the ticket. words: for staff."""
    if not await store.move(tx, found.id, before, state, actor.ref, why=why, zh=said.zh, en=said.en, words=words):
        return False
    await note(tx, actor, found.ticket_id, RecoveryMovedOn(found.id, state, why), after)
    if letter:
        await tell(tx, found.id, letter, said, quote or found.quote)
    return True


async def tell(tx: Tx, recovery_id: int, letter: str, said: Text = NOTHING, quote: Quote | None = None) -> None:
    """Queues what is said in the ticket."""
    long = days(quote) if quote else NOTHING
    sums = quote.arithmetic if quote else NOTHING
    text = LETTERS[letter]
    zh = text.zh.format(why=said.zh, arithmetic=sums.zh, days=long.zh)
    en = text.en.format(why=said.en, arithmetic=sums.en, days=long.en)
    seq = await tx.fetchval(store.LAST_STEP, recovery_id)
    await enqueue(tx, say, Told(recovery_id, f"{letter}:{seq}", zh, en), key=f"recovery:{recovery_id}:{letter}:{seq}")


async def tell_risk(tx: Tx, found: Recovery) -> None:
    """Those who decide about what stands in another account hear of it. Whose account is known to nobody here."""
    people = await proposals.checkers(tx, RISK)
    title = {"en": f"A wrong deposit for risk · {found.number}", "zh": f"错充待风控核查 · {found.number}"}
    await notify(tx, [one.id for one in people], "escalation.recovery", ticket_id=found.ticket_id, title=title, key=f"recovery:{found.id}:risk")


class Told(msgspec.Struct, frozen=True):
    """key: what is said, once. zh, en: in both languages, without closing full stops."""

    recovery_id: int
    key: str
    zh: str
    en: str


@job("recovery.say", Told)
async def say(kit: Kit, told: Told) -> None:
    """A message of the system in the ticket. What would ask for something that support never asks for is not said at all."""
    found = await store.recovery(kit.db, told.recovery_id)
    if found is None:
        return
    words = f"{told.zh}。" if found.language.startswith("zh") else f"{told.en}."
    if any(never(words)):
        raise ValueError(f"recovery {found.id} would ask for what support never asks for: {told.key}")
    try:
        await tickets.post_message(
            kit, SYSTEM, found.ticket_id, client_id=uuid5(NAMESPACE_OID, f"farol:recovery:{found.id}:{told.key}"), body=words, channel="webchat")
    except Problem:  # closed or merged meanwhile: nobody reads it here any more
        return

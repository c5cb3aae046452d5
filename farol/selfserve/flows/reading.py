"""What the exchange says for a flow: the customer's own things, asked for with their own identity, and only what the reason needs."""

from farol.core.exchange.model import Why
from farol.desk.triage.looking import hear
from farol.desk.triage.looking import look as look_at
from farol.desk.triage.model import GENERAL, Seen, family_of
from farol.kit import clock
from farol.kit.core import Kit
from farol.trust.identity.actions.standing import level_of
from farol.trust.identity.model import Level

from . import store
from .script import SILENT, families, flows

MOST_MESSAGES = 5
PURPOSE = "customer.assistant"


def reads_of(reason: str) -> frozenset[str]:
    """Fields of ``Seen`` that a turn of this reason may look at. The general reason of a family also needs those of what it may turn out
    to be; a reason that is silent, or that nobody wrote a flow for, needs nothing."""
    flow = flows().get(reason)
    if flow is None or reason in SILENT:
        return frozenset()
    vague = families()[family_of(reason)].vague
    others = [one.to.removeprefix("reason:") for one in vague.choices] if vague and GENERAL[family_of(reason)] == reason else []
    return frozenset(read for code in (reason, *others) if code in flows() for read in flows()[code].reads)


async def look(kit: Kit, ticket_id: int, uid: str | None, reason: str) -> Seen | None:
    """What is so for the customer with that uid, whose session at the exchange stands behind their last words in that ticket.

    None for a visitor, for words that came by mail or from a session that has ended, and for a ticket that is somebody else's: then
    nothing was asked. Never raises for the exchange's sake: ``missing`` says what it did not answer.
    """
    if not uid:
        return None
    own = await store.own(kit.db, ticket_id, uid, MOST_MESSAGES)
    if own is None or await level_of(kit, kit.db, own.customer_id, ticket_id) < Level.SIGNED_IN:
        return None
    only = reads_of(reason)
    if not only:
        return Seen(clock.now(), own.time_zone)
    why = Why(own.number, PURPOSE, f"customer:{own.customer_id}")
    return await look_at(kit, why, uid, hear(own.texts, own.about), own.time_zone, only=only, judged=False)

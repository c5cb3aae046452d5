"""What the exchange says for a flow: the customer's own things, asked for with their own identity, and only what the reason needs."""

from typing import Any

from farol.core.exchange.model import Why
from farol.desk.triage.actions import reader_of
from farol.desk.triage.deciding import decide
from farol.desk.triage.looking import hear
from farol.desk.triage.looking import look as look_at
from farol.desk.triage.model import GENERAL, Seen, family_of
from farol.kit import clock
from farol.kit.core import Kit
from farol.trust.identity.actions.standing import level_of
from farol.trust.identity.model import Level

from . import store
from .discreet import discreet
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
    own = await _own(kit, ticket_id, uid)
    if own is None or not uid:
        return None
    only = reads_of(reason)
    if not only:
        return Seen(clock.now(), own.time_zone)
    why = Why(own.number, PURPOSE, f"customer:{own.customer_id}")
    return await look_at(kit, why, uid, hear(own.texts, own.about), own.time_zone, only=only, judged=False)


async def reason(kit: Kit, ticket_id: int, uid: str | None, words: list[str], about: dict[str, Any] | None) -> str:
    """What the words are about where the account's state says more than they do; empty where only words would decide.

    Decided over what its owner may know and nothing else, so that a review that may not be explained changes no answer. Nothing is asked
    for somebody whose own session does not stand behind the words: which way they are led would tell of the account.
    """
    own = await _own(kit, ticket_id, uid)
    if own is None or not uid:
        return ""
    said = hear(words, about)
    seen = await look_at(kit, Why(own.number, PURPOSE, f"customer:{own.customer_id}"), uid, said, own.time_zone, judged=False)
    decision = decide(said, reader_of(kit).read(said.text), discreet(seen))
    return decision.reason if decision.basis in ("pointed", "state", "not_me") else ""


async def _own(kit: Kit, ticket_id: int, uid: str | None) -> store.Own | None:
    own = await store.own(kit.db, ticket_id, uid, MOST_MESSAGES) if uid else None
    if own is None or await level_of(kit, kit.db, own.customer_id, ticket_id) < Level.SIGNED_IN:
        return None
    return own

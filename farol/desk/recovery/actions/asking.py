"""An owner asks whether a deposit can be brought back, and then for it."""

from uuid import UUID, uuid5

import msgspec

from farol.core.exchange import ExchangeDown, ExchangeRefused
from farol.core.exchange.mask import short
from farol.core.exchange.model import Why
from farol.core.exchange.reads import plain
from farol.core.tickets import actions as tickets
from farol.core.tickets.model import Change
from farol.core.tickets.store import TicketRow
from farol.desk.recovery import asking, rule_store, store
from farol.desk.recovery.events import RecoveryAsked
from farol.desk.recovery.judging import judge
from farol.desk.recovery.model import Facts, Judged, Recovery
from farol.desk.recovery.problems import AccountNeeded, NotAnId
from farol.desk.recovery.words import DOWN, KINDS
from farol.desk.threads.telling import After, note
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.permission import SYSTEM, Actor
from farol.kit.problem import NotFound
from farol.trust.identity import store as identity

from .telling import tell_risk

REASONS = {
    "wrong_network": "dep.wrong_network_token", "unlisted_token": "dep.wrong_network_token", "contract_address": "dep.wrong_network_token",
    "expired_address": "dep.wrong_address", "hot_wallet": "dep.wrong_address", "not_ours": "dep.wrong_address", "below_minimum": "dep.below_minimum",
}
"""The contact reason of each mistake; any other is a missing memo."""


class Sent(msgspec.Struct, frozen=True):
    """What the owner gives. network: empty to look on all that fit. ticket: their own one that it belongs to. language: of the page.

    client_id: made when the page was, so that the same form asks once.
    """

    client_id: UUID
    txid: str
    network: str
    language: str
    ticket: TicketRow | None = None


async def own_uid(kit: Kit, actor: Actor) -> str:
    """The account that the exchange vouched for in this session. Raises AccountNeeded."""
    uid = await identity.signed_in_uid(kit.db, actor.session) if actor.kind == "customer" else None
    if not uid:
        raise AccountNeeded
    return uid


async def look(kit: Kit, actor: Actor, txid: str, network: str) -> tuple[Facts, Judged]:
    """The verdict before anybody asks for anything; nothing is written. Raises what ``asking.ask`` does, AccountNeeded."""
    facts = await asking.ask(kit, Why("self", "recovery.look", actor.ref), await own_uid(kit, actor), _txid(txid), network)
    return facts, judge(facts, await rule_store.newest(kit.db), clock.now())


async def ask(kit: Kit, actor: Actor, sent: Sent) -> Recovery:
    """The request, with its ticket; where the exchange is down it waits for a price. The same form, or the same transaction while one is
    under way, asks once. Raises NotAnId, NothingThere, NothingWrong, AccountNeeded, ExchangeRefused.
    """
    uid, txid = await own_uid(kit, actor), _txid(sent.txid)
    known = await store.first(kit.db, store.BY_CLIENT_ID, actor.id, sent.client_id)
    if known is not None:
        return known
    try:
        facts, judged = await look(kit, actor, txid, sent.network)
    except ExchangeDown:
        facts = Facts("other", asking.networks_of(txid, sent.network)[0], "", "0")
        judged = Judged("asked", why="down", words=DOWN)
    under_way = await store.first(kit.db, store.UNDER_WAY, actor.id, facts.network, txid)
    if under_way is not None:
        return under_way
    ticket_id = await _ticket(kit, actor, sent, facts, txid)
    after = After()
    async with transaction(kit.db) as tx:
        id_ = await store.add(tx, sent.client_id, ticket_id, actor.id, uid, txid, facts, judged)
        if id_ is not None:
            await tx.execute(store.STEP, id_, judged.state, judged.why, "", actor.ref)
            await note(tx, actor, ticket_id, RecoveryAsked(id_, facts.kind, judged.state), after)
            found = await store.recovery(tx, id_)
            if found and judged.risk:
                await tell_risk(tx, found)
    await after.say(kit)
    found = await store.first(kit.db, store.BY_CLIENT_ID, actor.id, sent.client_id) or await store.first(
        kit.db, store.UNDER_WAY, actor.id, facts.network, txid)
    if found is None:
        raise NotFound
    return found


async def _ticket(kit: Kit, actor: Actor, sent: Sent, facts: Facts, txid: str) -> int:
    """The owner's ticket that it belongs to, or a new one with the reason the mistake is."""
    if sent.ticket is not None and sent.ticket.status != "closed":
        return sent.ticket.id
    kind = KINDS[facts.kind]
    what = f"{facts.amount} {facts.coin} " if facts.coin else ""
    subject = f"找回 {what}{kind.zh} {short(txid)}" if sent.language.startswith("zh") else f"Recovery: {what}{kind.en} {short(txid)}"
    body = f"{subject}\n{facts.network} {txid}"
    opened = await tickets.open_ticket(
        kit, actor, client_id=uuid5(sent.client_id, "ticket"), body=body, channel="portal", language=sent.language, subject=subject)
    async with transaction(kit.db) as tx:
        seq, _ = await tickets.change_in(tx, SYSTEM, opened.id, Change(reason=REASONS.get(facts.kind, "dep.missing_memo")))
    after = After()
    after.woke(f"ticket:{opened.id}", seq)
    await after.say(kit)
    return opened.id


def _txid(typed: str) -> str:
    """As it was copied, without what only looks empty. Raises NotAnId."""
    try:
        found = plain(typed)
    except ExchangeRefused:
        raise NotAnId from None
    if len(found) > 200:
        raise NotAnId
    return found

"""What the exchange says of a transaction that went wrong: traced on every network its id fits, with the owner's own books beside."""

import asyncio
from decimal import Decimal

from farol.core import chains
from farol.core.exchange import CoreLink, ExchangeDown, ExchangeRefused
from farol.core.exchange.model import CoreTrace, Deposit, Why
from farol.core.exchange.states import DepositState, FoundAs, TxStatus
from farol.kit.core import Kit
from farol.trust.proposals.limits import worth

from .model import Facts, Mistake, Verdict
from .problems import NotAnId, NothingThere, NothingWrong
from .words import FINE

REASONS: dict[str, Mistake] = {
    "missing_memo": "missing_memo", "wrong_memo": "missing_memo", "wrong_network": "wrong_network", "unlisted_coin": "unlisted_token",
    "contract_address": "contract_address", "hot_wallet": "hot_wallet", "expired_address": "expired_address", "below_minimum": "below_minimum",
}
"""The exchange's word for what is wrong."""
OF_FOUND: dict[FoundAs, Mistake] = {
    FoundAs.UNATTRIBUTED: "missing_memo", FoundAs.UNSUPPORTED: "unlisted_token", FoundAs.OTHER_USER: "foreign_memo", FoundAs.NOT_OURS: "not_ours"}
"""What is wrong where it gives no word."""
ORDER = (FoundAs.OURS, FoundAs.UNATTRIBUTED, FoundAs.UNSUPPORTED, FoundAs.OTHER_USER, FoundAs.NOT_OURS)
SETTLED = {DepositState.AVAILABLE: "available", DepositState.CREDITED_LOCKED: "available", DepositState.HELD: "held",
           DepositState.DETECTED: "moving", DepositState.CONFIRMING: "moving", DepositState.RETURNED: "returned"}


def networks_of(txid: str, network: str) -> list[str]:
    """Where to ask. network: the one that was named, empty for none. Raises NotAnId."""
    found = chains.candidates(txid)
    chosen = [one for one in found if not network or one == network]
    if not chosen:
        raise NotAnId
    return list(chosen)


async def ask(kit: Kit, why: Why, uid: str, txid: str, network: str) -> Facts:
    """Raises NotAnId, NothingThere, NothingWrong, ExchangeDown, ExchangeRefused."""
    link, asked = kit.get(CoreLink), networks_of(txid, network)
    answers = await asyncio.gather(*(link.trace(why, txid, one, uid) for one in asked), return_exceptions=True)
    known = [(one, found) for one, found in zip(asked, answers, strict=True) if isinstance(found, CoreTrace) and found.found in ORDER]
    if not known:
        down = next((one for one in answers if isinstance(one, ExchangeDown)), None)
        if down:
            raise down
        raise NothingThere(networks=", ".join(asked))
    where, trace = min(known, key=lambda pair: ORDER.index(pair[1].found))
    return await _facts(link, why, uid, txid, where, trace)


async def _facts(link: CoreLink, why: Why, uid: str, txid: str, network: str, trace: CoreTrace) -> Facts:
    if trace.tx_status is TxStatus.FAILED:
        raise NothingWrong(zh=FINE["failed"].zh, en=FINE["failed"].en)
    kind: Mistake = REASONS.get(trace.reason) or OF_FOUND.get(trace.found, "other")
    if trace.found is FoundAs.OTHER_USER:
        # Of somebody else's deposit nothing is kept but that there is one.
        return Facts("foreign_memo", network, "", "0")
    if trace.found is FoundAs.OURS and kind == "other":
        fine = FINE[SETTLED.get(trace.state, "moving")]
        raise NothingWrong(zh=fine.zh, en=fine.en)
    coin, amount = trace.coin, trace.amount or "0"
    booked = await _booked(link, why, uid, txid)
    supported, fee = await _published(link, why, coin, network)
    return Facts(
        kind, network, coin, amount.removeprefix("-"), trace.deposit_id or (booked.deposit_id if booked else ""), supported, fee,
        _usd(coin, amount, booked), booked.created_at if booked else None,
        # Where the coins lie in an account of the customer's already, attributing them is enough.
        trace.found is FoundAs.UNATTRIBUTED, _verdict(trace))


def _verdict(trace: CoreTrace) -> Verdict | None:
    """The first that is possible; where none is, the first that says why not."""
    options = trace.eligible_recovery
    best = next((one for one in options if one.eligible), options[0] if options else None)
    if best is None:
        return None
    fee = None if best.fee is None or best.fee.startswith("-") else best.fee
    return Verdict(best.kind, best.eligible, fee, best.fee_coin, best.eta_days or None, best.why_not)


async def _booked(link: CoreLink, why: Why, uid: str, txid: str) -> Deposit | None:
    try:
        found = await link.deposits(why, uid, txid=txid)
    except ExchangeRefused:
        return None
    return next((one for one in found if one.txid.lower() == txid.lower()), None)


async def _published(link: CoreLink, why: Why, coin: str, network: str) -> tuple[bool, str | None]:
    """Whether the coin is supported on that network, and its withdrawal fee there."""
    try:
        found = next((one for one in await link.networks(why) if (one.coin, one.network) == (coin, network)), None)
    except ExchangeRefused:
        return False, None
    return found is not None, found.withdraw_fee if found else None


def _usd(coin: str, amount: str, booked: Deposit | None) -> Decimal | None:
    """Worth: at par for coins held to the dollar, else what the exchange said it was worth when it came in."""
    par = worth(coin, amount)
    if par is not None:
        return par
    said = booked.fiat_est if booked else None
    return Decimal(said.amount) if said and said.amount and said.currency in ("USD", "USDT") else None

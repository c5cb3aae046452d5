"""What the exchange says that speaks for the ticket's reason, read as triage reads it: a payment, an order, an identity check."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from farol.core import chains
from farol.core.exchange.model import Why
from farol.core.exchange.reasons import TRIGGERS
from farol.core.exchange.states import WithdrawalState
from farol.desk.triage.looking import hear, look
from farol.desk.triage.model import Fact, Seen
from farol.desk.triage.rules import RULES
from farol.desk.triage.rules.security import FAILED
from farol.kit.core import Kit
from farol.kit.permission import Actor

from .model import Said

READS: dict[str, frozenset[str]] = {
    prefix: frozenset(reads.split())
    for prefix, reads in {
        "dep": "deposits", "dep.suspended": "deposits networks", "wd": "withdrawals", "wd.security_hold": "withdrawals security",
        "wd.suspended": "withdrawals networks", "sec.account_stolen": "withdrawals security", "sec.restricted": "user security",
        "sec.2fa_reset": "sessions", "sec.contact_change": "sessions", "sec.freeze_unfreeze": "user security",
        "acc.login": "security sessions", "acc.kyc": "kyc", "acc.close_privacy": "user", "trd.order": "orders",
        "trd.liquidation": "liquidations", "trd.system_loss": "orders incidents", "trd.api": "api_keys", "p2p": "p2p",
        "p2p.card_frozen": "p2p security", "fiat": "fiat", "fee": "tier", "prod.swap_delist": "balances networks",
        "scam": "withdrawals",
    }.items()
}  # fmt: skip
"""Beginning of a reason to what its rule looks at: fields of ``Seen``. The longest that fits counts; reasons without one are quiet."""
MOST_FACTS = 3
FACTORS, CONTACTS = {"totp": "app", "2fa": "app", "passkey": "key"}, {"sms": "phone", "email": "mail"}
"""By the last word of a sign-in's method: the choice of the slot."""
CODES = ("reason", "substate", "reject_code", "last_error", "state", "status")
NEAR = 0.2
"""Facts that speak nearly as strongly as the strongest are about what may be meant too."""


class State(NamedTuple):
    """facts: the strongest first. codes: reasons and substates of the things they are about, as the exchange writes them.
    told: slots the exchange fills, where it is clear which thing is meant. stoppable: a withdrawal among them can still be cancelled."""

    facts: list[Fact] = []
    codes: list[str] = []
    told: list[tuple[str, Said]] = []
    stoppable: bool = False


QUIET = State()


def reads_of(reason: str | None) -> frozenset[str]:
    """What a reason's facts are read from; empty for a reason that only words tell."""
    fits = [prefix for prefix in READS if (reason or "").startswith(prefix)]
    return READS[max(fits, key=len)] if fits else frozenset()


async def state(kit: Kit, actor: Actor, number: str, reason: str | None, uid: str | None, zone: str, texts: list[str]) -> State:
    """Asks the exchange only what the reason needs; whatever it does not answer is left out."""
    only = reads_of(reason)
    if not uid or not only or reason not in RULES:
        return QUIET
    said = hear(texts)
    seen = await look(kit, Why(number, "ticket.view", actor.ref), uid, said, zone, only=only)
    facts = sorted(RULES[reason].run(seen, said), key=lambda one: -one.strength)
    refs = {one.ref for one in facts if one.strength >= facts[0].strength - NEAR}
    things = list(_things(seen, refs))
    codes = [str(getattr(thing, name, "") or "") for _, thing in things for name in CODES]
    codes += seen.kyc.reject_codes if seen.kyc else []
    told = _told(*things[0]) if len(things) == 1 else []
    stoppable = any(getattr(thing, "cancellable", False) for _, thing in things)
    return State(facts[:MOST_FACTS], [code for code in codes if code], [*told, *_of_account(seen, facts)], stoppable)


def _things(seen: Seen, refs: set[str]) -> Iterator[tuple[str, Any]]:
    every = (
        ("deposit", seen.deposits, "deposit_id"), ("withdrawal", seen.withdrawals, "withdrawal_id"), ("order", seen.orders, "order_id"),
        ("liquidation", seen.liquidations, "liquidation_id"), ("p2p_order", seen.p2p, "p2p_order_id"), ("fiat", seen.fiat, "fiat_id"),
        ("api_key", seen.api_keys, "key_prefix"),
    )  # fmt: skip
    for kind, listed, name in every:
        yield from ((kind, one) for one in listed if getattr(one, name) in refs)


def _told(kind: str, thing: Any) -> list[tuple[str, Said]]:
    at = getattr(thing, "at", None) or getattr(thing, "created_at", None)
    time = f"{at:%Y-%m-%d %H:%M} UTC" if at else None
    if kind in ("deposit", "withdrawal"):
        known = chains.network(thing.network)
        values = {"amount": _amount(thing.amount, thing.coin), "coin": thing.coin, "network": known.code if known else thing.network,
                  "txid": thing.txid, "time": time, "address": thing.address}  # fmt: skip
        if kind == "deposit":
            return _said(f"{kind}:{thing.deposit_id}", at, **values)
        bad = thing.reason if thing.state in (WithdrawalState.FAILED, WithdrawalState.REJECTED) else None
        return _said(f"{kind}:{thing.withdrawal_id}", at, **values, withdrawal_id=thing.withdrawal_id, error_code=bad)
    if kind == "p2p_order":
        return _said(f"{kind}:{thing.p2p_order_id}", at, p2p_order_id=thing.p2p_order_id)
    if kind == "order":
        return _said(f"{kind}:{thing.order_id}", at, order_id=thing.order_id, symbol=_pair(thing.symbol), time=time, error_text=thing.reject_code)
    if kind == "liquidation":
        return _said(f"{kind}:{thing.liquidation_id}", at, symbol=_pair(thing.symbol), time=time)
    if kind == "fiat":
        amount = _amount(thing.amount, thing.currency) if thing.amount else None
        return _said(f"{kind}:{thing.fiat_id}", at, method=thing.rail, amount=amount, currency=thing.currency, time=time)
    return _said(f"{kind}:{thing.key_prefix}", None, error_code=thing.last_error)


def _of_account(seen: Seen, facts: list[Fact]) -> list[tuple[str, Said]]:
    """Slots about the account itself: the identity check, what started a limit, which factor sign-ins stop at, a coin that leaves."""
    found: list[tuple[str, Said]] = []
    if seen.kyc:
        found += _said("kyc", None, level=seen.kyc.level)
        found += [pair for code in seen.kyc.reject_codes for pair in _said("kyc", None, reject_code=code)]
    refs = {one.ref for one in facts if one.code == "hold.security_change"}
    for hold in (seen.security.holds if seen.security else []):
        if hold.hold_id in refs and hold.started_at and (changed := TRIGGERS.get(hold.trigger)):
            found += _said(f"hold:{hold.hold_id}", hold.started_at, action=f"{changed.zh} / {changed.en}", time=f"{hold.started_at:%Y-%m-%d %H:%M} UTC")
    codes = {one.code for one in facts}
    methods = {one.method.rpartition("_")[2] for one in seen.sessions if one.result in FAILED}
    if "sign_in.second_step" in codes and len(factors := {FACTORS[one] for one in methods if one in FACTORS}) == 1:
        found += _said("sessions", None, which_factor=factors.pop())
    if "sign_in.contact" in codes and len(contacts := {CONTACTS[one] for one in methods if one in CONTACTS}) == 1:
        found += _said("sessions", None, which_contact=contacts.pop())
    return found + [pair for one in facts if one.code == "coin.leaving" for pair in _said("balance", None, coin=one.ref)]


def _amount(amount: Any, coin: str) -> dict[str, str]:
    return {"amount": str(amount), "coin": coin}


def _said(ref: str, at: Any, **values: Any) -> list[tuple[str, Said]]:
    return [
        (slot, Said("exchange", value, value if isinstance(value, str) else f"{value['amount']} {value['coin']}", ref, at))
        for slot, value in values.items() if value
    ]  # fmt: skip


def _pair(symbol: str) -> str:
    """``BTC-USDT-PERP`` as people write it: ``BTC/USDT``."""
    return "/".join(symbol.split("-")[:2])

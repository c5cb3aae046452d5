"""Deeds that move value. They are agreed here and carried out by the finance desk's queue."""

from decimal import Decimal

from farol.core.exchange.states import DepositState as D

from ..booked import BookedDeposit
from ..policy import ActionRequest, worth
from ..tracing import recovery
from .deed import Bench, Deed, Denied, decimal, deed, effect, text

WAITING = (D.UNATTRIBUTED, D.REJECTED)


def _wrong(bench: Bench, request: ActionRequest) -> tuple[BookedDeposit, Decimal, Decimal]:
    """The deposit, what of it goes on, and the fee. Raises ``Denied``."""
    id_, txid = text(request, "deposit_id", ""), text(request, "txid", "")
    found = next((one for one in bench.world.deposits(request.uid) if (id_ or txid.lower()) in (one.deposit_id, one.txid.lower())), None)
    if found is None:
        raise Denied("no_such_deposit")
    if found.state not in WAITING or not any(rule.eligible for rule in recovery(found)):
        raise Denied("not_eligible")
    rule = recovery(found)[0]
    fee = decimal(request, "fee", rule.fee or "0")
    if fee != Decimal(rule.fee or "0"):
        raise Denied("fee_differs")
    if fee >= Decimal(found.amount):
        raise Denied("fee_above_amount")
    return found, Decimal(found.amount) - fee, fee


def _into_account(bench: Bench, request: ActionRequest, kind: str) -> Deed:
    found, rest, _ = _wrong(bench, request)
    world, uid = bench.world, request.uid

    def do() -> None:
        data = {"coin": found.coin, "network": found.network, "amount": f"{rest:f}", "txid": found.txid, "state": "available"}
        world.ledger.write("deposit", found.deposit_id, uid, "deposit.credited", data, state="available", reason="",
                           credited_to="funding", updated_at=world.clock())  # fmt: skip
        world.ledger.write("deposit", found.deposit_id, uid, "deposit.available", data)
        world.ledger.move(world.name(uid), found.coin, rest, uid)

    return Deed([effect(kind, found.deposit_id), effect("balance.added", f"{rest:f} {found.coin}")], do, usdt=worth(found.coin, rest))


@deed("deposit.credit_unattributed")
def credit(bench: Bench, request: ActionRequest) -> Deed:
    """Into the account, less the fee."""
    return _into_account(bench, request, "deposit.credited")


@deed("deposit.recover")
def recover(bench: Bench, request: ActionRequest) -> Deed:
    """Brought back from where it went and credited, less the fee."""
    return _into_account(bench, request, "deposit.recovered")


@deed("deposit.refund_to_source")
def refund(bench: Bench, request: ActionRequest) -> Deed:
    """Back to the address it came from, and to no other."""
    found, rest, _ = _wrong(bench, request)
    if not found.from_addresses:
        raise Denied("no_source")
    world, uid = bench.world, request.uid

    def do() -> None:
        data = {"coin": found.coin, "network": found.network, "amount": f"{rest:f}", "txid": found.txid, "state": "returned"}
        world.ledger.write("deposit", found.deposit_id, uid, "deposit.returned", data, state="returned", reason="", updated_at=world.clock())

    return Deed([effect("deposit.returned", found.deposit_id)], do, usdt=worth(found.coin, rest))


def _pay(bench: Bench, request: ActionRequest, kind: str) -> Deed:
    amount, coin, uid = decimal(request, "amount"), text(request, "coin"), request.uid
    world = bench.world
    ref = next((str(request.params[name]) for name in ("claim_id", "campaign_id", "ref") if request.params.get(name)), "")

    def do() -> None:
        world.ledger.move(world.name(uid), coin, amount, uid)
        id_ = world.id("TRF", uid, f"{kind}:{len(world.ledger.told)}")
        world.ledger.write("transfer", id_, uid, account=world.name(uid), coin=coin, amount=f"{amount:f}", kind=kind, ref=ref, state="done",
                           created_at=world.clock())  # fmt: skip

    return Deed([effect(kind, ref), effect("balance.added", f"{amount:f} {coin}")], do, usdt=worth(coin, amount))


@deed("goodwill.grant")
def goodwill(bench: Bench, request: ActionRequest) -> Deed:
    """A gesture."""
    return _pay(bench, request, "goodwill.granted")


@deed("fee.refund")
def fee(bench: Bench, request: ActionRequest) -> Deed:
    """A fee that was taken wrongly."""
    return _pay(bench, request, "fee.refunded")


@deed("reward.reissue")
def reward(bench: Bench, request: ActionRequest) -> Deed:
    """A campaign's reward."""
    return _pay(bench, request, "reward.reissued")


@deed("claim.pay")
def claim(bench: Bench, request: ActionRequest) -> Deed:
    """What an incident's formula gives, once for each claim."""
    id_ = text(request, "claim_id")
    if any(row.get("ref") == id_ and row.get("kind") == "claim.paid" for row in bench.world.things("transfer", request.uid)):
        raise Denied("claim_paid_already")
    return _pay(bench, request, "claim.paid")

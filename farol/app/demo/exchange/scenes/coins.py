"""Steps of deposits and withdrawals."""

from decimal import Decimal
from typing import Any

from farol.core.exchange.states import DepositState, WithdrawalState

from .. import made
from ..answers import Refused
from ..booked import BookedWithdrawal
from ..deeds.protecting import STOPPABLE
from ..history import catch_up
from ..plans import HOT
from .step import Stage, step

GROUP = "coins"
_UNDER_WAY = (*STOPPABLE, WithdrawalState.BROADCASTING, WithdrawalState.ONCHAIN)


@step("deposit.confirm", GROUP, "充值再确认一个区块", "The deposit gets one more block")
def confirm(stage: Stage) -> None:
    """A deposit on its way; one sets out when there is none."""
    _on_its_way(stage)
    stage.world.next_block(stage.uid)


@step("deposit.credit", GROUP, "充值入账（还不能提）", "The deposit is credited, not withdrawable yet")
def credit(stage: Stage) -> None:
    """As many blocks as it takes to be tradable."""
    deposit = _on_its_way(stage)
    stage.world.next_block(stage.uid, max((deposit.confirm_required_credit or 0) - (deposit.confirmations or 0), 0))


@step("deposit.unlock", GROUP, "充值可以提币", "The deposit becomes withdrawable")
def unlock(stage: Stage) -> None:
    """All blocks."""
    _on_its_way(stage)
    stage.world.finish(stage.uid)


@step("deposit.again", GROUP, "又来一笔充值", "Another deposit sets out")
def again(stage: Stage) -> None:
    """For customers whose story is a deposit."""
    if stage.world.moving(stage.uid) is None:
        raise Refused("invalid", "this customer has no deposit on its way")
    stage.world.tale.begin(stage.uid, stage.world.clock())


@step("deposit.unattributed", GROUP, "到了一笔没写标签的 XRP", "XRP arrives without a tag")
def untagged(stage: Stage) -> None:
    """At the address that everybody shares."""
    world, id_ = stage.world, stage.new_id("DEP")
    now, txid = world.clock(), made.txid_of("XRP", stage.new_id("TX"))
    fields: dict[str, Any] = {
        "deposit_id": id_, "coin": "XRP", "network": "XRP", "amount": stage.param("amount", "400"), "state": "unattributed",
        "txid": txid, "reason": "missing_memo", "confirmations": 1, "confirm_required_credit": 1, "confirm_required_unlock": 1,
        "min_deposit": "1", "created_at": now, "updated_at": now, "address": HOT["XRP"], "from_addresses": [made.xrp(id_)],
        "account": world.name(stage.uid),
    }  # fmt: skip
    world.ledger.write("deposit", id_, stage.uid, **fields)


@step("withdrawal.ask", GROUP, "客户申请一笔提币", "The customer asks for a withdrawal")
def ask(stage: Stage) -> None:
    """250 USDT on TRON; the mail about it carries the button that freezes."""
    ask_for(stage, stage.param("coin", "USDT"), stage.param("amount", "250"), made.tron(stage.new_id("OUT")))


def ask_for(stage: Stage, coin: str, amount: str, address: str, state: str = "pending", substate: str = "none") -> None:
    """Refused while the account is frozen or withdrawals are held."""
    world = stage.world
    if stopped(stage):
        raise Refused("policy_denied", "withdrawals of this account are stopped")
    id_, now = stage.new_id("WD"), world.clock()
    fee = "1.5" if coin == "USDT" else "0.00006"
    world.ledger.write(
        "withdrawal", id_, stage.uid, account=world.name(stage.uid), withdrawal_id=id_, coin=coin,
        network="TRON" if coin == "USDT" else "BTC", amount=amount, state=state, substate=substate, cancellable=True, fee=fee,
        address=address, created_at=now, updated_at=now,
    )  # fmt: skip
    world.ledger.move(world.name(stage.uid), coin, -(Decimal(amount) + Decimal(fee)), stage.uid)
    stage.post.mail(stage.uid, "withdrawal_asked", amount=f"{amount} {coin}", address=address)
    catch_up(world)


def stopped(stage: Stage) -> bool:
    """Whether the exchange takes no withdrawal of this customer now."""
    held = any({"withdraw_crypto", "all"} & set(hold.scope) for hold in stage.world.holds(stage.uid))
    return held or stage.world.status(stage.uid) == "frozen"


@step("withdrawal.stuck", GROUP, "提币卡住了", "The withdrawal gets stuck")
def stuck(stage: Stage) -> None:
    """Waits for the hot wallet, longer than nine in ten do."""
    one = _under_way(stage)
    _move(stage, one, "withdrawal.stuck", state="review", substate="hot_wallet", reason="hot_wallet_low", usual_half_s=1800, usual_ninety_s=7200)


@step("withdrawal.fail", GROUP, "提币失败，币退回", "The withdrawal fails, the coins come back")
def fail(stage: Stage) -> None:
    """``reason``: a code of DOMAIN section 1.3."""
    one = _under_way(stage)
    why = stage.param("reason", "address_unavailable")
    _move(stage, one, "withdrawal.failed", state="failed", substate="none", reason=why, refunded=True, cancellable=False)
    back = Decimal(one.amount) + Decimal(one.fee or "0")
    stage.world.ledger.move(stage.world.name(stage.uid), one.coin, back, stage.uid)


@step("withdrawal.complete", GROUP, "提币完成", "The withdrawal completes")
def complete(stage: Stage) -> None:
    """With its transaction id."""
    one = _under_way(stage)
    txid = one.txid or made.txid_of(one.network, one.withdrawal_id)
    if not stage.world.ledger.has_told("withdrawal", one.withdrawal_id, "withdrawal.broadcast"):
        _move(stage, one, "withdrawal.broadcast", state="onchain", txid=txid, cancellable=False, substate="none", reason="")
    _move(stage, one, "withdrawal.completed", state="completed", txid=txid, cancellable=False, substate="none", reason="")


def _move(stage: Stage, one: BookedWithdrawal, event: str, **fields: Any) -> None:
    data = {"coin": one.coin, "network": one.network, "amount": one.amount, "cancellable": one.cancellable}
    data |= {name: value for name, value in fields.items() if name in ("state", "substate", "reason", "refunded", "txid", "cancellable")}
    stage.world.ledger.write("withdrawal", one.withdrawal_id, stage.uid, event, data, updated_at=stage.world.clock(), **fields)


def _under_way(stage: Stage) -> BookedWithdrawal:
    """The one named, else the newest that has not ended; the customer asks for one when there is none."""
    wanted = stage.param("withdrawal_id", "")
    for _ in range(2):
        for one in stage.world.withdrawals(stage.uid):
            if one.state in _UNDER_WAY and wanted in ("", one.withdrawal_id):
                return one
        if wanted:
            break
        ask(stage)
    raise Refused("not_found", "no withdrawal under way")


def _on_its_way(stage: Stage) -> Any:
    moving = stage.world.moving(stage.uid)
    if moving is None:
        raise Refused("invalid", "this customer has no deposit on its way")
    if moving.state is DepositState.AVAILABLE:
        stage.world.tale.begin(stage.uid, stage.world.clock())
        moving = stage.world.moving(stage.uid)
    return moving

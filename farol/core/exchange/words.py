"""Deposits and withdrawals in words: what is true, why, and by when (the wording of UI.md section 9).

Pure functions of what the core said. Every sentence may be shown to the customer as it is.
"""

from datetime import datetime, timedelta

from farol.kit.i18n import Lang, clock_time, length, moment, zone

from .gates import gates
from .mask import money
from .model import CoreTrace, Deposit, Withdrawal
from .reasons import MEMO, MEMO_NAMES, reason
from .shapes import Gates, Reader, Text
from .states import DepositState, WithdrawalState

MISSING_MEMO = ("missing_memo", "wrong_memo")
NO_REASON = Text("原因现在不能说", "we cannot say why yet")


def when(at: datetime, reader: Reader, lang: Lang) -> str:
    """``14:30 UTC`` today, ``tomorrow 01:12 UTC`` or with its date otherwise; in the reader's zone."""
    here = zone(reader.zone)
    if at.astimezone(here).date() == reader.now.astimezone(here).date():
        return clock_time(at, lang, reader.zone)
    return moment(at, reader.now, lang, reader.zone)


def both(zh: str, en: str, **values: Text | str | int) -> Text:
    """Fills both sentences; a ``Text`` value goes in with its own language.

    A time may end with a full-width bracket, which brings its own space: ``06:39（上海）可提币``.
    """

    def fill(template: str, lang: Lang) -> str:
        return template.format(**{k: v.of(lang) if isinstance(v, Text) else v for k, v in values.items()})

    return Text(fill(zh, "zh").replace("） ", "）"), fill(en, "en"))


def deposit_line(deposit: Deposit | CoreTrace, block_s: float | None, reader: Reader) -> Text:
    """One line about a deposit that has reached the exchange or is on its way."""
    state = deposit.state
    if state in (DepositState.DETECTED, DepositState.CONFIRMING, DepositState.CREDITED_LOCKED):
        return _counting(gates(deposit, block_s, reader.now), state, reader)
    if state is DepositState.AVAILABLE:
        return Text("已到账，可以提币", "Credited and withdrawable")
    if state is DepositState.HELD:
        return _held(deposit)
    if state is DepositState.UNATTRIBUTED:
        return unattributed(deposit.network, deposit.reason)
    if state is DepositState.REJECTED:
        if deposit.reason == "below_minimum" and deposit.min_deposit:
            least = money(deposit.min_deposit, deposit.coin)
            return both(
                "没有入账：低于最小充值 {least}", "Not credited: below the minimum of {least}", least=least
            )
        return both("没有入账：{why}", "Not credited: {why}", why=reason(deposit.reason) or NO_REASON)
    if state is DepositState.ORPHANED:
        return Text(
            "链上区块被替换，这笔要重新打包后才算数",
            "Its block was replaced on the chain; it counts again once it is in a new block",
        )
    if state is DepositState.RETURNED:
        return Text("已退回付款地址", "Sent back to the address it came from")
    return Text(
        "交易所给出了新的状态，还没有对应的说明", "The exchange reports a state we have no words for yet"
    )


def unattributed(network: str, why: str) -> Text:
    """Arrived at our address, but nobody's name is on it: for want of a memo, unless the exchange gives another reason."""
    known = reason(why)
    if known and why not in MISSING_MEMO:
        return both("币已到我们的地址，还没有入账：{why}。核实后可以入账",
                    "It reached our address and is not credited yet: {why}. It can be credited after proof", why=known)
    return missing_memo(network)


def missing_memo(network: str) -> Text:
    """The same for want of a memo."""
    return both(
        "币已到我们的地址，缺少{memo}，还不知道是谁的。核实后可以入账",
        "It reached our address without the {memo}, so its owner is not known yet. It can be credited after proof",
        memo=MEMO_NAMES.get(network, MEMO),
    )


def _held(deposit: Deposit | CoreTrace) -> Text:
    known = reason(deposit.reason)
    if known is None or (deposit.hold is not None and not deposit.hold.disclosable):
        return Text(
            "币已收到，正在核查。原因现在不能说", "It has arrived and is being checked. We cannot say why yet"
        )
    return both("币已收到，先不入账：{why}", "It has arrived and is kept back: {why}", why=known)


def _counting(found: Gates | None, state: DepositState, reader: Reader) -> Text:
    if found is None:
        if state is DepositState.CREDITED_LOCKED:
            return Text("已到账，可交易，还不能提币", "Credited and tradable, not withdrawable yet")
        return Text("链上已看到，还在等确认", "Seen on the chain, waiting for confirmations")
    credited, unlock = found.credited, found.withdrawable
    if credited.passed:
        return both(
            "已到账，可交易。再 {missing} 个确认可提币{about}",
            "Credited and tradable. {missing} more confirmations until withdrawable{about}",
            missing=unlock.need - unlock.have,
            about=_about(unlock.at, reader, "，约 {at}", ", about {at}"),
        )
    if credited.need == unlock.need:
        tradable = _about(
            credited.at, reader, "，约 {at} 可交易和提币", ". Tradable and withdrawable about {at}"
        )
        withdrawable = Text("", "")
    else:
        tradable = _about(credited.at, reader, "，约 {at} 可交易", ". Tradable about {at}")
        withdrawable = _about(unlock.at, reader, "，约 {at} 可提币", ", withdrawable about {at}")
    return both(
        "链上 {have}/{need} 确认{tradable}{withdrawable}",
        "{have} of {need} confirmations{tradable}{withdrawable}",
        have=credited.have, need=credited.need, tradable=tradable, withdrawable=withdrawable,
    )  # fmt: skip


def withdrawal_line(item: Withdrawal, reader: Reader) -> Text:
    """One line about a withdrawal."""
    amount = money(item.amount, item.coin)
    if item.state in (WithdrawalState.FAILED, WithdrawalState.REJECTED):
        back = (
            both("。{amount} 已退回余额", ". {amount} is back in your balance", amount=amount)
            if item.refunded
            else both("。{amount} 还没有退回", ". {amount} is not back yet", amount=amount)
        )
        why = reason(item.reason) or NO_REASON
        return both("没提成功：{why}{back}", "Not sent: {why}{back}", why=why, back=back)
    if item.state is WithdrawalState.REVIEW:
        return _review(item, reader)
    if item.state is WithdrawalState.AWAITING_USER:
        return _awaiting(item.substate)
    return {
        WithdrawalState.PENDING: Text("已收到，正在检查", "Received and being checked"),
        WithdrawalState.APPROVED: Text("已通过，准备广播", "Approved, about to be sent"),
        WithdrawalState.BROADCASTING: Text("正在广播到链上", "Being sent to the chain"),
        WithdrawalState.ONCHAIN: Text(
            "已在链上，等对方确认", "On the chain, waiting for the receiver's confirmations"
        ),
        WithdrawalState.COMPLETED: Text("已完成", "Completed"),
        WithdrawalState.CANCELING: Text("正在取消", "Being cancelled"),
        WithdrawalState.CANCELLED: Text("已取消，币在余额里", "Cancelled, the coins are in your balance"),
    }.get(
        item.state,
        Text(
            "交易所给出了新的状态，还没有对应的说明", "The exchange reports a state we have no words for yet"
        ),
    )


def _review(item: Withdrawal, reader: Reader) -> Text:
    who = {
        "hot_wallet": Text("热钱包正在补充", "The hot wallet is being refilled"),
        "travel_rule": Text("正在核对收款方信息", "The recipient's details are being checked"),
        "local_law": Text("按当地规定等待", "It waits as local law requires"),
        "manual": Text("风控在人工审核", "Risk Review is checking it"),
    }.get(item.substate, Text("正在自动检查", "It is being checked automatically"))
    if item.usual_half_s and item.usual_ninety_s:
        return both(
            "{who}，一半在 {half}内，九成在 {ninety}内", "{who}. Half take under {half}, nine in ten under {ninety}",
            who=who, half=span(item.usual_half_s), ninety=span(item.usual_ninety_s),
        )  # fmt: skip
    if item.est_complete_at and item.est_complete_at > reader.now:
        return both(
            "{who}，约 {at} 有结果",
            "{who}. Expected about {at}",
            who=who,
            at=moment_of(item.est_complete_at, reader),
        )
    return who


def _awaiting(substate: str) -> Text:
    return {
        "email": Text("等您点邮件里的确认链接", "Waiting for you to confirm by e-mail"),
        "face": Text("等您完成人脸验证", "Waiting for your face check"),
        "questionnaire": Text("等您回答几个问题", "Waiting for your answers to a few questions"),
    }.get(substate, Text("等您确认", "Waiting for you to confirm"))


def span(seconds: int) -> Text:
    """A usual time: full hours without minutes, as in ``3 h``."""
    if seconds >= 3600 and seconds % 3600 == 0:
        hours = seconds // 3600
        return Text(f"{hours} 小时", f"{hours} h")
    return Text(length(timedelta(seconds=seconds), "zh"), length(timedelta(seconds=seconds), "en"))


def moment_of(at: datetime, reader: Reader) -> Text:
    """``when`` in both languages."""
    return Text(when(at, reader, "zh"), when(at, reader, "en"))


def _about(at: datetime | None, reader: Reader, zh: str, en: str) -> Text:
    return both(zh, en, at=moment_of(at, reader)) if at else Text("", "")

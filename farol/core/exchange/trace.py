"""One transaction or address, asked on every network it could belong to, and the one answer that counts."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from farol.core import chains

from .client import CoreLink
from .gates import IN_BALANCE, gates
from .mask import money, thousands
from .model import CoreTrace, Recovery, Why, Withdrawal
from .problems import ExchangeDown, ExchangeRefused
from .shapes import AddressView, Reader, Text, Trace
from .states import DepositState, FoundAs, OwnerClass, TxStatus
from .truths import of_owner, of_trace
from .words import both, deposit_line, unattributed, withdrawal_line

T = TypeVar("T")

_TRACE_ORDER = (
    FoundAs.OURS, FoundAs.UNATTRIBUTED, FoundAs.OTHER_USER, FoundAs.UNSUPPORTED, FoundAs.NOT_OURS,
    FoundAs.UNKNOWN, FoundAs.NOT_FOUND,
)  # fmt: skip
_OWNER_ORDER = (
    OwnerClass.MINE_CURRENT, OwnerClass.MINE_EXPIRED, OwnerClass.PLATFORM_HOT, OwnerClass.INTERNAL_OTHER,
    OwnerClass.EXTERNAL, OwnerClass.UNKNOWN, OwnerClass.INVALID,
)  # fmt: skip

_NOWHERE = (FoundAs.NOT_FOUND, FoundAs.UNKNOWN)
_OWN = (OwnerClass.MINE_CURRENT, OwnerClass.MINE_EXPIRED)


async def trace(
    link: CoreLink, why: Why, txid: str, networks: list[str], uid: str | None, reader: Reader
) -> Trace:
    """Asks all candidate networks at once. Raises what the link raises."""
    answers, failure = await _each(networks, lambda network: link.trace(why, txid, network, uid))
    network, best = min(answers, key=lambda pair: _TRACE_ORDER.index(pair[1].found))
    if failure and best.found in _NOWHERE:
        raise failure
    return shown(best, network, [asked for asked, _ in answers], uid is not None, reader)


async def address(link: CoreLink, why: Why, value: str, networks: list[str], uid: str | None) -> AddressView:
    """Asks all candidate networks at once. Raises what the link raises."""
    answers, failure = await _each(networks, lambda network: link.classify(why, value, network, uid))
    network, best = min(answers, key=lambda pair: _OWNER_ORDER.index(pair[1].owner))
    if failure and best.owner not in _OWN:
        raise failure
    words = _OWNERS[best.owner]
    if best.looks_like_previous:
        words = both("{words}。{alike}", "{words}. {alike}", words=words, alike=_ALIKE)
    return AddressView(best.owner, network, best.looks_like_previous, words, of_owner(best.owner, best.looks_like_previous))


async def _each(
    networks: list[str], ask: Callable[[str], Awaitable[T]]
) -> tuple[list[tuple[str, T]], ExchangeDown | None]:
    """(network, answer) of those that answered, and the failure of one that did not: "nowhere" would then be a guess.

    A network the core does not know counts as not asked. Raises when no network answered.
    """
    results = await asyncio.gather(*(ask(network) for network in networks), return_exceptions=True)
    answers: list[tuple[str, T]] = []
    down: ExchangeDown | None = None
    refused: BaseException | None = None
    for network, result in zip(networks, results, strict=True):
        if isinstance(result, ExchangeDown):
            down = result
        elif isinstance(result, BaseException):
            refused = result
        else:
            answers.append((network, result))
    if refused and not (isinstance(refused, ExchangeRefused) and answers):
        raise refused
    if not answers:
        raise down or ExchangeDown
    return answers, down


def shown(answer: CoreTrace, network: str, asked: list[str], known: bool, reader: Reader) -> Trace:
    """The core's answer as a screen may show it; ``known``: whether the customer's uid was in the question.

    Of somebody else's deposit only what anyone can read on the chain is kept.
    """
    if answer.found in _NOWHERE:
        where = asked[0] if len(asked) == 1 else ""
        return Trace("unknown", _not_found(asked), network=where, tx_status=answer.tx_status)
    words = _words(answer, network, known, reader)
    amount, told = None if answer.amount is None else thousands(answer.amount), of_trace(answer, network)
    public = Trace(
        answer.found, words, network=network, coin=answer.coin, amount=amount,
        tx_status=answer.tx_status, confirmations=answer.confirmations, truths=told,
    )  # fmt: skip
    if answer.found is not FoundAs.OURS:
        return public
    both_gates = gates(answer, _block_s(network), reader.now)
    return Trace(
        answer.found, words, network=network, coin=answer.coin, amount=amount,
        tx_status=answer.tx_status, confirmations=answer.confirmations,
        required_credit=answer.confirm_required_credit, required_unlock=answer.confirm_required_unlock,
        state=answer.state, credited=answer.state in IN_BALANCE,
        withdrawable=answer.state is DepositState.AVAILABLE,
        est_credit_at=both_gates.credited.at if both_gates else None,
        est_unlock_at=both_gates.withdrawable.at if both_gates else None,
        mine=True, truths=told,
    )  # fmt: skip


def sent_out(item: Withdrawal, reader: Reader) -> Trace:
    """The customer asked about the transaction of their own withdrawal from the exchange."""
    amount = money(item.amount, item.coin)
    words = both(
        "这是您自己的提币 {amount}：{line}", "This is your own withdrawal of {amount}: {line}",
        amount=amount, line=withdrawal_line(item, reader),
    )  # fmt: skip
    return Trace(
        FoundAs.OURS, words, kind="withdrawal", network=item.network, coin=item.coin, amount=thousands(item.amount),
        state=item.state, mine=True,
    )  # fmt: skip


def _block_s(network: str) -> float | None:
    entry = chains.network(network)
    return entry.block_time_s if entry else None


def _words(answer: CoreTrace, network: str, known: bool, reader: Reader) -> Text:
    if answer.tx_status is TxStatus.FAILED:
        return Text(
            "这笔在链上失败了，币没有离开付款钱包，可能扣了网络费。请回付款方查看",
            "It failed on the chain: the coins never left the sending wallet, only a network fee may be gone. "
            "Look at the sending side",
        )
    if answer.found is FoundAs.OURS:
        return deposit_line(answer, _block_s(network), reader)
    if answer.found is FoundAs.UNATTRIBUTED:
        return _with_recovery(unattributed(network, answer.reason), answer.eligible_recovery)
    if answer.found is FoundAs.UNSUPPORTED:
        arrived = Text("到了我们的地址，但我们不支持这个币", "It reached our address, but this coin is not listed here")
        if answer.reason == "wrong_network":
            arrived = Text("到了我们的地址，但走的不是这个币支持的网络", "It reached our address over a network that is not supported for this coin")
        return _with_recovery(arrived, answer.eligible_recovery)
    if answer.found is FoundAs.OTHER_USER:
        return _OTHER_USER if known else _OTHER_USER_VISITOR
    return both(
        "这笔在 {network} 链上，但收款地址不是我们的。请核对付款时填的地址",
        "It is on {network}, but the address it paid is not ours. Compare the address you sent to",
        network=network,
    )


def _with_recovery(words: Text, options: list[Recovery]) -> Text:
    for option in options:
        if not option.eligible:
            continue
        fee = Text("", "")
        if option.fee is not None:
            price = money(option.fee, option.fee_coin)
            fee = both("，费用 {price}", ", fee {price}", price=price)
        days = (
            both("，约 {days} 天", ", about {days} days", days=option.eta_days)
            if option.eta_days
            else Text("", "")
        )
        return both(
            "{words}。可以找回{fee}{days}",
            "{words}. It can be recovered{fee}{days}",
            words=words,
            fee=fee,
            days=days,
        )
    if options:
        return both("{words}。目前不能找回", "{words}. It cannot be recovered at present", words=words)
    return words


def _not_found(asked: list[str]) -> Text:
    return both(
        "查了 {networks}，都没看到这笔。常见原因：还没广播、在别的网络、或这是付款平台的内部编号",
        "Looked on {networks}: not seen. Usual reasons: not sent to the chain yet, another network, "
        "or an internal number of the sending platform",
        networks=Text("、".join(asked), ", ".join(asked)),
    )


_OTHER_USER = Text(
    "这笔没有进您的账户。请核对付款时填的地址，更多我们不能说",
    "It did not reach your account. Compare the address you sent to; we cannot say more",
)
_OTHER_USER_VISITOR = Text("登录交易所账户后才能查这笔", "Sign in at the exchange to see what became of it")
_ALIKE = Text(
    "首尾和您用过的地址一样，中间不同，像“地址投毒”。请逐字核对",
    "Its beginning and end equal an address you used before, the middle differs: this looks like address "
    "poisoning. Compare every character",
)
_OWNERS = {
    OwnerClass.MINE_CURRENT: Text("这是您现在的充值地址", "This is your current deposit address"),
    OwnerClass.MINE_EXPIRED: Text("这是您以前的充值地址", "This is a former deposit address of yours"),
    OwnerClass.INTERNAL_OTHER: Text(
        "不是您的充值地址，更多我们不能说", "Not a deposit address of yours; we cannot say more"
    ),
    OwnerClass.PLATFORM_HOT: Text(
        "这是平台钱包，请不要直接往里转", "This is the exchange's own wallet. Do not send to it directly"
    ),
    OwnerClass.EXTERNAL: Text("不是我们的地址", "Not an address of ours"),
    OwnerClass.INVALID: Text("不是有效的地址", "Not a valid address"),
    OwnerClass.UNKNOWN: Text("还没有查到是谁的地址", "Whose address it is could not be found"),
}

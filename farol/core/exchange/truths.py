"""What can be said at once of an id, an address, a memo or a network: short truths, worst first, fit for the customer.

Pure functions of what was written and what the core said. "Correct" is said only where a checksum exists and agrees.
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from farol.core import chains

from .gates import IN_BALANCE
from .mask import money
from .model import CoreTrace, NetworkInfo
from .reasons import MEMO, MEMO_NAMES
from .shapes import Reader, Text, Truth
from .states import DepositState, FoundAs, OwnerClass, TxStatus
from .words import both, moment_of

_TONES = ("stop", "warn", "note", "good")
_MOST_NAMED = 6


def sorted_truths(truths: Iterable[Truth]) -> list[Truth]:
    """Each code once, the worst first."""
    return sorted({one.code: one for one in truths}.values(), key=lambda one: _TONES.index(one.tone))


def of_form(one: chains.Found) -> list[Truth]:
    """Of an id or address alone, without asking anybody."""
    found = [_NOTES[note] for note in one.notes if note in _NOTES]
    if one.kind == "address":
        found.append(_VERDICTS[one.verdict])
        if token := chains.contract(one.value):
            found.append(contract(token.coin, token.network))
    if len(one.candidates) > 1:
        found.append(Truth("many_networks", "note", both(
            "同一串字符在 {count} 条网络上都成立（{names}），已一起查", "The same characters are valid on {count} networks ({names}); all are asked",
            count=len(one.candidates), names=_listed(one.candidates))))  # fmt: skip
    return sorted_truths(found)


def of_named(one: chains.Found, named: Sequence[str]) -> list[Truth]:
    """Of an id or address beside the networks its writer names: none of them can be where it is."""
    if not named or set(named) & set(one.candidates) or one.verdict == "wrong" or not one.candidates:
        return []
    return [Truth("wrong_network", "warn", both(
        "说的是 {said}，但这串字符只能属于 {names}", "They say {said}, but these characters belong to {names} only",
        said=_listed(named), names=_listed(one.candidates)))]  # fmt: skip


def of_trace(answer: CoreTrace, network: str) -> list[Truth]:
    """Of what the core found. Of somebody else's deposit nothing is said but what the sender can check."""
    found: list[Truth] = []
    if answer.tx_status is TxStatus.FAILED:
        found.append(_FAILED)
    elif answer.found is FoundAs.UNATTRIBUTED:
        if answer.reason in ("hot_wallet", "platform_hot"):
            found.append(_HOT)
        elif chains.memo_required(network) or answer.reason == "missing_memo":
            found.append(missing_memo(network))
    elif answer.found is FoundAs.OTHER_USER and chains.memo_required(network):
        found.append(Truth("foreign_memo", "warn", both(
            "这条网络靠{memo}认人。请核对付款时填的是不是您自己的", "This network tells people apart by the {memo}. Check that the one you gave is yours",
            memo=MEMO_NAMES.get(network, MEMO))))  # fmt: skip
    elif answer.found is FoundAs.UNSUPPORTED:
        found.append(_WRONG_NETWORK_TOKEN if answer.reason == "wrong_network" else _UNLISTED)
    elif answer.found is FoundAs.NOT_OURS and answer.reason == "contract_address":
        found.append(contract(answer.coin, network))
    if answer.found is FoundAs.OURS:
        found += _of_own(answer)
    return found


def _of_own(answer: CoreTrace) -> list[Truth]:
    if answer.state is DepositState.CREDITED_LOCKED:
        return [_CREDITED_LOCKED]
    if answer.reason == "below_minimum" and answer.state not in IN_BALANCE:
        if not answer.min_deposit:
            return [Truth("below_minimum", "warn", Text("低于最小充值，没有入账", "Below the minimum deposit: not credited"))]
        least = money(answer.min_deposit, answer.coin)
        return [Truth("below_minimum", "warn", both("低于最小充值 {least}，没有入账", "Below the minimum of {least}: not credited", least=least))]
    return []


def of_owner(owner: OwnerClass, alike: bool) -> list[Truth]:
    """Of what the core says of an address."""
    found = {OwnerClass.PLATFORM_HOT: [_HOT], OwnerClass.MINE_EXPIRED: [_EXPIRED]}.get(owner, [])
    return [*found, _ALIKE] if alike else list(found)


def of_past(value: str, past: Iterable[str]) -> list[Truth]:
    """Of an address beside those its owner used before: equal ends and another middle, with the middle shown."""
    for other in past:
        if found := chains.alike(value, other):
            return [Truth("poisoned", "stop", both(
                "首尾和用过的地址一样，中间不同，像“地址投毒”。这个：{head}[{mine}]{tail}；用过的：{head}[{theirs}]{tail}",
                "Its ends equal an address used before, the middle differs: this looks like address poisoning. This one: {head}[{mine}]{tail}. "
                "Used before: {head}[{theirs}]{tail}",
                head=found.head, mine=found.middle, theirs=found.other_middle, tail=found.tail))]  # fmt: skip
    return []


def of_memo(network: str, memo: str | None) -> list[Truth]:
    """Of a memo as its writer gives it: "" says that there was none, None that nothing is known."""
    entry = chains.network(network)
    if entry is None or memo is None:
        return []
    name = MEMO_NAMES.get(entry.code, MEMO)
    if not memo:
        return [missing_memo(entry.code)] if chains.memo_required(entry.code) else []
    if entry.memo_rule.need == "none":
        return [Truth("memo_not_used", "note", both("{network} 不用{memo}，填了也不影响", "{network} uses no memo; one that was given changes nothing", network=entry.code, memo=name))]
    if not chains.memo_ok(entry.code, memo):
        return [Truth("memo_form", "warn", both("{network} 的{memo}不会是这个样子", "A {memo} of {network} does not look like this", network=entry.code, memo=name))]
    return []


def of_board(network: str, coin: str, board: Sequence[NetworkInfo], reader: Reader) -> list[Truth]:
    """Of a coin on a network as the exchange has it now: paused, and until when."""
    found = []
    for row in board:
        known = chains.network(row.network)
        if (known.code if known else row.network) != network or (coin and not chains.same_coin(row.coin, coin)):
            continue
        for open_, at, zh, en, code in (
            (row.deposit_enabled, row.deposit_resume_at, "充值", "deposits", "deposits_paused"),
            (row.withdraw_enabled, row.withdraw_resume_at, "提币", "withdrawals", "withdrawals_paused"),
        ):
            if not open_:
                until = both("，约 {at} 恢复", ", back about {at}", at=moment_of(at, reader)) if at else Text("", "")
                found.append(Truth(code, "warn", both(
                    "{coin} 在 {network} 上暂停{what}{until}", "{coin} {what} on {network} are paused{until}",
                    coin=row.coin, network=network, what=Text(zh, en), until=until)))  # fmt: skip
    return found


def missing_memo(network: str) -> Truth:
    """Nobody's name is on it."""
    return Truth("missing_memo", "warn", both(
        "缺少{memo}，币到了也不知道是谁的", "The {memo} is missing: the coins arrive and nobody knows whose they are", memo=MEMO_NAMES.get(network, MEMO)))  # fmt: skip


def contract(coin: str, network: str) -> Truth:
    """A contract is no wallet."""
    return Truth("contract", "stop", both(
        "这是 {coin} 在 {network} 上的合约，不是谁的钱包。转进去的币谁都取不出来", "This is the {coin} contract on {network}, nobody's wallet. What is sent to it cannot be taken out by anybody",
        coin=coin or "?", network=network))  # fmt: skip


def _listed(codes: Sequence[str]) -> Text:
    more = len(codes) - _MOST_NAMED
    end = f" +{more}" if more > 0 else ""
    return Text("、".join(codes[:_MOST_NAMED]) + end, ", ".join(codes[:_MOST_NAMED]) + end)


_Tone = Literal["stop", "warn", "note", "good"]


def _truth(code: str, tone: _Tone, zh: str, en: str) -> Truth:
    return Truth(code, tone, Text(zh, en))


_NOTES = {
    "invisible": _truth("invisible", "warn", "里面混进了看不见的字符，已去掉。请重新复制，逐字核对", "It contained invisible characters, which were taken out. Copy it again and compare every character"),
    "full_width": _truth("full_width", "note", "用了全角字符，已换成半角", "It was written with full-width characters, which were made plain"),
    "look_alike": _truth("look_alike", "stop", "里面有别的文字里长得像的字母，不是原来的地址。请从来源重新复制", "It contains letters of another alphabet that only look alike. Copy it again from where it came from"),
}
_VERDICTS = {
    "correct": _truth("checksum_correct", "good", "校验位正确，没有抄错。是不是要转的那个地址，仍要核对", "The checksum is correct: it was not mistyped. Whether it is the one you mean is for you to compare"),
    "plausible": _truth("format_plausible", "note", "格式像，但没有校验位可查，抄错也看不出来", "The format is plausible. There is no checksum, so a typing mistake would not show"),
    "wrong": _truth("checksum_wrong", "stop", "校验不通过，至少有一个字符不对或缺了", "The check fails: at least one character is wrong or missing"),
}
_FAILED = _truth("failed_on_chain", "warn", "链上执行失败，币没有离开付款钱包", "It failed on the chain; the coins never left the sending wallet")
_HOT = _truth("platform_wallet", "stop", "这是平台钱包，不是充值地址，不要往里转", "This is the exchange's own wallet and no deposit address. Do not send to it")
_EXPIRED = _truth("expired_address", "note", "这是以前的充值地址，请改用现在的", "This is a former deposit address; use the current one")
_ALIKE = _truth("poisoned", "stop", "首尾和用过的地址一样，中间不同，像“地址投毒”。请逐字核对", "Its ends equal an address used before, the middle differs: this looks like address poisoning. Compare every character")
_UNLISTED = _truth("unlisted", "warn", "到了我们的地址，但这个币没有上架", "It reached our address, and this coin is not listed here")
_WRONG_NETWORK_TOKEN = _truth("wrong_network", "warn", "到了我们的地址，但走的不是支持的网络", "It reached our address on a network that is not supported for it")
_CREDITED_LOCKED = _truth("credited_locked", "note", "已入账可以交易，但还不能提：提币要等更多确认", "Credited and tradable, not withdrawable yet: leaving takes more confirmations")

"""What is true now of the thing an event was about: the values a play's words are filled with, or nothing when it is no longer so.

Asked of the exchange when the message is due, so that nobody is told of something that has been settled meanwhile.
"""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from farol.core import chains
from farol.core.exchange import CoreLink, published
from farol.core.exchange.mask import money, thousands
from farol.core.exchange.model import Why
from farol.core.exchange.reasons import REASONS
from farol.core.exchange.shapes import Reader, Text
from farol.core.exchange.states import DepositState as D
from farol.core.exchange.states import WithdrawalState as W
from farol.core.exchange.words import NO_REASON, both, deposit_line, missing_memo, moment_of, withdrawal_line
from farol.kit import clock
from farol.kit.core import Kit

from .model import Message
from .tips import FIXES, PICTURES, WHY_RETRY, fallback_fix

Values = dict[str, Text]
Truth = Callable[[Kit, Message, Why, str], Awaitable[Values | None]]
TRUTHS: dict[str, Truth] = {}
LOOK_BACK = timedelta(days=30)
ENDED = (D.AVAILABLE, D.REJECTED, D.RETURNED)
OVER = (W.COMPLETED, W.CANCELLED, W.REJECTED, W.FAILED)


def truth(play: str) -> Callable[[Truth], Truth]:
    """Registers how the values of a play are found. They take kit, message, why and the customer's zone, and raise what the link raises."""

    def register(run: Truth) -> Truth:
        TRUTHS[play] = run
        return run

    return register


def same(value: str) -> Text:
    """Figures and names, which no language changes."""
    return Text(value, value)


@truth("withdrawal_failed")
async def failed(kit: Kit, message: Message, why: Why, _: str) -> Values | None:
    """Still failed."""
    rows = await kit.get(CoreLink).withdrawals(why, message.uid, clock.now() - LOOK_BACK)
    one = next((row for row in rows if row.withdrawal_id == message.entity_id), None)
    if one is None or one.state not in (W.FAILED, W.REJECTED):
        return None
    back = Text("币已退回余额。", "The coins are back in your balance.") if one.refunded else Text(
        "币还没有退回，退回后会在余额里。", "The coins are not back yet; they will show in your balance.")
    return {
        "amount": same(money(one.amount, one.coin)), "reason": REASONS.get(one.reason, NO_REASON), "back": back,
        "fix": FIXES.get(one.reason, fallback_fix),
    }  # fmt: skip


@truth("withdrawal_stuck")
async def stuck(kit: Kit, message: Message, why: Why, zone: str) -> Values | None:
    """Still under way."""
    rows = await kit.get(CoreLink).withdrawals(why, message.uid, clock.now() - LOOK_BACK)
    one = next((row for row in rows if row.withdrawal_id == message.entity_id), None)
    if one is None or one.state in OVER:
        return None
    return {"amount": same(money(one.amount, one.coin)), "status": withdrawal_line(one, Reader(clock.now(), zone))}


@truth("deposit_unattributed")
async def unattributed(kit: Kit, message: Message, why: Why, zone: str) -> Values | None:
    """Still nobody's. The exchange tells of it under the one account that its sender fits; to anybody else nothing is said."""
    rows = await kit.get(CoreLink).deposits(why, message.uid, clock.now() - LOOK_BACK)
    one = next((row for row in rows if row.deposit_id == message.entity_id), None)
    if one is None or one.state is not D.UNATTRIBUTED:
        return None
    network = chains.network(one.network)
    status = missing_memo(one.network) if one.reason == "missing_memo" else deposit_line(
        one, network.block_time_s if network else None, Reader(clock.now(), zone))
    return {"amount": same(money(one.amount, one.coin)), "network": same(one.network), "status": status}


async def _under_way(kit: Kit, message: Message, why: Why) -> int:
    """How many of the customer's deposits and withdrawals of that coin and network have not ended."""
    link, since = kit.get(CoreLink), clock.now() - LOOK_BACK
    coin, network = str(message.data.get("coin", "")), str(message.data.get("network", ""))
    deposits = await link.deposits(why, message.uid, since, coin=coin, network=network)
    withdrawals = await link.withdrawals(why, message.uid, since, coin=coin, network=network)
    here = [one for one in deposits if (one.coin, one.network) == (coin, network) and one.state not in ENDED]
    return len(here) + sum((one.coin, one.network) == (coin, network) and one.state not in OVER for one in withdrawals)


async def _paused(kit: Kit, message: Message) -> bool:
    """Whether the exchange says now that the network is switched off."""
    kept = await published.networks(kit)
    wanted = (message.data.get("coin"), message.data.get("network"))
    return any((row.coin, row.network) == wanted and not (row.deposit_enabled and row.withdraw_enabled) for row in kept.value or [])


@truth("network_suspended")
async def suspended(kit: Kit, message: Message, why: Why, zone: str) -> Values | None:
    """Still paused, and something of the customer's is on its way."""
    count = await _under_way(kit, message, why)
    if not count or not await _paused(kit, message):
        return None
    until = Text("", "")
    if at := _time(message.data.get("resume_at")):
        until = both("，预计 {at} 恢复", ", expected back at {at}", at=moment_of(at, Reader(clock.now(), zone)))
    return {"coin": _of(message, "coin"), "network": _of(message, "network"), "count": same(str(count)), "until": until}


@truth("network_resumed")
async def resumed(kit: Kit, message: Message, why: Why, _: str) -> Values | None:
    """Back, for those who have something on its way."""
    count = await _under_way(kit, message, why)
    if not count or await _paused(kit, message):
        return None
    return {"coin": _of(message, "coin"), "network": _of(message, "network"), "count": same(str(count))}


@truth("kyc_retry")
async def kyc(kit: Kit, message: Message, why: Why, _: str) -> Values | None:
    """Still sent back."""
    now = await kit.get(CoreLink).kyc(why, message.uid)
    if now.state != "retry":
        return None
    known = [WHY_RETRY[code] for code in now.reject_codes if code in WHY_RETRY] or [Text("照片不合要求", "the pictures do not meet the rules")]
    left = str(now.attempts_left) if now.attempts_left is not None else "1"
    tips = [tip for code in now.reject_codes for tip in PICTURES.get(code, ())] or list(PICTURES[""])
    lines = list(dict.fromkeys(tips))
    return {
        "reason": Text("；".join(one.zh for one in known), "; ".join(one.en for one in known)), "left": same(left),
        "tips": Text("\n".join(f"• {one.zh}" for one in lines), "\n".join(f"• {one.en}" for one in lines)),
    }  # fmt: skip


@truth("position_liquidated")
async def liquidated(kit: Kit, message: Message, why: Why, zone: str) -> Values | None:
    """The figures of the statement."""
    one = await kit.get(CoreLink).liquidation_statement(why, message.entity_id)
    reader = Reader(clock.now(), zone)
    rows = [
        (Text("合约", "Contract"), same(one.symbol)), (Text("时间", "Time"), moment_of(one.at, reader)),
        (Text("方向", "Side"), SIDES.get(one.side, same(one.side))), (Text("数量", "Size"), _figure(one.size)),
        (Text("杠杆", "Leverage"), _figure(one.leverage)), (Text("触发标记价", "Triggering mark price"), _figure(one.trigger_mark_price)),
        (Text("破产价", "Bankruptcy price"), _figure(one.bankruptcy_price)), (Text("成交价", "Filled at"), _figure(one.fill_price)),
        (Text("费用", "Fees"), _figure(one.fees)),
    ]  # fmt: skip
    told = [(name, value) for name, value in rows if value.en]
    return {
        "symbol": same(one.symbol),
        "statement": Text("\n".join(f"{n.zh}：{v.zh}" for n, v in told), "\n".join(f"{n.en}: {v.en}" for n, v in told)),
    }


@truth("security_event")
async def security(_: Kit, message: Message, why: Why, zone: str) -> Values | None:
    """It happened; nothing has to be asked before somebody is warned."""
    del why
    what = HAPPENED.get(str(message.data.get("kind", "")), HAPPENED.get(str(message.data.get("event", "")), HAPPENED[""]))
    return {"what": what, "at": moment_of(message.happened_at, Reader(clock.now(), zone))}


SIDES = {"long": Text("多", "long"), "short": Text("空", "short")}
HAPPENED: dict[str, Text] = {
    "": Text("安全设置有改动", "a change of security settings"),
    "new_device": Text("新设备登录", "a sign-in on a new device"), "security.login_new_device": Text("新设备登录", "a sign-in on a new device"),
    "password_change": Text("密码被修改", "the password was changed"), "security.password_changed": Text("密码被修改", "the password was changed"),
    "factor_reset": Text("两步验证被重置", "two-step verification was reset"), "security.factor_reset": Text("两步验证被重置", "two-step verification was reset"),
    "api_key_created": Text("新建了 API 密钥", "an API key was created"), "security.api_key_created": Text("新建了 API 密钥", "an API key was created"),
    "email_changed": Text("邮箱被更换", "the e-mail address was changed"), "phone_changed": Text("手机号被更换", "the phone number was changed"),
    "security.contact_changed": Text("邮箱或手机被更换", "e-mail or phone was changed"),
    "whitelist_off": Text("提币白名单被关闭", "the withdrawal address list was switched off"),
    "security.whitelist_off": Text("提币白名单被关闭", "the withdrawal address list was switched off"),
}  # fmt: skip


def _figure(value: str | None) -> Text:
    return same(thousands(value)) if value else Text("", "")


def _of(message: Message, name: str) -> Text:
    return same(str(message.data.get(name, ""))[:20])


def _time(value: object) -> datetime | None:
    try:
        at = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return at if at and at.tzinfo else None

"""Why something was refused or kept back, as clauses that may be said to the customer (DOMAIN section 1.3).

A code that is not here is never shown raw: the sentence then says that no reason can be given.
"""

from .shapes import Text

REASONS: dict[str, Text] = {
    "address_unavailable": Text("这个地址用不了", "that address cannot be used"),
    "below_minimum": Text("低于最小数量", "it is below the minimum"),
    "beneficiary_required": Text("缺少收款人信息", "the recipient's details are missing"),
    "coin_withdraw_closed": Text("这个币暂停提币", "withdrawals of this coin are closed"),
    "contract_address": Text("收款地址是合约，不是钱包", "the address is a contract's and nobody's wallet"),
    "duplicate_request": Text("和上一笔重复", "it repeats an earlier request"),
    "expired_address": Text("付到了以前的充值地址", "it was sent to a former deposit address"),
    "hot_wallet": Text("直接付到了平台钱包", "it was sent straight to the exchange's own wallet"),
    "hot_wallet_low": Text("热钱包正在补充", "the hot wallet is being refilled"),
    "insufficient_balance": Text("余额不够", "the balance is too small"),
    "kyc_limit_exceeded": Text("超过认证等级的限额", "it is over the limit of the verification level"),
    "kyc_required": Text("需要先完成身份认证", "identity verification has to be finished first"),
    "memo_not_allowed": Text("这个地址不能带标签", "that address takes no memo"),
    "memo_or_chain_mismatch": Text("标签或网络不对", "the memo or the network does not match"),
    "min_max": Text("数量不在允许范围", "the amount is outside the limits"),
    "missing_memo": Text("缺少标签（Tag/Memo）", "the tag (memo) is missing"),
    "network_suspended": Text("这条网络暂停充值", "deposits on this network are paused"),
    "new_address_lock": Text("新地址还在等待期", "the new address is still in its waiting time"),
    "not_whitelisted": Text("地址不在白名单", "the address is not on your list"),
    "platform_24h_limit": Text("超过 24 小时限额", "it is over the 24 h limit"),
    "retry_exhausted": Text("多次广播没有成功", "sending it was tried several times without success"),
    "security_change_24h": Text(
        "安全设置改动后 24 小时内不能提币", "security settings changed less than 24 h ago"
    ),
    "travel_rule": Text("要先核对对方的信息（旅行规则）", "the details of the other side have to be checked first (travel rule)"),
    "travel_rule_failed": Text("收款方信息没有通过核对", "the recipient's details did not match"),
    "unlisted_coin": Text("我们不支持这个币", "this coin is not listed here"),
    "wrong_memo": Text("标签（Tag/Memo）不对", "the tag (memo) is wrong"),
    "wrong_network": Text("走的不是这个币支持的网络", "it came over a network that is not supported for this coin"),
}

TRIGGERS: dict[str, Text] = {
    "contact_change": Text("改绑邮箱或手机", "a change of e-mail or phone"),
    "factor_reset": Text("重置两步验证", "a reset of two-step verification"),
    "new_address": Text("新增提币地址", "a new withdrawal address"),
    "new_device": Text("新设备登录", "a sign-in on a new device"),
    "password_change": Text("改密", "a password change"),
}

SCOPES: dict[str, Text] = {
    "all": Text("使用账户", "use of the account"),
    "card": Text("刷卡", "card payments"),
    "login": Text("登录", "sign-ins"),
    "p2p_sell": Text("C2C 卖出", "P2P sales"),
    "trade": Text("交易", "trades"),
    "withdraw": Text("提币", "withdrawals"),
}

MEMO_NAMES: dict[str, Text] = {
    "XRP": Text("标签（Tag）", "destination tag"),
    "TON": Text("备注（Comment）", "comment"),
}
MEMO = Text("标签（Memo）", "memo")


def reason(code: str) -> Text | None:
    """The clause of a reason code, or None when there is none that may be shown."""
    return REASONS.get(code)

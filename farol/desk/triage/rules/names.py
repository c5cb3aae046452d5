"""States of orders, payments and trades, and changes of an account, in words for staff. What is not listed stands as the exchange writes it."""

from farol.core.exchange.shapes import Text

ORDER: dict[str, Text] = {
    "new": Text("已提交", "placed"), "open": Text("挂着", "open"), "partially_filled": Text("部分成交", "filled in part"),
    "filled": Text("全部成交", "filled"), "canceling": Text("撤单没有完成", "stuck cancelling"), "canceled": Text("已撤", "cancelled"),
    "rejected": Text("被拒", "refused"), "expired": Text("已过期", "expired"),
}  # fmt: skip
P2P: dict[str, Text] = {
    "created": Text("等付款", "waiting for payment"), "paid": Text("已标记付款", "marked as paid"), "appealing": Text("申诉中", "in appeal"),
    "released": Text("已放币", "released"), "cancelled": Text("已取消", "cancelled"), "expired": Text("已过期", "expired"),
}  # fmt: skip
SIDE: dict[str, Text] = {"buy": Text("买", "purchase"), "sell": Text("卖", "sale")}
MATCH: dict[str, Text] = {"yes": Text("相符", "matches"), "no": Text("不符", "does not match"), "unknown": Text("未知", "is not known")}
FIAT: dict[str, Text] = {
    "pending": Text("处理中", "under way"), "matched": Text("已匹配", "matched"), "credited": Text("已入账", "credited"),
    "unmatched": Text("到了但对不上是谁的", "arrived, owner not known"), "sent": Text("已汇出", "sent"), "returned": Text("被银行退回", "returned by the bank"),
    "failed": Text("失败", "failed"), "chargeback": Text("被拒付", "charged back"),
}  # fmt: skip
CHANGE: dict[str, Text] = {
    "new_device": Text("新设备登录", "sign-in on a new device"), "password_change": Text("改密码", "new password"),
    "api_key_created": Text("新建 API 密钥", "new API key"), "factor_reset": Text("重置验证方式", "reset of a factor"),
    "contact_change": Text("改联系方式", "new contact"), "whitelist_off": Text("关闭提币白名单", "address list switched off"),
}  # fmt: skip


def named(names: dict[str, Text], word: str) -> Text:
    """A word of the exchange in both languages."""
    return names.get(word) or Text(word, word)


def joined(texts: list[Text]) -> Text:
    """One after another."""
    return Text("、".join(one.zh for one in texts), ", ".join(one.en for one in texts))


def code(word: str) -> Text:
    """A code in brackets; nothing for none."""
    return Text(f"（{word}）", f" ({word})") if word else Text("", "")

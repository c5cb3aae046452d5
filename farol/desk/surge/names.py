"""What topics are called."""

from farol.core import chains

FAMILIES = {
    "acc": ("登录与认证", "Login and identity"), "biz": ("商务", "Business"), "care": ("情绪危机", "People at risk"),
    "dep": ("充值", "Deposits"), "fb": ("建议", "Feedback"), "fee": ("手续费", "Fees"), "fiat": ("法币", "Fiat"),
    "gen": ("操作咨询", "How-to"), "leg": ("投诉与执法", "Complaints and law"), "p2p": ("C2C 交易", "P2P"),
    "prod": ("理财与活动", "Products"), "scam": ("被骗", "Scam victims"), "sec": ("账户安全", "Account security"),
    "stm": ("对账单与税务", "Statements and tax"), "trd": ("交易", "Trading"), "wd": ("提币", "Withdrawals"),
}


def name_of(topic: str) -> dict[str, str]:
    """A topic in zh and en. Tickers and unknown families stand as they are."""
    kind, _, key = topic.partition(":")
    if kind == "reason":
        zh, en = FAMILIES.get(key, (key, key))
    elif kind == "network" and (known := chains.network(key)):
        zh, en = f"{known.code} 网络", f"{known.code} network"
    elif kind == "coin":
        zh, en = key, key
    else:
        zh, en = "所有来单", "All contacts"
    return {"zh": zh, "en": en}

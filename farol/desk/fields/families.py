"""The reasons as a tree: families, their names, and what to look for them by."""

import msgspec

from farol.core.reasons import reasons

NAMES = {
    "dep": ("充币", "Deposits"), "wd": ("提币", "Withdrawals"), "sec": ("账户安全", "Security"), "acc": ("账户与认证", "Account and identity"),
    "trd": ("交易", "Trading"), "p2p": ("C2C 交易", "P2P"), "fiat": ("法币出入金", "Fiat"), "fee": ("费率与 VIP", "Fees and VIP"),
    "prod": ("产品与活动", "Products and campaigns"), "stm": ("账单与税务", "Statements and tax"), "scam": ("被骗", "Scams"),
    "leg": ("法务与投诉", "Legal and complaints"), "care": ("人身安全", "A person at risk"), "fb": ("建议", "Feedback"),
    "gen": ("使用咨询", "How to"), "biz": ("商务及其他", "Business and other"),
}
"""Family, as reason codes begin, and its names in zh and en."""


class Leaf(msgspec.Struct, frozen=True):
    """A reason. slots: what it asks to know. said: how customers put it, to be searched."""

    code: str
    zh: str
    en: str
    severity: str
    slots: list[str]
    said: list[str]


class Family(msgspec.Struct, frozen=True):
    """Reasons of one kind."""

    key: str
    zh: str
    en: str
    reasons: list[Leaf]


def tree() -> list[Family]:
    """All reasons by family, in the taxonomy's order."""
    found: dict[str, list[Leaf]] = {}
    for each in reasons().values():
        found.setdefault(each.code.split(".")[0], []).append(
            Leaf(each.code, each.zh, each.en, each.severity, each.slots, [*each.utt_zh, *each.utt_en]))
    return [Family(key, *NAMES.get(key, (key, key)), leaves) for key, leaves in found.items()]

"""Named stages inside the fixed statuses, and those that every desk begins with."""

from typing import Literal

import msgspec

MOST = 60
"""Stages a desk can have."""
Category = Literal["open", "pending", "resolved"]


class StageLine(msgspec.Struct, frozen=True):
    """A stage as leads set it. shown_zh, shown_en: what the customer reads beside the status, empty for nothing."""

    key: str
    category: Category
    zh: str
    en: str
    shown_zh: str = ""
    shown_en: str = ""
    position: int = 0


SEED = (
    StageLine("with_wallet_team", "open", "钱包团队核查中", "With wallet team", "钱包团队正在核查", "Our wallet team is checking", 1),
    StageLine("with_risk_team", "open", "风控审核中", "With risk team", "正在审核", "In review", 2),
    StageLine("with_partner", "open", "等合作方回复", "With a partner", "正在与合作方核实", "We are asking our partner", 3),
    StageLine("waiting_proof", "pending", "等客户补材料", "Waiting for proof", "等您补充材料", "Waiting for your proof", 1),
    StageLine("waiting_chain", "pending", "等链上确认", "Waiting for the network", "等链上确认", "Waiting for network confirmations", 2),
)

"""Customers with orders, positions, liquidations and API keys."""

from typing import Any

from ..planned import HoldPlan, Thing, days, hours, minutes
from .case import case

LIQUIDATED: dict[str, Any] = {
    "symbol": "BTC-USDT-PERP", "side": "long", "size": "0.5", "margin_mode": "isolated", "leverage": "20",
    "entry_price": "96000", "margin": "2400", "maintenance_margin_rate": "0.005", "liquidation_price": "91680",
    "bankruptcy_price": "91200", "trigger_mark_price": "91672.4", "fill_price": "91510.5", "fees": "27.45", "adl": False,
    "at": -hours(3),
    "mark_series": [
        {"at": -hours(3) - minutes(4), "mark": "92110.2", "index": "92105.8", "last": "92090.1"},
        {"at": -hours(3) - minutes(3), "mark": "91980.7", "index": "91975.0", "last": "91902.3"},
        {"at": -hours(3) - minutes(2), "mark": "91850.3", "index": "91861.2", "last": "91740.0"},
        {"at": -hours(3) - minutes(1), "mark": "91744.9", "index": "91750.6", "last": "91588.8"},
        {"at": -hours(3), "mark": "91672.4", "index": "91680.1", "last": "91512.0"},
    ],
}  # fmt: skip
"""Isolated, 20 times: the liquidation price is 96000 x (1 - 1/20 + 0.005) = 91680, bankruptcy 96000 x (1 - 1/20) = 91200."""
OUTAGE_AGO = days(2)
"""When the incident that is over was at its worst."""

CASES = (
    case(
        27, "trd.order", ("尹航", "Marc Dillon"),
        ("一笔撤单卡住，一笔因低于最小金额被拒。", "One order is stuck cancelling, one was refused as too small."),
        ("撤不了单，下单失败", "cannot cancel my order, order rejected"),
        things=(
            Thing("order", "stuck", hours(1), {"symbol": "ETH-USDT", "side": "buy", "type": "limit", "status": "canceling", "price": "3100",
                                               "amount": "1.5", "filled": "0", "client_order_id": "m-1"}),
            Thing("order", "small", minutes(40), {"symbol": "DOGE-USDT", "side": "sell", "type": "limit", "status": "rejected", "price": "0.21",
                                                  "amount": "8", "filled": "0", "reject_code": "min_notional"}),
        ),
    ),
    case(
        28, "trd.liquidation", ("严寒", "Rex Tanner"),
        ("三小时前 0.5 BTC 多仓被强平。", "A long of 0.5 BTC was liquidated three hours ago."),
        ("为什么把我爆仓了，价格没到强平价就强平", "I was liquidated unfairly, liquidation price was not reached"),
        balances={"USDT": "13.20"},
        things=(Thing("liquidation", "long", hours(3), LIQUIDATED),),
    ),
    case(
        29, "trd.margin_funding", ("岳峰", "Uma Fields"),
        ("有一个 ETH 多仓，今天付了两次资金费。", "An open long in ETH paid funding twice today."),
        ("资金费率怎么扣这么多", "why was I charged funding"),
        things=(
            Thing("position", "eth", days(2), {"symbol": "ETH-USDT-PERP", "side": "long", "size": "4", "margin_mode": "cross", "leverage": "10",
                                               "entry_price": "3240.10", "mark_price": "3281.44", "liquidation_price": "2951.30",
                                               "margin": "1296.04", "unrealised_pnl": "165.36"}),
            Thing("funding", "noon", hours(2), {"symbol": "ETH-USDT-PERP", "rate": "0.0003", "amount": "-3.94", "coin": "USDT"}),
            Thing("funding", "morning", hours(10), {"symbol": "ETH-USDT-PERP", "rate": "0.00028", "amount": "-3.67", "coin": "USDT"}),
        ),
    ),
    case(
        30, "trd.system_loss", ("牧远", "Sean Roper"),
        ("两天前合约停顿时，他的三个平仓单被系统拒绝。",
         "When futures stood still two days ago, three of his closing orders were refused by the system."),
        ("系统卡死平不了仓谁赔，宕机赔偿怎么申请", "could not close my position during the crash, how to claim compensation for the outage"),
        things=tuple(
            Thing("order", f"refused-{n}", OUTAGE_AGO + minutes(n), {
                "symbol": "BTC-USDT-PERP", "side": "sell", "type": "market", "status": "rejected", "amount": "0.2", "filled": "0",
                "reject_code": "system_busy"}) for n in range(1, 4)
        ),
    ),
    case(
        31, "trd.api", ("齐飞", "Dean Mercer"),
        ("API 密钥最近一次报错 50110：IP 不在白名单。", "The API key's last error is 50110: address not on the list."),
        ("API 报错 IP 白名单 50110 怎么加", "ip not in whitelist 50110"),
        flags=("api_trader",),
        things=(Thing("api_key", "bot", days(60), {"label": "grid bot", "key_prefix": "dx7Mf1", "permissions": ["read", "trade"],
                                                   "ip_whitelist_count": 2, "expires_at": days(30), "last_used_at": -minutes(7),
                                                   "last_error": "50110"}),),
    ),
    case(
        32, "care.person_at_risk", ("安然", "Joy Sutton"),
        ("昨晚全部被强平，余额为零；账户标记为需要照顾。",
         "Everything was liquidated last night and nothing is left; the account is marked as vulnerable."),
        ("亏光了不想活了", "I lost everything I want to die"),
        by_state=False, balances={}, asset_band="0", flags=("vulnerable",),
        holds=(HoldPlan("rest", "other", ("trade",), hours(6), days(7), "self_exclusion"),),
        things=(Thing("liquidation", "all", hours(9), {**LIQUIDATED, "at": -hours(9), "mark_series": []}),),
    ),
)  # fmt: skip

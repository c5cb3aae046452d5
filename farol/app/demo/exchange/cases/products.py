"""Customers with fees, products, campaigns and coins that change."""

from .. import made
from ..planned import Thing, WithdrawalPlan, days, hours
from .case import case

CAMPAIGN = "AUTUMN-TRADE-2026"
DELISTED = "LUMA"
"""A coin that leaves the demo exchange: deposits are off, withdrawals stay open for a while."""

CASES = (
    case(
        38, "fee.vip", ("金鑫", "Vic Landon"),
        ("近 30 天交易量差 18,000 USDT 到 VIP 2。", "18,000 USDT of volume are missing to VIP 2."),
        ("VIP 怎么升级，手续费怎么算", "upgrade my vip level, how are fees calculated"),
        tier="VIP 1", balances={"USDT": "41000"}, asset_band="10k-100k",
        tier_more={"vol_30d": "482000", "maker": "0.0008", "taker": "0.001", "next_gap": "18000"},
        things=(Thing("fill", "recent", hours(5), {
            "order_id": "ORD-RECENT0001", "symbol": "ETH-USDT", "side": "sell", "price": "3290.10", "amount": "2", "fee": "5.26",
            "fee_coin": "USDT", "liquidity": "taker"}),),
    ),
    case(
        39, "prod.earn", ("顾城", "Beth Noble"),
        ("5,000 USDT 理财在赎回队列，两天后到账。", "5,000 USDT of Earn stand in the redemption queue for two more days."),
        ("理财赎回什么时候到", "when will my earn redemption arrive"),
        things=(Thing("earn", "redeem", days(1), {"product": "USDT flexible 30", "coin": "USDT", "amount": "5000", "state": "redeeming",
                                                  "apr": "0.031", "redeem_at": days(2)}),),
    ),
    case(
        40, "prod.campaign", ("宋词", "Evan Shaw"),
        ("活动奖励没发：交易量没有达标。", "No campaign reward: the trading volume was not reached."),
        ("活动奖励没发", "did not receive my campaign reward"),
        things=(Thing("reward", "autumn", days(3), {"campaign_id": CAMPAIGN, "kind": "campaign", "state": "not_eligible", "coin": "USDT",
                                                    "amount": "20", "reason": "volume"}),),
    ),
    case(
        41, "prod.referral", ("宁静", "Skye Hurst"),
        ("返佣 12.6 USDT 在下一批发放。", "A referral commission of 12.6 USDT waits for the next batch."),
        ("返佣没到", "referral commission missing"),
        things=(Thing("reward", "referral", hours(30), {"campaign_id": "REFERRAL", "kind": "referral", "state": "pending", "coin": "USDT",
                                                        "amount": "12.6", "distribution_at": days(1)}),),
    ),
    case(
        42, "prod.swap_delist", ("洪流", "Lars Bowen"),
        ("持有 900 LUMA，该币已下架，提币还开放三天。", "Holds 900 LUMA, a coin that was delisted; withdrawals stay open for three days."),
        ("下架的币 LUMA 还能提吗", "can I still withdraw a delisted coin LUMA"),
        balances={DELISTED: "900", "USDT": "55"},
    ),
    case(
        43, "prod.web3", ("游子", "Zed Carver"),
        ("没有托管的问题：他的钱包在链上失败了一笔。", "Nothing is held here for him: his own wallet had a transaction fail."),
        (f"钱包转账 gas 不够 {made.txid_of('TRON', 'stranger:out_of_energy')}",
         f"not enough gas to send token from my wallet {made.txid_of('TRON', 'stranger:out_of_energy')}"),
        by_state=False,
    ),
    case(
        44, "scam.victim", ("沈默", "Ruth Dunn"),
        ("一小时前提了 3,300 USDT 到一个被标记的地址。", "3,300 USDT went to a flagged address an hour ago."),
        ("我被骗了能追回吗，有人骗我转USDT", "I was scammed can you get my money back, sent usdt to a scammer"),
        withdrawals=(WithdrawalPlan("scam", "USDT", "TRON", "3300", "1.5", made.tron("a known scammer"), hours(1)),),
    ),
)  # fmt: skip
FLAGGED = frozenset({made.tron("a known scammer"), made.tron("the thief's wallet"), made.btc("the thief's wallet")})
"""Addresses with a bad name."""

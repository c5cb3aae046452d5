"""Customers whose deposit is not where they expect it."""

from farol.core.exchange.states import DepositState as D

from .. import made
from ..planned import DepositPlan, HoldPlan, hours, minutes
from .case import case, uid_of

PAUSED_IN = "LTC"
"""Deposits of this network are switched off at the demo exchange."""
OLD_ADDRESS = made.evm(f"old:{uid_of(6)}")
_SENDER = made.evm("sender")

CASES = (
    case(
        1, "dep.unconfirmed", ("陈晓", "Carla Moss"),
        ("一笔 1,500 USDT 充值在等确认。", "A deposit of 1,500 USDT waits for confirmations."),
        ("我充的 USDT 转了半个小时还没到账 {txid}", "my usdt deposit hasnt arrived yet {txid}"),
        txid=("ETH", "0"),
        deposits=(DepositPlan("story", "USDT", "ETH", "1500", minutes(1), D.CONFIRMING, 4, sender=_SENDER),),
    ),
    case(
        2, "dep.missing_memo", ("苏宁远", "Hugo Banks"),
        ("一笔 900 XRP 到了平台地址，没有标签。", "900 XRP came to the exchange's address without a tag."),
        ("充 XRP 忘记填标签了怎么办 {txid}", "forgot the destination tag on my xrp deposit {txid}"),
        txid=("XRP", "untagged"),
        deposits=(DepositPlan("untagged", "XRP", "XRP", "900", hours(6), D.UNATTRIBUTED, reason="missing_memo",
                              sender=made.xrp("hugo")),),
    ),
    case(
        3, "dep.wrong_network_token", ("马莉", "Molly Reyes"),
        ("USDT 走了 POLYGON，付到了她的以太坊地址，可以找回。",
         "USDT was sent on POLYGON to her Ethereum address; it can be recovered."),
        ("USDT 走了 Polygon 充到你们的 ETH 地址，能找回吗 {txid}",
         "I sent USDT over the wrong network, can you recover it {txid}"),
        txid=("POLYGON", "crossed"),
        deposits=(DepositPlan("crossed", "USDT", "POLYGON", "640", hours(8), D.REJECTED, reason="wrong_network",
                              sender=_SENDER),),
    ),
    case(
        4, "dep.below_minimum", ("何平", "Peter Hale"),
        ("一笔 2 DOGE 低于最小充值 5 DOGE。", "A deposit of 2 DOGE is below the minimum of 5."),
        ("少充了一点点能补吗 {txid}", "tiny test deposit not credited, is it below the minimum {txid}"),
        txid=("DOGE", "dust"),
        deposits=(DepositPlan("dust", "DOGE", "DOGE", "2", hours(20), D.REJECTED, reason="below_minimum",
                              sender="DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L"),),
    ),
    case(
        5, "dep.compliance_hold", ("林一鸣", "Olive Grant"),
        ("一笔 12,000 USDT 充值因旅行规则被扣住，等付款方信息。",
         "A deposit of 12,000 USDT is kept back by the travel rule until the sender's details are given."),
        ("让我填旅行规则信息怎么填，钱到了但是不能用 {txid}", "what is this travel rule form, my deposit is on hold {txid}"),
        txid=("ETH", "held"),
        deposits=(DepositPlan("held", "USDT", "ETH", "12000", hours(9), D.HELD, reason="travel_rule", sender=_SENDER,
                              held="rule"),),
        holds=(HoldPlan("rule", "travel_rule", ("withdraw_crypto",), hours(9), None, "travel_rule"),),
    ),
    case(
        6, "dep.wrong_address", ("郑海", "Dora Finch"),
        ("一笔 0.4 ETH 到了她以前的充值地址。", "0.4 ETH came to her former deposit address."),
        (f"充到以前的旧地址了 {OLD_ADDRESS}", f"sent to my old deposit address {OLD_ADDRESS}"),
        old=(OLD_ADDRESS,),
        deposits=(DepositPlan("old", "ETH", "ETH", "0.4", hours(4), D.UNATTRIBUTED, reason="expired_address",
                              sender=_SENDER, paid_to=OLD_ADDRESS),),
    ),
    case(
        7, "dep.suspended", ("罗川", "Liam Stone"),
        ("LTC 充值暂停，他的 14 LTC 在恢复后入账。", "LTC deposits are paused; his 14 LTC will be credited when they resume."),
        ("LTC 充值什么时候恢复，暂停期间充的会丢吗 {txid}", "LTC deposit is suspended why, I sent during maintenance {txid}"),
        txid=("LTC", "paused"),
        deposits=(DepositPlan("paused", "LTC", PAUSED_IN, "14", hours(2), D.HELD, reason="network_suspended",
                              sender="LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1"),),
    ),
)  # fmt: skip

"""Customers whose withdrawal waits, failed, or did not arrive."""

from farol.core.exchange.states import WithdrawalState as W

from .. import made
from ..planned import HoldPlan, WithdrawalPlan, hours, minutes
from .case import case

CLOSED_COIN, CLOSED_NETWORK = "BCH", "BCH"
"""Withdrawals that are switched off at the demo exchange."""
_OUT = made.evm("receiver")
_LISTED = made.tron("listed by vera")

CASES = (
    case(
        8, "wd.pending_review", ("高远", "Frank Osei"),
        ("一笔 9,400 USDT 提币在人工审核。", "A withdrawal of 9,400 USDT is in manual review."),
        ("为什么我的提币要人工审核，两个小时了", "withdrawal still pending review for hours, please speed up"),
        balances={"USDT": "2210"},
        withdrawals=(WithdrawalPlan("large", "USDT", "ETH", "9400", "4.5", _OUT, hours(2), W.REVIEW, "manual",
                                    cancellable=True, takes=hours(9)),),
    ),
    case(
        9, "wd.security_hold", ("丁雪", "Della Ward"),
        ("四小时前改过密码，24 小时不能提币。", "The password was changed four hours ago: no withdrawals for 24 h."),
        ("改了密码为什么 24 小时不能提币", "withdrawals disabled for 24 hours after password change, when does it end"),
        balances={"USDT": "5400", "BTC": "0.08"}, asset_band="10k-100k",
        holds=(HoldPlan("password", "security_change", ("withdraw_crypto", "p2p_sell", "api_withdraw"), hours(4),
                        hours(24), "password_change"),),
        changes=(("password_change", hours(4)),),
    ),
    case(
        10, "wd.not_received", ("孔祥", "Nora Quinn"),
        ("一笔 0.6 ETH 提币五小时前已完成，有交易哈希。", "A withdrawal of 0.6 ETH completed five hours ago and has a hash."),
        ("提币显示成功但钱包没收到 {txid}", "withdrawal says completed but wallet is empty {txid}"),
        txid=("ETH", "out:done"),
        withdrawals=(WithdrawalPlan("done", "ETH", "ETH", "0.6", "0.0012", _OUT, hours(5)),),
    ),
    case(
        11, "wd.failed", ("许强", "Gwen Pike"),
        ("一笔 30,000 USDT 提币失败：超过 24 小时限额，已退回。",
         "A withdrawal of 30,000 USDT failed: over the 24 h limit. The coins are back."),
        ("提币失败被退回，提示超过24小时额度", "withdrawal failed and came back, exceeds 24h limit"),
        balances={"USDT": "31500"}, asset_band="10k-100k",
        withdrawals=(WithdrawalPlan("over", "USDT", "TRON", "30000", "1.5", made.tron("gwen"), minutes(50), W.FAILED,
                                    reason="platform_24h_limit", refunded=True),),
    ),
    case(
        12, "wd.travel_rule", ("方宁", "Ivy Sharp"),
        ("一笔 4,800 USDT 提币在核对收款方信息。", "A withdrawal of 4,800 USDT waits while the recipient's details are checked."),
        ("提币要填收款人信息，旅行规则审核要多久", "travel rule check pending since yesterday on my withdrawal"),
        withdrawals=(WithdrawalPlan("rule", "USDT", "ETH", "4800", "4.5", _OUT, hours(20), W.REVIEW, "travel_rule",
                                    reason="beneficiary_required", cancellable=True, takes=hours(48)),),
    ),
    case(
        13, "wd.wrong_address", ("田野", "Wade Lowe"),
        ("六分钟前提交的 750 USDT 提币还能取消。", "A withdrawal of 750 USDT made six minutes ago can still be cancelled."),
        ("刚刚提错了，提币地址填错了快帮我撤回", "I withdrew to the wrong address please stop it"),
        whitelist=(_LISTED,),
        withdrawals=(WithdrawalPlan("wrong", "USDT", "TRON", "750", "1.5", made.tron("wade typed this"), minutes(6),
                                    W.PENDING, cancellable=True, takes=minutes(25)),),
    ),
    case(
        14, "wd.suspended", ("江波", "Rita Holt"),
        ("BCH 提币暂停，她的 3 BCH 提币没有发出，已退回。",
         "BCH withdrawals are switched off; her withdrawal of 3 BCH was not sent and is back."),
        ("为什么暂停提币，BCH 什么时候能提", "why are withdrawals suspended, when can I withdraw BCH"),
        balances={"BCH": "3.4"},
        withdrawals=(WithdrawalPlan("closed", CLOSED_COIN, CLOSED_NETWORK, "3", "0.01", "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
                                    hours(1), W.FAILED, reason="coin_withdraw_closed", refunded=True),),
    ),
)  # fmt: skip

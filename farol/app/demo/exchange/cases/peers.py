"""Customers who traded with one another, and those who pay by bank."""

from ..planned import HoldPlan, Thing, days, hours, minutes
from .case import case, uid_of

_ORDER = {"coin": "USDT", "amount": "1000", "fiat": "CNY", "fiat_amount": "7180", "payment_method_type": "bank_transfer"}

SELLER, BUYER = uid_of(60), uid_of(61)
"""Who stands on the other side of the orders below; they are customers too."""

CASES = (
    case(
        33, "p2p.paid_not_released", ("钱进", "Cole Avery"),
        ("C2C 买单已付款，放币时限已过，币在托管。", "A P2P purchase is paid, the time to release has passed, the coins are in escrow."),
        ("我付款了卖家不放币", "paid but seller not releasing"),
        things=(Thing("p2p_order", "buy", minutes(50), {
            **_ORDER, "state": "paid", "side": "buy", "name_match": "yes", "escrow": "locked", "counterparty_ref": "P-8841", "counterparty_uid": SELLER,
            "timers": {"pay_until": -minutes(35), "release_until": -minutes(20), "appeal_until": hours(23)}}),),
    ),
    case(
        34, "p2p.fraud_payment", ("封雨", "Bela Norton"),
        ("卖单已放币，付款人姓名不符，正在申诉。", "A sale was released, the payer's name does not match, an appeal is open."),
        ("我放币了但钱没到账，对方用别人的卡付款", "released coins but received no money, buyer paid from a third party account"),
        flags=("p2p_merchant",),
        things=(Thing("p2p_order", "sell", hours(2), {
            **_ORDER, "state": "released", "side": "sell", "name_match": "no", "escrow": "released", "counterparty_ref": "P-5520", "counterparty_uid": BUYER,
            "appeal": {"id": "APL-5520", "opened_by": "seller", "reason": "third_party_payment", "at": -minutes(70)}}),),
    ),
    case(
        35, "p2p.card_frozen", ("史进", "Kurt Wilder"),
        ("四天前卖单正常完成；C2C 卖出暂停，等银行材料。", "A sale ended well four days ago; P2P sales are paused until papers from the bank come."),
        ("卖U银行卡被冻结了怎么办，公安冻卡需要什么材料", "my bank account was frozen after p2p, need proof of p2p order for bank"),
        holds=(HoldPlan("card", "p2p_dispute", ("p2p_sell",), days(1), None, "bank_freeze"),),
        things=(Thing("p2p_order", "sold", days(4), {
            **_ORDER, "state": "released", "side": "sell", "name_match": "yes", "escrow": "released", "counterparty_ref": "P-7302", "counterparty_uid": BUYER}),),
    ),
    case(
        36, "fiat.deposit", ("夏雨", "Ian Mackay"),
        ("一笔 2,000 欧元 SEPA 转账没写附言，还没对上。", "A SEPA transfer of 2,000 EUR came without its reference and is not matched."),
        ("银行转账没到账，汇款备注忘了填", "sepa transfer not credited, forgot the reference code"),
        things=(Thing("fiat", "in", days(2), {"direction": "in", "rail": "SEPA", "psp": "BridgePay", "state": "unmatched", "amount": "2000",
                                              "currency": "EUR", "trace_ids": {"end_to_end": "E2E-20261119-4471"}}),),
    ),
    case(
        37, "fiat.withdraw", ("毛毛", "Fay Holden"),
        ("一笔 850 欧元提现被银行退回：AC04 账户已关闭。", "A payout of 850 EUR was returned by the bank: AC04, account closed."),
        ("提现被银行退回", "payout returned by bank"),
        things=(Thing("fiat", "out", days(1), {"direction": "out", "rail": "SEPA", "psp": "BridgePay", "state": "returned", "amount": "850",
                                               "currency": "EUR", "return_code": "AC04",
                                               "trace_ids": {"uetr": "97ed4827-7b6f-4491-a06f-b548d5a7512d"}}),),
    ),
)  # fmt: skip

OTHER_SIDE = (
    case(60, "", ("韩商", "Grace Otter"), ("C2C 商家，是别人买单的卖方。", "A P2P merchant: the seller of somebody's purchase."), ("", ""),
         by_state=False, flags=("p2p_merchant",), balances={"USDT": "9000"}),
    case(61, "", ("罗买", "Sid Parrish"), ("C2C 买家，付款人姓名不符。", "A P2P buyer whose payer's name did not match."), ("", ""),
         by_state=False, balances={"USDT": "1000"}),
)  # fmt: skip
"""No contact reason of their own."""

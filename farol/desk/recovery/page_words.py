"""Sentences of the recovery pages."""

from farol.kit.i18n import Say
from farol.selfserve.portal.words import Words as PortalWords


class Words(PortalWords):
    re_title = Say("找回充错的币", "Recover a wrong deposit")
    re_lead = Say("粘贴交易哈希，马上告诉您能不能找回、费用多少、要多久、要什么证据。只是查，不会开始办理。",
                  "Paste the transaction hash and see at once whether it can be brought back, what it costs, how long it takes and what has to be shown. Looking starts nothing.")
    re_txid = Say("交易哈希", "Transaction hash")
    re_txid_hint = Say("在付款平台或钱包的转出记录里，不是平台的订单号。", "It stands in the record of the transfer at the sending platform or wallet. An order number is not one.")
    re_network = Say("网络（不确定就不选）", "Network (leave open if unsure)")
    re_any = Say("不确定", "Not sure")
    re_look = Say("查一下", "Look it up")
    re_ask = Say("申请找回", "Ask for it")
    re_anyway = Say("还是交给客服看看", "Have a person look at it")
    re_mine = Say("我的找回申请", "My recoveries")
    re_none = Say("还没有找回申请", "No recoveries yet")
    re_yes = Say("可以找回", "It can be brought back")
    re_no = Say("不能找回", "It cannot be brought back")
    re_open = Say("还不能报价", "No price yet")
    re_down = Say("交易所现在没有回应", "The exchange is not answering")
    re_down_s = Say("您可以先申请，查到后我们在工单里告诉您。", "You may ask for it already; we tell you in a ticket once it was looked up.")
    re_deposit = Say("这笔充值", "The deposit")
    re_fee = Say("费用", "Fee")
    re_get = Say("您收到", "You receive")
    re_time = Say("预计时间", "Expected time")
    re_sum = Say("怎么算的", "How it is worked out")
    re_where = Say("去向", "Where it goes")
    re_ways = {"credit": Say("入到您的账户", "Into your account"), "refund": Say("退回付款地址，不退到别的地址", "Back to the address it came from, and to no other"),
               "recover": Say("找回后入到您的账户", "Brought back and into your account")}
    re_needs = Say("要什么证据", "What has to be shown")
    re_given = Say("已给", "given")
    re_by_core = Say("按交易所公布的规则", "By the rules the exchange publishes")
    re_by_rules = Say("按找回规则第 {n} 版", "By the recovery rules, version {n}")
    re_agree_head = Say("您的同意", "Your agreement")
    re_agree = Say("我同意", "I agree")
    re_prove = Say("同意之前，请先证明是您本人（通行密钥、验证器或验证码）。", "Before you agree, prove that it is you (passkey, authenticator or code).")
    re_prove_go = Say("去验证", "Prove it is me")
    re_prove_again = Say("再验证一次", "Prove it once more")
    re_agreed = Say("您在{at}同意", "You agreed {at}")
    re_evidence = Say("给出证据", "Give evidence")
    re_what = Say("这是什么", "What it is")
    re_files = Say("文件", "Files")
    re_sign = Say("要签的句子", "The sentence to sign")
    re_words = Say("签名后的消息（地址、句子、签名）", "The signed message (address, sentence, signature)")
    re_give = Say("提交", "Give")
    re_withdraw = Say("撤回申请", "Take it back")
    re_withdraw_s = Say("在交易所开始办理之前都可以撤回，不收费用。", "Possible until the exchange begins, and free of charge.")
    re_sure = Say("确定撤回", "Yes, take it back")
    re_too_late = Say("交易所已经开始办理，不能再撤回。", "The exchange has begun; it can no longer be taken back.")
    re_ticket = Say("工单 {number}", "Ticket {number}")
    re_all = Say("全部找回申请", "All recoveries")
    re_kinds = {"sender_picture": Say("付款方转出截图", "Picture of the transfer at the sending side"), "screen_recording": Say("付款账户录屏", "Screen recording of the sending account"),
                "ownership": Say("签名消息或平台流水", "Signed message or statement")}

"""Sentences of the tool pages."""

from farol.kit.i18n import Say
from farol.selfserve.portal.words import Words as PortalWords


class Words(PortalWords):
    to_head = Say("自己查", "Look it up yourself")
    to_down = Say("交易所现在没有回应，这里暂时看不到。您的资产不受这一页影响，请过几分钟再看。",
                  "The exchange is not answering, so nothing can be shown now. This page changes nothing in your account. Look again in a few minutes.")
    to_refused = Say("交易所没有让我们查看。写工单给我们，客服来查原因。", "The exchange did not let us look. Write to us and a person finds out why.")
    to_not_offered = Say("这家交易所没有提供这项查询，再试也不会有。请在交易所里看，或写工单问我们。",
                         "This exchange does not offer this here; trying again will not help. Look at the exchange itself or write to us.")
    to_again = Say("再看一次", "Look again")
    to_write = Say("写工单", "Write to us")
    to_article = Say("看说明", "Read how it works")
    to_txid = Say("交易哈希", "Transaction hash")
    to_nothing = Say("这里没有您能看到的记录", "There is nothing here that you can see")
    to_stolen = Say("不是您操作的？马上保护账户", "It was not you? Protect the account now")

    wd_lead = Say("最近 90 天的提币：走到哪一步，失败的为什么失败、怎么改。", "Withdrawals of the last 90 days: where each stands, and for those that failed why and what to change.")
    wd_none = Say("最近 90 天没有提币", "No withdrawals in the last 90 days")
    wd_fee = Say("手续费", "Fee")
    wd_to = Say("收款地址", "To")
    wd_when = Say("提交时间", "Asked for")
    wd_state = Say("状态", "State")
    wd_fix = Say("怎么改", "What to do")
    wd_internal = Say("站内转账，不上链，所以没有交易哈希", "Sent inside the exchange, not over a chain: there is no transaction hash")
    wd_steps = {
        "received": Say("已提交", "Received"), "review": Say("审核", "Checked"), "sending": Say("广播到链上", "Sent to the chain"),
        "onchain": Say("链上确认", "Confirmed on the chain"), "completed": Say("完成", "Completed"),
    }
    wd_cancel = Say("取消这笔提币", "Cancel this withdrawal")
    wd_cancel_s = Say("取消后币回到余额。取消不能撤回：要提得重新提交，重新排队审核。",
                      "The coins go back to your balance. A cancellation cannot be undone: to withdraw you ask again, and it is checked again.")
    wd_cancel_sure = Say("确认取消", "Cancel it")
    wd_prove = Say("取消前要先证明是您本人（通行密钥、验证器或验证码），15 分钟内有效。", "Before you cancel, prove that it is you (passkey, authenticator or code). The proof holds for 15 minutes.")
    wd_prove_go = Say("去验证，再回到这里", "Prove it is me, then come back here")
    wd_not_any_more = Say("已不能取消", "It can no longer be cancelled")
    wd_on_chain = Say("已经上链，谁都拦不住，交易所也不行。提错地址请马上联系收款方。",
                      "It is on the chain, where nobody can stop it, the exchange included. If the address was wrong, contact the receiver now.")
    wd_confirming = Say("剩下的是网络的确认，客服和交易所都不能加快。", "What is left are confirmations of the network, which neither support nor the exchange can hurry.")
    wd_no_cancel_here = Say("这家交易所没有提供从这里取消。请在交易所的提币记录里取消，或写工单。",
                            "This exchange does not offer cancelling from here. Cancel it in your withdrawals at the exchange, or write to us.")
    wd_did = {
        "executed": Say("已取消，币回到余额。", "It is cancelled; the coins go back to your balance."),
        "open": Say("已交给交易所，还没有确认。请不要重复操作，刷新这一页看结果。",
                    "The exchange has been asked and has not confirmed yet. Do not repeat it; reload this page for the result."),
        "not_cancellable": Say("没取消成：交易所说已经来不及取消。", "Not cancelled: the exchange says it is too late."),
        "not_offered": Say("没取消成：这家交易所没有提供从这里取消。", "Not cancelled: this exchange does not offer it from here."),
        "failed": Say("没取消成，提币照原样继续。请写工单，我们来查。", "Not cancelled; the withdrawal goes on as before. Write to us and we find out why."),
    }

    de_lead = Say("最近 30 天的充值。到账后可以交易；可提币要等更多确认。", "Deposits of the last 30 days. Once credited you can trade; withdrawing takes more confirmations.")
    de_physics = Say("确认是网络一个区块一个区块给的，客服和交易所都不能加快。", "Confirmations come from the network, block by block: neither support nor the exchange can hurry them.")
    de_memo = Say("这笔带的{memo}：{value}", "The {memo} it came with: {value}")
    de_memo_none = Say("没有填", "none")
    de_memo_own = Say("您自己的{memo}，取自 {at} 到账的充值：{value}。下次转之前，请再对照交易所的充值页。",
                      "Your own {memo}, as in the deposit credited {at}: {value}. Before the next transfer compare it with the exchange's deposit page.")
    de_memo_where = Say("您自己的{memo}在交易所的充值页。再转一笔补上{memo}没有用，两笔不会合在一起。",
                        "Your own {memo} stands on the exchange's deposit page. A second transfer with it does not help: the two are not joined.")
    de_none = Say("最近 30 天没有充值。转了没看到？用交易哈希查。", "No deposits in the last 30 days. You sent one and do not see it? Look it up by its transaction hash.")
    de_credited = Say("到账", "Credited")
    de_withdrawable = Say("可提币", "Withdrawable")
    de_yes = Say("已完成", "done")
    de_of = Say("{have}/{need} 个确认", "{have} of {need} confirmations")
    de_about = Say("，约 {at}", ", about {at}")
    to_recover = Say("申请找回", "Ask for recovery")

    tr_title = Say("查一笔充值", "Trace a deposit")
    tr_lead = Say("粘贴交易哈希，所有可能的网络一起查，查到什么说什么。", "Paste the transaction hash: every network it could be on is asked, and you read what was found.")
    tr_hint = Say("在付款平台或钱包的转出记录里，不是平台的订单号。别贴密码、助记词。", "It stands in the record of the transfer at the sending platform or wallet. An order number is not one. Never paste passwords or seed phrases.")
    tr_look = Say("查一下", "Look it up")
    tr_address = Say("这是地址，不是交易哈希。哈希在付款方的转出记录里。", "This is an address, not a transaction hash. The hash stands in the sender's record of the transfer.")
    tr_no_hash = Say("这不是交易哈希，可能是付款平台的订单号。请在转出记录里找 TXID 或 Hash。", "This is not a transaction hash; it may be an order number of the sending platform. Look for TXID or Hash in the record of the transfer.")
    tr_nowhere = Say("交易所没有这笔的记录，查了 {networks}", "The exchange has no record of it; asked: {networks}")

    ho_lead = Say("现在不能做什么、为什么、什么时候自动解除。", "What you cannot do for now, why, and when it ends by itself.")
    ho_none = Say("账户现在没有限制", "There are no limits on your account now")
    ho_left = Say("还有 {long}，{at}自动解除", "{long} left: ends by itself {at}")
    ho_physics = Say("这是定时锁，客服、主管、交易所都不能提前解除，催也不会更快。",
                     "It is a time lock: neither support, nor a lead, nor the exchange can end it earlier, and asking makes it no faster.")
    ho_thief = Say("它防的是盗号的人转走您的币。", "It keeps a thief from moving your coins.")
    ho_open = Say("没有结束时间，要等交易所处理完。客服和主管都不能解除；可以写工单问进展、补充情况。",
                  "It has no end time: it ends when the exchange has dealt with it. Neither support nor a lead can lift it; you may write to ask how it stands or to add what you know.")
    ho_ways = {
        "travel_rule": Say("交易所要先核对付款方或收款方的信息（旅行规则）。请在交易所里按提示填写，核对完才会解除，客服不能跳过。",
                           "The exchange first has to check who sent or receives the coins (travel rule). Fill in there what it asks for: it ends after that check, which support cannot skip."),
        "source_of_funds": Say("交易所在了解资金来源。请在交易所里按提示提交材料，看完才会解除，客服不能跳过。别把证件发给任何自称客服的人。",
                               "The exchange asks where the funds come from. Hand in the papers there: it ends after they were read, which support cannot skip. Never send documents to anybody who says they are support."),
        "self_freeze": Say("这是您自己冻结的。解冻要核验身份、两个人同意、再等一段时间：您快不了，小偷也快不了。",
                           "You froze it yourself. Opening it again takes an identity check, two people and a waiting time: no faster for you, and no faster for a thief."),
    }
    ho_person = Say("这项限制由人来看，可以写工单补充情况。", "A person looks at this one: you may write to us with what you know.")
    ho_set_off = Say("由来：{at} {trigger}。", "Set off by {trigger}, {at}.")

    ky_level = Say("等级 {level}", "Level {level}")
    ky_states = {
        "none": Say("还没有提交认证", "Nothing submitted yet"), "pending": Say("在审核，现在不需要您做什么", "Being checked; nothing is needed from you now"),
        "approved": Say("已通过", "Passed"), "retry": Say("没通过，可以改了再提交", "Refused; change the points below and submit again"),
        "final_reject": Say("没通过，不能再提交", "Refused for good"), "expired": Say("认证已过期，请用新证件重新提交", "Expired: submit again with a valid document"),
    }
    ky_unknown = Say("交易所给出了新的状态，还没有对应的说明", "The exchange reports a state we have no words for yet")
    ky_eta = Say("约{at}有结果", "expected about {at}")
    ky_left = Say("还能提交 {n} 次", "{n} tries left")
    ky_final = Say("重新提交也改变不了这一条。", "Submitting again will not change this one.")
    ky_unread = Say("有的原因这里没有说明，请写工单，由客服告诉您。", "For some of it there are no words here: write to us and a person tells you.")
    ky_where = Say("在交易所 App 的“身份认证”里重新提交。别把证件发给任何自称客服的人。", "Submit again under Verification in the exchange's app. Never send documents to anybody who says they are support.")
    ky_none = Say("交易所没有您的认证记录", "The exchange has no identity check of yours")

    li_lead = Say("最近 90 天被强平的仓位，每一步怎么算的。", "Positions closed by force in the last 90 days, worked out step by step.")
    li_none = Say("最近 90 天没有强平", "No liquidations in the last 90 days")
    li_sides = {"long": Say("多仓", "long"), "short": Say("空仓", "short"), "buy": Say("多仓", "long"), "sell": Say("空仓", "short")}
    li_trigger = Say("触发强平的标记价格", "Mark price that set it off")
    li_crossed = Say("标记价格第一次到达", "The mark price first got there")
    li_needed = Say("那一刻的维持保证金（数量 × 标记价格 × 维持保证金率）", "Maintenance margin at that moment (size × mark price × rate)")
    li_bankrupt = Say("破产价格（保证金正好亏完）", "Bankruptcy price (the margin is used up exactly)")
    li_fill = Say("实际成交均价", "Price it was closed at")
    li_left = Say("成交价和破产价之间还剩（负数是亏穿）", "Left between that price and bankruptcy (below zero: lost beyond the margin)")
    li_after = Say("再扣手续费", "After fees")
    li_fees = Say("手续费", "Fees")
    li_mark = Say("强平看标记价格，不看最新成交价。K 线上没到，标记价格也可能已经到了。", "What counts is the mark price, not the last trade. It can get there while the chart of trades does not, and the other way round.")
    li_not_linear = Say("这种合约不是用稳定币结算，这里只列数字，不替您相乘。", "This contract is not settled in a stable coin: the figures are listed here and not multiplied.")
    li_adl = Say("这次由自动减仓（ADL）接手。", "It was taken over by auto-deleveraging (ADL).")
    li_prices = Say("前后的价格", "Prices around it")
    li_no_series = Say("交易所没有给出当时的逐秒价格，需要的话写工单要。", "The exchange gave no prices around that moment. Write to us if you need them.")
    li_mark_price = Say("标记价格", "Mark")
    li_index = Say("指数价格", "Index")
    li_last = Say("最新成交价", "Last")

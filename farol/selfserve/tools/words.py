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

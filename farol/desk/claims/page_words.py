"""Sentences of the claim pages."""

from farol.kit.i18n import Say
from farol.selfserve.portal.words import Words as PortalWords


class Words(PortalWords):
    cl_title = Say("索赔：{what}", "Claims: {what}")
    cl_window = Say("计入的时间", "What counts")
    cl_span = Say("{start} 到 {end}", "{start} to {end}")
    cl_until = Say("{at}前可以提交", "Claims until {at}")
    cl_closed = Say("提交已截止", "Claims can no longer be made")
    cl_inputs = Say("用什么算", "What goes in")
    cl_inputs_s = Say("交易所日志里，这段时间内您账户的强平和被系统拒绝的订单。您不用自己举证；可以补充说明和文件。",
                      "From the exchange's logs, the liquidations of your account in that time and its orders that the system refused. You need not prove them; you may add words and files.")
    cl_formula = Say("怎么算", "How it is worked out")
    cl_out = Say("不计入", "What is left out")
    cl_no_out = Say("没有", "Nothing")
    cl_version = Say("第 {n} 版，{at}公布。公布后不再改动，有变化会另出一版", "Version {n}, published {at}. It stays as it is; a change is a new version")
    cl_earlier = Say("以前的版本", "Earlier versions")
    cl_not_yet = Say("计算方法还没有公布", "How claims are worked out is not published yet")
    cl_go = Say("提交索赔", "Claim")
    cl_rule = Say("每个账户一份。金额由系统直接记入您的账户，不收费用。", "One for an account. What is granted is credited to your account by the system, free of charge.")
    cl_words = Say("补充说明（可不填）", "Anything to add (optional)")
    cl_files = Say("文件（可不选）", "Files (optional)")
    cl_yours = Say("您的索赔 {number}", "Your claim {number}")
    cl_lines = Say("怎么算出来的", "How it was worked out")
    cl_line = Say("项目", "Item")
    cl_sum = Say("算式", "Arithmetic")
    cl_left_out = Say("不计入：{why}", "Left out: {why}")
    cl_none = Say("日志里没有符合公式的项目", "The logs hold nothing that the formula covers")
    cl_total = Say("合计", "In all")
    cl_amount = Say("金额", "Amount")
    cl_ticket = Say("工单 {number}", "Ticket {number}")
    cl_appeal = Say("申诉", "Appeal")
    cl_appeal_s = Say("只能申诉一次，决定后 {days} 天内。由没有参与决定的人重新看，7 天内答复。", "Once, within {days} days of the decision. Somebody who did not decide looks at it anew and answers within 7 days.")
    cl_appeal_why = Say("哪里不对", "What is wrong")
    cl_appealed = Say("您在{at}申诉，{due}前答复", "You appealed {at}; an answer comes by {due}")
    cl_granted = Say("申诉已通过，另加 {extra} {coin}", "Your appeal is granted: {extra} {coin} more")
    cl_upheld = Say("申诉已重新看过，决定不变", "Your appeal was looked at anew; the decision stays")
    cl_sheet = Say("计算方法", "How claims are worked out")

"""Sentences of the portal."""

from farol.kit.i18n import Say
from farol.selfserve.help_centre.words import Words as HelpWords


class Words(HelpWords):
    all_tickets = Say("全部工单", "All tickets")
    sign_out = Say("退出", "Sign out")
    zone_of = Say("时间为{place}时间", "Times are {place} time")

    enter_title = Say("我的工单", "My tickets")
    enter_why = Say("请从交易所网站进来", "Come in through the exchange's site")
    enter_text = Say(
        "工单里有您账户的信息，所以要由交易所证明您是谁。这里没有单独的密码。",
        "Tickets hold facts about your account, so the exchange has to vouch for you. There is no password of its own here.",
    )
    enter_1 = Say("登录交易所网站或 App。", "Sign in at the exchange's site or app.")
    enter_2 = Say("在那里点“我的工单”，会直接回到这里。", "Press My tickets there: you come back here signed in.")
    enter_3 = Say("没有账户也写过信？直接回复我们发给您的邮件就可以。", "You wrote without an account? Answer the e-mail we sent you.")
    enter_go = Say("去交易所登录", "Sign in at the exchange")
    enter_refused = Say("交易所没能确认您的身份。链接只能用一次，几分钟后失效，请再点一次“我的工单”。", "The exchange could not confirm who you are. The link works once and for a few minutes: press My tickets there again.")
    never_phone = Say("不会有人打电话让您在别的网页登录，会的都是骗子。", "Nobody will call and ask you to sign in on another page. Whoever does is a thief.")

    list_empty = Say("还没有工单", "No tickets yet")
    list_empty_text = Say("写给我们之后，编号和进度都会在这里。多数问题帮助中心里有答案。", "Once you write to us, number and progress stand here. Most questions are answered in the help centre.")
    to_help = Say("看帮助中心", "See the help centre")
    new_answers = Say("{n} 条新回复", "{n} new")
    opened_on = Say("{at}提交", "opened {at}")
    last_word = Say("{at}更新", "updated {at}")
    you = Say("您", "You")
    support = Say("客服", "Support")
    assistant = Say("AI 助手", "AI assistant")
    system = Say("系统", "System")

    s_open = Say("我们在处理", "With us")
    s_pending = Say("等您回复", "Waiting for you")
    s_resolved = Say("已解决", "Solved")
    s_closed = Say("已关闭", "Closed")
    s_merged = Say("在 {number} 继续", "Continues in {number}")

    n_open = Say("现在不需要您做什么", "Nothing is needed from you now")
    n_open_text = Say("有回复会显示在这里；您不在页面上时，会发到您的邮箱。", "Answers appear here; when you are away, they also come by e-mail.")
    n_pending = Say("轮到您了", "It is your turn")
    n_pending_text = Say("我们在等您的回答，直接写在下面就行。", "We are waiting for your answer. Write it below.")
    n_resolved = Say("已解决", "Solved")
    n_resolved_text = Say("没解决？在下面写一句就重新打开，不用再讲一遍。", "Not solved? One line below opens it again. Nothing to repeat.")
    n_closed = Say("已关闭", "Closed")
    n_closed_text = Say("这张工单不能再回复。有新的事，请从交易所网站的聊天窗口新开一张。", "This ticket takes no more replies. For something new, open the chat on the exchange's site.")
    n_merged = Say("在 {number} 继续", "This continues in {number}")
    n_merged_text = Say("两张工单说的是同一件事，已合成一张。之前写的都还在，不用再讲一遍。", "Two tickets were about one thing and are one now. All you wrote is kept; nothing to repeat.")
    to_merged = Say("打开 {number}", "Open {number}")
    came = Say("并入这里的工单", "Tickets that were merged into this one")

    promise_by = Say("我们 {at} 前再写给您", "We write again by {at}")
    promise_broken = Say(
        "我们说好 {at} 前写给您，没有做到，是我们的错。工单已标为超时。",
        "We said we would write by {at} and did not. That is our fault. Your ticket is marked overdue.",
    )
    held_lead = Say("主管已接手，{at}起", "A team lead has it, since {at}")
    held_duty = Say("值班经理已接手，{at}起", "The duty manager has it, since {at}")
    wait_place = Say("前面 {n} 人，通常 {usually}内，最慢约 {slowest}。", "{n} ahead of you, usually under {usually}, slowest about {slowest}.")
    wait_next = Say("下一个就是您，通常 {usually}内，最慢约 {slowest}。", "You are next, usually under {usually}, slowest about {slowest}.")
    wait_nobody = Say("前面 {n} 人。现在没有客服在线。", "{n} ahead of you. Nobody is on shift now.")
    wait_nobody_next = Say("您排在最前。现在没有客服在线。", "You are first in line. Nobody is on shift now.")
    wait_language = Say("会您语言的客服现在不在线，可能先用英语回复您。", "Nobody on shift speaks your language; the answer may be in English.")
    wait_later = Say("现在特别忙，这类问题 {at} 之后处理。", "We are very busy: questions like this are looked at after {at}.")
    may_leave = Say("可以关掉页面，回复会发到您的邮箱。", "You may close this page. The answer also goes to your e-mail.")

    rate = Say("这次服务怎么样？", "How was it?")
    rate_again = Say("您的评价，可以改", "Your rating. You can change it")
    stars = Say("{n} 星", "Stars: {n}")
    rate_words = Say("想补充的话（可不填）", "Anything to add (optional)")
    solved_ask = Say("解决了吗？", "Is it solved?")
    solved_yes = Say("解决了", "Solved")
    solved_no = Say("还没解决，重新打开", "Not solved: open it again")
    rate_send = Say("提交评价", "Send")
    rated_thanks = Say("已记下您的评价", "Your rating was kept")

    where = Say("走到哪一步了", "Where it stands")
    w_received = Say("已收到", "Received")
    w_received_s = Say("编号 {number}", "Number {number}")
    w_read = Say("客服已读", "Read by support")
    w_answered = Say("第一次回复", "First answer")
    w_reopened = Say("您重新打开了", "You opened it again")
    w_in_line = Say("等客服查看", "Waiting to be read")
    w_in_line_s = Say("现在不需要您做什么。", "Nothing is needed from you now.")
    w_being_handled = Say("客服正在处理", "Support is working on it")
    w_being_handled_s = Say("现在不需要您做什么。", "Nothing is needed from you now.")
    w_answer_given = Say("已回复您", "Answered")
    w_answer_given_s = Say("还有疑问，直接写在下面。", "If something is open, write below.")
    w_waiting_for_you = Say("等您回复", "Waiting for you")
    w_waiting_for_you_s = Say("看下面最后一条消息。", "See the last message below.")
    w_resolved = Say("解决", "Solved")
    w_closed = Say("已关闭", "Closed")
    since = Say("{at}起，{long}", "since {at}, {long}")

    conversation = Say("对话", "Conversation")
    earlier = Say("更早的消息", "Earlier messages")
    removed = Say("发出时含有私密信息，已在保存前抹掉", "Held secrets, removed before it was stored")
    file_refused = Say("未通过检查", "refused")
    file_checking = Say("检查中", "being checked")
    answer = Say("补充一句", "Write a reply")
    attach = Say("附件：图片或文件，最多 5 个，每个不超过 20 MB", "Attachments: up to 5 files of at most 20 MB each")
    never_send = Say("别发密码、验证码、助记词", "Never send passwords, codes or seed phrases")
    send = Say("发送", "Send")
    sent = Say("已收到您的消息，{at}", "Your message arrived, {at}")
    not_sent = Say("没发出去，内容还在下面。附件要重新选。", "Not sent. Your words are kept below; please choose the files again.")

    no_ticket = Say("这里没有您能看到的工单", "There is no ticket here that you can see")
    no_ticket_text = Say("编号可能打错了，或者这张工单属于另一个账户。", "The number may be mistyped, or the ticket belongs to another account.")

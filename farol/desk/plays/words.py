"""The sentences around a message: on its page, in its mail, and in the ticket that an answer opens."""

from farol.kit.i18n import Say, Texts


class Words(Texts):
    """What customers read."""

    from_us = Say("我们发给您的消息", "Messages from us")
    none = Say("还没有消息。您的充值、提币或账户有事时，我们会在这里告诉您。", "None yet. When something happens to your deposits, withdrawals or account, we tell you here.")
    new = Say("新", "new")
    answered = Say("您已回复 · 工单处理中", "You answered · it is a ticket now")
    to_ticket = Say("查看工单", "See the ticket")
    answer = Say("回复", "Your answer")
    answer_why = Say("您的回复会成为一张普通工单，有人负责到底。", "Your answer becomes an ordinary ticket that somebody sees through to the end.")
    send = Say("发送", "Send")
    was_me = Say("是我本人", "It was me")
    not_me = Say("不是我，立即冻结", "Not me: freeze at once")
    thanks = Say("好的，不用再做什么。", "Good. There is nothing more to do.")
    never_send = Say("不要发送密码、验证码或助记词", "Never send passwords, codes or seed phrases")
    over = Say("这条消息已关闭。有问题请新开工单。", "This message is closed. If something is unclear, open a new ticket.")
    what_to_hear = Say("哪些事情要告诉您", "What you want to be told of")
    what_why = Say("同一类一天最多一条；除账户安全外，夜里 22 点到早上 8 点不打扰。", "At most one a day of a kind; at night, from 22:00 to 08:00, only account security.")
    save = Say("保存", "Save")
    stop_all = Say("都不要", "Nothing at all")
    saved = Say("已保存。", "Saved.")
    t_withdrawal = Say("提币失败或卡住", "Withdrawals that fail or get stuck")
    t_deposit = Say("没写清楚给谁的充值", "Deposits that do not say for whom")
    t_network = Say("您用到的网络暂停和恢复", "Networks you are using that pause and resume")
    t_identity = Say("身份认证需要重做", "Identity checks to be repeated")
    t_trading = Say("仓位被强平", "Positions that were liquidated")
    t_security = Say("账户安全：登录、密码、API 密钥有变化", "Account security: sign-ins, passwords, API keys")

    quoted = Say("您回复的是我们这条消息：\n\n{words}", "You are answering this message of ours:\n\n{words}")

    stop_head = Say("不再收到这类消息", "No more messages of this kind")
    stop_text = Say("{topic}。您随时可以在“我们发给您的消息”里改回来。", "{topic}. You can change it back at any time under “Messages from us”.")
    stop_one = Say("不再告诉我这一类", "Do not tell me of these")
    stop_every = Say("什么都不要告诉我", "Do not tell me of anything")
    stopped = Say("好的，已停止。", "Done. You will not be told of it any more.")
    stop_wrong = Say("这个链接不完整。请从邮件里重新打开。", "This link is not complete. Open it again from the mail.")

    mail_open = Say("查看和回复：", "To read and answer:")
    mail_stop = Say("不想再收到这类邮件：", "No more mails of this kind:")
    mail_not_me = Say("不是您本人：立即冻结账户", "If it was not you, freeze the account at once:")
    mail_secrets = Say(
        "我们不会向您要密码、验证码、助记词或私钥，也不会让您转币。",
        "We never ask for a password, a code, a seed phrase or a private key, and never to move coins.",
    )
    mail_check = Say("想确认是不是我们发的：登录 {brand}，打开“我的工单”，同样的话就在那里。", "To check that this is ours: sign in at {brand} and open My tickets. The same words stand there.")

    def topic(self, name: str) -> str:
        """A topic as customers know it."""
        return str(getattr(self, f"t_{name}", name))

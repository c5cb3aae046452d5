"""The page's sentences."""

from farol.kit.i18n import Say, Texts


class Words(Texts):
    """Both languages."""

    title = Say("演示邮箱", "Demo mailbox")
    what = Say("演示里发出的每封邮件都在这里，不会真的寄出。", "Every mail the demo sends lands here. Nothing leaves this machine.")
    all = Say("全部", "All")
    none = Say("还没有邮件", "No mail yet")
    none_how = Say(
        "客户关掉页面后客服再回复，几十秒没人读，就会发到这里。",
        "When an agent answers after the customer has closed the page, and nobody reads it for a while, it comes here.",
    )
    write = Say("写信给客服", "Write to support")
    choose = Say("选一封邮件来看", "Choose a mail to read it")
    sent = Say("已发出", "Sent")
    frm = Say("发件人", "From")
    to = Say("收件人", "To")
    at = Say("时间", "Received")
    subject = Say("主题", "Subject")
    looks = Say("样式", "Formatted")
    plain = Say("纯文本", "Plain text")
    source = Say("邮件头", "Headers")
    reply = Say("回复", "Reply")
    reply_hint = Say("会像普通邮件一样寄到工单，并附上原文。", "Goes to the ticket as any mail would, with the original quoted.")
    send = Say("发送", "Send")
    your_address = Say("您的邮箱", "Your address")
    text = Say("内容", "Message")
    went = Say("已寄出。几秒后会出现在工单里。", "Sent. It stands in the ticket within seconds.")
    not_sent = Say("没寄出去，内容还在：{why}", "Not sent, your words are kept: {why}")
    empty = Say("请写点内容", "Write something first")
    bad_address = Say("这不是邮箱地址", "This is not an e-mail address")
    back = Say("返回列表", "Back to the list")
    missing = Say("这里没有这封邮件", "There is no such mail here")
    other = Say("English", "中文")

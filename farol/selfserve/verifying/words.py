"""Sentences of the page on which a message is checked."""

from farol.kit.i18n import Say
from farol.selfserve.portal.words import Words as PortalWords


class Words(PortalWords):
    title = Say("这条消息是不是我们发的？", "Is this message ours?")
    lead = Say("贴上消息里的核对码，或者直接打开消息里的核对链接。", "Paste the code of the message, or open the link that stands in it.")
    code = Say("核对码", "Code")
    go = Say("核对", "Check")
    yes = Say("是 {brand} 发的。", "It is ours: {brand} sent it.")
    compare = Say(
        "请逐项对照您收到的消息。有一项不同，就说明有人把真的链接放进了假的消息里，不要照着做。",
        "Compare each line with what you received. If one differs, somebody put a real link into a false message: do not follow it.")
    sent = Say("发出时间", "Sent")
    kind = Say("方式", "By")
    to = Say("发给", "To")
    subject = Say("标题", "Subject")
    ticket = Say("工单", "Ticket")
    sign_in = Say("登录后可以看到是哪个工单。", "Sign in to see which ticket it belongs to.")
    other = Say("这条消息不是发给您现在登录的账户的。", "This message did not go to the account you are signed in with.")
    no = Say("不是我们发的。", "It is not ours.")
    no_s = Say(
        "没有这个核对码的消息。不要点里面的链接，不要回复，也不要照着转币。网址请自己输入。",
        "We sent no message with this code. Do not open its links, do not answer, and move no coins because of it. Type our address yourself.")
    acted = Say("已经点了、填了密码或转了币？马上冻结账户", "You opened it, typed a password or moved coins? Freeze the account now")
    report = Say("把可疑的消息告诉我们", "Tell us about the message")
    never = Say("我们不会向您要密码、验证码、助记词或私钥，也不会让您转币。", "We never ask for a password, a code, a seed phrase or a private key, and never to move coins.")
    by_email = Say("电子邮件", "E-mail")

"""Sentences of the page on which a message is checked."""

from farol.kit.i18n import Say
from farol.selfserve.portal.words import Words as PortalWords


class Words(PortalWords):
    title = Say("这真的是我们吗？", "Is this really us?")
    lead = Say(
        "账号、电话、邮箱、网址，或者消息里的核对码，都可以查。",
        "An account name, a phone number, a mail address, a site, or the code of a message.")
    code = Say("要核对的内容", "What to check")
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

    v_ours = Say("是我们的", "It is ours")
    v_alike = Say("不是我们的，在冒充我们", "Not ours: it poses as us")
    v_not_ours = Say("不是我们的", "Not ours")
    k_phone = Say("电话号码", "Phone number")
    k_mail = Say("邮箱地址", "Mail address")
    k_handle = Say("账号名", "Account name")
    k_site = Say("网址", "Site")
    k_name = Say("显示名称", "Shown name")
    against = Say("{at} 对照官方名单", "Checked against our list, {at}")
    ours_any = Say(
        "它在我们的名单里。即使在这里，我们也不会要密码、验证码、助记词，也不会让您转币。",
        "It stands on our list. Even there nobody asks for a password, a code or a seed phrase, or tells you to move coins.")
    ours_phone = Say(
        "这是我们的号码，但来电显示可以伪造。接到电话请先挂断，再在“电话核对码”页面对照六位数字。",
        "The number is ours, but what a phone shows as caller can be forged. Hang up, then compare the six digits on the page Phone codes.")
    ours_mail = Say(
        "这是我们的邮箱，但发件人一栏可以伪造。请再核对邮件里的防钓鱼词，或贴上邮件里的核对码。",
        "The address is ours, but the line From can be forged. Look for your anti-phishing word, or paste the code that stands in the mail.")
    alike_of = Say("它和我们的很像，不一样的地方标出来了。", "It is made to look like ours. What differs is marked.")
    alike_name = Say("它用了我们的名字，但不在我们的名单里。名字和头像谁都能用。", "It carries our name and is not on our list. Anybody can take a name and a picture.")
    alike_elsewhere = Say("这个名字是我们在 {channel} 的账号，在别处的不是我们。", "This name is ours at {channel} only. Elsewhere it is not us.")
    not_phone = Say("我们没有这个号码。请挂断，不要回拨。", "We have no such number. Hang up, and do not call back.")
    not_handle = Say("我们没有这个账号。我们从不先私聊您。", "We have no such account. We never write to you first.")
    not_any = Say("它不在我们的名单里。不要在那里登录、回复或转币。", "It is not on our list. Do not sign in there, answer or send coins.")
    asked_for = Say("您查的", "What you asked")
    looks_like = Say("我们真正的", "The real one")
    dealt = Say("您跟它做过这些事吗？", "Did any of this happen?")
    did_gave = Say("给过密码、验证码、助记词，或让它远程操作：先冻结账户", "You gave a password, a code or a seed phrase, or let them use your screen: freeze the account")
    did_sent = Say("转过币给它：带上 TXID 告诉我们", "You sent coins: tell us, with the transaction id")
    did_none = Say("都没有，只是举报", "None of it, only report")
    real = Say("我们真正的渠道", "Our real channels")
    real_why = Say("名单外的一律不是我们。查不到也算“不是”。", "Whatever is not on this list is not us. Not found means not ours.")
    phone_codes = Say("电话核对码", "Phone codes")

"""The sentences of outgoing mail, in the two languages of the product, and the mark that starts a quoted one."""

import re

from farol.kit.i18n import Say, Texts


class Words(Texts):
    """What every mail says around the agent's own words. Nothing a customer typed is ever part of it."""

    mark = Say("直接回复这封邮件即可，您的话会进入工单 {number}", "Just reply to this mail: your words go to ticket {number}")
    subject = Say("客服回复", "Reply from support")
    wrote = Say("{who}（{brand}）回复：", "{who} at {brand} wrote:")
    file_one = Say("附 {count} 个文件，在工单里查看。", "With {count} file, to be seen in the ticket.")
    file_many = Say("附 {count} 个文件，在工单里查看。", "With {count} files, to be seen in the ticket.")
    secrets = Say(
        "我们不会向您要密码、验证码、助记词或私钥，也不会让您转币。",
        "We never ask for a password, a code, a seed phrase or a private key, and never to move coins.",
    )
    stolen = Say("账户正在被盗？不用登录，马上冻结：{url}", "Is your account being robbed? Freeze it now, without signing in: {url}")
    verify_known = Say(
        "想确认是不是我们发的：登录 {brand}，打开“我的工单”，同样的话就在那里。",
        "To check that this is ours: sign in at {brand} and open My tickets. The same words stand there.",
    )
    verify_visitor = Say(
        "如果您没有联系过 {brand}，不用理会这封邮件。",
        "If you never wrote to {brand}, there is nothing you need to do.",
    )

    outside_mark = Say(
        "直接回复这封邮件即可，您的回复只有我们的同事能看到（{number}）",
        "Just reply to this mail: only our staff will read your answer ({number})",
    )
    outside_foot = Say(
        "这封邮件由 {brand} 客服就工单 {number} 写给您，请不要转给客户。",
        "{brand} support wrote this to you about ticket {number}. Please do not pass it on to the customer.",
    )
    outside_wrong = Say("如果不该由您处理，请回复告诉我们。", "If this is not for you, reply and say so.")

    left_out = Say("原邮件里有内容没有放进工单：", "Not everything in the mail is in the ticket:")
    text_cut = Say("正文太长，全文在附件 mail.txt", "the text was too long; all of it is in the file mail.txt")
    files_cut = Say("附件太多，只收了前几个", "too many files; only the first ones were taken")
    message_id_reused = Say("邮件编号和另一封内容不同的邮件相同，请留意", "its id was used before by a mail with other words; take care")
    file_refused = Say("附件 {name}：{why}", "file {name}: {why}")


MARK = re.compile(
    r"直接回复这封邮件即可，您的话会进入工单 ?FRL-\d{4}-\d{6,}|Just reply to this mail: your words go to ticket FRL-\d{4}-\d{6,}"
    r"|直接回复这封邮件即可，您的回复只有我们的同事能看到（FRL-\d{4}-\d{6,}）"
    r"|Just reply to this mail: only our staff will read your answer \(FRL-\d{4}-\d{6,}\)")
"""Found in a reply, everything from here on is our own mail, quoted."""

"""The sentences of mail to customers, and the mark that starts a quoted one."""

import re

from farol.kit.i18n import LANGS, TONGUES, Say, Texts, Tongue

from .notes import Notes


class Words(Texts):
    """What every mail says around the agent's own words. Nothing a customer typed is ever part of it."""

    mark = Say("直接回复这封邮件即可，您的话会进入工单 {number}", "Just reply to this mail: your words go to ticket {number}")
    subject = Say("客服回复", "Reply from support")
    opened_via = Say("工单 {number} 是您在 {channel} 里打开的，回复邮件或在那里回复都可以。", "You opened ticket {number} on {channel}. Answer this mail or go on there.")
    wrote = Say("{who}（{brand}）回复：", "{who} at {brand} wrote:")
    file_one = Say("附 {count} 个文件，在工单里查看。", "With {count} file, to be seen in the ticket.")
    file_many = Say("附 {count} 个文件，在工单里查看。", "With {count} files, to be seen in the ticket.")
    secrets = Say(
        "我们不会向您要密码、验证码、助记词或私钥，也不会让您转币。",
        "We never ask for a password, a code, a seed phrase or a private key, and never to move coins.",
    )
    stolen = Say("账户正在被盗？不用登录，马上冻结：{url}", "Is your account being robbed? Freeze it now, without signing in: {url}")
    your_word = Say("您的防钓鱼词：{word}", "Your anti-phishing word: {word}")
    verify_link = Say("这封邮件是不是我们发的？在这里核对：{url}", "Is this mail really ours? Check it here: {url}")
    verify_known = Say(
        "想确认是不是我们发的：登录 {brand}，打开“我的工单”，同样的话就在那里。",
        "To check that this is ours: sign in at {brand} and open My tickets. The same words stand there.",
    )
    verify_visitor = Say(
        "如果您没有联系过 {brand}，不用理会这封邮件。",
        "If you never wrote to {brand}, there is nothing you need to do.",
    )


NUMBER = r"FRL-\d{4}-\d{6,}"


def _pattern(mark: Say, tongue: Tongue) -> str:
    # Some programs take the blank out between Chinese and Latin letters.
    return re.escape(mark.text(tongue)).replace(re.escape("{number}"), NUMBER).replace("工单\\ ", "工单 ?").replace("工單\\ ", "工單 ?")


MARK = re.compile("|".join([*(_pattern(Words.mark, tongue) for tongue in TONGUES), *(_pattern(Notes.outside_mark, lang) for lang in LANGS)]))
"""Found in a reply, everything from here on is our own mail, quoted. The Traditional one stands in its catalogue, since whoever reads mail is kept
too small for the converter."""

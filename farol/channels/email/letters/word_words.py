"""Sentences of the mail that says that a customer's word was changed."""

from farol.kit.i18n import Say

from .words import Words


class WordWords(Words):
    """Nothing of the word itself."""

    changed = Say("您的防钓鱼词改过了", "Your anti-phishing word was changed")
    now_there = Say(
        "您在 {at} 设置了新的防钓鱼词。从现在起，我们客服发给您的每封邮件上方都有它；没有这个词的邮件，不要相信。",
        "On {at} a new anti-phishing word was set. From now on it stands at the top of every mail of our support to you; do not trust one without it.")
    now_gone = Say(
        "您的防钓鱼词在 {at} 被去掉了。我们的邮件里不再有它。",
        "On {at} your anti-phishing word was taken away. It stands in our mail no longer.")
    not_you = Say("不是您做的？马上冻结账户，不用登录：{url}", "Was it not you? Freeze your account now, without signing in: {url}")

"""Refusals of the widget."""

from farol.kit.problem import Problem


class WhoAreYou(Problem):
    code = "who_are_you"
    status = 422
    texts = {"en": "Send an identity from the exchange, or an e-mail address.", "zh": "请登录，或留下邮箱。"}


class BadEmail(Problem):
    code = "bad_email"
    status = 422
    texts = {"en": "This does not look like an e-mail address.", "zh": "这个邮箱地址不像是对的。"}

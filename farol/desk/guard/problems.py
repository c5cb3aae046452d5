"""Refusals of the guard."""

from farol.kit.problem import Problem


class NeverAsked(Problem):
    """The reply asks for what support never asks for. words: which; instead: what to write, by language."""

    code = "never_asked"
    status = 422
    texts = {
        "en": "Not sent: “{words}” asks for what support never asks for.",
        "zh": "没有发出：“{words}”是在索要客服从不索要的东西。",
    }


class LinkNotAllowed(Problem):
    """The reply leads somewhere that is neither ours nor on the list. words: which; instead: what to write, by language."""

    code = "link_not_allowed"
    status = 422
    texts = {
        "en": "Not sent: “{words}” leads to a place that is not on our list.",
        "zh": "没有发出：“{words}”不在我们允许的网址和联系方式里。",
    }


class MoneyPromised(Problem):
    """The reply promises money by a time or for certain. words: which; instead: what to write, by language."""

    code = "money_promised"
    status = 422
    texts = {
        "en": "Not sent: “{words}” promises money that nobody has decided on.",
        "zh": "没有发出：“{words}”承诺了还没有决定的钱。",
    }


class BlankLeft(Problem):
    """A variable that nobody filled. words: which."""

    code = "blank_left"
    status = 422
    texts = {"en": "Not sent: “{words}” is still blank.", "zh": "没有发出：“{words}”还没填。"}


REFUSALS: dict[str, type[Problem]] = {"never.link": LinkNotAllowed, "promise.money": MoneyPromised}
"""By the code of what was found; everything else that stops a reply is ``NeverAsked``."""


def refusal(code: str) -> type[Problem]:
    """What a finding that stops a reply is refused as."""
    return REFUSALS.get(code, NeverAsked)

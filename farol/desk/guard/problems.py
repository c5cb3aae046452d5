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


class BlankLeft(Problem):
    """A variable that nobody filled. words: which."""

    code = "blank_left"
    status = 422
    texts = {"en": "Not sent: “{words}” is still blank.", "zh": "没有发出：“{words}”还没填。"}

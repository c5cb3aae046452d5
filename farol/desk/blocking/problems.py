"""What is refused about blocks."""

from farol.kit.problem import Problem


class BlockedAlready(Problem):
    """They are."""

    code = "blocked_already"
    status = 409
    texts = {"en": "This customer is blocked already. End that block first to set another.", "zh": "这位客户已被屏蔽。要改，请先解除。"}


class BlockEndsBefore(Problem):
    """It would be over at once."""

    code = "block_ends_before"
    status = 422
    texts = {"en": "Choose an end that lies ahead, at most a year.", "zh": "请选择以后的结束时间，最长一年。"}

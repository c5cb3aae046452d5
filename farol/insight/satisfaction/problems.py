"""What can be wrong with a rating."""

from farol.kit.problem import Problem


class NothingToRate(Problem):
    """The ticket is not resolved, nobody answered it, or its time to be rated is over."""

    code = "nothing_to_rate"
    status = 409
    texts = {"en": "This contact cannot be rated now.", "zh": "现在不能评价这次服务。"}

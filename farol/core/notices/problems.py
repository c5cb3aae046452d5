"""Refusals of notices."""

from farol.kit.problem import Problem


class TooManyTold(Problem):
    """A thing that concerns everybody is no notice to each."""

    code = "too_many_told"
    status = 422
    texts = {"en": "At most {most} people are told at once.", "zh": "一次最多通知 {most} 人。"}

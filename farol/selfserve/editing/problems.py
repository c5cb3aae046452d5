"""Refusals of the editors' desk."""

from farol.kit.problem import Problem


class NoAnswers(Problem):
    """None of the tickets is resolved, in this language, and seen by who asks."""

    code = "no_answers"
    status = 422
    texts = {"en": "None of these tickets is resolved with an answer in this language. Choose others.",
             "zh": "这些工单里没有一张是用这种语言答复并已解决的，请另选。"}


class DecisionLacks(Problem):
    """``what`` is missing from the decision."""

    code = "decision_lacks"
    status = 422
    texts = {"en": "This decision also needs: {what}.", "zh": "这个决定还需要：{what}。"}


class TooManyQuestions(Problem):
    """Every one is asked after each publication."""

    code = "too_many_questions"
    status = 409
    texts = {"en": "There are {most} test questions already. Remove one first.", "zh": "测试问题已有 {most} 个，请先删除一个。"}


class GroupFull(Problem):
    """A group of synonyms holds no more."""

    code = "synonyms_full"
    status = 422
    texts = {"en": "A group can hold {most} phrases. Make another one, or take some out of this one.",
             "zh": "一组同义词最多 {most} 个。请另建一组，或先从这组里去掉一些。"}

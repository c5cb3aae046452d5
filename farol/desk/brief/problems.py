"""Refusals of brief and hand-over."""

from farol.kit.problem import Problem


class NotInYourHands(Problem):
    code = "not_in_your_hands"
    status = 409
    texts = {"en": "Only tickets of your own can be handed over.", "zh": "只能交接您自己的工单。"}


class ColleagueMayNot(Problem):
    code = "colleague_may_not"
    status = 422
    texts = {"en": "This colleague may not answer this ticket. Choose another, or leave it in the queue.",
             "zh": "这位同事不能处理这张工单，请换一位，或放回队列。"}


class NothingWritten(Problem):
    code = "nothing_written"
    status = 422
    texts = {"en": "Write what the next person needs to know.", "zh": "请写下接班的人需要知道的事。"}

"""Refusals of the wall."""

from farol.kit.problem import Problem


class MayNotTake(Problem):
    code = "may_not_take"
    status = 422
    texts = {"en": "This colleague can't be given this ticket: they may not answer or may not see it.",
             "zh": "这位同事不能接这张工单：没有答复权限，或看不到它。"}

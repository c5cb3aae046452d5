"""Refusals of escalation."""

from farol.kit.problem import Problem


class AlreadyEscalated(Problem):
    """``owner``: who has it."""

    code = "already_escalated"
    status = 409
    texts = {"en": "This ticket is escalated already. {owner} has it.", "zh": "这张工单已经升级，现在由 {owner} 负责。"}


class AlreadyAcknowledged(Problem):
    """``owner``: who was faster."""

    code = "already_acknowledged"
    status = 409
    texts = {"en": "{owner} has acknowledged it.", "zh": "{owner} 已经接手。"}


class EscalationOver(Problem):
    code = "escalation_over"
    status = 409
    texts = {"en": "This escalation has ended.", "zh": "这次升级已经结束。"}


class NotYourStep(Problem):
    """``owner``: who has it."""

    code = "not_your_step"
    status = 409
    texts = {"en": "{owner} has this escalation.", "zh": "这次升级现在由 {owner} 负责。"}


class NobodyElse(Problem):
    code = "nobody_else"
    status = 409
    texts = {"en": "There is nobody else to give it to. Please keep it, or ask a colleague in a side thread.",
             "zh": "没有其他人可以接手。请继续负责，或在内部讨论里请同事帮忙。"}


class NobodyToEscalateTo(Problem):
    code = "nobody_to_escalate_to"
    status = 409
    texts = {"en": "Nobody here may take an escalation. An administrator has to add a lead or a duty manager.",
             "zh": "目前没有人能接手升级，请管理员添加主管或值班经理。"}


class LadderNameTaken(Problem):
    code = "ladder_name_taken"
    status = 409
    texts = {"en": "Another ladder has this name. Choose another.", "zh": "已有同名的升级流程，请换一个名称。"}


class LadderForNobody(Problem):
    """``why`` tells which part, in English."""

    code = "ladder_for_nobody"
    status = 422
    texts = {"en": "This ladder could never work: {why}.", "zh": "这个升级流程无法使用：{why}。"}

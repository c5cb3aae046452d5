"""Refusals about putting aside."""

from farol.kit.problem import Problem


class SnoozePast(Problem):
    code = "snooze_past"
    status = 422
    texts = {"en": "That moment has passed. Choose a later one.", "zh": "这个时间已经过了，请选晚一些的时间。"}


class SnoozeTooFar(Problem):
    code = "snooze_too_far"
    status = 422
    texts = {"en": "A ticket can be snoozed for at most a year.", "zh": "最多可以暂缓一年。"}


class NothingToSnooze(Problem):
    code = "nothing_to_snooze"
    status = 409
    texts = {"en": "Only a ticket that is still open can be snoozed.", "zh": "只有未解决的工单可以暂缓。"}

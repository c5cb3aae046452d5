"""Refusals of looking again."""

from farol.kit.problem import Problem


class RecheckPast(Problem):
    code = "recheck_past"
    status = 422
    texts = {"en": "Choose a time between now and {most} days ahead.", "zh": "请选择从现在起 {most} 天之内的时间。"}


class RecheckOver(Problem):
    code = "recheck_over"
    status = 409
    texts = {"en": "Somebody has answered this already.", "zh": "已经有人回答过了。"}

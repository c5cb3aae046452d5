"""Refusals about tickets that look alike."""

from farol.kit.problem import Problem


class SettledAlready(Problem):
    code = "settled_already"
    status = 409
    texts = {"en": "These two tickets were merged meanwhile.", "zh": "这两张工单刚被合并了。"}

"""Refusals about shifts."""

from farol.kit.problem import Problem


class ShiftImpossible(Problem):
    """``why`` tells what, in English."""

    code = "shift_impossible"
    status = 422
    texts = {"en": "This shift can't be planned: {why}.", "zh": "无法安排这个班次：{why}。"}


class ShiftOverlaps(Problem):
    """``other``: the id of the shift that is there, with its times."""

    code = "shift_overlaps"
    status = 409
    texts = {"en": "They are already planned from {from_} to {to}. Change that shift, or choose another time.",
             "zh": "此人在 {from_} 到 {to} 已有班次。请修改那个班次，或换个时间。"}

"""What machines are refused where a person is in danger."""

from typing import ClassVar

from farol.kit.problem import Problem


class HumanOnly(Problem):
    """No automatic message, macro, survey or assistant speaks in this ticket: a trained person writes every word."""

    code = "human_only"
    status = 409
    texts: ClassVar = {
        "en": "Somebody may be in danger: only a person writes here, in their own words.",
        "zh": "有人可能有危险：这里的每句话都由真人自己写。",
    }

"""Refusals about rules."""

from farol.kit.problem import Problem


class RuleEmpty(Problem):
    code = "rule_empty"
    status = 422
    texts = {"en": "Give it a name in both languages, a moment and something to do.", "zh": "请写好中英文名称，选择何时触发，并选要做的事。"}


class RuleTimeOpen(Problem):
    code = "rule_time_open"
    status = 422
    texts = {
        "en": "A rule about time needs a condition such as “waiting for more than 30 minutes”, beside the others and not inside a group.",
        "zh": "按时间触发的规则需要一个“等待超过 30 分钟”这样的条件，放在最外层，不要放进分组。",
    }


class TooManyRules(Problem):
    code = "too_many_rules"
    status = 409
    texts = {"en": "There can be at most {most} rules.", "zh": "最多 {most} 条规则。"}

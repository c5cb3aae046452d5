"""Refusals about conditions. Each says where in the tree, and what is wrong there."""

from farol.kit.problem import Problem

WHY: dict[str, tuple[str, str]] = {
    "shape": ("须是 all、any、not 或一个条件", "wanted all, any, not or one condition"),
    "depth": ("最多嵌套 6 层", "at most 6 levels deep"),
    "count": ("最多 60 个条件", "at most 60 conditions"),
    "nothing": ("“任一”里没有条件，永远不会成立", "an “any” without conditions never holds"),
    "field": ("没有这个字段", "there is no such field"),
    "op": ("这个字段不能这样比较", "this field cannot be compared like that"),
    "value": ("值不合适", "the value does not fit"),
    "choice": ("没有这个选项", "there is no such choice"),
    "long": ("文字最多 200 字，列表最多 100 项", "at most 200 characters, at most 100 in a list"),
}
"""Why a condition is refused: zh and en, without the full stop."""


class ConditionInvalid(Problem):
    """at: the way to the condition, such as ``all.2.any.0``; why: one of ``WHY``."""

    code = "condition_invalid"
    status = 422
    texts = {"en": "Condition at “{at}”: {why}.", "zh": "条件“{at}”：{why}。"}

    def text(self, language: str = "en") -> str:
        """The sentence, with the reason in the same language."""
        chinese = language.startswith("zh")
        said = WHY.get(self.fields["why"], (self.fields["why"],) * 2)[0 if chinese else 1]
        return self.texts["zh" if chinese else "en"].format(at=self.fields["at"], why=said)

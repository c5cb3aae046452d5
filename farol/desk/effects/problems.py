"""Refusals about effects."""

from farol.kit.problem import Problem

WHY: dict[str, tuple[str, str]] = {
    "shape": ("写法不对", "not of the right form"),
    "do": ("这里不能用", "it cannot be done here"),
    "value": ("值不合适", "the value does not fit"),
    "twice": ("同一项写了两次", "it stands there twice"),
    "reason": ("没有这个原因", "there is no such reason"),
    "staff": ("没有这位同事", "there is no such colleague"),
    "stage": ("没有这个阶段", "there is no such stage"),
    "may_not": ("您自己没有这项权限", "you may not do it yourself"),
    "macro": ("没有这条快捷回复", "there is no such macro"),
    "many": ("最多 20 项", "at most 20"),
}
"""Why an effect is refused: zh and en, without the full stop."""


class EffectInvalid(Problem):
    """at: its place in the list, from 0; do: its name; why: one of ``WHY``."""

    code = "effect_invalid"
    status = 422
    texts = {"en": "Step {at} ({do}): {why}.", "zh": "第 {at} 步（{do}）：{why}。"}

    def text(self, language: str = "en") -> str:
        """The sentence, with the reason in the same language, counted from 1."""
        chinese = language.startswith("zh")
        said = WHY.get(self.fields["why"], (self.fields["why"],) * 2)[0 if chinese else 1]
        at = self.fields["at"] + 1 if isinstance(self.fields["at"], int) else self.fields["at"]
        return self.texts["zh" if chinese else "en"].format(at=at, do=self.fields["do"], why=said)

"""Refusals about languages."""

from farol.kit.problem import Problem


class NoSuchHours(Problem):
    code = "no_such_hours"
    status = 422
    texts = {"en": "There is no such calendar of hours.", "zh": "没有这个时间表。"}


class TooManyLanguages(Problem):
    code = "too_many_languages"
    status = 422
    texts = {"en": "A desk has at most {most} languages. Remove one first.", "zh": "最多设置 {most} 种语言，请先移除一种。"}


class FallbackToItself(Problem):
    code = "fallback_to_itself"
    status = 422
    texts = {"en": "Choose another language to fall back to.", "zh": "请选择另一种语言作为替代。"}

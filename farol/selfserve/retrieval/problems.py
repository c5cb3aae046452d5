"""Refusals about synonyms and offered questions."""

from farol.kit.problem import Problem


class NotSynonyms(Problem):
    """``why``: what is wrong with the words given."""

    code = "not_synonyms"
    status = 422
    texts = {"en": "Every line needs letters or digits, and stands once: “{word}” does not fit.",
             "zh": "每行要有文字或数字，且不重复：“{word}”不符合。"}

"""Refusals about synonyms and offered questions."""

from farol.kit.problem import Problem


class NotSynonyms(Problem):
    """``why``: what is wrong with the words given."""

    code = "not_synonyms"
    status = 422
    texts = {"en": "Every line needs letters or digits, and stands once: “{word}” does not fit.",
             "zh": "每行要有文字或数字，且不重复：“{word}”不符合。"}


class WordsChanged(Problem):
    """Somebody saved meanwhile. ``theirs``: the lines as they stand now; what was sent is not stored."""

    code = "search_words_changed"
    status = 409
    texts = {"en": "Somebody else changed these words meanwhile. Read what stands there now, then save again.",
             "zh": "别人刚改过这些词。请先看看现在的内容，再保存。"}


class WordsFull(Problem):
    """There are ``most`` already, so this would never be read."""

    code = "search_words_full"
    status = 409
    texts = {"en": "There are {most} of your own already. Take one away or add the words to one of them.",
             "zh": "自己的已有 {most} 个。请先去掉一个，或把词加进已有的里面。"}

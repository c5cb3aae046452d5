"""Refusals about bulk changes."""

from farol.kit.problem import Problem


class OneThing(Problem):
    code = "one_thing"
    status = 422
    texts = {"en": "Choose one thing to do to these tickets.", "zh": "请选一件要对这些工单做的事。"}


class WordsAreOut(Problem):
    """What was said in ``n`` tickets cannot be unsaid; what was not said yet was stopped."""

    code = "words_are_out"
    status = 409
    texts = {"en": "{n} replies have been sent and stay. The rest was stopped.", "zh": "{n} 条回复已经发出，不能收回，其余的已停下。"}


class NotUndoable(Problem):
    code = "not_undoable"
    status = 409
    texts = {"en": "There is nothing here to take back.", "zh": "这里没有可以撤销的内容。"}

"""What a form can be refused for, beside what tickets and files refuse."""

from farol.kit.problem import Problem


class NoSuchForm(Problem):
    code = "no_such_form"
    status = 404
    texts = {"en": "There is no form for that. Choose from the list.", "zh": "没有这种表单，请从列表里选。"}


class FormEmpty(Problem):
    code = "form_empty"
    status = 422
    texts = {"en": "Nothing is written yet. Choose one above, or say in a line what happened.", "zh": "还没写什么。选一笔，或者写一句发生了什么。"}


class AnswersLookWrong(Problem):
    """``errors`` names each question and says what is wrong. They can be sent all the same, with ``as_is``."""

    code = "answers_look_wrong"
    status = 422
    texts = {"en": "Some answers look wrong. Change them, or say that they really are so.", "zh": "有几处看起来不对。请改一下，或者勾选确实如此。"}

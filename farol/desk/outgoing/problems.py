"""Refusals about replies on their way."""

from farol.kit.problem import Problem


class AlreadySent(Problem):
    """It cannot be taken back any more."""

    code = "already_sent"
    status = 409
    texts = {"en": "It has been sent. Write a correction if it was wrong.", "zh": "已经发出去了。如有错误，请再发一条更正。"}

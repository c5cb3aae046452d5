"""Refusals of the tools."""

from farol.kit.problem import Problem


class NotCompleted(Problem):
    """Only what the exchange calls completed is certified."""

    code = "withdrawal_not_completed"
    status = 409
    texts = {"zh": "这笔提币还没有完成，完成后才能开证明。", "en": "This withdrawal is not completed yet; a certificate is made once it is."}

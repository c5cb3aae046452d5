"""Refusals of the partner API."""

from farol.kit.problem import Problem


class TooManyKeys(Problem):
    """Keys that nobody uses are a risk."""

    code = "too_many_keys"
    status = 409
    texts = {
        "en": "There are {most} keys already. Revoke one that is no longer used first.",
        "zh": "密钥已有 {most} 个，请先停用不再使用的。",
    }


class WhichCustomer(Problem):
    """Neither a uid nor an address."""

    code = "which_customer"
    status = 422
    texts = {
        "en": "Say whose ticket it is: the customer's uid, or an e-mail address for somebody without an account.",
        "zh": "请说明是谁的工单：客户 uid，或无账户者的邮箱。",
    }


class BadCursor(Problem):
    """Not a ``next`` of ours."""

    code = "bad_cursor"
    status = 422
    texts = {"en": "This is not a cursor of ours: send what stood in next.", "zh": "游标无效，请原样使用返回的 next。"}

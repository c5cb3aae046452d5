"""Refusals of the emergency lane."""

from typing import ClassVar

from farol.kit.problem import Problem


class ProofNotGood(Problem):
    """The link, code or session proves nothing: which one is not told."""

    code = "control_not_proven"
    status = 403
    texts: ClassVar = {
        "en": "This does not prove that the account is yours. Choose another way below.",
        "zh": "这不能证明账户是您的，请换下面的一种方式。",
    }


class FrozenLately(Problem):
    """From outside, an account is frozen once in 24 hours. until: RFC 3339."""

    code = "frozen_lately"
    status = 429
    texts: ClassVar = {
        "en": "This account was frozen from here in the last 24 hours and is open again. Until {until} it can be frozen from inside the app only, or by a person.",
        "zh": "这个账户 24 小时内已在这里冻结过，后来已解开。{until} 之前只能在 App 里冻结，或请真人帮您。",
    }


class NoCaseHere(Problem):
    code = "no_case_here"
    status = 404
    texts: ClassVar = {"en": "There is no case in this browser.", "zh": "这个浏览器里没有正在处理的紧急情况。"}


class EmergencyOver(Problem):
    code = "emergency_over"
    status = 409
    texts: ClassVar = {"en": "This emergency is over.", "zh": "这件紧急情况已经结束。"}


class TakenAlready(Problem):
    """by: whose it is."""

    code = "emergency_taken"
    status = 409
    texts: ClassVar = {"en": "{by} has it already.", "zh": "{by} 已经接手。"}


class RingGroupsWrong(Problem):
    code = "ring_groups_wrong"
    status = 422
    texts: ClassVar = {
        "en": "Give one to nine groups, each with somebody in it, and a duty manager among them.",
        "zh": "请设 1 到 9 组，每组都要有人，其中要有值班经理。",
    }


class NotTestAccount(Problem):
    code = "not_a_test_account"
    status = 409
    texts: ClassVar = {
        "en": "A drill runs on a test account only: the exchange has to mark it as one.",
        "zh": "演练只能用测试账户，要由交易所标明。",
    }


class DrillRunning(Problem):
    code = "drill_running"
    status = 409
    texts: ClassVar = {"en": "A drill runs on this account already.", "zh": "这个账户上已有一场演练在进行。"}


class NoStepLikeThis(Problem):
    code = "no_such_step"
    status = 422
    texts: ClassVar = {"en": "There is no such step.", "zh": "没有这个步骤。"}


class ThawOver(Problem):
    code = "thaw_over"
    status = 410
    texts: ClassVar = {
        "en": "This link works no more: the account was unfrozen already, or it was stopped.",
        "zh": "这个链接已失效：账户已经解冻，或者已经被叫停。",
    }


class NothingSealed(Problem):
    code = "nothing_sealed"
    status = 409
    texts: ClassVar = {"en": "There is no freeze here to report on.", "zh": "这里没有可以写进报告的冻结。"}

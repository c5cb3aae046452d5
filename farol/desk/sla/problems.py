"""Refusals about service levels."""

from farol.kit.problem import Problem


class CalendarNeverOpen(Problem):
    code = "calendar_never_open"
    status = 422
    texts = {"en": "This calendar is open less than an hour a week, so nothing on it would ever be due. Add open hours, or choose always open.",
             "zh": "这个日历每周开放不到一小时，按它计时永远不会到期。请添加工作时段，或选择全天开放。"}


class CalendarInvalid(Problem):
    """``why`` tells which value, in English."""

    code = "calendar_invalid"
    status = 422
    texts = {"en": "This calendar can't be used: {why}.", "zh": "无法使用这个日历：{why}。"}


class CalendarInUse(Problem):
    code = "calendar_in_use"
    status = 409
    texts = {"en": "A policy still runs by this calendar. Give the policy another one first.", "zh": "还有策略在用这个日历，请先为策略换一个。"}


class SlaNameTaken(Problem):
    code = "sla_name_taken"
    status = 409
    texts = {"en": "This name is already used. Choose another.", "zh": "这个名称已被使用，请换一个。"}


class PolicyForNobody(Problem):
    """``why`` tells which condition no ticket can meet."""

    code = "policy_for_nobody"
    status = 422
    texts = {"en": "No ticket could ever match this policy: {why}.", "zh": "没有工单会符合这条策略：{why}。"}


class PolicyTaken(Problem):
    """``other``: the policy that always wins."""

    code = "policy_taken"
    status = 409
    texts = {"en": "The policy “{other}” has the same conditions and is always chosen. Change that one.",
             "zh": "策略“{other}”的条件与此相同，总会先被选中。请直接修改那一条。"}


class PolicyPromisesNothing(Problem):
    code = "policy_promises_nothing"
    status = 422
    texts = {"en": "A policy needs at least one time limit.", "zh": "策略至少要有一个时限。"}


class PromiseOpen(Problem):
    """``promise_id``: the one to move."""

    code = "promise_open"
    status = 409
    texts = {"en": "The customer already waits for a promised moment. Move that promise, or write to them.",
             "zh": "已经答应过客户一个时间。请改约那个时间，或者直接回复客户。"}


class PromiseSettled(Problem):
    code = "promise_settled"
    status = 409
    texts = {"en": "This promise was kept or has passed, so it can't be moved. Make a new one.",
             "zh": "这个承诺已兑现或已过时，不能再改。请重新承诺一个时间。"}


class PromisePast(Problem):
    code = "promise_past"
    status = 422
    texts = {"en": "That moment has passed. Choose a later one.", "zh": "这个时间已经过了，请选晚一些的时间。"}


class PromiseTooFar(Problem):
    """``latest``: the latest moment the ticket's policy allows."""

    code = "promise_too_far"
    status = 422
    texts = {"en": "The customer has to hear from us by {latest}. Promise that or earlier.", "zh": "最迟要在 {latest} 前回复客户，请承诺这个时间或更早。"}

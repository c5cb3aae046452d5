"""Refusals about lists."""

from farol.kit.problem import Problem


class ListTooSlow(Problem):
    """Its conditions look at too much; everybody else's lists stay quick."""

    code = "list_too_slow"
    status = 422
    texts = {"en": "This list takes too long to make. Narrow its conditions, for example by status.",
             "zh": "这个列表算得太久，请把条件收窄一些，比如加上状态。"}


class TooManyViews(Problem):
    code = "too_many_views"
    status = 422
    texts = {"en": "You have {most} lists. Remove one first.", "zh": "您已有 {most} 个列表，请先删掉一个。"}


class NotInTeam(Problem):
    code = "not_in_team"
    status = 422
    texts = {"en": "A list for a team needs a team you work in.", "zh": "团队列表需要选一个您所在的团队。"}

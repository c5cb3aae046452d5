"""Refusals of the queue."""

from farol.kit.problem import Problem


class AlreadyTaken(Problem):
    code = "already_taken"
    status = 409
    texts = {"en": "Somebody else has this ticket.", "zh": "这张工单已有人接手。"}


class NotOpen(Problem):
    code = "not_open"
    status = 409
    texts = {"en": "This ticket is not open.", "zh": "这张工单不在处理中。"}


class NotYours(Problem):
    code = "not_yours"
    status = 409
    texts = {"en": "You do not have this ticket.", "zh": "这张工单不在您手上。"}


class NotWaiting(Problem):
    code = "not_waiting"
    status = 409
    texts = {"en": "This ticket is not waiting in a queue.", "zh": "这张工单没有在排队。"}


class NoAddress(Problem):
    code = "no_address"
    status = 422
    texts = {"en": "We have no e-mail address of yours to write to.", "zh": "我们没有您的邮箱，无法发邮件通知。"}


class NoSuchTeam(Problem):
    code = "no_such_team"
    status = 422
    texts = {"en": "There is no team {key}.", "zh": "没有 {key} 这个团队。"}

"""Refusals about incidents."""

from farol.kit.problem import Problem


class ScopeAsksNothing(Problem):
    code = "scope_asks_nothing"
    status = 422
    texts = {"en": "Say what the incident is about: a coin, a network, a region, a feature, a reason or a time.",
             "zh": "请说明事件涉及什么：币种、网络、地区、功能、原因或时间。"}


class IncidentOver(Problem):
    code = "incident_over"
    status = 409
    texts = {"en": "This incident is resolved. Declare a new one if it is back.", "zh": "这个事件已解决。如再次发生，请新建事件。"}


class NoIncident(Problem):
    code = "no_incident"
    status = 409
    texts = {"en": "This ticket belongs to no open incident.", "zh": "这张工单不属于任何进行中的事件。"}


class OtherIncident(Problem):
    code = "other_incident"
    status = 409
    texts = {"en": "A ticket belongs to one incident at a time. Detach it from the other one first.",
             "zh": "一张工单同时只能属于一个事件，请先从另一个事件移出。"}


class UnknownVariable(Problem):
    """``key``: what stands in braces and is no variable."""

    code = "unknown_variable"
    status = 422
    texts = {"en": "There is no variable {key}. Known are number, name and incident.", "zh": "没有变量 {key}，可用的是 number、name 和 incident。"}


class WordsMissing(Problem):
    code = "words_missing"
    status = 422
    texts = {"en": "Customers read this in Chinese or in English. Write both.", "zh": "客户会看到中文或英文，两种都要写。"}


class NobodyToAnswer(Problem):
    code = "nobody_to_answer"
    status = 409
    texts = {"en": "No attached ticket would get this.", "zh": "没有关联的工单会收到这段话。"}


class AnswerUnderWay(Problem):
    code = "answer_under_way"
    status = 409
    texts = {"en": "The last answer is still being sent. Wait until it is done.", "zh": "上一条统一答复还在发送，请等它发完。"}

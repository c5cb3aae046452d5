"""Refusals about links."""

from farol.kit.problem import Problem


class LinkToItself(Problem):
    code = "link_to_itself"
    status = 422
    texts = {"en": "A ticket can't be linked to itself.", "zh": "工单不能与自己关联。"}


class LinkCircle(Problem):
    """The other ticket leads back here already, directly or over others."""

    code = "link_circle"
    status = 409
    texts = {"en": "The other ticket already leads back to this one, so this link would make a circle.", "zh": "对方工单已指回这张工单，再关联会形成循环。"}


class LinkedAlready(Problem):
    code = "linked_already"
    status = 409
    texts = {"en": "These two tickets are already linked this way.", "zh": "这两张工单已经这样关联。"}


class TooManyLinks(Problem):
    code = "too_many_links"
    status = 422
    texts = {"en": "A ticket can have at most {most} links.", "zh": "一张工单最多关联 {most} 张工单。"}

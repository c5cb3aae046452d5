"""Refusals about merging and splitting."""

from farol.kit.problem import Problem


class OtherCustomer(Problem):
    """Joining them would show one person what another said."""

    code = "other_customer"
    status = 409
    texts = {"en": "These are tickets of two customers. They are never merged.", "zh": "这两张工单属于两位客户，不能合并。"}


class SayWhy(Problem):
    code = "say_why"
    status = 422
    texts = {"en": "One of them came by mail from outside an account. Say why it is the same person.", "zh": "其中一张是账户外的邮件来信，请说明为什么是同一个人。"}


class MergedAlready(Problem):
    """``number`` continues in ``into``."""

    code = "merged_already"
    status = 409
    texts = {"en": "{number} was already merged into {into}.", "zh": "{number} 已并入 {into}。"}


class SameTicket(Problem):
    code = "same_ticket"
    status = 422
    texts = {"en": "A ticket cannot be merged into itself.", "zh": "不能把工单并入它自己。"}


class IntoClosed(Problem):
    """The customer could not go on writing there."""

    code = "into_closed"
    status = 409
    texts = {"en": "{number} is closed. Reopen it first, or merge the other way round.", "zh": "{number} 已关闭。请先重开，或反过来合并。"}


class TooManyMerged(Problem):
    code = "too_many_merged"
    status = 409
    texts = {"en": "At most {most} tickets can be merged into one.", "zh": "一张工单最多合并 {most} 张。"}


class NotMerged(Problem):
    code = "not_merged"
    status = 409
    texts = {"en": "This ticket stands on its own. There is nothing to undo.", "zh": "这张工单没有被合并，无需撤销。"}


class NoSuchWords(Problem):
    code = "no_such_words"
    status = 422
    texts = {"en": "Some of these messages are not in this ticket.", "zh": "有些消息不在这张工单里。"}


class SplitTouched(Problem):
    """Somebody has worked in the new ticket: taking it back would bury that."""

    code = "split_touched"
    status = 409
    texts = {"en": "Somebody has worked in the new ticket since. Merge it back instead.", "zh": "新工单里已有人处理，请改用合并。"}

"""Refusals about tickets."""

from farol.kit.problem import Problem


class ClientIdReused(Problem):
    code = "client_id_reused"
    status = 409
    texts = {"en": "This message id was already used for other words.", "zh": "这个消息编号已用于别的内容。"}


class TicketClosed(Problem):
    code = "ticket_closed"
    status = 409
    texts = {"en": "This ticket is closed. Please open a new one.", "zh": "这张工单已关闭，请新开一张。"}


class Merged(Problem):
    """It was merged into the ticket of the number ``into``, where everything goes on."""

    code = "merged"
    status = 409
    texts = {"en": "This ticket continues in {into}.", "zh": "这张工单已并入 {into}，请到那里继续。"}


class Stale(Problem):
    """Somebody wrote after what the author had on screen; ``last_public_seq`` tells how far to read."""

    code = "stale"
    status = 409
    texts = {"en": "Somebody wrote while you were typing. Read it first.", "zh": "您写的时候又来了新消息，先看一眼。"}


class Empty(Problem):
    code = "empty"
    status = 422
    texts = {"en": "Write something, or attach a file.", "zh": "请写点内容，或者加个附件。"}


class TooLong(Problem):
    code = "too_long"
    status = 422
    texts = {"en": "A message can have at most {most} characters.", "zh": "一条消息最多 {most} 个字。"}


class TooManyFiles(Problem):
    code = "too_many_files"
    status = 422
    texts = {"en": "At most {most} files in one message.", "zh": "一条消息最多 {most} 个附件。"}


class CustomerBlocked(Problem):
    """Support does not listen to this customer for a time. until, until_zh: when it ends."""

    code = "customer_blocked"
    status = 403
    texts = {
        "en": "Your message is kept but not answered, until {until}; a stolen account can still be frozen on the emergency page, and a formal complaint is always taken.",
        "zh": "消息已留存，但在{until_zh}之前不会答复；账户被盗仍可在紧急页面冻结，正式投诉随时受理。",
    }

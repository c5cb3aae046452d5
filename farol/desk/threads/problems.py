"""Refusals of side threads."""

from farol.kit.problem import Problem


class ThreadClosed(Problem):
    code = "thread_closed"
    status = 409
    texts = {"en": "This side thread is closed. Open it again to write in it.", "zh": "这个内部讨论已结束，重新打开后才能写。"}


class NobodyAsked(Problem):
    code = "nobody_asked"
    status = 422
    texts = {"en": "Choose at least one colleague or team to ask.", "zh": "请至少选一位同事或一个团队。"}


class NotAColleague(Problem):
    """Of the people named, some are not here or may not take part."""

    code = "not_a_colleague"
    status = 422
    texts = {"en": "Somebody you named does not work here any more, or may not take part.", "zh": "您选的人已不在岗，或不能参与讨论。"}


class NobodyToWhisper(Problem):
    code = "nobody_to_whisper"
    status = 409
    texts = {"en": "Nobody works on this ticket, so there is nobody to whisper to.", "zh": "这张工单没有人在处理，没有可以悄悄提示的人。"}


class AddressNotPermitted(Problem):
    """``domain``: of the address."""

    code = "address_not_permitted"
    status = 422
    texts = {"en": "Side threads may not write to {domain}. Ask whoever runs the system to permit this domain.",
             "zh": "内部讨论不能写给 {domain} 的邮箱。需要时请系统管理员把这个域名加入许可名单。"}


class AddressOurs(Problem):
    """Mail to it comes back to us."""

    code = "address_ours"
    status = 422
    texts = {"en": "Mail to this address comes to us. Name the mailbox of a department or of somebody outside.",
             "zh": "写到这个邮箱的邮件会回到我们这里。请填部门或外部的邮箱。"}


class TooManyOutside(Problem):
    """``most``: how many there may be."""

    code = "too_many_outside"
    status = 422
    texts = {"en": "At most {most} people from outside can be in one thread.", "zh": "一个讨论里最多有 {most} 个外部邮箱。"}


class NotOutside(Problem):
    """Of the outsiders named, some are not in this thread."""

    code = "not_outside"
    status = 422
    texts = {"en": "Somebody outside whom you named is not in this thread any more.", "zh": "您选的外部邮箱已不在这个讨论里。"}


class AddressOfCustomer(Problem):
    """What is said in a side thread is not for the customer it is about."""

    code = "address_of_customer"
    status = 422
    texts = {"en": "This is the customer's own address. Write to them in the ticket.", "zh": "这是客户本人的邮箱。请在工单里回复客户。"}

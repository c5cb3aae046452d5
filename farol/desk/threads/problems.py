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

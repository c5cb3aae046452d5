"""What the portal can refuse, beside what tickets and files refuse."""

from farol.kit.problem import Problem


class TooManyAttachments(Problem):
    code = "too_many_attachments"
    status = 422
    texts = {"en": "At most {most} files in one reply.", "zh": "一次最多 {most} 个附件。"}


class NothingToWithdraw(Problem):
    code = "nothing_to_withdraw"
    status = 409
    texts = {"en": "This ticket is finished already.", "zh": "这张工单已经结束。"}


class NotWithdrawnLightly(Problem):
    """Most urgent: whoever has got into an account must not silence its owner."""

    code = "not_withdrawn_lightly"
    status = 409
    texts = {"en": "This one stays open until a person has spoken with you. Write below that it is settled.",
             "zh": "这张工单要等客服和您确认过才能撤回。已经没事的话，请在下面写一句。"}


class UndoOver(Problem):
    code = "undo_over"
    status = 409
    texts = {"en": "It can no longer be taken up again. Please open a new ticket.", "zh": "已经过了可以恢复的时间，请新建一张工单。"}


class PromiseStands(Problem):
    """A lead may be asked for once a promise was broken."""

    code = "promise_stands"
    status = 409
    texts = {"en": "A team lead can be asked for once we have broken a promised time. None is broken now.",
             "zh": "我们没按说好的时间回复时，才能要求主管处理。现在没有超时的承诺。"}


class LeadHasIt(Problem):
    code = "lead_has_it"
    status = 409
    texts = {"en": "A team lead is asked already. You hear from them here.", "zh": "已经通知主管，会在这里回复您。"}


class NotDone(Problem):
    """Only what was solved can be opened again."""

    code = "not_done"
    status = 409
    texts = {"en": "This ticket is open. Just write below.", "zh": "这张工单还开着，直接写在下面就行。"}

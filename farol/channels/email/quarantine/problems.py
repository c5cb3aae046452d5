"""Refusals about mail that was put aside."""

from farol.kit.problem import Problem


class NotAside(Problem):
    """Somebody else has dealt with it."""

    code = "mail_not_aside"
    status = 409
    texts = {"en": "This mail is not in quarantine any more. Look at the list again.", "zh": "这封邮件已经不在隔离区，请刷新列表。"}


class NeedsSecond(Problem):
    """The same person asked twice."""

    code = "mail_needs_second"
    status = 409
    texts = {"en": "The sender may be somebody else, so a second colleague has to let this mail out.", "zh": "发件人可能是冒充的，需要另一位同事确认后才能放行。"}


class NoTicket(Problem):
    code = "mail_no_ticket"
    status = 422
    texts = {"en": "This mail belongs to no ticket. Let it out as a new one.", "zh": "这封邮件不属于任何工单，请放行为新工单。"}


class BytesKept(Problem):
    """Its bytes are forgotten, or hold keys to an account in our name."""

    code = "mail_bytes_kept"
    status = 410
    texts = {"en": "The original of this mail is not handed out: it was forgotten, or holds codes that give access. Work with the words shown.",
             "zh": "这封邮件的原件不能下载：可能已过期清除，或含有可登录的验证码。请以页面显示的内容为准。"}

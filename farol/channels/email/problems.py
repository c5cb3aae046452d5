"""Why a mail cannot be looked at."""

from farol.kit.problem import Problem


class MailForgotten(Problem):
    """Its bytes held a secret and were deleted."""

    code = "mail_forgotten"
    status = 410
    texts = {
        "zh": "这封邮件里有密钥或密码，原件已删除。工单里保留了遮住敏感内容的文字。",
        "en": "This mail held a secret, so its original was deleted. Its words are kept in the ticket, without the secret.",
    }


class MailUnreadable(Problem):
    """Reading it went over a limit."""

    code = "mail_unreadable"
    status = 422
    texts = {
        "zh": "这封邮件超出了可以显示的限度。请有权限的同事下载原始文件查看。",
        "en": "This mail is over the limits of what can be shown. Ask a colleague with the right to download its raw file.",
    }

"""Refusals of the e-mail channel."""

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


class BadDomain(Problem):
    code = "mail_bad_domain"
    status = 422
    texts = {"en": "Give a domain as it stands after the @ of an address, such as support.example.com.", "zh": "请填写邮箱地址 @ 后面的域名，例如 support.example.com。"}


class KeyNotPublished(Problem):
    """name: where the record has to stand."""

    code = "mail_key_not_published"
    status = 409
    texts = {
        "en": "The record {name} is not in the DNS yet, or is another one. Publish it first, then try again.",
        "zh": "DNS 里还没有 {name} 这条记录，或者内容不一样。请先发布，再试一次。",
    }


WRONG = {
    "key": ("Give it a short key of small letters, such as eu.", "请填写由小写字母组成的短名，例如 eu。"),
    "many": ("There are as many letterheads as there may be. Change one of them instead.", "信头已经到上限，请改已有的。"),
    "brand": ("Give the brand as customers know it, in one line.", "请用一行写上客户认识的品牌名。"),
    "colour": ("Give a colour like #005a70 that can be seen on white.", "请填写在白底上看得清的颜色，例如 #005a70。"),
    "logo": ("Give a PNG of at most 48 KiB.", "请给一张不超过 48 KiB 的 PNG。"),
    "address": ("Give an address of a domain that we write from, with a key that signs.", "请填写我们发信域名下的地址，并且那个域名的密钥已经启用。"),
    "link": ("The footer may link only to our own and listed sites. Take the other address out.", "页脚只能有本站和名单里的网址，请去掉别的。"),
    "never": ("The footer asks for something that support never asks for. Word it differently.", "页脚里有客服从不索要的内容，请换个写法。"),
}


class LetterheadWrong(Problem):
    """field: which one. why: a key of ``WRONG``."""

    code = "letterhead_wrong"
    status = 422
    texts = {"en": "This letterhead cannot be used as it is.", "zh": "这个信头不能这样用。"}

    def text(self, language: str = "en") -> str:
        """What to do about it."""
        english, chinese = WRONG.get(str(self.fields.get("why")), (self.texts["en"], self.texts["zh"]))
        return chinese if language.startswith("zh") else english


class WordWrong(Problem):
    code = "mail_word_wrong"
    status = 422
    texts = {
        "en": "Choose 4 to 24 letters and digits, and no password you use elsewhere.",
        "zh": "请用 4 到 24 个文字或数字，不要用您在别处的密码。",
    }


class WordNeedsAccount(Problem):
    code = "mail_word_needs_account"
    status = 403
    texts = {"en": "Sign in with your account at the exchange first: the word is for mail to its address.", "zh": "请先登录交易所账户：这个词用在发给账户邮箱的邮件里。"}


class PictureRefused(Problem):
    code = "mail_picture_refused"
    status = 422
    texts = {
        "en": "This picture cannot be shown: what its server gave is no PNG, JPEG, GIF or WebP that we open.",
        "zh": "这张图片不能显示：对方服务器给的不是可以打开的 PNG、JPEG、GIF 或 WebP。",
    }

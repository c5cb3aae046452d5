"""Mail that some other service sends to prove that an address is somebody's: sign-up codes, links to set a password, invitations.

Who can make such a mail come to our support address, and then read it in a ticket, owns an account in our name ("ticket trick"). So it
never reaches a page of a customer, and its codes and links are masked for the staff too.
"""

import re

from .model import Mail

_ASKS = re.compile(
    r"verif(y|ication)|confirm (your|this|the|email|e-mail|sign|account|address|registration)|confirmation code|activat(e|ion)|one[- ]time (code|password|pass)"
    r"|\botp\b|passcode|security code|log[- ]?in code|sign[- ]?in (code|link|to)|magic link|reset (your|the)? ?password|password reset|set (up )?(your|a) password"
    r"|invit(ed|es|ation)|join .{1,40} (workspace|team|organi[sz]ation)|complete (your )?(registration|sign)|welcome to|finish (setting|signing)"
    r"|验证码|驗證碼|校验码|激活|邮箱验证|验证(您|你)的|確認|确认(您|你)的|重置(您|你)?的?密码|找回密码|登录链接|邀请|код подтверждения|подтвердите|сброс пароля|приглаш"
    r"|인증|비밀번호 재설정|초대|認証コード|パスワード(の)?(再設定|リセット)|招待|código de verificación|verifica tu|restablec", re.IGNORECASE)
_ANSWER = re.compile(r"\s*(re|aw|fw|fwd|wg|转发|回复|回覆|轉寄|答复|ответ|пересл)\s*[:：]", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"'）)\]]{4,2000}", re.IGNORECASE)
_SECRET_LINK = re.compile(r"[?&=/#][^\s?&=/#]{14,}")
_CODE = re.compile(r"(?<![\w./:#-])(?<!UID )(?<!uid )(?:\d[ -]?){3,9}\d(?![\w/])|(?<![\w./])(?=[A-Z0-9-]{5,12}(?![\w/]))(?=[A-Z0-9-]*\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9]{2,8}(?:-[A-Z0-9]{2,8})?")
_LONGEST = 6_000
"""Characters of such a mail; a customer's story with a code in it is longer, or has a subject of its own."""


def looks(mail: Mail) -> bool:
    """Whether the mail is such a one: it says so where a service says it, and holds a code or a link that is a secret."""
    if mail.forwarded or _ANSWER.match(mail.subject) or len(mail.text) > _LONGEST or not _ASKS.search(mail.subject):
        return False
    return bool(_CODE.search(mail.text) or any(_SECRET_LINK.search(link) for link in _LINK.findall(mail.text)) or _CODE.search(mail.subject))


def mask(text: str) -> str:
    """The same words without codes and links."""
    return _CODE.sub("[•••]", _LINK.sub("[link]", text))

"""Whether a person wrote a mail. What a machine wrote never opens, joins or answers anything: that is how loops start."""

import re

from . import headers
from .headers import Headers

_ROBOTS = re.compile(r"(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|auto-?reply)([+=_.-].*)?", re.IGNORECASE)
# QQ and 163 mark their holiday answers in the subject alone.
_SUBJECTS = re.compile(
    r"((auto(matic)?[ -]?reply|autoreply|out of (the )?office|auto response|undeliver(ed|able)|delivery status notification"
    r"|mail delivery (failed|failure)|returned mail|автоответ|автоматический ответ|respuesta automática|fuera de la oficina|resposta automática"
    r"|otomatik yanıt|trả lời tự động)\b|自动回复|自動回覆|自動回復|自动答复|系统退信|退信|自動応答|自動返信|不在通知|자동 ?(응답|회신|답장)|부재중)",
    re.IGNORECASE,
)
_BULK = {"bulk", "junk", "list", "auto_reply"}


def automatic(fields: Headers, sender: str, subject: str) -> str:
    """Why the mail counts as written by a machine, or ``""``. ``bounce``: a server could not deliver a mail of ours."""
    media_type, parameters = headers.parameters(headers.first(fields, "content-type"))
    if media_type == "multipart/report":
        return "bounce" if parameters.get("report-type", "").lower() == "delivery-status" else "report"
    submitted = headers.text(headers.first(fields, "auto-submitted")).partition(";")[0].strip().lower()
    if submitted and submitted != "no":
        return "auto_submitted"
    if any(name in fields for name in ("x-autoreply", "x-autorespond", "x-autoresponder", "x-auto-reply")):
        return "auto_reply"
    if headers.text(headers.first(fields, "precedence")).lower() in _BULK:
        return "bulk"
    if "list-id" in fields or "list-unsubscribe" in fields or "feedback-id" in fields:
        return "list"
    if headers.first(fields, "return-path").strip() == b"<>":
        return "null_return_path"
    if _ROBOTS.fullmatch(sender.partition("@")[0]):
        return "robot_sender"
    if _SUBJECTS.match(subject):
        return "auto_subject"
    return ""

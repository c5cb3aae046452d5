"""What another server says became of a mail of ours: reports (RFC 3464), complaints (RFC 5965), and bounces in free words. No I/O.

Many servers in China and elsewhere send plain letters, so what no machine wrote for machines is read by its sentences.
"""

import re
from typing import Literal

import msgspec

from farol.channels.email.model import ADDRESS, HEADER_BYTES, OverLimit
from farol.channels.email.reading import structure
from farol.channels.email.reading.charset import one_line
from farol.core.customers.model import mask_email

Outcome = Literal["failed", "delayed", "delivered", "complained"]
LARGEST = 64 * 1024
"""Bytes of one part that are looked at."""
MOST_IDS = 50
_REPORTS = ("message/delivery-status", "message/feedback-report", "message/global-delivery-status")
_COPIES = ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers", "message/global", "message/global-headers")
_ACTION = re.compile(r"(?im)^Action:[ \t]*(failed|delayed|delivered|relayed|expanded)")
_STATUS = re.compile(r"(?im)^Status:[ \t]*([245]\.\d{1,3}\.\d{1,3})")
_DIAGNOSTIC = re.compile(r"(?im)^Diagnostic-Code:[ \t]*(?:[\w-]{1,20}[ \t]*;)?((?:[^\r\n]|\r?\n[ \t]){1,900})")
_COMPLAINT = re.compile(r"(?im)^Feedback-Type:[ \t]*([\w-]{1,30})")
_ID = re.compile(rb"<[A-Za-z0-9._-]{1,100}@[A-Za-z0-9.-]{1,190}>")
_CODE = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])")
_REPLY = re.compile(r"(?<![\d.\w-])([45])\d\d(?=[ \t#:-])")
_LATE = re.compile(
    r"delayed|not (?:yet )?been delivered (?:yet|after)|will (?:be )?(?:retr|keep trying|continue)|temporar(?:y|ily) (?:fail|defer)|still trying|"
    r"warning: (?:message|could not send)|投递延迟|延迟投递|稍后(?:会|将)?(?:再次|继续|重)|暂时(?:无法|未能)|仍在尝试|重试中|尚未(?:送达|投递)|還在嘗試|延遲",
    re.IGNORECASE)
_FAILED = re.compile(
    r"undeliver(?:able|ed)|could ?n[o']t be delivered|could not deliver|was(?:n't| not) delivered|unable to deliver|delivery (?:has |to the following recipients? )?fail|"
    r"permanent(?:ly)? (?:fatal )?(?:error|fail)|returned to sender|address(?:es)? (?:not found|had permanent|rejected)|(?:user|recipient|mailbox)[^.\n]{0,40}"
    r"(?:unknown|not found|does ?n[o']t exist|unavailable|full|disabled|rejected)|no such (?:user|mailbox|recipient)|quota exceeded|over quota|"
    r"系统退信|退信|被退回|投递失败|无法(?:投递|送达|发送)|发送失败|未能送达|不能送达|收件人[^。\n]{0,30}(?:不存在|未找到|错误|已满)|邮箱[^。\n]{0,20}(?:不存在|已满|停用)|"
    r"用户不存在|地址不存在|拒收|無法(?:投遞|送達|傳送)|傳送失敗|退回|не (?:доставлен|удалось доставить)|配信できません|전송(?:되지 않|에 실패)|no se ha podido entregar",
    re.IGNORECASE)
_GONE = re.compile(
    r"no such (?:user|mailbox|recipient|address)|user (?:unknown|not found)|unknown (?:user|recipient|mailbox)|(?:recipient|mailbox|account|address|user)[^.\n]{0,30}"
    r"(?:does ?n[o']t exist|not found|unknown|invalid)|(?:收件人|用户|帐号|账号|邮箱|地址)[^。\n]{0,20}(?:不存在|未找到|无效)", re.IGNORECASE)


class Said(msgspec.Struct, frozen=True):
    """outcome: what became of the mail. status: of RFC 3463 such as ``5.1.1``, or empty. said: one line of the other server's words.
    gone: there is no such mailbox, so writing again is of no use. named: Message-IDs that stand in it."""

    outcome: Outcome
    status: str
    said: str
    gone: bool
    named: tuple[str, ...]


def read(raw: bytes, text: str) -> Said | None:
    """What it says, or None when it is no such report. text: its words as the parser read them."""
    report, copies = _parts(raw)
    named = tuple(dict.fromkeys(found.decode() for found in _ID.findall(copies + raw[:HEADER_BYTES])))[:MOST_IDS]
    if found := _COMPLAINT.search(report):
        return Said("complained", "", found.group(1).lower(), False, named)
    if found := _ACTION.search(report):
        return _reported(found.group(1).lower(), report, text, named)
    return _in_words(text[:20_000], named)


def gone(status: str, said: str) -> bool:
    """Whether the mailbox is not there: RFC 3463's codes for a bad address, else the words."""
    return status in ("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10") or (status in ("", "5.0.0") and bool(_GONE.search(said)))


def hidden(said: str) -> str:
    """What another server said, without whole addresses: it is shown to whoever sees the ticket."""
    return ADDRESS.sub(lambda found: mask_email(found.group()), said)


def status_in(said: str) -> str:
    """The first code of RFC 3463 in words, or empty."""
    found = _CODE.search(said)
    return found.group(1) if found else ""


def _reported(action: str, report: str, text: str, named: tuple[str, ...]) -> Said:
    status = found.group(1) if (found := _STATUS.search(report)) else ""
    words = one_line(found.group(1))[:300] if (found := _DIAGNOSTIC.search(report)) else one_line(text)[:300] or status
    if action in ("delivered", "relayed", "expanded"):
        return Said("delivered", status, words, False, named)
    if action == "delayed":
        return Said("delayed", status, words, False, named)
    return Said("failed", status, words, gone(status, words), named)


def _in_words(text: str, named: tuple[str, ...]) -> Said | None:
    status = status_in(text)
    reply = _REPLY.search(text)
    late = bool(_LATE.search(text)) or status.startswith("4") or (not status and bool(reply) and reply is not None and reply.group(1) == "4")
    failed = bool(_FAILED.search(text)) or status.startswith("5")
    if not (failed or late):
        return None
    line = next((line.strip() for line in text.split("\n") if _CODE.search(line) or _REPLY.search(line) or _GONE.search(line)), text)
    if late and not status.startswith("5"):
        return Said("delayed", status, one_line(line)[:300], False, named)
    return Said("failed", status, one_line(line)[:300], gone(status, text), named)


def _parts(raw: bytes) -> tuple[str, bytes]:
    """The part that machines read, and what is sent back of our own mail."""
    report, copies = "", b""
    try:
        fields, body = structure.split(raw, 0, len(raw))
        for leaf in structure.leaves(raw, fields, body):
            if leaf.media_type in _REPORTS and not report:
                report = structure.content(raw, leaf._replace(end=min(leaf.end, leaf.start + LARGEST))).decode("utf-8", "replace")
            elif leaf.media_type in _COPIES:
                copies += structure.content(raw, leaf._replace(end=min(leaf.end, leaf.start + LARGEST)))[:LARGEST]
    except OverLimit:
        pass
    return report, copies[:HEADER_BYTES] + raw[-LARGEST:]

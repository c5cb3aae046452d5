"""Cuts what a reply quotes, keeping the words that are new. Pure; the raw mail always keeps everything.

Every mail program marks the quote in its own way, and libraries know few of the Chinese ones. One rule stands
above all: when in doubt, keep. An empty result means the whole text was kept.
"""

import re

from farol.channels.email.letters.words import MARK

_LONG = 400
"""A head line is never longer; longer lines are somebody's words."""

_ADDRESS = r"[^\s<>@]{1,64}@[^\s<>]{1,190}"
_IN_BRACKETS = re.compile(rf"<{_ADDRESS}>")
# Heads after which quoted lines start with ">" (or, in HTML mail turned to text, with our "> ").
_WROTE = [re.compile(pattern, re.IGNORECASE) for pattern in (
    r"on .{6,200}wrote:",  # Gmail, Apple Mail, Thunderbird
    r"at \d{4}-\d\d-\d\d .{4,200}wrote:",  # 163 in English
    r".{0,200}(于|在)\s?\d{4}\s?[年/-].{4,200}(写道|写)\s?[:：]",  # Gmail, Apple, 163
    r"\d{4}年\d{1,2}月\d{1,2}日.{1,200}写道\s?[:：]",  # Apple
    r".{1,150} 於 ?\d{4}年.{4,120}(寫道|寫)\s?[:：]",  # Gmail, Traditional
    rf".{{0,200}}<{_ADDRESS}>\s?写道\s?[:：]",
    r"(el|le|em|am) .{6,200}(escribió|a écrit|escreveu|schrieb.{0,80})\s?:",
    r".{6,200}(написал\(а\)|пишет|написал)\s?:",
    rf"\S{{2,3}}, \d{{1,2}} .{{3,20}}\d{{4}}.{{0,20}}<{_ADDRESS}>:",  # Gmail in Russian
)]
# Heads that open an unmarked quote running to the end.
_RULES = [re.compile(pattern, re.IGNORECASE) for pattern in (
    r"-{2,}\s*(original( message| appointment)?|邮件原件|原始邮件|原邮件|原始郵件|回复的原邮件|回覆的原郵件|replied message)\s*-{2,}",
    r"-{4,}\s*исходное сообщение\s*-{4,}",
)]
_FORWARD = re.compile(
    r"(-{4,}\s*(forwarded message|转发的邮件|转发邮件信息|转发邮件|轉寄的郵件).{0,80}|begin forwarded message:|开始转发的邮件[:：])", re.IGNORECASE)
_LABEL = re.compile(
    r"\*{0,2}(from|sent|date|to|cc|subject|发件人|发送时间|发送日期|日期|时间|收件人|抄送|主题|寄件者|寄件日期|收件者|副本|主旨|de|enviado|para|asunto|от|отправлено|кому|тема)"
    r"\*{0,2}\s{0,6}[:：|].{0,300}", re.IGNORECASE)
_AUTHOR_LABEL = re.compile(r"[|\s]{0,4}\*{0,2}(from|发件人|寄件者|de|от)\*{0,2}\s{0,6}[:：|]", re.IGNORECASE)
_DEVICE = re.compile(
    r"(sent from (my )?(iphone|ipad|mobile|phone|samsung|huawei|xiaomi|gmail|outlook|mail for windows|yahoo).{0,60}|get outlook for (ios|android).{0,60}"
    r"|发自我的.{1,40}|发自网易邮箱.{0,30}|来自网易邮箱.{0,30}|发送自 .{1,40}|获取 ?outlook for .{1,40}|从我的.{1,20}发送|發自我的.{1,40}|从 ?(windows|iphone).{0,30}(发送|版邮件).{0,30}"
    r"|отправлено с (моего )?iphone|enviado desde mi \S{1,20})(\s?<http\S{0,200}>)?", re.IGNORECASE)
_RULE_LINE = re.compile(r"[_\-—=*]{5,}|\|?\s*\|")


def fresh(text: str) -> str:
    """The reply without its quote, device line and signature. The whole text when nothing else would remain."""
    lines = text.split("\n")
    head = _head(lines)
    if head is None:
        kept, rest = lines, []
    elif _marked(lines, head[1]):
        kept, rest = lines[: head[0]], _after_quote(lines, head[1])
    else:
        kept, rest = lines[: head[0]], []
    said = _trim(_without_tail_quote(kept))
    more = _trim(rest)
    if said and more:
        return said + "\n\n" + more
    return said or more or text.strip()


def _bare(line: str) -> str:
    return line.lstrip("> |\t\u00a0\u3000").rstrip()


def _head(lines: list[str]) -> tuple[int, int] | None:
    """First line of the quote's head, and the first line after the head; None without a head."""
    for at, line in enumerate(lines):
        bare = _bare(line)
        if not bare or len(bare) > _LONG:
            continue
        if MARK.search(bare):
            # Our own first line: whatever language the head above it has, it ends with a colon or names us.
            return _back_over_head(lines, at), at if line.lstrip().startswith(">") else len(lines)
        if _FORWARD.fullmatch(bare):
            return None
        if any(rule.fullmatch(bare) for rule in _RULES):
            return at, len(lines)
        if _AUTHOR_LABEL.match(line) and _block(lines, at):
            return _back_over_rules(lines, at), len(lines)
        if length := _wrote(lines, at):
            return at, at + length
    return None


def _wrote(lines: list[str], at: int) -> int:
    """How many lines the "... wrote:" starting here takes: up to three when it is wrapped, 0 when there is none."""
    joined = ""
    for length, line in enumerate(lines[at: at + 3], 1):
        bare = _bare(line)
        # A line that is a head by itself does not belong to the words above it.
        if not bare or (length > 1 and _is_wrote(bare)):
            return 0
        joined = f"{joined} {bare}".lstrip()
        if _is_wrote(joined):
            return length
    return 0


def _is_wrote(line: str) -> bool:
    return len(line) <= _LONG and line.endswith((":", "：")) and any(wrote.fullmatch(line) for wrote in _WROTE)


def _block(lines: list[str], at: int) -> bool:
    """Whether a block of at least three header labels starts here, as Outlook, Foxmail and QQ write it."""
    labels = [line for line in lines[at: at + 9] if _LABEL.fullmatch(_bare(line))]
    return len(labels) >= 3


def _back_over_rules(lines: list[str], at: int) -> int:
    while at and (not lines[at - 1].strip() or _RULE_LINE.fullmatch(lines[at - 1].strip())):
        at -= 1
    return at


def _back_over_head(lines: list[str], at: int) -> int:
    at = _back_over_rules(lines, at)
    for _ in range(3):
        bare = _bare(lines[at - 1]) if at else ""
        if not bare or len(bare) > _LONG or not (bare.endswith((":", "：")) or _IN_BRACKETS.search(bare)):
            break
        at = _back_over_rules(lines, at - 1)
    return at


def _marked(lines: list[str], start: int) -> bool:
    """Whether the quote after the head carries ``>`` marks (and so its end can be seen)."""
    following = [line for line in lines[start:] if line.strip()]
    return bool(following) and following[0].lstrip().startswith(">")


def _after_quote(lines: list[str], start: int) -> list[str]:
    """What stands below or between the quoted lines. Between: everything, with the quotes, to keep its sense."""
    rest = lines[start:]
    own = [n for n, line in enumerate(rest) if line.strip() and not line.lstrip().startswith(">")]
    if not own:
        return []
    below = rest[own[0]:]
    if any(line.lstrip().startswith(">") for line in below):
        return rest
    return below


def _without_tail_quote(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and (not lines[end - 1].strip() or lines[end - 1].startswith(">")):
        end -= 1
    return lines[:end] if end else lines


def _trim(lines: list[str]) -> str:
    """Without signature after ``-- ``, device lines and rules at the end, and blank ends."""
    for at, line in enumerate(lines):
        if at and line in ("-- ", "--") and len(lines) - at <= 12:
            lines = lines[:at]
            break
    lines = [line for line in lines if len(line) > 200 or not _DEVICE.fullmatch(line.strip())]
    end = len(lines)
    while end and (not lines[end - 1].strip() or _RULE_LINE.fullmatch(lines[end - 1].strip())):
        end -= 1
    return "\n".join(lines[:end]).strip("\n").rstrip()

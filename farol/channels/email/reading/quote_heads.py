"""The lines with which mail programs open a quote or a forwarded mail, by language. Patterns, no rules about what to do with them."""

import re

LONG = 400
"""A head line is never longer; longer lines are somebody's words."""

_ADDRESS = r"[^\s<>@]{1,64}@[^\s<>]{1,190}"
IN_BRACKETS = re.compile(rf"<\s?(?:mailto:)?{_ADDRESS}>")
_WROTE = [re.compile(pattern, re.IGNORECASE) for pattern in (
    r"on .{6,300}wrote:",  # Gmail, Apple Mail, Thunderbird, Yahoo, Proton
    r"at \d{4}-\d\d-\d\d .{4,300}wrote:",  # 163 in English
    r".{0,200}(于|在)\s?\d{4}\s?[年/-].{4,300}(写道|写)\s?[:：]",  # Gmail, Apple, 163, Thunderbird
    r"\d{4}年\d{1,2}月\d{1,2}日.{1,300}[写寫]道\s?[:：]",  # Apple
    r".{1,150}\s?於\s?\d{4}\s?[年/-].{4,200}[寫写]道?\s?[:：]",  # Gmail, Thunderbird, Traditional
    rf".{{0,200}}<{_ADDRESS}>\s?[写寫]道\s?[:：]",
    r"(el|le|em|am) .{6,300}(escribió|a écrit|escreveu|schrieb.{0,80})\s?:",
    r".{6,300}(написал\(а\)|написала?|пишет)\s?:",
    r".{6,300}\d{4}.{4,300}(님이\s?(작성|쓴 글|다음과 같이 작성)|작성|쓴 글|썼습니다)\s?[:：]",
    r"\d{4}[年/].{6,300}(のメール|のメッセージ|さんは書きました|の投稿)\s?[:：]",
    r"(vào|ngày) .{6,300} đã viết\s?:",
    r".{6,300} (şunu|şunları) yazdı\s?:",
)]
_YEAR, _TIME = re.compile(r"20\d\d"), re.compile(r"\d{1,2}\s?[:.時时点시]\s?\d\d")

# Heads that open an unmarked quote running to the end.
_ORIGINAL = (
    r"original( message| appointment)?|邮件原件|原始邮件|原邮件|原始郵件|原始訊息|原始信件|回复的原邮件|回覆的原郵件|replied message|исходное сообщение"
    r"|원본\s?(메일|메시지)|元のメッセージ|元のメール|mensaje original|mensagem original|(thư|tin nhắn) gốc|(orijinal|özgün) (mesaj|ileti|e-posta)")
_RULES = re.compile(rf"[-_=]{{2,}}\s*(?:{_ORIGINAL})\s*[-_=]{{2,}}", re.IGNORECASE)
_BARE_RULE = re.compile(rf"[-_=]*\s*(?:{_ORIGINAL})\s*[-_=]*", re.IGNORECASE)

_FORWARDED = (
    r"forwarded (message|by)|original message forwarded|转发的邮件|转发邮件信息|转发邮件|轉寄的郵件|轉寄郵件|轉寄信件|転送(された)?(メッセージ|メール)|전달된?\s?(메일|메시지)"
    r"|пересылаем(ое|ое вам) сообщение|пересланное сообщение|перенаправленное сообщение|mensaje reenviado|mensagem (encaminhada|reencaminhada)"
    r"|(thư|tin nhắn) (đã được )?chuyển tiếp|(yönlendirilen|iletilen) (ileti|mesaj)")
_BEGIN = (
    r"begin forwarded message|开始转发的邮件|下面是被转发的邮件|開始轉寄郵件|以下是轉寄的郵件|начало переадресованного сообщения|전달된 메시지 시작|転送されたメッセージ"
    r"|inicio del mensaje reenviado|início da mensagem (reencaminhada|encaminhada)|bắt đầu thư được chuyển tiếp|iletilen ileti başlangıcı")
_FORWARD = re.compile(rf"([-_=]{{2,}}\s*(?:{_FORWARDED}).{{0,80}}|(?:{_BEGIN})\s?[:：])", re.IGNORECASE)
_FORWARD_SUBJECT = re.compile(r"\s{0,5}(?:fwd?|转发|轉寄|轉發|wg|tr|rv|enc|i|vs|пересл|fw|転送|전달|ynt? ilt|ilt|chuyển tiếp)\s{0,2}[:：]", re.IGNORECASE)

_AUTHOR = r"from|发件人|发件者|寄件者|寄件人|de|от|от кого|보낸\s?사람|보낸\s?이|差出人|送信者|từ|người gửi|kimden|gönderen"
_OTHER = (
    r"sent|date|to|cc|bcc|subject|发送时间|发件时间|发送日期|日期|时间|收件人|抄送|抄送人|抄送至|密送|主\s{0,3}题|寄件日期|傳送時間|收件者|副本|主\s{0,3}旨|時間"
    r"|enviado|enviado el|fecha|para|asunto|отправлено|дата|кому|копия|тема|보낸\s?날짜|보낸\s?시간|날짜|받는\s?사람|참조|제목|送信日時|日付|日時|宛先|件名"
    r"|đã gửi|gửi|ngày|đến|tới|chủ đề|gönderildi|gönderilme tarihi|tarih|kime|konu|data|enviada? em|assunto")
_LABEL = re.compile(rf"\*{{0,2}}(?P<name>{_AUTHOR}|{_OTHER})\*{{0,2}}\s{{0,6}}[:：|]\*{{0,2}}(?P<value>.{{0,400}})", re.IGNORECASE)
_AUTHOR_LABEL = re.compile(rf"[>|\s]{{0,6}}\*{{0,2}}(?:{_AUTHOR})\*{{0,2}}\s{{0,6}}[:：|]", re.IGNORECASE)
_AUTHOR_NAME = re.compile(_AUTHOR, re.IGNORECASE)
_SUBJECT_NAME = re.compile(r"subject|主\s{0,3}题|主\s{0,3}旨|asunto|тема|제목|件名|chủ đề|konu|assunto", re.IGNORECASE)
_TO_NAME = re.compile(r"to|cc|bcc|收件人|抄送.?|密送|收件者|副本|para|кому|копия|받는\s?사람|참조|宛先|đến|tới|kime", re.IGNORECASE)
BLOCK = 10
"""Lines among which a block of header labels is looked for."""


def bare(line: str) -> str:
    """The line without quote marks, table rules and blanks around it."""
    # QQ writes its blanks as HTML does, in plain text too.
    return line.replace("&nbsp;", " ").lstrip("> |\t\u00a0\u3000").rstrip()


def is_wrote(line: str) -> bool:
    """Whether the line says by itself that somebody wrote what follows."""
    if len(line) > LONG or not line.endswith((":", "：")):
        return False
    return any(wrote.fullmatch(line) for wrote in _WROTE) or (dated(line) and bool(IN_BRACKETS.search(line)))


def dated(line: str) -> bool:
    """Whether a day with its year and a time of day stand in it, in whatever language."""
    return bool(_YEAR.search(line) and _TIME.search(line))


def is_rule(line: str) -> bool:
    """``-----Original Message-----`` and its kin."""
    return bool(_RULES.fullmatch(line))


def is_bare_rule(line: str) -> bool:
    """The same, also without dashes; it counts only above a block of labels."""
    return len(line) <= 60 and bool(_BARE_RULE.fullmatch(line))


def is_forward(line: str) -> bool:
    """``Forwarded message`` and its kin: what follows is what the person wants to show us."""
    return len(line) <= LONG and bool(_FORWARD.fullmatch(line))


def forwards(subject: str) -> bool:
    """Whether the subject's first mark says that a mail is passed on."""
    return bool(_FORWARD_SUBJECT.match(subject))


def opens_block(line: str) -> bool:
    """Whether the line names an author as header blocks do."""
    return bool(_AUTHOR_LABEL.match(line))


def label(line: str) -> tuple[str, str] | None:
    """What a header line of a quoted block says: ``author``, ``subject``, ``to`` or ``date``, and its value."""
    found = _LABEL.fullmatch(bare(line))
    if not found:
        return None
    name, value = found["name"], found["value"].strip(" \t\u00a0|")
    for kind, pattern in (("author", _AUTHOR_NAME), ("subject", _SUBJECT_NAME), ("to", _TO_NAME)):
        if pattern.fullmatch(name):
            return kind, value
    return "date", value


def is_block(lines: list[str], at: int) -> bool:
    """Whether at least three header labels stand from here on, as Outlook, Foxmail and QQ write them."""
    return sum(label(line) is not None for line in lines[at: at + BLOCK]) >= 3

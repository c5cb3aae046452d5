"""What a reply should not promise, and words that hurt or say nothing. Pointed out, never stopped."""

import re
from collections.abc import Iterator

from .model import Finding, finding

_DENIED = re.compile(r"(?:不|无法|不能|没法|未|cannot|can['’]?t|not|never|no|don['’]?t|without)\s*(?:\w+\s+){0,2}$", re.IGNORECASE)

RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("promise.outcome", re.compile(
        r"\bguarantee[sd]?\b|\b(?:definitely|certainly|surely)\s+(?:be |get |will |arrive|recover|return|work)|\bfor sure\b|\b100 ?%"
        r"|\byou will (?:definitely|certainly|surely)\b|\bI (?:can )?promise (?:you )?(?:that )?(?:it|you|the|your)\b"
        r"|保证(?!金)|一定(?:会|能|可以)?(?:到账|找回|追回|解冻|解封|通过|成功|退回|解决)|肯定(?:会|能|可以|没问题)|百分之?百|百分百|绝对(?:会|能|可以|没问题|安全)|包您", re.IGNORECASE)),
    ("promise.vague", re.compile(
        r"\bsoon\b|\bshortly\b|\basap\b|\bin (?:a|no) (?:moment|while|time)\b|\bright away\b|\bin due course\b|\bmomentarily\b"
        r"|尽快|马上|很快|稍后|第一时间|近期内?|不久(?:就|会|后)|抓紧(?:处理|安排)|加急处理", re.IGNORECASE)),
    ("promise.time", re.compile(
        r"\b(?:within|in)\s+(?:the next\s+)?(?:\d+|one|two|three|a few|an)(?:\s*(?:-|–|to)\s*\d+)?\s*(?:minutes?|mins?|hours?|hrs?|days?|business days?|working days?)\b"
        r"|\bby\s+(?:\d{1,2}[:.]\d{2}|\d{1,2}\s*(?:am|pm)|tomorrow|tonight|today|monday|tuesday|wednesday|thursday|friday)"
        r"|[\d一二两三四五六七八九十半几]+\s*个?(?:分钟|小时|天|工作日|日|周)(?:之|以)?内|(?:今天|明天|今晚|明早|周[一二三四五六日])[^，,。]{0,10}(?:前|之前)", re.IGNORECASE)),
    ("blame.customer", re.compile(
        r"\byou should(?:['’]ve| have)\b|\byou (?:failed|forgot|neglected) to\b|\byour (?:own )?(?:fault|mistake|carelessness)\b|\bas (?:I|we)(?:['’]ve| have)? (?:already |previously )?(?:said|told|explained|mentioned)\b"
        r"|\bwhy did(?:n['’]t| not) you\b|\bobviously\b|\bcalm down\b|\bwe already told you\b|\bread (?:it|the rules|the message) (?:again|carefully)\b"
        r"|您自己(?:的(?:问题|原因|责任|失误)|操作(?:失误|错误)|填错|弄错|选错|不小心)|是您的(?:错|责任|问题|失误)|(?:早就|已经)(?:跟您|和您|对您)?(?:说过|讲过|告诉过)"
        r"|跟您说(?:过|了)|您没(?:看|仔细看|认真看)|您(?:怎么|为什么)不|您(?:早|本来)?应该早|冷静(?:一点|一下|点)|明显是您|规则写得很清楚", re.IGNORECASE)),
    ("empty.words", re.compile(
        r"\bunfortunately\b|\bapologi[sz]e for (?:any|the) inconvenience\b|\bsorry for (?:any|the) inconvenience\b|\byour (?:call|feedback|patience|business) is (?:very )?(?:important|valued|appreciated)\b"
        r"|\brest assured\b|\bthank you for your (?:patience|understanding)\b|\bvalued (?:customer|user)\b|\bdear (?:user|customer|sir)\b"
        r"|给您带来(?:了)?(?:的)?不便|敬请谅解|请您?放心|亲[，,～~ ]|尊敬的(?:用户|客户)|祝您生活愉快|感谢您的(?:理解|支持|配合|耐心)|您的(?:反馈|意见|来电)(?:对我们)?(?:很|非常)重要|深表歉意", re.IGNORECASE)),
)


def careful(text: str, *, promised: bool) -> Iterator[Finding]:
    """Words to think about. promised: a promise with a time goes out with these words, or is open already."""
    for code, rule in RULES:
        if promised and code in ("promise.time", "promise.vague"):
            continue
        for found in rule.finditer(text):
            if code == "promise.outcome" and _DENIED.search(text[max(0, found.start() - 24): found.start()]):
                continue
            yield finding(code, text, found.start(), found.end())


def personal(text: str, known: list[str]) -> Iterator[Finding]:
    """Where a reply spells out what screens mask: the customer's own mail address, telephone or account number."""
    for value in known:
        if len(value) < 5:
            continue
        digits = re.sub(r"\D", "", value)
        pattern = re.escape(value) if "@" in value or len(digits) < 5 else r"[\s()-]*".join(digits[-8:])
        for found in re.finditer(pattern, text, re.IGNORECASE):
            yield finding("personal.contact", text, found.start(), found.end())

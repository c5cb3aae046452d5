"""Passwords, one-time codes and API secrets: a naming word, joining words, then the value."""

import re
from collections.abc import Iterator

from farol.core.chains.shape import is_hex

from .context import API_SECRET, CODE_MAKER, NOT_A_CODE, ONE_TIME_CODE, PASSWORD, PLAIN_CODE
from .model import Hit

_QUOTE = "\"'`“”‘’「『【《<"
_IS = (
    r"(?:(?:is|was|are|es|é|est|ist|это|là|la|هو|هي|changed to|set to)(?=[\s:\"'])|就是|是|为|為|は|는|은|叫|设成|设置成|改成)"
)
_JOIN = re.compile(
    rf"(?P<wide>(?:\s(?:от|к|для|for|of|to|de|da|do|del|của|cua)(?:\s(?:la|my|the|mi|meu))?\s[^\W\d_]{{2,14}})?[\s\"'`*]{{0,4}}(?:(?P<mark>:|=>?|->|-)|(?P<verb>(?:也|都|现在|now "
    rf"|also )?{_IS}))?[\s:=*]{{0,6}}(?P<quote>[{_QUOTE}])?)"
    r"(?P<value>[!-~]{4,256})"
)
_WORDS_AFTER = re.compile(
    r"(?:wrong|(?:in)?correct|right|(?:in)?valid|weak|strong|not|still|same|lost|gone|required|safe"
    r"|secure|too|very|the|my|your|our|this|that|"
    r"case|already|never|always|also|what|where|when|why|who|how|being|different|unknown|missing|broken"
    r"|old|new|stuck|okay|fine|good|bad|none|"
    r"null|empty|blank|hidden|only|just|really|possible|known|reset|sent|there|here|please|pls|help|must"
    r"|should|will|would|can|cannot|could|"
    r"from|with|without|after|before|because|since|again|more|than|then|they|have|been|does|doesnt|didnt"
    r"|wont|want|need|like|some|other|"
    r"about|else|change|issue|problem|error|page|field|reset|recovery|manager|protected|length|policy"
    r"|login|email|link|code|form|screen|"
    r"ok|n/a|null|true|false|undefined|string|text|null|\*+|\.+|x+|-+|_+|\?+|[a-z]{2,}(?:ed|ing|ly|able"
    r"|ible|less|ful|n't))"
)
_OWN_NUMBER = re.compile(r"frl-\d{4}-\d+|https?://\S+")
_TRAILING = ".,;:!?)]}>\"'`*"
_CLAUSE_END = re.compile(r"\s*(?:$|[\n\r,.;:!?，。；！？、)）\ufffc]|and\b|but\b|然后|[\u4e00-\u9fff])")
_DIGITS = re.compile(
    r"(?:[\s:=\-#\"'“「【(（是为為就的我收到了您your ]{0,14}(?:is|was|es|é|est|ist|это|là|la|هو|هي|는|은|は|라고)?[\s:=\-#\"'“「【(（]{0,4})"
    r"(?P<value>(?:[a-z]-)?(?:\d{3}[ -]\d{3}|\d{4,8}))(?![0-9a-z_%])(?![.-]\d)(?!\s?(?:年|月|日|号|分|秒|小时|天|次"
    r"|个|条|元|块|usd|btc|eth|min|hour|day|time|u\b|x\b|%|发|打))"
)
_CODE_BEFORE = re.compile(
    r"(?<![\w.,-])(?P<value>(?:[a-z]-)?\d{4,8})\s?(?:(?:is|was) (?:my|the|your)\b[\w ]{0,24}\b(?:code|otp"
    r"|pin)\b"
    r"|(?:是|为)?(?:我的?|您的?|你的?)?(?:短信|手机|谷歌|邮箱|登录)?(?:验证码|动态码|校验码))"
)
_PASSWORD_BEFORE = re.compile(
    r"(?P<value>[!-~]{6,64})\s?(?:is my (?:\w+ )?password|(?:这)?(?:就)?是我的?(?:登录|资金|交易)?密码)"
)
_TOKEN = re.compile(r"[A-Za-z0-9+/=_.\-]{12,256}")
_IN_ADDRESS = re.compile(r"://[^\s:/@]{1,64}:(?P<value>[^\s:/@]{3,64})@")
_GLUED = re.compile(r"[\w-]*", re.ASCII)
_KNOWN = re.compile(
    r"(?<![0-9A-Za-z])(?:gh[pousr]_[0-9A-Za-z]{30,255}|github_pat_\w{40,255}|glpat-[\w-]{20,64}"
    r"|xox[abeoprs]-[0-9A-Za-z-]{10,200}|xapp-[0-9A-Za-z-]{20,200}"
    r"|[rs]k_(?:live|test)_[0-9A-Za-z]{16,120}|sk-(?:proj-|ant-)?[\w-]{20,200}|AKIA[0-9A-Z]{16}"
    r"|ASIA[0-9A-Z]{16}|AIza[\w-]{35}|SG\.[\w-]{16,32}\.[\w-]{16,64}"
    r"|eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,1000}|\d{8,10}:[\w-]{35}|npm_[0-9A-Za-z]{36}"
    r"|pypi-[\w-]{40,255}|hf_[0-9A-Za-z]{30,60}"
    r"|dop_v1_[0-9a-f]{64}|shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}"
    r"|https://hooks\.slack\.com/services/[\w/]{20,80}|otpauth://[^\s\"'<>]{10,300})(?![0-9A-Za-z])"
)


def find(text: str, lower: str) -> Iterator[Hit]:
    """Passwords, codes and API secrets in the text; ``lower`` is the same text in lower case."""
    for known in _KNOWN.finditer(text):
        # To the end of the run: what is glued to a secret is part of it.
        glued = _GLUED.match(text, known.end())
        end = glued.end() if glued else known.end()
        yield Hit(
            known.start(), end, "one_time_code" if known.group().startswith("otpauth") else "api_secret"
        )
    yield from _api_secrets(text, lower)
    yield from _passwords(text, lower)
    yield from _codes(lower)


def _api_secrets(text: str, lower: str) -> Iterator[Hit]:
    for word in API_SECRET.finditer(lower):
        joined = _JOIN.match(text, word.end())
        if joined is None:
            continue
        start, end = _value(text, joined)
        token = _TOKEN.match(text, start, end)
        value = token.group() if token else ""
        if _random(value) and not (value.startswith("0x") and len(value) == 42):
            before = lower[max(0, word.start() - 16) : word.end()].removesuffix("key").removesuffix("secret")
            makes_codes = CODE_MAKER.search(before.rstrip("密钥鑰秘匙"))
            yield Hit(start, start + len(value), "one_time_code" if makes_codes else "api_secret")
        elif word.group() == "passphrase" and _is_password(text, lower, joined, start, end):
            yield Hit(start, end, "api_secret")


def _passwords(text: str, lower: str) -> Iterator[Hit]:
    for word in PASSWORD.finditer(lower):
        joined = _JOIN.match(text, word.end())
        if joined is None:
            continue
        start, end = _value(text, joined)
        if _is_password(text, lower, joined, start, end) and not ONE_TIME_CODE.fullmatch(
            lower, word.start(), word.end()
        ):
            yield Hit(start, end, "password")
    for address in _IN_ADDRESS.finditer(text):
        yield Hit(*address.span("value"), "password")
    for reverse in _PASSWORD_BEFORE.finditer(lower):
        value = text[slice(*reverse.span("value"))]
        if _mixed(value) and not _OWN_NUMBER.match(value.lower()):
            yield Hit(*reverse.span("value"), "password")


def _codes(lower: str) -> Iterator[Hit]:
    for word in ONE_TIME_CODE.finditer(lower):
        code = _DIGITS.match(lower, word.end())
        if code:
            yield Hit(*code.span("value"), "one_time_code")
    for word in PLAIN_CODE.finditer(lower):
        code = _DIGITS.match(lower, word.end())
        if code and len(code["value"]) == 6 and not code["value"].startswith("131"):
            before = lower[max(0, word.start() - 16) : word.start()]
            if not NOT_A_CODE.search(before):
                yield Hit(*code.span("value"), "one_time_code")
    for reverse in _CODE_BEFORE.finditer(lower):
        yield Hit(*reverse.span("value"), "one_time_code")


def _value(text: str, joined: re.Match[str]) -> tuple[int, int]:
    """Offsets of the value: inside its quotes, else without the punctuation that ends the sentence."""
    start, end = joined.span("value")
    if joined["quote"] in ("'", '"', "`"):
        close = text.find(joined["quote"], start, end)
        if close > start:
            return start, close
    return start, start + len(joined["value"].rstrip(_TRAILING)) or end


def _is_password(text: str, lower: str, joined: re.Match[str], start: int, end: int) -> bool:
    value, plain = text[start:end], lower[start:end]
    if len(value) < 4 or _WORDS_AFTER.fullmatch(plain) or _OWN_NUMBER.match(plain):
        return False
    if joined["mark"] or joined["quote"]:
        return True
    if joined["verb"]:
        return _mixed(value) or value.isdigit() or bool(_CLAUSE_END.match(text, end))
    # No joining word: only a value that is no word and no plain number ("密码abc123", "pin 1234").
    return len(value) > 5 and value[0].isalnum() and _mixed(value) and any(c.isdigit() for c in value)


def _mixed(value: str) -> bool:
    """Letters with digits or signs, or capitals inside: what passwords have and words lack."""
    letters = any(character.isalpha() for character in value)
    others = any(not character.isalpha() and character not in "-'/." for character in value)
    return letters and (others or (value[1:].lower() != value[1:] and not value.isupper()))


def _random(value: str) -> bool:
    """Long, with letters and digits: a generated secret rather than a word."""
    if len(value) < 16 or not any(character.isdigit() for character in value):
        return False
    return (
        is_hex(value.replace("-", ""))
        or sum(character.isdigit() for character in value) >= 3
        or not value.islower()
    )

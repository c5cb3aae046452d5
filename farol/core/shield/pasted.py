"""Requests that people paste: a command line of curl, a line of a log, JSON within JSON. What lets somebody in stands there in known places."""

import re
from collections.abc import Iterator

from .model import Hit, Kind

_QUOTES = r"(?:\\{0,3}[\"'])?"
_VALUE = r"[!#-&(-\[\]-~ ]"
"""Printable, and neither a quote nor a backslash."""
_HEADER = re.compile(
    r"(?i)(?<![\w-])(?:(?:proxy-)?authorization|(?:set-)?cookie|x-[\w-]{0,30}(?:token|key|auth|secret|csrf|xsrf|session)[\w-]{0,12}"
    r"|(?:ok-|kc-|kucoin-|bitget-)?access-(?:key|sign|passphrase|token)|api-?key)"
    rf"(?:{_QUOTES}\s{{0,3}}[:=]\s{{0,3}}{_QUOTES})(?P<value>{_VALUE}{{6,4000}})")
_JAR = re.compile(rf"(?<!\S)(?:-b|--cookie)[ =]{{0,3}}[\"']?(?P<value>[\w.%-]{{1,80}}={_VALUE}{{4,4000}})")
_USER = re.compile(r"(?<!\S)(?:-u|--user|--proxy-user|-U)[ =]{1,3}[\"']?(?P<value>[^\s\"':]{1,80}:[^\s\"']{3,256})")
_BEARER = re.compile(r"(?<!\S)--oauth2-bearer[ =]{1,3}[\"']?(?P<value>[!-~]{8,4000})")
_NESTED = re.compile(
    r"(?i)\\{1,3}[\"'](?:[\w.-]{0,30}(?:token|secret|passw(?:or)?d|session_?id|csrf|api_?key|assertion|credential|jwt|otp|sid))\\{1,3}[\"']\s{0,3}:\s{0,3}\\{1,3}[\"']"
    r"(?P<value>[!#-&(-\[\]-~]{4,4000})")
_JAR_OBJECT = re.compile(r"(?i)\bCookie\(\\?[\"'][\w.%-]{1,80}\\?[\"'],\s{0,3}\\?[\"'](?P<value>[!#-&(-\[\]-~]{4,4000})")
_PATTERNS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (_HEADER, "api_secret"), (_JAR, "api_secret"), (_USER, "password"), (_BEARER, "api_secret"), (_NESTED, "api_secret"), (_JAR_OBJECT, "api_secret"))
_SCHEME = re.compile(r"(?i)(?:bearer|basic|digest|negotiate|token|hmac|apikey|key)[ :=]+")
_PAIRED = re.compile(r"[=:]([^=;,:& ]+)")
_GIVEN_AWAY = re.compile(r"(?:\d{1,5}:){1,2}\d{1,5}")
"""``-u 1000:1000`` is a user and a group."""


def find(text: str) -> Iterator[Hit]:
    """Values of such places, for words that people write: only what looks made, so that a sentence about a header stays."""
    for pattern, kind in _PATTERNS:
        for found in pattern.finditer(text):
            value = found["value"].rstrip(" ,;)}]")
            if _made(value, kind):
                yield Hit(found.start("value"), found.start("value") + len(value), kind)


def removed(text: str, gone: str) -> str:
    """The same in a file, where nothing is a sentence: whatever stands there goes."""
    for pattern, _ in _PATTERNS:
        text = pattern.sub(lambda found: text_without(found, gone), text)
    return text


def text_without(found: re.Match[str], gone: str) -> str:
    """A match with its value replaced; as it was where the value is a user and a group of a machine."""
    start, end = found.span("value")
    whole = found[0]
    if _GIVEN_AWAY.fullmatch(found["value"]):
        return whole
    return f"{whole[: start - found.start()]}{gone}{whole[end - found.start():]}"


def _made(value: str, kind: Kind) -> bool:
    if _GIVEN_AWAY.fullmatch(value):
        return False
    if kind == "password":
        return True
    first = re.split(r"[=;,:& ]", _SCHEME.sub("", value, count=1), maxsplit=1)[0]
    return any(_looks_made(one) for one in (first, *_PAIRED.findall(value)))


def _looks_made(secret: str) -> bool:
    mixed = any(character.isdigit() for character in secret) and any(character.isalpha() for character in secret)
    return len(secret) >= 8 and (mixed or (len(secret) >= 16 and secret.lower() != secret != secret.upper()))

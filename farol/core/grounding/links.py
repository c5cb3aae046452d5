"""Everything that leads somewhere: addresses of pages with or without their scheme, mail addresses, handles."""

from collections.abc import Iterator

import regex  # type: ignore[import-untyped]

from .model import Fact
from .units import Found

_STOP = r"\s<>\"'`|{}\\，。；、！？（）【】《》「」"
_CJK = r"\p{Han}\p{Hiragana}\p{Katakana}"
_LINK = regex.compile(
    rf"(?P<full>[a-z][a-z0-9+.-]{{0,20}}://[^{_STOP}]{{1,2000}})"
    rf"|(?P<bare_scheme>(?<![a-z])(?:javascript|vbscript|data|mailto|tel|sms|tg|blob|file|intent|market|bitcoin|ethereum|tron|ton|solana):[^{_STOP}]{{1,2000}})"
    rf"|(?P<mail>(?<![a-z0-9._%+-])[a-z0-9._%+-]{{1,64}}@(?:[\w-]{{1,63}}\.){{1,6}}[\p{{L}}]{{2,24}})"
    rf"|(?P<host>(?<![\w@./-]|[^\W\d_]\.)(?:[[\w-]--[{_CJK}_]]{{1,63}}\.){{1,6}}[[\p{{L}}]--[{_CJK}]]{{2,24}}(?![\w@])(?:[:/?#][^{_STOP}]{{0,2000}})?"
    rf"|[{_CJK}]{{1,20}}\.(?:com|net|org|io|cn|cc|vip|top|xyz|app|pro|info)(?![\w])(?:/[^{_STOP}]{{0,2000}})?)"
    r"|(?P<spelled>(?<![\w-])[\w-]{1,253}+\s?[\[(]\s?(?:\.|dot|точка|点)\s?[\])]\s?[\w-]{2,63})"
    r"|(?P<contact>(?:wechat|weixin|微信号?|telegram|电报|whatsapp|vx|skype|line|qq号?|kakao)\s?(?:id)?\s?(?:[:：是为]|is\s)\s{0,2}@?[a-z0-9_.-]{4,40})"
    r"|(?P<handle>(?<![\w.@/])@[a-z0-9_]{3,32})",
    regex.IGNORECASE | regex.V1)
_TRAILING = ".,;:!?)]*>"
_ABBREVIATIONS = frozenset(("e.g", "i.e", "a.m", "p.m", "u.s", "т.е", "т.д", "т.к"))


def links(text: str) -> Iterator[Found]:
    """Every one, with scheme and host in lower case and without the sentence's own punctuation."""
    for found in _LINK.finditer(text):
        written = found.group().rstrip(_TRAILING)
        if written.lower() in _ABBREVIATIONS or (found["host"] and _decimal(written)):
            continue
        yield Found(found.start(), found.start() + len(written), Fact("link", canonical(written), written))


def canonical(link: str) -> str:
    """One spelling of an address: only what does not matter is folded."""
    scheme, separator, rest = link.partition("://")
    if not separator:
        scheme, rest = "", link
    cut = next((place for place, character in enumerate(rest) if character in "/?#"), len(rest))
    host, path = rest[:cut].lower(), rest[cut:]
    return (f"{scheme.lower()}://" if separator else "") + host + ("" if path == "/" else path)


def same_link(said: str, known: set[str]) -> bool:
    """Whether it leads where a known one leads; never to the same place by a weaker way."""
    bare = said.removeprefix("https://")
    return said in known or (bare in known and "://" not in bare) or ("://" not in said and f"https://{said}" in known)


def _decimal(written: str) -> bool:
    return written.replace(".", "").isdigit()

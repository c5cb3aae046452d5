"""Other facts people write: amounts with their coin, networks by name, ticket numbers, error codes."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Literal, NamedTuple

from .clean import clean
from .model import name_key, names, networks

_LONGEST_TEXT = 20_000
_COINS_ZH = {
    "比特币": "BTC", "大饼": "BTC", "以太坊": "ETH", "以太币": "ETH", "泰达币": "USDT", "狗狗币": "DOGE",
    "莱特币": "LTC", "瑞波币": "XRP", "波场币": "TRX", "门罗币": "XMR", "艾达币": "ADA", "柚子": "EOS",
}  # fmt: skip
_COINS = [
    "USDT",
    "USDC",
    "FDUSD",
    "TUSD",
    "DAI",
    "USDE",
    "BUSD",
    "PYUSD",
    "WBTC",
    "SHIB",
    "PEPE",
    "LINK",
    "UNI",
    "AAVE",
    "MATIC",
    "ARB",
    "OP",
    "FIL",
    "ETC",
    "TIA",
    "INJ",
    "WLD",
    "ICP",
    "KAVA",
    "LUNC",
    "LUNA",
    "BAND",
    "XEM",
    "ZEC",
    "DASH",
]
_SCALES = {"万": 10_000, "w": 10_000, "千": 1_000, "k": 1_000, "亿": 100_000_000, "m": 1_000_000}
_NUMBER = r"(?P<number{n}>\d{{1,3}}(?:,\d{{3}}){{1,5}}(?:\.\d{{1,18}})?|\d{{1,15}}(?:\.\d{{1,18}})?)"
_TICKET = re.compile(r"(?<![0-9A-Za-z])FRL-\d{4}-\d{1,9}(?!\d)", re.IGNORECASE)
_NETWORK = re.compile(
    r"(?<![0-9A-Za-z])(?:TRC|ERC|BEP|DRC)[- ]?20(?!\d)|[0-9A-Za-z\u4e00-\u9fff]{2,24}", re.IGNORECASE
)
_ERROR = re.compile(
    r"(?:error|err|code|错误码|错误|报错|代码|提示码|エラー|ошибк[аи])[\s:：#(（=是为]{0,4}"
    r"(?P<code>-\d{4}|\d{5,6})(?![\d.])|(?<![\d.])(?P<bybit>1310\d\d)(?![\d.])",
    re.IGNORECASE,
)


# Names that are also words: they mean the network only in capitals.
_ORDINARY_WORDS = frozenset(
    [
        "near",
        "base",
        "op",
        "opt",
        "dot",
        "atom",
        "ton",
        "spl",
        "ln",
        "pol",
        "arb",
        "apt",
        "ada",
        "a",
        "stacks",
        "ripple",
        "cosmos",
        "polygon",
        "stellar",
        "optimism",
        "avalanche",
    ]
)


class Mention(NamedTuple):
    """One fact, at its offsets in the given text.

    ``value`` is the decimal number, network code, ticket number or error code; ``coin`` the ticker of an amount.
    """

    kind: Literal["amount", "network", "ticket", "error_code"]
    start: int
    end: int
    text: str
    value: str
    coin: str = ""


@cache
def _amount() -> re.Pattern[str]:
    tickers = {entry.native for entry in networks().values() if len(entry.native) > 1} | set(_COINS)
    ascii_coins = "|".join(sorted(tickers, key=len, reverse=True))
    coin = rf"(?:(?:{ascii_coins}|u)(?![0-9A-Za-z])|{'|'.join(_COINS_ZH)})"
    after = (
        _NUMBER.format(n="")
        + rf"\s{{0,2}}(?P<scale>[万千亿wkm])?\s{{0,2}}[个枚颗]?(?:的)?\s{{0,2}}(?P<coin>{coin})"
    )
    before = (
        rf"(?<![0-9A-Za-z])(?P<coin2>{ascii_coins})\s{{0,2}}[:：]?\s{{0,2}}"
        + _NUMBER.format(n="2")
        + r"(?![\dA-Za-z.])"
    )
    return re.compile(rf"(?<![0-9A-Za-z.])(?<!\d,)(?:{after})|{before}", re.IGNORECASE)


def mentions(text: str) -> list[Mention]:
    """Amounts, networks, ticket numbers and error codes in the order they stand (first 20,000 characters)."""
    given = text[:_LONGEST_TEXT]
    cleaned = clean(given)
    found = []
    for kind, start, end, value, coin in _all(cleaned.text):
        span = cleaned.span(start, end)
        found.append(Mention(kind, *span, given[slice(*span)], value, coin))
    return sorted(found, key=lambda one: (one.start, one.kind))


_Raw = tuple[Literal["amount", "network", "ticket", "error_code"], int, int, str, str]


def _all(text: str) -> Iterator[_Raw]:
    for amount in _amount().finditer(text):
        number = Decimal((amount["number"] or amount["number2"]).replace(",", ""))
        number *= _SCALES.get((amount["scale"] or "").lower(), 1)
        written = amount["coin"] or amount["coin2"]
        coin = _COINS_ZH.get(written) or ("USDT" if written.lower() == "u" else written.upper())
        yield "amount", *amount.span(), f"{number.normalize():f}", coin
    for ticket in _TICKET.finditer(text):
        yield "ticket", *ticket.span(), ticket.group().upper(), ""
    amounts = bytearray(len(text))
    for amount in _amount().finditer(text):
        amounts[amount.start() : amount.end()] = b"\1" * len(amount.group())
    for word in _NETWORK.finditer(text):
        yield from (one for one in _networks(word) if not amounts[one[1]])
    for error in _ERROR.finditer(text):
        group = "code" if error["code"] else "bybit"
        yield "error_code", *error.span(group), error[group], ""


def _networks(word: re.Match[str]) -> Iterator[_Raw]:
    """Networks named in one run of letters; Chinese has no spaces, so its names are looked for inside."""
    text = word.group()
    code = names().get(name_key(text))
    if code and (text.isupper() or text.lower() not in _ORDINARY_WORDS):
        yield "network", *word.span(), code, ""
        return
    if text.isascii():
        return
    for part in _inside().finditer(text):
        if part.group().lower() in _ORDINARY_WORDS and not part.group().isupper():
            continue
        start = word.start() + part.start()
        yield "network", start, start + len(part.group()), names()[name_key(part.group())], ""


@cache
def _inside() -> re.Pattern[str]:
    every = sorted((re.escape(name) for name in names()), key=len, reverse=True)
    plain = [name for name in every if name.isascii()]
    chinese = [name for name in every if not name.isascii()]
    return re.compile(
        rf"(?<![0-9A-Za-z])(?:{'|'.join(plain)})(?![0-9A-Za-z])|{'|'.join(chinese)}", re.IGNORECASE
    )

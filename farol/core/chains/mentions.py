"""Other facts people write: amounts with their coin, coins and networks by name, ids, memos, error codes."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from .alike import plain_digits
from .amounts import amounts
from .clean import clean
from .coins import coin
from .model import name_key, names
from .references import Forms, references

_LONGEST_TEXT = 20_000
_TICKET = re.compile(r"(?<![0-9A-Za-z])FRL-\d{4}-\d{1,9}(?!\d)", re.IGNORECASE)
_NETWORK = re.compile(
    r"(?<![0-9A-Za-z])(?:TRC|ERC|BEP|DRC)[- ]?20(?!\d)|[0-9A-Za-z\u4e00-\u9fff]{2,24}", re.IGNORECASE
)
_ERROR = re.compile(
    r"(?:error|err|code|错误码|错误|报错|代码|提示码|エラー|ошибк[аи])[\s:：#(（=是为]{0,4}"
    r"(?P<code>-\d{4}|\d{5,6})(?![\d.])|(?<![\d.])(?P<bybit>1310\d\d)(?![\d.])",
    re.IGNORECASE,
)
_AFTER_NETWORK = re.compile(r"\s{0,2}(?:network|chain|mainnet|net|l2|сет[ьи]|主网|网络|網路|链|鏈)", re.IGNORECASE)
_BEFORE_NETWORK = re.compile(
    r"(?:(?<![a-z])(?:network|chain|via|on|over|through|using)|网络|链|(?:走|用|选|转|发)(?:的|了|成|错了?|到)?)\s{0,2}[:：]?\s{0,2}$", re.IGNORECASE)
_LOOK_BACK = 12

# Names that are also words: they mean the network only in capitals, or beside the word network.
_ORDINARY_WORDS = frozenset(
    ["near", "base", "op", "opt", "dot", "atom", "ton", "spl", "ln", "pol", "arb", "apt", "ada", "a", "stacks", "ripple",
     "cosmos", "polygon", "stellar", "optimism", "avalanche"]
)  # fmt: skip
_COIN = re.compile(r"(?<![0-9A-Za-z])[A-Za-z][0-9A-Za-z]{1,9}(?![0-9A-Za-z])|[\u4e00-\u9fff]{0,3}币|以太坊")

Kind = Literal[
    "amount", "coin", "network", "ticket", "error_code", "withdrawal_id", "deposit_id", "order_id", "p2p_order_id", "memo"
]


class Mention(NamedTuple):
    """One fact, at its offsets in the given text.

    ``value`` is the decimal number, ticker, network code, ticket number, id, memo or error code; ``coin`` the ticker of
    an amount. An empty memo: the writer says there was none. about: an amount not meant to the last digit.
    """

    kind: Kind
    start: int
    end: int
    text: str
    value: str
    coin: str = ""
    about: bool = False


_Raw = tuple[Kind, int, int, str, str, bool]


def mentions(text: str, forms: Forms | None = None) -> list[Mention]:
    """What is named in the text, in the order it stands (first 20,000 characters).

    forms: how this exchange writes its ids (see ``references``); without them the words around a number decide.
    """
    given = text[:_LONGEST_TEXT]
    cleaned = clean(given)
    found = []
    for kind, start, end, value, named, about in _all(plain_digits(cleaned.text), forms):
        span = cleaned.span(start, end)
        found.append(Mention(kind, *span, given[slice(*span)], value, named, about))
    return sorted(found, key=lambda one: (one.start, one.kind))


def _all(text: str, forms: Forms | None) -> Iterator[_Raw]:
    taken = bytearray(len(text))
    for amount in amounts(text):
        taken[amount.start : amount.end] = b"\1" * (amount.end - amount.start)
        yield "amount", amount.start, amount.end, amount.value, amount.coin, amount.about
    for ticket in _TICKET.finditer(text):
        taken[ticket.start() : ticket.end()] = b"\1" * len(ticket.group())
        yield "ticket", *ticket.span(), ticket.group().upper(), "", False
    for error in _ERROR.finditer(text):
        group = "code" if error["code"] else "bybit"
        yield "error_code", *error.span(group), error[group], "", False
    for one in references(text, forms):
        yield one.kind, one.start, one.end, one.value, "", False
    for word in _NETWORK.finditer(text):
        yield from (one for one in _networks(text, word) if not taken[one[1]])
    for word in _COIN.finditer(text):
        if not taken[word.start()] and (named := _coin(word)):
            yield named


def _coin(word: re.Match[str]) -> _Raw | None:
    """A coin named without an amount. Chinese has no spaces, so the longest known name before 币 is taken."""
    written = word.group()
    for start in range(len(written)):
        known = coin(written[start:])
        if known and (not known.capitals or written.isupper()) and (written.isascii() or len(written) - start > 1):
            # A name of letters alone that is no ticker stands for itself; "u" alone is a word.
            return None if written.lower() == "u" else ("coin", word.start() + start, word.end(), known.code, "", False)
        if written.isascii():
            return None
    return None


def _networks(text: str, word: re.Match[str]) -> Iterator[_Raw]:
    """Networks named in one run of letters; Chinese has no spaces, so its names are looked for inside."""
    written = word.group()
    code = names().get(name_key(written))
    if code and _meant(text, *word.span()):
        yield "network", *word.span(), code, "", False
        return
    if written.isascii():
        return
    for part in _inside().finditer(written):
        start, end = word.start() + part.start(), word.start() + part.end()
        if _meant(text, start, end):
            yield "network", start, end, names()[name_key(part.group())], "", False


def _meant(text: str, start: int, end: int) -> bool:
    """Whether a name that is a word as well stands for the network here."""
    written = text[start:end]
    if written.isupper() or written.lower() not in _ORDINARY_WORDS:
        return True
    before = text[max(0, start - _LOOK_BACK) : start]
    return bool(_AFTER_NETWORK.match(text, end) or _BEFORE_NETWORK.search(before))


@cache
def _inside() -> re.Pattern[str]:
    every = sorted((re.escape(name) for name in names()), key=len, reverse=True)
    plain = [name for name in every if name.isascii()]
    chinese = [name for name in every if not name.isascii()]
    return re.compile(
        rf"(?<![0-9A-Za-z])(?:{'|'.join(plain)})(?![0-9A-Za-z])|{'|'.join(chinese)}", re.IGNORECASE
    )



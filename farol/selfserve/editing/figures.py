"""Figures typed into prose that differ from what the exchange says now. Pure.

A figure counts only where it is certain what it is about: its sentence names a coin or a network, and the words for what it measures.
It contradicts when none of the rows so named has that value. Worked examples, which have a sign of arithmetic, are left alone.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from farol.core import chains
from farol.core.exchange.model import NetworkInfo
from farol.selfserve.knowledge import liveblocks

from .model import Finding

LONGEST = 500
"""Characters of a sentence that are read."""
MOST_SHOWN = 4
"""Rows of the exchange that are quoted beside a figure."""
_SENTENCE = re.compile(r"[^。；;!?！？\n]+?(?:[。；;!?！？]|\.(?=\s|$)|$)")
_DIGIT = re.compile(r"\d")
_WORKED = re.compile(r"[=×÷]|\bexample\b|例[如子：:]|[示举]例", re.I)
_CONFIRMATIONS = re.compile(r"(\d{1,5})\s?(?:次|个)?\s?(?:network |block |区块|网络)?(?:confirmations?\b|确认)", re.I)
_MEASURES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("min_withdraw", re.compile(r"(?:min(?:imum)?|least|smallest)[^.。]{0,20}withdraw|withdraw[^.。]{0,20}(?:minimum|at least)|(?:最小|最低|最少|起)[^。]{0,6}提[币现]|提[币现][^。]{0,8}(?:最小|最低|最少)", re.I)),
    ("withdraw_fee", re.compile(r"(?:withdraw(?:al|ing)?|network)\s+fees?\b|fees?\s+(?:for|of|to)\s+(?:a\s+)?withdraw|(?:提[币现]|网络)手续费", re.I)),
    ("min_deposit", re.compile(r"(?:min(?:imum)?|least|smallest)[^.。]{0,20}deposit|deposit[^.。]{0,20}(?:minimum|at least)|(?:最小|最低|最少)[^。]{0,6}充[值币]|充[值币][^。]{0,8}(?:最小|最低|最少)", re.I)),
)
"""Column of the network table to the words for it; the first that fits."""


@lru_cache(maxsize=1_000)
def contradictions(body: str, rows: tuple[NetworkInfo, ...]) -> Sequence[Finding]:
    """Each figure that differs, with its line and what the exchange says. rows: its networks; none finds nothing.

    The same text is compared again until it or the exchange changes, so what was found is remembered.
    """
    coins = re.compile(r"(?<![0-9A-Za-z])(?:" + "|".join(sorted({re.escape(row.coin) for row in rows}, key=len, reverse=True)) + r")(?![0-9A-Za-z])")
    found: list[Finding] = []
    for number, line in enumerate(body.splitlines() if rows else (), 1):
        if not line.strip() or liveblocks.LINE.match(line) or _WORKED.search(line):
            continue
        for sentence in _SENTENCE.findall(line[: 4 * LONGEST]):
            if _DIGIT.search(sentence):
                found += _judge(sentence[:LONGEST], number, rows, coins)
    return tuple(found)


def _judge(sentence: str, line: int, rows: Sequence[NetworkInfo], coins: re.Pattern[str]) -> Iterator[Finding]:
    said = chains.mentions(sentence)
    nets = {one.value for one in said if one.kind == "network"}
    named = set(coins.findall(sentence)) | {one.coin for one in said if one.kind == "amount"}
    about = [row for row in rows if (not nets or _code(row.network) in nets) and (not named or row.coin in named)]
    if not about or not (nets or named):
        return
    for match in _CONFIRMATIONS.finditer(sentence):
        known = {str(value) for row in about for value in (row.confirm_credit, row.confirm_unlock) if value is not None}
        if known and match[1] not in known:
            yield Finding("contradicts", match[0].strip(), line, _shown(about, "confirm_credit", "confirm_unlock"))
    measure = next((name for name, words in _MEASURES if words.search(sentence)), "")
    if not measure:
        return
    for one in said:
        if one.kind != "amount":
            continue
        mine = [row for row in about if row.coin == one.coin and getattr(row, measure) is not None]
        if mine and all(_number(getattr(row, measure)) != _number(one.value) for row in mine):
            yield Finding("contradicts", one.text, line, _shown(mine, measure))


def _shown(rows: Sequence[NetworkInfo], *columns: str) -> str:
    """``USDT TRON 20/40``, a few of them."""
    told = [f"{row.coin} {row.network} {'/'.join(str(getattr(row, name)) for name in columns if getattr(row, name) is not None)}" for row in rows]
    return ", ".join(told[:MOST_SHOWN]) + ("…" if len(told) > MOST_SHOWN else "")


def _code(name: str) -> str:
    known = chains.network(name)
    return known.code if known else name


def _number(value: str) -> Decimal | None:
    try:
        return Decimal(value)
    except InvalidOperation:
        return None

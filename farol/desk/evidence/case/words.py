"""What the customer's words and pictures say of each slot. Pure."""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, NamedTuple

from farol.core import chains
from farol.core.exchange.errors import find_codes

from .model import Moment, Said, Source

_PLATFORMS = {
    "Binance": r"binance|币安(?!智能|链)", "OKX": r"okx|okex|欧易", "HTX": r"htx|huobi|火币", "Bybit": r"bybit", "Coinbase": r"coinbase", "Kraken": r"kraken",
    "KuCoin": r"kucoin|库币", "Gate": r"gate(?:\.io)?(?![a-z])|芝麻", "Bitget": r"bitget", "MEXC": r"mexc|抹茶", "Upbit": r"upbit", "Bithumb": r"bithumb",
    "Crypto.com": r"crypto\.com", "MetaMask": r"metamask|小狐狸", "Trust Wallet": r"trust ?wallet", "imToken": r"imtoken", "TokenPocket": r"token ?pocket",
    "OneKey": r"onekey", "Ledger": r"ledger", "Phantom": r"phantom",
}  # fmt: skip
_PLATFORM = re.compile("|".join(rf"(?P<p{n}>(?<![A-Za-z])(?:{words}))" for n, words in enumerate(_PLATFORMS.values())), re.IGNORECASE)
_SYMBOL = re.compile(r"(?<![0-9A-Za-z])(?P<base>[A-Z0-9]{2,10})[/_-]?(?P<quote>USDT|USDC|FDUSD|BTC|ETH|USD|EUR)(?![0-9A-Za-z])")
_UID = re.compile(r"(?<![A-Za-z])uid\s{0,2}(?:[:：#是]|is){0,2}\s{0,2}(?P<uid>\d{4,16})(?!\d)", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"'，。；！？（）]{4,300}", re.IGNORECASE)
_ID_SLOTS = {"withdrawal_id": "withdrawal_id", "order_id": "order_id", "p2p_order_id": "p2p_order_id"}
_ADDRESSES = ("address", "contract_address", "wallet_address")
_SECONDS_SHOWN = "%Y-%m-%d %H:%M UTC"


class Heard(NamedTuple):
    """Words to look into. ref: where they stand. at: when they were said, against which "yesterday" is read."""

    source: Source
    text: str
    ref: str
    at: datetime


class Reading(NamedTuple):
    """What a look may depend on. vouched: ids and addresses the core knows, which makes one read from a picture a fact."""

    zone: str
    forms: chains.Forms | None
    vouched: frozenset[str]


def heard(words: Heard, reading: Reading) -> Iterator[tuple[str, Said]]:
    """Every slot these words say something of, in the order of the kinds below."""

    def said(value: Any, written: str, sure: bool = True, readings: list[Moment] | None = None) -> Said:
        return Said(words.source, value, written[:200], words.ref, words.at, readings or [], sure)

    picture = words.source == "screenshot"
    for one in chains.find(words.text):
        known = chains.one_spelling(one.value) in reading.vouched
        if one.verdict == "wrong" or (picture and one.verdict != "correct" and not known):
            continue
        item = said(one.value, one.text, known or one.verdict == "correct")
        for slot in ("txid",) if one.kind == "txid" else _ADDRESSES:
            yield slot, item
        if len(one.candidates) == 1:
            yield "network", said(one.candidates[0], one.text, item.sure)
            yield "chain", said(one.candidates[0], one.text, item.sure)
    for mention in chains.mentions(words.text, reading.forms):
        for slot, value in _of(mention):
            yield slot, said(value, mention.text, not picture and not mention.about)
    for when in chains.times(words.text, words.at, reading.zone):
        spans = [Moment(span.begin, span.end) for span in when.readings]
        shown = " / ".join(f"{span.begin:{_SECONDS_SHOWN}}" for span in spans[:3])
        for slot in ("time", "period"):
            yield slot, said(f"{when.text} = {shown}", when.text, len(spans) == 1 and not picture, spans)
    for code in find_codes(words.text):
        kinds = {meaning.kind for meaning in code.meanings}
        yield ("reject_code" if kinds == {"kyc"} else "error_code"), said(code.code, code.text, not picture)
    yield from _small(words.text, said)


def _of(mention: chains.Mention) -> Iterator[tuple[str, Any]]:
    if mention.kind == "amount":
        yield "amount", {"amount": mention.value, "coin": mention.coin}
        yield "coin", mention.coin
    elif mention.kind == "coin":
        yield "coin", mention.value
    elif mention.kind == "network":
        yield "network", mention.value
        yield "chain", mention.value
    elif mention.kind == "memo":
        yield "memo_used", mention.value
    elif mention.kind in _ID_SLOTS:
        yield _ID_SLOTS[mention.kind], mention.value
    elif mention.kind == "error_code":
        yield "error_code", mention.value


def _small(text: str, said: Callable[[Any, str], Said]) -> Iterator[tuple[str, Said]]:
    plain = chains.clean(text[:20_000]).text
    for found in _PLATFORM.finditer(plain):
        name = list(_PLATFORMS)[int((found.lastgroup or "p0")[1:])]
        for slot in ("sender_platform", "vasp"):
            yield slot, said(name, found.group())
    for found in _SYMBOL.finditer(plain):
        if chains.coin(found["base"]):
            yield "symbol", said(f"{found['base']}/{found['quote']}", found.group())
    for found in _UID.finditer(plain):
        yield "uid", said(found["uid"], found.group())
    for found in _URL.finditer(plain):
        yield "url", said(found.group(), found.group())

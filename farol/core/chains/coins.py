"""Coins as data: their tickers, what people call them, and what a ticker became when it was renamed."""

from functools import cache
from importlib import resources

import msgspec

from .model import networks


class Coin(msgspec.Struct, frozen=True):
    """names: other spellings, any case. capitals: the ticker is a word too. now: the ticker that replaced this one."""

    code: str
    names: tuple[str, ...] = ()
    capitals: bool = False
    now: str = ""


class _File(msgspec.Struct):
    note: str
    coins: tuple[Coin, ...]


@cache
def coins() -> dict[str, Coin]:
    """Every coin by ticker, the networks' own among them."""
    data = resources.files(__package__).joinpath("coins.json").read_bytes()
    known = {coin.code: coin for coin in msgspec.json.decode(data, type=_File).coins}
    for entry in networks().values():
        known.setdefault(entry.native, Coin(entry.native, capitals=True))
    return known


@cache
def _spelled() -> dict[str, str]:
    table = {name.casefold(): code for code, coin in coins().items() for name in coin.names}
    return table | {code.casefold(): code for code in coins()}


def coin(name: str) -> Coin | None:
    """The coin of that ticker or name in any case (usdt, 泰达币, bitcoin), or None. A bare U is USDT."""
    name = name[:40].strip().casefold()
    return coins()["USDT"] if name == "u" else coins().get(_spelled().get(name, ""))


def same_coin(a: str, b: str) -> bool:
    """Whether two tickers mean one coin, a renamed one included: MATIC and POL."""
    return _newest(a) == _newest(b)


def _newest(ticker: str) -> str:
    known = coins().get(ticker.upper())
    return known.now or known.code if known else ticker.upper()

"""Invented prices with a shape: a line of the last week and the change of the last day, the same in every demo."""

import hashlib
from decimal import Decimal

import msgspec

from farol.core.exchange.mask import thousands

from .facts import PRICES

POINTS, WIDTH, HEIGHT = 28, 112, 28


class Row(msgspec.Struct, frozen=True):
    """``line`` are the points of an SVG polyline in a box of 112 by 28."""

    coin: str
    price: str
    change: str
    up: bool
    line: str


def rows() -> list[Row]:
    """One row per coin that is traded against USDT."""
    return [_row(coin, price) for coin, price in PRICES.items() if coin != "USDT"]


def _row(coin: str, price: Decimal) -> Row:
    walk = _walk(coin)
    day = (walk[-1] - walk[-5]) / 10
    low, high = min(walk), max(walk)
    step = WIDTH / (POINTS - 1)
    line = " ".join(
        f"{place * step:.1f},{HEIGHT - 3 - (value - low) / (high - low) * (HEIGHT - 6):.1f}"
        for place, value in enumerate(walk)
    )
    return Row(coin, thousands(str(price)), f"{'+' if day >= 0 else '−'}{abs(day):.2f}%", day >= 0, line)


def _walk(coin: str) -> list[float]:
    values, level = [], 0.0
    for place in range(POINTS):
        byte = hashlib.sha256(f"{coin}:{place}".encode()).digest()[0]
        level += (byte - 124) / 12
        values.append(level)
    return values

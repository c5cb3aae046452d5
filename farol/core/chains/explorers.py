"""Links to block explorers: the network they speak of and the id or address they carry."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from .addresses import classify
from .model import networks
from .txids import candidates

_LINK = re.compile(r"https?://[^\s<>\"'，。；、！？（）【】《》「」\u4e00-\u9fff]{4,500}", re.IGNORECASE)
_PIECE = re.compile(r"[^/?&=#,;]+")
_SHORTEST_PIECE = 5
_ADDRESS_WORDS = frozenset(("address", "account", "accounts", "wallet", "object", "name"))


class Carried(NamedTuple):
    """What a link carries, at its offsets in the text; ``networks`` are those the explorer shows."""

    kind: Literal["txid", "address"]
    start: int
    end: int
    networks: tuple[str, ...]


@cache
def _places() -> dict[str, list[tuple[str, str]]]:
    """Host to (path it must start with, network code)."""
    places: dict[str, list[tuple[str, str]]] = {}
    for code, entry in networks().items():
        for place in entry.explorers:
            host, _, path = place.partition("/")
            places.setdefault(host, []).append(("/" + path if path else "", code))
    return places


def explorer_networks(link: str) -> tuple[str, ...]:
    """Networks that this http(s) address's explorer shows; () when it is no explorer we know."""
    host, _, path = link.split("://", 1)[-1].partition("/")
    host = host.lower().rpartition("@")[2].partition(":")[0].removeprefix("www.")
    return tuple(code for start, code in _places().get(host, ()) if ("/" + path).lower().startswith(start))


def carried(text: str) -> Iterator[Carried]:
    """Ids and addresses inside explorer links of the text, in order; at most one for each link."""
    for link in _LINK.finditer(text):
        shown = explorer_networks(link.group())
        if shown:
            found = _carried_by(link.group(), link.start(), shown)
            if found:
                yield found


def _carried_by(link: str, offset: int, shown: tuple[str, ...]) -> Carried | None:
    before = ""
    for piece in _PIECE.finditer(link, link.index("://") + 3):
        value = piece.group().rstrip(".")
        if len(value) >= _SHORTEST_PIECE and any(character.isdigit() for character in value):
            start, end = offset + piece.start(), offset + piece.start() + len(value)
            as_address = tuple(code for code, _ in classify(value) if code in shown)
            as_txid = tuple(code for code in candidates(value) if code in shown)
            if as_txid and not (as_address and before in _ADDRESS_WORDS):
                return Carried("txid", start, end, as_txid)
            if as_address:
                return Carried("address", start, end, as_address)
        before = value.lower()
    return None

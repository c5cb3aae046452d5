"""Live blocks: places in an article where the page puts what the exchange says now. Facts that change are never typed.

A block is a line of its own: ``{{core:network coin=USDT net=TRC20}}``. What stands here is what can be filled; whoever
adds a kind adds it here and to what fills it.
"""

import re
from collections.abc import Iterator

import msgspec

from .faults import Fault

KINDS: dict[str, frozenset[str]] = {
    "core:facts": frozenset({"name"}),
    "core:network": frozenset({"coin", "net", "memo", "show"}),
    "core:paused": frozenset(),
    "our:channels": frozenset(),
    "tool:txid": frozenset(),
}
"""Kind of live block to the filters it knows."""
NEEDED = {"core:facts": frozenset({"name"})}
"""Filters that a kind cannot do without."""
SHOW = frozenset({"confirmations", "fee", "memo", "minimum", "switch"})
LINE = re.compile(r"^\{\{\s*([a-z]+:[a-z]+)((?:\s+[a-z]+=[A-Za-z0-9._-]+)*)\s*\}\}$", re.M)
_ANY = re.compile(r"\{\{.*?\}\}", re.S)
LONGEST_NAMED = 80


class Live(msgspec.Struct, frozen=True, tag="live"):
    """A place for something read when the page is made."""

    kind: str
    filters: dict[str, str]


def read(match: re.Match[str]) -> Live:
    """The block that a match of ``LINE`` is."""
    pairs = (pair.split("=", 1) for pair in match[2].split())
    return Live(match[1], {key: value for key, value in pairs})


def faults(body: str) -> Iterator[Fault]:
    """Blocks that nobody could fill, each by its name and line."""
    good = {match.start(): match for match in LINE.finditer(body)}
    for match in _ANY.finditer(body):
        line = body.count("\n", 0, match.start()) + 1
        named = match[0][:LONGEST_NAMED]
        if match.start() not in good:
            yield Fault("live", named, line)
            continue
        block = read(good[match.start()])
        known = KINDS.get(block.kind)
        if known is None:
            yield Fault("live", block.kind, line)
        elif set(block.filters) - known or NEEDED.get(block.kind, frozenset()) - set(block.filters) or block.filters.get("show", "memo") not in SHOW:
            yield Fault("live_filter", named, line)

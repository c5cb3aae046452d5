"""From an article's parts and what the exchange says now to what the templates draw."""

import asyncio
import re
from collections.abc import Sequence

import msgspec

from farol.core import chains
from farol.core.exchange import published
from farol.core.exchange.facts import Facts
from farol.core.exchange.model import NetworkInfo
from farol.core.exchange.published import Read
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.i18n import Tongue, written
from farol.selfserve.knowledge.liveblocks import Live
from farol.selfserve.knowledge.markdown import Part, Prose

from . import links
from .tables import named

_STANDARD = re.compile(r"\(([A-Z]{3}-?\d*)\)")
NETWORKS = frozenset({"core:network", "core:paused"})
STUCK = re.compile(r'<h2 id="stuck">.*?</h2>\s*', re.S)
NUMBER = re.compile(r"[−-]?[\d.,]+(?: ?%)?")


class Row(msgspec.Struct, frozen=True):
    """A line of the network table: the network by the name people use, and what the exchange says of it."""

    name: str
    now: NetworkInfo


class Grid(msgspec.Struct, frozen=True):
    """A published table in one language. figures: columns that hold nothing but numbers, to be set at the end of their cells."""

    title: str
    header: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    figures: frozenset[int]


class Seen(msgspec.Struct, frozen=True):
    """The state of a reading in words. at: when it was read, with its zone; empty when it never was. known: the exchange has it."""

    ok: bool
    at: str
    known: bool = True


NOTHING = Seen(ok=True, at="")


class Block(msgspec.Struct, frozen=True):
    """One part of an article. html: of prose, already cleaned; rows, grid: of live tables; seen: how fresh they are."""

    kind: str
    html: str = ""
    rows: tuple[Row, ...] = ()
    grid: Grid | None = None
    show: str = "confirmations"
    seen: Seen = NOTHING


def network_name(code: str, lang: Tongue) -> str:
    """``Ethereum (ERC-20)``, ``以太坊（ERC-20）``; the code itself when we do not know the network."""
    known = chains.network(code)
    if known is None or written(lang) == "en":
        return known.name if known else code
    standard = _STANDARD.search(known.name)
    return known.name_zh + (f"（{standard[1]}）" if standard else "")


async def fill(kit: Kit, parts: Sequence[Part], lang: Tongue) -> list[Block]:
    """The parts with what the exchange says now. All tables of an article are asked for at once."""
    wanted = {part.filters.get("name", "") for part in parts if isinstance(part, Live) and part.kind == "core:facts"}
    names = sorted(wanted)
    board: Read[list[NetworkInfo]] = Read(ok=False)
    if any(isinstance(part, Live) and part.kind in NETWORKS for part in parts):
        board = await published.networks(kit)
    read = await asyncio.gather(*(published.table(kit, name) for name in names))
    tables = dict(zip(names, read, strict=True))
    return [_block(part, board, tables, lang) for part in parts]


def _block(part: Part, board: Read[list[NetworkInfo]], tables: dict[str, Read[Facts]], lang: Tongue) -> Block:
    if isinstance(part, Prose):
        return Block("prose", html=links.whole(named(part.html), lang))
    if part.kind == "core:facts":
        table = tables[part.filters.get("name", "")]
        return Block(part.kind, grid=grid(table.value, lang) if table.value else None, seen=seen(table, lang))
    if part.kind in NETWORKS:
        rows = board.value or []
        found = published.paused(rows) if part.kind == "core:paused" else published.chosen(rows, part.filters)
        lines = tuple(Row(f"{row.coin} · {network_name(row.network, lang)}", row) for row in found)
        return Block(part.kind, rows=lines, show=part.filters.get("show", "confirmations"), seen=seen(board, lang))
    return Block(part.kind)


def grid(table: Facts, lang: Tongue) -> Grid:
    """A published table as it is drawn."""
    lines = table.lines(lang)
    figures = frozenset(
        column for column in range(len(table.columns)) if lines and all(NUMBER.fullmatch(line[column]) or line[column] in "—–-" for line in lines)
    )
    return Grid(table.title.of(lang), table.header(lang), lines, figures)


def seen(read: "Read[Facts] | Read[list[NetworkInfo]]", lang: Tongue) -> Seen:
    """Whether what was read is fresh, and when it was read."""
    return Seen(read.ok, i18n.moment(read.seen_at, clock.now(), lang) if read.seen_at else "", read.known)


def cut_stuck(blocks: list[Block]) -> tuple[list[Block], str]:
    """The article without its last section, "Still stuck?", and that section's words, for the box that also has the ways out."""
    for place in range(len(blocks) - 1, -1, -1):
        found = STUCK.search(blocks[place].html)
        if found:
            before = blocks[place].html[: found.start()]
            kept = [msgspec.structs.replace(blocks[place], html=before)] if before.strip() else []
            return [*blocks[:place], *kept, *blocks[place + 1 :]], blocks[place].html[found.end() :]
    return blocks, ""

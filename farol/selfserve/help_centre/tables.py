"""Tables in prose that phones show as one card a row: every cell carries the name of its column, every row begins with its head."""

import re
from functools import lru_cache

_TABLE = re.compile(r"<table>(.*?)</table>", re.S)
_HEAD = re.compile(r"<th>(.*?)</th>", re.S)
_ROW = re.compile(r"<tr>\s*((?:<td>.*?</td>\s*)+)</tr>", re.S)
_CELL = re.compile(r"<td>(.*?)</td>", re.S)
_TAG = re.compile(r"<[^>]*>")


@lru_cache(maxsize=512)
def named(html: str) -> str:
    """Cleaned HTML of prose, whose tables have no attributes, with names on the cells; code that runs off the side can be scrolled by key."""
    return _TABLE.sub(_table, html).replace("<pre>", '<pre tabindex="0">')


def _table(table: re.Match[str]) -> str:
    names = [_TAG.sub("", name).replace('"', "&quot;") for name in _HEAD.findall(table[1])]
    body = _ROW.sub(lambda row: f"<tr>{_cells(_CELL.findall(row[1]), names)}</tr>", table[1])
    body = body.replace("<th>", '<th scope="col">')
    return f'<table class="flips">{body}</table>'


def _cells(cells: list[str], names: list[str]) -> str:
    head, *rest = cells
    told = (f'<td data-name="{name}"><div>{cell}</div></td>' for cell, name in zip(rest, names[1:], strict=False))
    return f'<th scope="row">{head}</th>{"".join(told)}'

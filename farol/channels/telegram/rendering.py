"""Our small Markdown as Telegram's HTML, cut at what one message may hold.

Words become runs first, each with how it looks; cutting runs cannot break a tag, and what Telegram counts is the text alone.
"""

import re
from collections.abc import Iterator
from html import escape

import msgspec

from .entities import units

_INLINE = re.compile(
    r"`(?P<code>[^`\n]+)`|\*\*(?P<bold>[^*\n](?:[^\n]*?[^*\n])?)\*\*|\[(?P<label>[^\]\n]+)\]\((?P<url>https?://[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)?)\)")
_FENCE = re.compile(r"^```[^\n]*\n(.*?)\n?```[ \t]*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"#{1,6}\s+(.*)")
_ITEM = re.compile(r"(\s*)[-*+]\s+(.*)")


class Run(msgspec.Struct, frozen=True):
    """Words that look one way. look: "", ``b``, ``code`` or ``pre``; url: where they lead."""

    text: str
    look: str = ""
    url: str = ""


def runs(markdown: str) -> list[Run]:
    """The words with their looks."""
    found, place = [], 0
    for fence in _FENCE.finditer(markdown):
        found += [*_lines(markdown[place : fence.start()]), Run(fence[1], "pre")]
        place = fence.end()
    return [run for run in (*found, *_lines(markdown[place:])) if run.text]


def _lines(text: str) -> Iterator[Run]:
    for at, line in enumerate(text.split("\n")):
        if at:
            yield Run("\n")
        if heading := _HEADING.fullmatch(line):
            yield from (Run(run.text, run.look or "b", run.url) for run in _inline(heading[1]))
        elif item := _ITEM.fullmatch(line):
            yield Run(f"{item[1]}• ")
            yield from _inline(item[2])
        else:
            yield from _inline(line)


def _inline(line: str) -> Iterator[Run]:
    place = 0
    for found in _INLINE.finditer(line):
        yield Run(line[place : found.start()])
        if found["code"]:
            yield Run(found["code"], "code")
        elif found["bold"]:
            yield from (Run(run.text, run.look or "b", run.url) for run in _inline(found["bold"]))
        else:
            yield Run(found["label"], "", found["url"])
        place = found.end()
    yield Run(line[place:])


def html(of: list[Run]) -> str:
    """For ``parse_mode=HTML``."""
    made = []
    for run in of:
        words = escape(run.text, quote=False)
        words = f"<{run.look}>{words}</{run.look}>" if run.look and words.strip() else words
        made.append(f'<a href="{escape(run.url)}">{words}</a>' if run.url and run.text != run.url else words)
    return "".join(made)


def plain(of: list[Run]) -> str:
    """Without looks; where a link leads stands behind its words."""
    return "".join(f"{run.text} ({run.url})" if run.url and run.text != run.url else run.text for run in of)


def length(of: list[Run]) -> int:
    """As Telegram counts it."""
    return sum(units(run.text) for run in of)


def pieces(of: list[Run], most: int) -> list[list[Run]]:
    """Cut into messages: between paragraphs where that leaves enough, else between lines, sentences, words, and at last anywhere."""
    text, done, made = "".join(run.text for run in of), 0, []
    while done < len(text):
        end = _reach(text, done, most)
        if end < len(text):
            end = _cut(text, done, end)
        made.append(_between(of, done, end))
        done = end
    return [piece for piece in map(_trimmed, made) if piece]


def _reach(text: str, start: int, most: int) -> int:
    """The last place up to which the text fits."""
    if units(text[start : start + most]) <= most:
        return min(len(text), start + most)
    low, high = start, start + most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if units(text[start:middle]) <= most else (low, middle - 1)
    return low


def _cut(text: str, start: int, end: int) -> int:
    for sign in ("\n\n", "\n", "。", ". ", " "):
        place = text.rfind(sign, start + (end - start) // 2, end)
        if place > start:
            return place + len(sign)
    return end


def _between(of: list[Run], start: int, end: int) -> list[Run]:
    found, place = [], 0
    for run in of:
        low, high = max(start - place, 0), min(end - place, len(run.text))
        if low < high:
            found.append(Run(run.text[low:high], run.look, run.url))
        place += len(run.text)
    return found


def _trimmed(piece: list[Run]) -> list[Run]:
    """Without blanks at both ends, which Telegram would cut away."""
    kept = [run for run in piece if run.text]
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0] = Run(kept[0].text.lstrip(), kept[0].look, kept[0].url)
        kept[-1] = Run(kept[-1].text.rstrip(), kept[-1].look, kept[-1].url)
    return kept

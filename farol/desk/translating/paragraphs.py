"""A text with Markdown and live blocks, translated line by line: what the desk translated before is taken from memory, marks stay where they are.

What a machine changed stays in the source language, for the editor who reads it all before anybody else does.
"""

import asyncio
import re
from collections.abc import Callable, Coroutine
from typing import Any

import msgspec

from farol.core.translation import Translator
from farol.kit.db import Reads
from farol.selfserve.knowledge import liveblocks, memory_store
from farol.selfserve.knowledge.memory import offered
from farol.selfserve.knowledge.model import LONGEST, Text

from .model import AT_ONCE

MOST_LINES = 800
CODES = {"zh": "zh-Hans"}
"""Languages of articles as translation names them."""
_HELD = re.compile(r"\{\{.*?\}\}")
_MARK = re.compile(r"\s*(?:(?:#{1,6}|[-*+]|\d+[.)]|>)\s+|\[!\w+\]\s*)*")
_ANCHOR = re.compile(r"\s*\{#[a-z0-9-]+\}\s*$")
_TARGET = re.compile(r"\]\(([^)]*)\)")
_RULE = re.compile(r"[|\s:-]+")
Ask = Callable[[str], Coroutine[Any, Any, tuple[str | None, str]]]


class Made(msgspec.Struct, frozen=True):
    """A translated text. way: what made it. paragraphs: lines with words; remembered: lines out of memory; left_over: lines that are in the source language still."""

    text: Text
    way: str
    paragraphs: int
    remembered: int
    left_over: int


def asking(translator: Translator, source: str, target: str, about: str) -> Ask:
    """Translates a piece, with ``{{…}}`` as it is; None for what cannot be used."""
    turns = asyncio.Semaphore(AT_ONCE)

    async def ask(piece: str) -> tuple[str | None, str]:
        held = _HELD.findall(piece)
        numbers = iter(range(len(held)))
        async with turns:
            made = await translator.translate(_HELD.sub(lambda _: f"var{next(numbers)}x0", piece), CODES.get(source, source), CODES.get(target, target), about=about)
        if made.why == "same":
            return piece, ""
        words = made.words
        for number, one in enumerate(held):
            if words is None or words.count(f"var{number}x0") != 1:
                return None, ""
            words = words.replace(f"var{number}x0", one)
        if words is None or "\n" in words.strip() or sorted(_TARGET.findall(words)) != sorted(_TARGET.findall(piece)):
            return None, ""
        return words.strip(), made.by

    return ask


async def text(db: Reads, ask: Ask, original: Text, source: str, target: str) -> Made:
    """The whole text in the other language."""
    lines = [original.title, original.summary, *original.body.split("\n")][:MOST_LINES]
    worth = [line.strip() for line in lines if line.strip()]
    known = dict(zip(worth, await memory_store.near(db, source, target, worth), strict=True))
    ways: set[str] = set()
    counts = {"all": 0, "remembered": 0, "left": 0}

    async def one(line: str) -> str:
        plain = line.strip()
        if not plain or liveblocks.LINE.fullmatch(plain) or _RULE.fullmatch(plain):
            return line
        counts["all"] += 1
        best = next((offer for offer in offered(plain, known[plain], (), target, 1) if offer.likeness == 1.0 and not offer.differs), None)
        if best:
            counts["remembered"] += 1
            return best.target
        made, by = await _line(ask, line)
        if made is None:
            counts["left"] += 1
            return line
        ways.update(filter(None, [by]))
        return made

    title, summary, *body = await asyncio.gather(*(one(line) for line in lines))
    whole = Text(title[: LONGEST["title"]], summary[: LONGEST["summary"]], "\n".join(body)[: LONGEST["body"]], "", original.related)
    return Made(whole, ", ".join(sorted(ways)), counts["all"], counts["remembered"], counts["left"])


async def _line(ask: Ask, line: str) -> tuple[str | None, str]:
    if line.lstrip().startswith("|"):
        cells = [(await ask(cell.strip()) if cell.strip() else ("", "")) for cell in line.strip().strip("|").split("|")]
        if any(words is None for words, _ in cells):
            return None, ""
        return "| " + " | ".join((words or "").replace("|", "/") for words, _ in cells) + " |", next((by for _, by in cells if by), "")
    mark = _MARK.match(line)
    start = mark.end() if mark else 0
    anchor = _ANCHOR.search(line)
    end = anchor.start() if anchor else len(line)
    words, by = await ask(line[start:end])
    return (None, "") if words is None else (line[:start] + words + line[end:], by)

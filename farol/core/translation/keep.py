"""What must come out of a translation as it went in: placeholders before, equality after."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from farol.core.chains import find, mentions
from farol.core.grounding import facts, ungrounded
from farol.core.grounding.links import links
from farol.core.grounding.plain import hiding
from farol.core.shield.model import MASK

from .glossary import Glossary

_PIECE = 15_000
_OURS = re.compile(r"\[\[\s*\d*\s*\]?\]?")
_RETURNED = re.compile(r"[\[［【]\s?[\[［【]\s?(\d{1,4})\s?[\]］】]\s?[\]］】]")
_LEFT_OVER = re.compile(r"\[\[|［［|【【")
_TOKEN = re.compile(r"[0-9A-Za-z_]*[0-9](?:[0-9A-Za-z_.,:/%+-]*[0-9A-Za-z_%])?")
_INVISIBLE = re.compile("[\u00ad\u180e\u200b\u2060-\u206f\u202a-\u202e\ufeff\U000e0000-\U000e007f\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_DIGIT = re.compile(r"(?![0-9])\d")
_BETWEEN = re.compile(r"(?<=[0-9])[٬٫](?=[0-9])")
_MARKUP = re.compile(r"</?[a-zA-Z!]|\]\s?\(|!\[|^\s*\[[^\]]+\]:", re.MULTILINE)
_SMALL = 12
"""A number word may come out as digits: three steps, 3 步. Larger ones may not."""
_GROWN, _GROWN_MORE = 4, 200


class Kept(NamedTuple):
    """The text with placeholders ``[[1]]``, and what each of them stands for in the translation."""

    text: str
    words: tuple[str, ...]


def visible(text: str) -> str:
    """The text without characters that hide or turn words: what a reader saw is what is translated."""
    return _INVISIBLE.sub("", text)


def western(text: str) -> str:
    """The text with every script's digits as 0 to 9, and the Arabic marks between them as a comma and a point: an amount is one amount
    whoever wrote it, is kept whole, and can be read by whoever cannot read the rest."""
    text = _DIGIT.sub(lambda one: str(unicodedata.decimal(one.group())), text)
    return _BETWEEN.sub(lambda one: "," if one.group() == "٬" else ".", text)


def keep(text: str, source: str, target: str, glossary: Glossary) -> Kept:
    """Addresses, hashes, amounts, tickers, links, numbers, masks as they are; glossary terms in the target's word."""
    spans = sorted(_spans(text, source, target, glossary), key=lambda span: (span[0], -span[1]))
    pieces: list[str] = []
    words: list[str] = []
    place = 0
    for start, end, word in spans:
        if start < place:
            continue
        words.append(word)
        pieces += text[place:start], f"[[{len(words)}]]"
        place = end
    return Kept("".join(pieces) + text[place:], tuple(words))


def _spans(text: str, source: str, target: str, glossary: Glossary) -> Iterator[tuple[int, int, str]]:
    for start, end in _fixed(text):
        yield start, end, text[start:end]
    yield from glossary.found(text, source, target)


def _fixed(text: str) -> Iterator[tuple[int, int]]:
    for pattern in (_OURS, MASK, _TOKEN):
        yield from (one.span() for one in pattern.finditer(text))
    for at in range(0, len(text), _PIECE):
        piece = text[at : at + _PIECE]
        found: Iterable[tuple[int, int]] = (
            *((one.start, one.end) for one in links(piece)), *((one.start, one.end) for one in find(piece)),
            *((one.start, one.end) for one in mentions(piece) if _as_written(one.kind, one.text)),
        )  # fmt: skip
        yield from ((at + start, at + end) for start, end in found if end > start)


def _as_written(kind: str, written: str) -> bool:
    """Tickers stay; a coin's name in words is a word and is translated."""
    if kind in ("coin", "network"):
        return written.isascii() and (written.isupper() or any(c.isdigit() for c in written))
    return kind != "amount" or any(c.isdigit() for c in written)


def restore(translated: str, kept: Kept, *, ordered: bool = False) -> str | None:
    """The translation with every placeholder's words; None when one is missing, twice, or was made up."""
    numbers = [int(one) for one in _RETURNED.findall(translated)]
    expected = range(1, len(kept.words) + 1)
    if Counter(numbers) != Counter(expected) or (ordered and numbers != list(expected)):
        return None
    if _LEFT_OVER.search(_RETURNED.sub("", translated)):
        return None
    return _RETURNED.sub(lambda one: kept.words[int(one[1]) - 1], translated)


def added(translated: str, original: str, kept: Kept) -> bool:
    """Whether the translation says anything that can be checked and that the original does not, or hides something."""
    if hiding(translated) or len(translated) > _GROWN * len(original) + _GROWN_MORE:
        return True
    if len(_MARKUP.findall(translated)) > len(_MARKUP.findall(original)):
        return True
    # Pieces, because a fact is compared with what stands there, and terms have words of their own.
    evidence = [original, *kept.words]
    missing = [fact for at in range(0, len(translated), _PIECE) for fact in ungrounded(translated[at : at + _PIECE], evidence)]
    return any(not (fact.kind == "number" and fact.value.isdigit() and int(fact.value) <= _SMALL) for fact in missing)


def lost(translated: str, original: str) -> bool:
    """Whether a link or an id of the original is gone: the placeholders came back, but not whole."""
    there = {fact.value for fact in facts(translated)}
    return any(fact.kind in ("link", "id") and fact.value and fact.value not in there for fact in facts(original))


def differing(words: str, original: str, machine: str) -> list[str]:
    """What a person's own wording of a translation says that can be checked and that neither the original nor the machine's
    translation says, and ids and links of the original that it lacks. Empty when nothing differs."""
    there = {fact.value for fact in facts(words)}
    new = [fact.text for fact in ungrounded(words, [original, machine]) if not (fact.kind == "number" and fact.value.isdigit() and int(fact.value) <= _SMALL)]
    gone = [fact.text for fact in facts(original) if fact.kind in ("link", "id") and fact.value and fact.value not in there]
    return list(dict.fromkeys(new + gone))

"""A reply from what the desk has: the macro that fits, what the exchange says, and the best passage of an article. Pure."""

import re
from collections.abc import Sequence

import msgspec

from farol.core.exchange.shapes import Item, Text
from farol.core.tickets.model import shorten
from farol.kit.i18n import LANGS, Lang

from .model import LONGEST_DRAFT, Composed, Source

QUOTED = 500
"""Characters of a passage in a draft."""
_BLANK = re.compile(r"\{\{\s*fill:([^{}]{1,60}?)\s*\}\}")
_ENDS = re.compile(r"(?<=[。！？.!?])\s*")


class Canned(msgspec.Struct, frozen=True):
    """A macro filled for the ticket."""

    id: int
    zh: str
    en: str
    text: str
    language: str


class Passage(msgspec.Struct, frozen=True):
    """A passage of an article that answers."""

    title: str
    text: str
    source: Source


def compose(lang: Lang, canned: Canned | None, item: Item | None, holds: Sequence[Text], passage: Passage | None) -> Composed:
    """The draft; an empty body when there is nothing to write from.

    A macro speaks first and a passage is only named then; without a macro the passage is quoted. What the exchange says of the matter
    stands between. A macro that somebody translated speaks alone: the exchange's words and articles are in Chinese and English only.
    """
    parts: list[str] = []
    sources: list[Source] = []
    language: str = lang
    if canned and canned.text:
        body = filled(canned.text, item)
        language = canned.language
        lang = "zh" if language == "zh" else "en"
        parts.append(body)
        sources.append(Source("macro", canned.zh, canned.en, body))
    alone = language not in LANGS
    facts = [_sentence(item, lang)] if item and not alone else []
    facts += [_closed(hold.of(lang), lang) for hold in holds if not alone]
    for fact in facts:
        sources.append(Source("exchange", "交易所的记录", "The exchange’s record", fact))
    if facts:
        parts.append("\n".join(facts))
    if passage and not alone:
        sources.append(passage.source)
        more = "详见" if lang == "zh" else "More:"
        parts += [f"{more} {passage.title} {passage.source.url}" if canned else f"{quoted(passage.text)}\n{passage.source.url}"]
    body = "\n\n".join(parts)[:LONGEST_DRAFT]
    evidence = [f"{one.words}\n{one.url}" for one in sources]
    return Composed(body, language, sources, evidence, canned.id if canned else None)


def filled(text: str, item: Item | None) -> str:
    """The macro with the blanks filled that the exchange can fill; the agent fills the others."""
    known = _known(item) if item else {}
    return _BLANK.sub(lambda blank: known.get(blank[1].strip().casefold(), blank[0]), text)


def quoted(text: str) -> str:
    """The beginning of a passage, whole sentences where they fit."""
    out = ""
    for sentence in _ENDS.split(text.strip()):
        if out and len(out) + len(sentence) > QUOTED:
            break
        out += sentence if not out or not sentence[:1].isascii() else f" {sentence}"
    return shorten(out, QUOTED) if len(out) > QUOTED else out


def _known(item: Item) -> dict[str, str]:
    found = {"金额": f"{item.amount} {item.coin}", "amount": f"{item.amount} {item.coin}", "币种": item.coin, "coin": item.coin,
             "网络": item.network, "network": item.network}
    if item.txid:
        found |= dict.fromkeys(("交易哈希", "txid", "hash", "transaction hash"), item.txid)
    if item.gates:
        gate = item.gates.withdrawable if item.gates.credited.passed else item.gates.credited
        found |= {"已确认数": str(gate.have), "confirmations": str(gate.have), "所需确认数": str(gate.need), "required": str(gate.need),
                  "还差的确认数": str(gate.need - gate.have), "confirmations left": str(gate.need - gate.have)}
    return found


def _sentence(item: Item, lang: Lang) -> str:
    return _closed(f"{item.title.of(lang)}{'：' if lang == 'zh' else ': '}{item.line.of(lang)}", lang)


def _closed(sentence: str, lang: Lang) -> str:
    return sentence if sentence[-1:] in "。.！!" else sentence + ("。" if lang == "zh" else ".")

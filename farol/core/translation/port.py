"""The one way to a translation: prepared, made by whatever is set up, compared, and only then given out."""

import asyncio
import hashlib
from collections import OrderedDict
from functools import cache

import structlog
from opencc import OpenCC

from farol.core.language import FIRST, SWITCH, detect
from farol.core.shield import scrub
from farol.kit.model_port import ModelPort
from farol.kit.settings import Settings

from . import by_model
from .glossary import Glossary
from .keep import added, keep, lost, restore, visible, western
from .libre import Libre, NoAnswer
from .model import Translation, Why, folded

LONGEST = 10_000
"""Characters of one text."""
MOST_KEPT = 2_000
"""Translations remembered in a process. They are words of customers, so they are kept nowhere else."""
_SCRIPTS = {("zh-Hans", "zh-Hant"): "s2twp", ("zh-Hant", "zh-Hans"): "tw2sp"}
log = structlog.get_logger()


class Translator:
    """Translates without ever raising; between the two Chinese scripts without any service."""

    def __init__(self, settings: Settings, model: ModelPort, glossary: Glossary) -> None:
        self._model, self._glossary, self._shipped = model, glossary, glossary
        self._libre = Libre(settings.translation_url, settings.translation_key) if settings.translation_url else None
        self._kept: OrderedDict[bytes, tuple[str, str]] = OrderedDict()
        self._learnt = 0

    async def close(self) -> None:
        """Closes the connections."""
        if self._libre:
            await self._libre.close()

    def learn(self, terms: list[dict[str, str]]) -> None:
        """These terms count from now on, over those that were there at the start; what was translated without them is forgotten."""
        self._glossary = self._shipped.with_(terms)
        self._kept.clear()
        self._learnt += 1

    def offers(self, source: str, target: str) -> bool:
        """Whether there is a way between these languages."""
        pair = (folded(source), folded(target))
        return pair in _SCRIPTS or self._libre is not None or self._model.offers("translate")

    async def translate(self, text: str, source: str, target: str, *, customer: int | None = None, about: str = "") -> Translation:
        """The text in the target language beside its original, or why there is only the original.

        source: ``und`` when it is not known. Secrets are taken out before the text leaves and once more from what comes back.
        customer, about: whose budget a model works on, and the stream it is for (see kit/model_port).
        """
        ours, theirs = folded(source), folded(target)

        def only_original(why: Why) -> Translation:
            return Translation(text, None, source, target, "", why)

        if ours is None or theirs is None or theirs == "und":
            return only_original("unknown_language")
        seen = western(scrub(visible(text.encode("utf-8", "replace").decode())).text)
        if ours == theirs or not any(character.isalpha() for character in seen):
            return only_original("same")
        if len(seen) > LONGEST:
            return only_original("too_long")
        if not self.offers(ours, theirs):
            return only_original("off")
        # Each customer's are their own, so that nothing a service makes of one's words is ever shown in another's ticket; and a
        # translation under way while terms change is kept where nobody finds it.
        digest = hashlib.sha256("\0".join((str(customer), str(self._learnt), ours, theirs, seen)).encode()).digest()
        if digest not in self._kept:
            made = await self._made(seen, ours, theirs, customer, about)
            if isinstance(made, str):
                return only_original(made)
            self._kept[digest] = made
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(digest)
        words, by = self._kept[digest]
        return Translation(text, words, source, target, by, "done")

    async def _made(self, seen: str, source: str, target: str, customer: int | None, about: str) -> tuple[str, str] | Why:
        """The words and what made them. Every way that is set up is tried once, in order."""
        kept = keep(seen, source, target, self._glossary)
        why: Why = "unavailable"
        for way in ("opencc",) if (source, target) in _SCRIPTS else ("service", "model"):
            raw = await self._raw(way, kept.text, source, target, customer, about)
            if raw is None:
                continue
            words = restore(visible(raw), kept, ordered=way == "opencc")
            if words is not None:
                words = scrub(words).text
                if way == "opencc":
                    return words, way
                if not (added(words, seen, kept) or lost(words, seen)):
                    why = await asyncio.to_thread(_tongue, words, seen, source, target)
                    if why == "done":
                        return words, way
                    if why == "same":
                        return why
                    log.info("translation.other_language", by=way, source=source, target=target)
                    continue
            why = "changed"
            log.info("translation.changed", by=way, source=source, target=target)
        return why

    async def _raw(self, way: str, text: str, source: str, target: str, customer: int | None, about: str) -> str | None:
        if way == "opencc":
            return str(_converter(_SCRIPTS[source, target]).convert(text))
        if way == "model":
            return await by_model.translate(self._model, text, source, target, customer=customer, about=about)
        if self._libre is None:
            return None
        try:
            return await self._libre.translate(text, source, target)
        except NoAnswer:
            return None


def _tongue(words: str, seen: str, source: str, target: str) -> Why:
    """Whether the words are in the language asked for: ``done``; ``same`` where nothing but names was to be translated, or all was in that
    language already. A service that knows no word of a language gives the words back; one that is hostile says something else."""
    heard, echo = detect(words), words.split() == seen.split()
    if echo and (heard.sure < FIRST or _alike(heard.code, target)):
        return "same"
    third = heard.sure >= SWITCH and not _alike(heard.code, target) and not _alike(heard.code, source) and heard.code != detect(seen).code
    return "other_language" if echo or third else "done"


def _alike(one: str, other: str) -> bool:
    return one.partition("-")[0] == other.partition("-")[0]


@cache
def _converter(name: str) -> OpenCC:
    return OpenCC(name)

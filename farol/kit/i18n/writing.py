"""How sentences and lists are put together: stops, commas and brackets differ from script to script."""

from collections.abc import Iterable

from .tongues import Tongue

WIDE: frozenset[Tongue] = frozenset({"zh", "zh-Hant", "ja"})
"""Written without spaces, with punctuation as wide as a character."""
COMMA: dict[Tongue, str] = {"zh": "、", "zh-Hant": "、", "ja": "、", "ar": "، "}
"""Between the things of a list; ``, `` in all others."""


def run(sentences: Iterable[str], lang: Tongue) -> str:
    """Sentences one after another."""
    return ("" if lang in WIDE else " ").join(sentences)


def bracketed(words: str, more: str, lang: Tongue) -> str:
    """``00:05（上海）``, ``00:05 (Shanghai)``."""
    return f"{words}（{more}）" if lang in WIDE else f"{words} ({more})"

"""Which languages there are: two that everything is written in, and eleven that screens speak."""

import re
from functools import lru_cache
from typing import Literal, TypeGuard, get_args

Lang = Literal["zh", "en"]
"""What articles, letters and sentences in the code are written in."""
Tongue = Literal["zh", "zh-Hant", "en", "ru", "es", "vi", "tr", "ko", "ja", "pt", "ar"]
"""What screens speak, as it stands in addresses; ``zh`` is Simplified Chinese."""
LANGS: tuple[Lang, ...] = ("zh", "en")
TONGUES: tuple[Tongue, ...] = get_args(Tongue)
HTML_LANG: dict[Tongue, str] = {tongue: tongue for tongue in TONGUES} | {"zh": "zh-Hans"}
"""BCP 47."""
NAMES: dict[Tongue, str] = {
    "zh": "简体中文", "zh-Hant": "繁體中文", "en": "English", "ru": "Русский", "es": "Español", "vi": "Tiếng Việt", "tr": "Türkçe", "ko": "한국어", "ja": "日本語",
    "pt": "Português", "ar": "العربية",
}  # fmt: skip
"""Each by its own name, in the order of choosers."""
DRAFTS: frozenset[Tongue] = frozenset(TONGUES) - {"zh", "zh-Hant", "en"}
"""Made by a machine, and not yet read by anybody who grew up with the language. Pages say so."""
RIGHT_TO_LEFT: frozenset[Tongue] = frozenset({"ar"})

_PRIMARY = re.compile("[a-z]{2,3}")
_TRADITIONAL = {"hant", "tw", "hk", "mo"}
_ACCEPT = re.compile(r"\s*([a-zA-Z-]{1,35}|\*)\s*(?:;\s*q\s*=\s*([01](?:\.\d{0,3})?))?\s*")


def is_lang(value: str) -> TypeGuard[Lang]:
    """Whether everything is written in this language."""
    return value in LANGS


def is_tongue(value: str) -> TypeGuard[Tongue]:
    """Whether screens speak this language, by the code of addresses."""
    return value in TONGUES


def lang_of(tag: str) -> Lang:
    """The written language nearest to a language tag: ``zh`` for any Chinese, English otherwise."""
    return "zh" if tag.lower().split("-")[0] == "zh" else "en"


def written(tongue: Tongue) -> Lang:
    """The written language that readers of this one are given where nothing is in theirs."""
    return lang_of(tongue)


def tongue_of(tag: str) -> Tongue:
    """The language of screens nearest to a language tag (BCP 47); English for one that none speaks."""
    return _tongue(tag) or "en"


def direction(tongue: Tongue) -> Literal["ltr", "rtl"]:
    """Which way it is written, as HTML's ``dir`` says it."""
    return "rtl" if tongue in RIGHT_TO_LEFT else "ltr"


def canonical(tag: str) -> str:
    """The code kept for a language tag (BCP 47): ``zh`` and ``zh-CN`` are ``zh-Hans``, ``zh-TW`` is ``zh-Hant``, ``pt-BR`` is ``pt``; ``und``
    for what is no language tag."""
    parts = tag.strip().lower().replace("_", "-").split("-")
    if not _PRIMARY.fullmatch(parts[0]):
        return "und"
    if parts[0] != "zh":
        return parts[0]
    return "zh-Hant" if "hans" not in parts and _TRADITIONAL & set(parts) else "zh-Hans"


def covers(known: str, wanted: str) -> bool:
    """Whether who knows one language serves the other: ``zh`` is every Chinese, and either script serves a bare ``zh``."""
    return known == wanted or wanted.startswith(f"{known}-") or known.startswith(f"{wanted}-")


@lru_cache(maxsize=512)
def choose(accept_language: str | None, default: Tongue = "en") -> Tongue:
    """The language a browser asks for in Accept-Language; the default when it names none of ours."""
    best: tuple[float, int, Tongue] | None = None
    for place, part in enumerate((accept_language or "")[:1000].split(",")[:20]):
        match = _ACCEPT.fullmatch(part)
        if not match:
            continue
        weight, tongue = float(match[2] or 1), _tongue(match[1])
        if tongue and weight > 0 and (best is None or (weight, -place) > best[:2]):
            best = (weight, -place, tongue)
    return best[2] if best else default


def _tongue(tag: str) -> Tongue | None:
    code = canonical(tag)
    short = "zh" if code == "zh-Hans" else code
    return short if is_tongue(short) else None

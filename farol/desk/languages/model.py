"""Nouns of the desk's languages. No I/O."""

import msgspec

from farol.kit.i18n import Lang, canonical

ENGLISH = "en"
ANY = "*"
"""Whoever is there, whatever they speak: a machine translates for them."""
MOST = 60
"""Languages of one desk."""
LONGEST_WAIT_S = 86_400
NAMES: dict[str, tuple[str, str]] = {
    "zh-Hans": ("中文", "Chinese"), "zh-Hant": ("繁体中文", "Traditional Chinese"), "en": ("英语", "English"), "ru": ("俄语", "Russian"),
    "es": ("西班牙语", "Spanish"), "vi": ("越南语", "Vietnamese"), "tr": ("土耳其语", "Turkish"), "ko": ("韩语", "Korean"),
    "ja": ("日语", "Japanese"), "pt": ("葡萄牙语", "Portuguese"), "ar": ("阿拉伯语", "Arabic"), "fr": ("法语", "French"),
    "de": ("德语", "German"), "id": ("印尼语", "Indonesian"), "th": ("泰语", "Thai"), "hi": ("印地语", "Hindi"), "uk": ("乌克兰语", "Ukrainian"),
    "fa": ("波斯语", "Persian"),
}  # fmt: skip


class DeskLanguage(msgspec.Struct, frozen=True):
    """How the desk answers in a language.

    calendar_id: the hours in which people who speak it are there; None day and night. fallback: the language that is answered in
    without them. wait_s: how long a ticket waits for them within their hours. translated: whoever is there may answer in it, with
    machine translation.
    """

    language: str
    calendar_id: int | None
    fallback: str
    wait_s: int
    translated: bool
    version: int = 1


class Route(msgspec.Struct, frozen=True):
    """The same at one moment. wait_s: 0 outside the hours, when nobody is waited for."""

    fallback: str
    wait_s: int
    translated: bool


def name(language: str, lang: Lang) -> str:
    """What a language is called; its code where it has no name here."""
    found = NAMES.get(canonical(language))
    return found[lang == "en"] if found else language

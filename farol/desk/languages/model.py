"""Nouns of the desk's languages. No I/O."""

import msgspec

from farol.kit.i18n import Say, Tongue, canonical

ENGLISH = "en"
ANY = "*"
"""Whoever is there, whatever they speak: a machine translates for them."""
MOST = 60
"""Languages of one desk."""
LONGEST_WAIT_S = 86_400
NAMES: dict[str, Say] = {
    "zh-Hans": Say("中文", "Chinese"), "zh-Hant": Say("繁体中文", "Traditional Chinese"), "en": Say("英语", "English"), "ru": Say("俄语", "Russian"),
    "es": Say("西班牙语", "Spanish"), "vi": Say("越南语", "Vietnamese"), "tr": Say("土耳其语", "Turkish"), "ko": Say("韩语", "Korean"),
    "ja": Say("日语", "Japanese"), "pt": Say("葡萄牙语", "Portuguese"), "ar": Say("阿拉伯语", "Arabic"), "fr": Say("法语", "French"), "de": Say("德语", "German"),
    "id": Say("印尼语", "Indonesian"), "th": Say("泰语", "Thai"), "hi": Say("印地语", "Hindi"), "uk": Say("乌克兰语", "Ukrainian"), "fa": Say("波斯语", "Persian"),
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


def name(language: str, lang: Tongue) -> str:
    """What a language is called, as in the middle of a sentence; its code where it has no name here."""
    found = NAMES.get(canonical(language))
    return found.text(lang) if found else language

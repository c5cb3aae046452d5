"""Words of screens in eleven languages, and times that always name their zone.

A feature keeps its sentences in a class, in Chinese and English, so that one missing of these two is a type error:

    class Words(Texts):
        title = Say("帮助中心", "Help centre")

    Words("zh").title

All other languages stand in ``catalogues``; see ``catalogue``.
"""

from .moments import clock_time, day, length, moment, place, zone
from .say import Say, Texts
from .tongues import (
    DRAFTS,
    HTML_LANG,
    LANGS,
    NAMES,
    TONGUES,
    Lang,
    Tongue,
    canonical,
    choose,
    covers,
    direction,
    is_lang,
    is_tongue,
    lang_of,
    tongue_of,
    written,
)
from .writing import run

__all__ = [
    "DRAFTS", "HTML_LANG", "LANGS", "NAMES", "TONGUES", "Lang", "Say", "Texts", "Tongue", "canonical", "choose", "clock_time", "covers", "day",
    "direction", "is_lang", "is_tongue", "lang_of", "length", "moment", "place", "run", "tongue_of", "written", "zone",
]  # fmt: skip

"""One sentence in every language, and the tables of them that features keep."""

import sys
from typing import overload

from . import catalogue
from .tongues import HTML_LANG, Tongue, direction, written
from .writing import COMMA, WIDE

WRITTEN: list["Say"] = []
"""Every sentence of the modules imported so far, for the tool that looks for what is not translated."""


class Say:
    """One sentence, written in Chinese and English. The module it stands in says whose catalogue has it in other languages."""

    def __init__(self, zh: str, en: str) -> None:
        self.zh, self.en = zh, en
        self.module: str = sys._getframe(1).f_globals.get("__name__", "")
        self.feature = catalogue.feature(self.module)
        WRITTEN.append(self)

    @overload
    def __get__(self, owner: None, kind: type) -> "Say": ...
    @overload
    def __get__(self, owner: "Texts", kind: type) -> str: ...
    def __get__(self, owner: "Texts | None", kind: type) -> "str | Say":
        return self if owner is None else self.text(owner.lang)

    def text(self, lang: Tongue) -> str:
        """The sentence in that language; in English while nobody has translated it."""
        return catalogue.said(lang, self.feature, self.zh, self.en)


class Texts:
    """Base of a feature's sentences; an instance speaks one language."""

    def __init__(self, lang: Tongue) -> None:
        self.lang = lang

    @property
    def html_lang(self) -> str:
        """The language as HTML's ``lang`` says it."""
        return HTML_LANG[self.lang]

    @property
    def html_dir(self) -> str:
        """Which way it is written, as HTML's ``dir`` says it."""
        return direction(self.lang)

    @property
    def chinese(self) -> bool:
        """Whether what is written in two languages only is read in Chinese."""
        return written(self.lang) == "zh"

    @property
    def gap(self) -> str:
        """Between two sentences."""
        return "" if self.lang in WIDE else " "

    @property
    def full_stop(self) -> str:
        """After a sentence."""
        return "。" if self.lang in WIDE else "."

    @property
    def colon(self) -> str:
        """Between a name and what it says."""
        return "：" if self.lang in WIDE else ": "

    @property
    def comma(self) -> str:
        """Between the things of a list."""
        return COMMA.get(self.lang, ", ")

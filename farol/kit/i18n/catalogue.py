"""Sentences in languages that are not written in the code: ``catalogues/ru/portal.json`` holds those of one feature.

A file is a JSON object from the English sentence to the sentence in that language, so that who reads it sees both, and an English
sentence that is changed loses its old translation by itself. Traditional Chinese is made from the Simplified; its files hold only
what a person would say otherwise.
"""

from functools import cache, lru_cache
from importlib import resources

import msgspec
from opencc import OpenCC

from .tongues import Tongue

FOLDER = resources.files(__package__) / "catalogues"
_AMONG_THEMSELVES = (("賬戶", "帳戶"), ("釋出", "發布"), ("郵箱", "信箱"), ("不線上", "不在線上"), ("沒開啟", "沒打開"))
"""Where the converter's Taiwanese is not what people there write."""


def feature(module: str) -> str:
    """``portal`` for ``farol.selfserve.portal.words``; the module itself for one outside the layers."""
    parts = module.split(".")
    return parts[2] if len(parts) > 2 else module


@cache
def sentences(tongue: Tongue, name: str) -> dict[str, str]:
    """English to that language, for one feature; empty where there is no file. Raises msgspec.ValidationError for one that is none."""
    file = FOLDER / tongue / f"{name}.json"
    return msgspec.json.decode(file.read_bytes(), type=dict[str, str]) if name.isidentifier() and file.is_file() else {}


def said(tongue: Tongue, name: str, chinese: str, english: str) -> str:
    """A feature's sentence in that language; in English while nobody has translated it."""
    if tongue == "en":
        return english
    if tongue == "zh":
        return chinese
    return sentences(tongue, name).get(english) or (traditional(chinese) if tongue == "zh-Hant" else english)


@lru_cache(maxsize=8192)
def traditional(simplified: str) -> str:
    """A sentence in Traditional characters and the words that go with them."""
    text: str = _converter().convert(simplified)
    for made, usual in _AMONG_THEMSELVES:
        text = text.replace(made, usual)
    return text


@cache
def _converter() -> OpenCC:
    return OpenCC("s2twp")

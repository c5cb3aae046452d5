"""Numbers to call in danger: what a page says in any language stands in the list of places, and its readers' own number is among them."""

import re

import pytest

from farol.kit.i18n import TONGUES
from farol.selfserve.portal.words import Words
from farol.trust.emergency.places import places

HOME = {
    "zh": ("CN",), "zh-Hant": ("TW", "HK"), "en": ("US", "GB"), "ru": ("RU",), "es": ("ES",), "vi": ("VN",), "tr": ("TR",), "ko": ("KR",), "ja": ("JP",),
    "pt": ("BR",), "ar": (),
}  # fmt: skip
"""Whose readers a language has most; Arabic's live in many places, so the sentence names the number of the country first."""
NUMBER = re.compile(r"(?<![\d-])\d[\d -]{0,14}\d(?![\d-])")


def known(country: str) -> set[str]:
    place = places()[country]
    return {*(line.number for line in place.crisis), place.medical, place.police}


@pytest.mark.parametrize("tongue", TONGUES)
def test_every_number_is_one_of_the_list(tongue: str) -> None:
    said = NUMBER.findall(Words(tongue).risk_text)  # type: ignore[arg-type]
    assert said
    assert set(said) <= set[str]().union(*(known(country) for country in places()))


@pytest.mark.parametrize(("tongue", "country"), [(tongue, country) for tongue, countries in HOME.items() for country in countries])
def test_the_number_of_who_reads_it_is_among_them(tongue: str, country: str) -> None:
    said, place = set(NUMBER.findall(Words(tongue).risk_text)), places()[country]  # type: ignore[arg-type]
    lines = {line.number for line in place.crisis}
    assert said & (lines or {place.medical})


def test_every_language_is_looked_at() -> None:
    assert set(HOME) == set(TONGUES)

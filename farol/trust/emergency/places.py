"""What to tell the police, and whom somebody in danger can call, by country. Facts of public authorities, kept as data."""

from functools import lru_cache
from importlib.resources import files

import msgspec

from farol.kit.i18n import Lang, Tongue, written

ANYWHERE = {
    "zh": ["到当地警察局报案，带上事件报告的打印件，并索取报案回执或案号。", "把回执编号告诉我们，警方可以通过执法协查渠道联系我们。"],
    "en": ["Report at your local police with a print of the incident pack, and ask for the number of the report.", "Tell us that number: the police can reach us through our channel for authorities."],
}


class Line(msgspec.Struct, frozen=True):
    """A crisis line."""

    zh: str
    en: str
    number: str


class Place(msgspec.Struct, frozen=True):
    """A country or region. police, medical: emergency numbers; report: sentences by language; crisis: empty where none is known here."""

    zh: str
    en: str
    police: str
    medical: str
    report: dict[str, list[str]]
    sites: list[str]
    crisis: list[Line]

    def name(self, lang: Tongue) -> str:
        """Its name."""
        return self.zh if written(lang) == "zh" else self.en


@lru_cache
def places() -> dict[str, Place]:
    """By ISO 3166 code."""
    return msgspec.json.decode(files(__package__).joinpath("data/places.json").read_bytes(), type=dict[str, Place])


def police(country: str, lang: Tongue) -> list[str]:
    """How to report there; what holds everywhere comes last."""
    place = places().get(country)
    return [*(place.report[written(lang)] if place else []), *ANYWHERE[written(lang)]]


def crisis(country: str, lang: Lang) -> list[str]:
    """Numbers to give to somebody in danger: the country's crisis line where one is known, and always the emergency number."""
    place = places().get(country)
    lines = [f"{line.zh if lang == 'zh' else line.en}: {line.number}" for line in place.crisis] if place else []
    number = place.medical if place else "112"
    if place:
        return [*lines, f"急救电话：{number}" if lang == "zh" else f"Emergency number: {number}"]
    return ["当地急救电话（许多国家是 112）" if lang == "zh" else "The local emergency number (112 in many countries)"]

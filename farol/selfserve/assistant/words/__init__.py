"""The assistant's own sentences: Chinese and English by people, the others as first drafts that nobody has read yet who grew up with them.

``words/ru.json`` and so on have the same keys. Traditional Chinese is made from the Simplified.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from farol.kit.i18n import NAMES, Tongue, tongue_of
from farol.kit.i18n.catalogue import traditional


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Every sentence in one language; braces hold what is filled in."""

    intro: str
    person: str
    other: str
    choose: str
    ask: str
    ask_again: str
    which: str
    handed: str
    handed_missed: str
    handed_urgent: str
    handed_files: str
    stolen: str
    wait_known: str
    wait_due: str
    nobody: str
    held: str
    i_am: str
    glad: str
    helped: str
    yes: str
    no: str
    article: str
    exchange: str
    page: str
    only_in: str
    steps_in: str
    machine: str
    again: str


@cache
def words_in(tongue: Tongue) -> Words:
    """The sentences of one language of screens."""
    if tongue == "zh-Hant":
        simple = msgspec.structs.asdict(words_in("zh"))
        return Words(**{key: traditional(said) for key, said in simple.items()})
    name = "zh-Hans" if tongue == "zh" else tongue
    return msgspec.json.decode(files(__package__).joinpath(f"{name}.json").read_bytes(), type=Words)


def words_of(tag: str) -> Words:
    """The sentences nearest to a language tag (BCP 47)."""
    return words_in(tongue_of(tag))


def name_of(tag: str) -> str:
    """A language by its own name."""
    return NAMES[tongue_of(tag)]


def filled(sentence: str, **values: Any) -> str:
    """A sentence with what is filled in."""
    return sentence.format(**values)


def run(tag: str, *sentences: str) -> str:
    """Sentences one after the other, as the language puts them."""
    return ("" if tag.partition("-")[0] in ("zh", "ja") else " ").join(one for one in sentences if one)

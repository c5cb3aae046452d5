"""What the screens say, language by language: what is not translated yet, and what no longer fits its English."""

import importlib
import re
from functools import cache
from pathlib import Path
from string import Formatter

import msgspec

import farol
from farol.kit.i18n import TONGUES, Tongue, catalogue, is_tongue
from farol.kit.i18n.say import WRITTEN

SPOKEN = ("emergency", "help_centre", "portal", "identity", "tools", "forms", "recovery", "claims", "plays", "announcements", "knowledge",
          "languages", "translation", "email", "verifying")
"""Features whose screens speak all languages, those first that somebody in a hurry meets. All others speak Chinese and English."""
PAPERS = frozenset({"farol.trust.emergency.pack_words", "farol.trust.emergency.thaw_letter", "farol.selfserve.knowledge.faults",
                    "farol.core.translation.words", "farol.channels.email.letters.notes"})
"""Modules of these features whose sentences go into letters and documents, or to staff."""
LAYERS = ("core", "channels", "desk", "selfserve", "trust", "insight")
SAYS = re.compile(r"^from farol\.kit\.i18n import .*\bSay\b", re.M)
TRANSLATED: tuple[Tongue, ...] = tuple(one for one in TONGUES if one not in ("zh", "zh-Hant", "en"))


class Fault(msgspec.Struct, frozen=True):
    """A translation that cannot be right. why: ``stale`` for an English sentence that no screen says, ``holes`` for other placeholders."""

    language: str
    feature: str
    english: str
    why: str


def said(feature: str) -> dict[str, str]:
    """Every sentence of a feature's screens, English to Chinese, in the order in which they are written."""
    _read()
    return {one.en: one.zh for one in WRITTEN if one.feature == feature and one.module not in PAPERS and one.en and "tests" not in one.module.split(".")}


def missing(language: Tongue, feature: str) -> dict[str, str]:
    """The same without what is translated."""
    known = catalogue.sentences(language, feature)
    return {english: chinese for english, chinese in said(feature).items() if english not in known}


def faults() -> list[Fault]:
    """What is wrong in the catalogues."""
    found = []
    for language in TONGUES:
        for file in sorted(Path(str(catalogue.FOLDER / language)).glob("*.json")):
            known = said(file.stem)
            for english, words in catalogue.sentences(language, file.stem).items():
                if english not in known:
                    found.append(Fault(language, file.stem, english, "stale"))
                elif holes(english) != holes(words):
                    found.append(Fault(language, file.stem, english, "holes"))
    return found


def holes(sentence: str) -> set[str]:
    """``{"at"}`` of ``"Frozen at {at}"``. Raises ValueError for a lone brace."""
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def show(feature: str, language: str) -> int:
    """The command: the table, or one feature's sentences as JSON for who translates them. 1 when something is wrong."""
    if feature and (feature not in SPOKEN or (language and not is_tongue(language))):
        print(f"features: {', '.join(SPOKEN)}; languages: {', '.join(TRANSLATED)}")
        return 2
    if feature:
        sentences = missing(language, feature) if is_tongue(language) else said(feature)
        print(msgspec.json.format(msgspec.json.encode(sentences), indent=1).decode())
        return 0
    print(table())
    wrong = faults()
    for one in wrong:
        print(f"{one.language}/{one.feature}: {one.why}: {one.english}")
    return 1 if wrong else 0


def table() -> str:
    """How many sentences each language lacks in each feature."""
    lines = [["", *TRANSLATED]]
    lines += [[f"{feature} ({len(said(feature))})", *(str(len(missing(language, feature)) or "-") for language in TRANSLATED)] for feature in SPOKEN]
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join("  ".join(cell.ljust(width) if not place else cell.rjust(width) for place, (cell, width) in enumerate(zip(line, widths, strict=True)))
                     for line in lines)  # fmt: skip


@cache
def _read() -> None:
    """Imports every module that holds sentences."""
    root = Path(farol.__file__).parent
    for file in sorted(file for layer in LAYERS for file in (root / layer).glob("**/*.py")):
        module = file.relative_to(root.parent).with_suffix("").parts
        if "tests" not in module and SAYS.search(file.read_text("utf-8")):
            importlib.import_module(".".join(module))

"""The text that goes to all: which variant a customer reads, and its variables."""

import re

from .problems import UnknownVariable

VARIABLES = ("number", "name", "incident")
_BRACES = re.compile(r"\{([^{}]{0,40})\}")


def variant(language: str) -> str:
    """``zh`` for any Chinese, ``en`` for everybody else."""
    return "zh" if language.lower().split("-")[0] == "zh" else "en"


def check(text: str) -> None:
    """Raises UnknownVariable when something else than a variable stands in braces."""
    for found in _BRACES.finditer(text):
        if found[1].strip() not in VARIABLES:
            raise UnknownVariable(key=found[1].strip()[:40] or "{}")


def filled(text: str, **values: str) -> str:
    """The text with its variables. A value is put in as it is and not looked at again."""
    return _BRACES.sub(lambda found: values[found[1].strip()], text)

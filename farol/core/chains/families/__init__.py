"""Address rules, one file per family. Each exports ``RULES``: validator name to a function of the string.

A rule answers correct, plausible or wrong, or None when the string is not meant for that network at all.
A new family is one new file: it registers itself by its ``RULES``.
"""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache

from ..model import Verdict

Rule = Callable[[str], Verdict | None]


@cache
def rules() -> dict[str, Rule]:
    """Every rule of every file in this folder, by validator name."""
    found: dict[str, Rule] = {}
    for module in pkgutil.iter_modules(__path__):
        found.update(importlib.import_module(f"{__name__}.{module.name}").RULES)
    return found

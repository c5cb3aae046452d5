"""A translation beside its original, and the languages as the protocols name them."""

import re
from typing import Literal

import msgspec

Why = Literal["done", "same", "off", "unavailable", "changed", "other_language", "too_long", "unknown_language"]
"""same: nothing to translate. off: no way is set up. unavailable: the way does not answer. changed: an amount, id, link or
term was not the same after, or something was added. other_language: it came back untranslated, or in a third language.
too_long: more than one call takes."""
_TAG = re.compile(r"(?P<language>[a-z]{2,3})(?:-(?P<script>[A-Za-z]{4}))?(?:-(?P<region>[A-Za-z]{2}))?")
_TRADITIONAL = ("tw", "hk", "mo")


class Translation(msgspec.Struct, frozen=True):
    """The original is always shown; ``words`` is None unless why is ``done``, and is shown beside it as machine made.

    by: ``opencc``, ``service`` or ``model``; "" when nothing was translated.
    """

    original: str
    words: str | None
    source: str
    target: str
    by: str
    why: Why


def folded(tag: str) -> str | None:
    """``zh-Hans``, ``zh-Hant`` or the language alone; None for what is no language tag. ``und`` stays."""
    found = _TAG.fullmatch(tag)
    if found is None:
        return None
    if found["language"] != "zh":
        return found["language"]
    script = (found["script"] or "").lower()
    traditional = script == "hant" or (not script and (found["region"] or "").lower() in _TRADITIONAL)
    return "zh-Hant" if traditional else "zh-Hans"

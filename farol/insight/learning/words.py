"""What is kept of a customer's message: the matter, and nothing of the person."""

import re
from collections.abc import Iterable

from farol.core.urgency import hear
from farol.kit.i18n import lang_of
from farol.selfserve.editing.masking import HIDDEN, masked
from farol.selfserve.retrieval.gaps import HIDDEN as GONE

MOST = 300
"""Characters that are kept: the matter stands in the first."""
SHORTEST = 4
_PLACES = re.compile("|".join(re.escape(said.text(language)) for said in HIDDEN.values() for language in ("zh", "en")))
_HANDLED = re.compile(r"〔[^〕]{1,12}已删除〕|\[[A-Za-z -]{1,20} removed\]")
_FIGURE = re.compile(r"\d[\d.,]{2,}")
"""What is left of numbers after amounts and ids went: three figures and more say nothing of the matter."""


def kept(body: str, language: str, names: Iterable[str]) -> str:
    """The message in one line, with one mark for whatever was personal or secret; empty where it speaks of danger or says nothing.

    names: of the people in the ticket.
    """
    if hear(body) == "risk":
        return ""
    text = masked(" ".join(body.split()), lang_of(language), names)
    for pattern in (_PLACES, _HANDLED, _FIGURE):
        text = pattern.sub(GONE, text)
    text = text.replace("\0", "")[:MOST].strip()
    return text if sum(letter.isalpha() for letter in text) >= SHORTEST or any(letter > "⺀" for letter in text) else ""

"""Language codes (BCP 47), and which one a ticket keeps. No I/O."""

from typing import NamedTuple

from farol.kit.i18n import canonical

UNKNOWN = "und"
"""What BCP 47 calls a language that nobody can tell: only ids, amounts or international words were written."""
FIRST = 0.4
"""How sure the first words have to be to go before the page's language."""
SWITCH = 0.9
"""How sure later words have to be to turn a ticket to another language: a sentence, not a "gracias"."""


class Guess(NamedTuple):
    """code: ``zh-Hans``, ``zh-Hant``, ISO 639-1 for all others, or ``und``. sure: 0 to 1."""

    code: str
    sure: float


def settle(kept: str, guess: Guess, chosen: str = "", *, first: bool = False) -> str:
    """The language of a ticket after a message. chosen: by the customer, which goes before everything; empty for no choice.

    kept: the ticket's so far; before anybody wrote (``first``) that is only the language of a page, and gives way more easily.
    """
    if chosen:
        return canonical(chosen)
    kept = canonical(kept) if kept else UNKNOWN
    if guess.code in (UNKNOWN, kept):
        return kept
    return guess.code if kept == UNKNOWN or guess.sure >= (FIRST if first else SWITCH) else kept

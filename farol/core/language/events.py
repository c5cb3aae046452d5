"""What becomes known of languages. Streams: ``ticket:ID`` and ``customer:ID``."""

from farol.kit.events import Event


class LanguageSettled(Event, kind="ticket.language_settled", frozen=True):
    """The ticket is in another language from here on. was: before."""

    language: str
    was: str


class LanguageChosen(Event, kind="customer.language_chosen", frozen=True):
    """A customer wants to be answered in this language; empty for whichever they write."""

    language: str

"""What happens to search, on the stream ``search:1``, and to a gap, on ``gap:ID``."""

from farol.kit.events import Event


class SynonymsSaved(Event, frozen=True, kind="search.synonyms_saved"):
    """A group of phrases means the same from now on; without words the group means nothing any more."""

    key: str
    words: list[str]


class SynonymsReset(Event, frozen=True, kind="search.synonyms_reset"):
    """A group is as shipped again, or gone if it was this installation's own."""

    key: str


class OffersSaved(Event, frozen=True, kind="search.offers_saved"):
    """These questions are offered to who types in that language."""

    language: str
    words: list[str]


class OffersReset(Event, frozen=True, kind="search.offers_reset"):
    """The shipped questions are offered again."""

    language: str


class GapClosed(Event, frozen=True, kind="search.gap_closed"):
    """Somebody saw to it that the question has an answer, or decided that it needs none."""

    language: str
    words: str

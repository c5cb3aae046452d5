"""What happens to terms, on ``translation_term:ID``, and to machine translations, on ``article:ID`` and ``macro:ID``."""

from farol.kit.events import Event


class TermSaved(Event, kind="translation_term.saved", frozen=True):
    """A term was made or changed. words: by language."""

    words: dict[str, str]


class TermRemoved(Event, kind="translation_term.removed", frozen=True):
    """A term counts no more."""

    words: dict[str, str]


class ArticleTranslationAsked(Event, kind="article.translation_asked", frozen=True):
    """A machine is to begin a draft. Stream ``article:ID``."""

    slug: str
    language: str
    source: str
    source_version: int


class MacroTranslated(Event, kind="macro.translated", frozen=True):
    """A machine's translation of a canned reply waits for somebody. Stream ``macro:ID``. version: of the macro."""

    language: str
    version: int


class MacroTranslationDecided(Event, kind="macro.translation_decided", frozen=True):
    """Somebody looked at it. state: review, approved or rejected."""

    language: str
    state: str
    note: str

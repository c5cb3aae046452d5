"""What happens to the desk's languages. Stream ``desk_language:1``."""

from farol.kit.events import Event

STREAM = "desk_language:1"


class LanguageSet(Event, kind="desk_language.set", frozen=True):
    """How the desk answers in a language, from now on."""

    language: str
    calendar_id: int | None
    fallback: str
    wait_s: int
    translated: bool


class LanguageRemoved(Event, kind="desk_language.removed", frozen=True):
    """Nothing is said of a language any more: each team's own wait holds, and English."""

    language: str

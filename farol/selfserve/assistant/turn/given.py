"""What a turn is given, and what it comes to."""

from datetime import datetime

import msgspec

from farol.core.chains import Found, Mention
from farol.core.understanding import Understood
from farol.selfserve.assistant.model import Case, Move, Stage


class Given(msgspec.Struct, frozen=True):
    """A customer's new words and how their ticket stands. removed: kinds of secrets the shield took out before it was stored.

    kept: the ticket's language; chosen: the customer's own wish, empty for none. reason: the ticket's, where a customer or one of the staff
    set it; filed: whoever did, for people and never for what is said. first: the assistant has said nothing here yet. before: the customer's earlier messages. site: address of our pages, without a slash at the end.
    """

    words: str
    now: datetime
    kept: str = "en"
    chosen: str = ""
    removed: list[str] = []
    files: int = 0
    before: list[str] = []
    reason: str = ""
    filed: str = ""
    case: Case = Case()
    first: bool = True
    misses: int = 2
    to_people: list[str] = []
    site: str = ""


class Heard(msgspec.Struct, frozen=True):
    """The words as they are read. text: normalised. language: BCP 47, of the answer. slots: what is named, by kind."""

    text: str
    language: str
    found: list[Found]
    mentions: list[Mention]
    slots: dict[str, str]


class Matter(msgspec.Struct, frozen=True):
    """What the words are about. reason: empty for nothing known. share: how sure words are of it. by: ``words``, ``ticket`` or ``state``.

    guided: money or security, where no passage answers alone. understood: shares of all reasons.
    """

    reason: str
    share: float
    by: str
    guided: bool
    understood: Understood


class Quote(msgspec.Struct, frozen=True):
    """A version of an article whose words are given."""

    slug: str
    language: str
    version: int


class Thought(msgspec.Struct, frozen=True):
    """What comes of a turn. case: as the assistant keeps it from now on. why: of a hand-off, as in ``model.Summary``.
    solved: the customer says that it is. quotes: articles whose words it gives."""

    move: Move
    case: Case
    stages: list[Stage]
    language: str
    why: str = ""
    model: str = ""
    solved: bool = False
    quotes: list[Quote] = []

    @property
    def took_us(self) -> int:
        """All stages together."""
        return sum(stage.took_us for stage in self.stages)

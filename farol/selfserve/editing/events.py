"""What editors decide and find, on the stream ``editing:1``; a draft's beginning on ``article:ID`` is the knowledge base's own."""

from farol.kit.events import Event


class GapDecided(Event, frozen=True, kind="editing.gap_decided"):
    """Somebody decided what becomes of something that people ask in vain."""

    key: str
    verb: str
    title: str
    article_id: int | None


class GapReopened(Event, frozen=True, kind="editing.gap_reopened"):
    """The decision no longer stands."""

    key: str


class DraftMade(Event, frozen=True, kind="editing.draft_made"):
    """A draft was put together from answers; nobody outside can read it."""

    article_id: int
    language: str
    tickets: list[int]


class QuestionSaved(Event, frozen=True, kind="editing.question_saved"):
    """Search has to answer this with that article from now on."""

    question_id: int
    language: str
    question: str
    slug: str


class QuestionRemoved(Event, frozen=True, kind="editing.question_removed"):
    """It is not asked any more."""

    question_id: int


class QuestionWorsened(Event, frozen=True, kind="editing.question_worsened"):
    """After something was published the expected article stands further down, or is no answer any more. place: None for not found."""

    question_id: int
    slug: str
    was: int | None
    place: int | None

"""What happens to learning. Streams: ``learning:1`` for models; a correction stands on ``ticket:ID`` and is never told to customers."""

from farol.kit.events import Event


class AnswerCorrected(Event, kind="learning.corrected", frozen=True):
    """Somebody said whether the assistant was right about the customer's message of ``about``. kind: as in ``model.Kind``."""

    about: int
    verdict: str
    was: str
    reason: str
    article_id: int | None


class ModelMade(Event, kind="learning.made", frozen=True):
    """A model was trained and judged. why: what got worse; with nothing in it, it was let in."""

    model_id: int
    digest: str
    why: list[str]


class ModelServed(Event, kind="learning.served", frozen=True):
    """This model answers from now on, 0 the product's own. was: the one before."""

    model_id: int
    was: int
    reason: str


class LearningRefused(Event, kind="learning.refused", frozen=True):
    """A customer said whether their words may be learnt from."""

    may: bool

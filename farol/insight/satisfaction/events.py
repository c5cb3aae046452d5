"""What customers say of a contact."""

from farol.kit.events import Event


class RatingGiven(Event, kind="rating.given", frozen=True):
    """A contact was rated, or rated anew. stars: 1 to 5; solved: as the customer sees it, None when they did not say."""

    stars: int
    solved: bool | None

"""What happens to trials, on the stream ``title_trial:ID``."""

from farol.kit.events import Event


class TrialProposed(Event, frozen=True, kind="titles.proposed"):
    """Somebody wrote titles to be tried. titles: the published one first."""

    slug: str
    language: str
    titles: list[str]


class TrialStarted(Event, frozen=True, kind="titles.started"):
    """From now on visitors see one of the titles each."""

    slug: str
    language: str


class TrialDecided(Event, frozen=True, kind="titles.decided"):
    """The numbers speak for one title. winner: its place, 0 for the published one; p: the always-valid p-value."""

    slug: str
    language: str
    winner: int
    p: float


class TrialEnded(Event, frozen=True, kind="titles.ended"):
    """Everybody sees the published title again. outcome: see ``model.Outcome``."""

    slug: str
    language: str
    outcome: str

"""What happens to announcements, on the stream ``announcement:ID``."""

from farol.kit.events import Event


class AnnouncementPublished(Event, frozen=True, kind="announcement.published"):
    """Everybody can read it."""

    about: str
    title_zh: str
    title_en: str


class AnnouncementCorrected(Event, frozen=True, kind="announcement.corrected"):
    """It reads otherwise now. before: the words it had, so that what was told stays known."""

    version: int
    before: dict[str, str]


class AnnouncementWithdrawn(Event, frozen=True, kind="announcement.withdrawn"):
    """Nobody is told it any more."""

    version: int

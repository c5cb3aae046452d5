"""What people do with mail that was put aside. Stream: ``mail_in:ID``."""

from farol.kit.events import Event


class ReleaseAsked(Event, kind="mail.release_asked", frozen=True):
    """Somebody wants it let out; another has to agree."""

    way: str


class MailReleased(Event, kind="mail.released", frozen=True):
    """It goes on its way. asked_by: who asked first, where it took two."""

    way: str
    asked_by: int | None


class ReleaseRefused(Event, kind="mail.release_refused", frozen=True):
    """The second person said no; it stays."""

    asked_by: int


class MailReplayed(Event, kind="mail.replayed", frozen=True):
    """It is read and judged again, as if it had just come."""

    reason: str

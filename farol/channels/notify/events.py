"""What happens to browsers that take pushes. Stream: ``staff:ID``."""

from farol.kit.events import Event


class PushAllowed(Event, kind="staff.push_allowed", frozen=True):
    """A browser shows this person's notices from now on. label: as they called it."""

    browser: int
    label: str


class PushStopped(Event, kind="staff.push_stopped", frozen=True):
    """It no longer does."""

    browser: int

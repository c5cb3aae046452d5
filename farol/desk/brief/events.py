"""What happens around shifts."""

from farol.kit.events import Event


class WatchPosted(Event, kind="brief.posted", frozen=True):
    """A watch-out for those on shift. Stream ``brief:1``."""

    watch_id: int
    until: str


class WatchEnded(Event, kind="brief.ended", frozen=True):
    """It no longer matters. Stream ``brief:1``."""

    watch_id: int


class BriefRead(Event, kind="staff.brief_read", frozen=True):
    """Somebody has read their brief. Stream ``staff:ID``."""


class HandedOver(Event, kind="ticket.handed_over", frozen=True):
    """On the ticket: its owner gave it on with a note. to_id: None for left in the queue, that of ``to_team``
    or its own."""

    from_id: int
    to_id: int | None
    to_team: str | None = None


class LogWritten(Event, kind="brief.log_written", frozen=True):
    """An entry of the duty log. Stream ``brief:1``."""

    entry_id: int
    corrects: int | None

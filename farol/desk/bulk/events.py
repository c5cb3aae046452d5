"""What happens to bulk changes. Stream: ``bulk:ID``. What happens to each ticket is told on its own stream."""

from farol.kit.events import Event


class BulkBegun(Event, kind="bulk.begun", frozen=True):
    """Somebody changes many tickets. undoes: the bulk change that is taken back."""

    kinds: list[str]
    total: int
    undoes: int | None


class BulkStopped(Event, kind="bulk.stopped", frozen=True):
    """It ends before its end; what was done stays."""

    done: int


class BulkEnded(Event, kind="bulk.ended", frozen=True):
    """Every ticket was looked at. counts: by outcome."""

    counts: dict[str, int]

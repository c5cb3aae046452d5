"""The one clock. Tests move it; the database's own clock orders everything that is stored."""

from datetime import UTC, datetime, timedelta

_shift = timedelta()


def now() -> datetime:
    """Aware UTC time."""
    return datetime.now(UTC) + _shift


def shift(by: timedelta) -> None:
    """Sets the clock of this process this far ahead of the true time, for tests."""
    global _shift
    _shift = by

"""The one clock. Tests move it; the database's own clock orders everything that is stored."""

from datetime import UTC, datetime, timedelta

_shift = timedelta()


def now() -> datetime:
    """Aware UTC time."""
    return datetime.now(UTC) + _shift


def shift(by: timedelta) -> None:
    """Moves the clock of this process, for tests."""
    global _shift
    _shift = by

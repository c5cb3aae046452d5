"""When a notice may leave the house. Pure rules."""

from datetime import UTC, datetime, time, timedelta

from farol.kit.i18n import zone

from .model import MAIL, Person, Quiet, Told

MAIL_AFTER_S = 120
"""A mail waits this long for its notice to be seen on the console; what is due in this time goes along in the same mail."""


def due(told: Told, person: Person, way: str, now: datetime) -> datetime:
    """The earliest time for a way, in UTC: after quiet hours, unless this is urgent and the person lets it wake them."""
    at = now + timedelta(seconds=MAIL_AFTER_S) if way == MAIL else now
    quiet = person.choice.quiet
    if quiet is None or (told.urgent and person.urgent):
        return at
    return quiet_until(quiet, person.preferences.time_zone, at) or at


def quiet_until(quiet: Quiet, zone_name: str, at: datetime) -> datetime | None:
    """The end of the quiet hours that a moment lies in, in UTC; None when it lies in none.

    Hours are those of the wall clock, so a night in which the clock is changed is an hour longer or shorter.
    """
    here = at.astimezone(zone(zone_name))
    begins, ends, clock = time.fromisoformat(quiet.begins), time.fromisoformat(quiet.ends), here.time()
    over_midnight = ends <= begins
    inside = clock >= begins or clock < ends if over_midnight else begins <= clock < ends
    if not inside:
        return None
    day = here.date() + timedelta(days=1) if over_midnight and clock >= begins else here.date()
    return datetime.combine(day, ends, here.tzinfo).astimezone(UTC)

"""What happens to preferences. Stream: ``staff:ID``."""

from farol.kit.events import Event


class PreferencesSaved(Event, kind="staff.preferences_saved", frozen=True):
    """Somebody set their own console. changed: names of fields; what they chose is in the row."""

    changed: list[str]

"""What happens to notices. Stream: ``staff:ID``. That somebody was told is no event: the log holds what they were told of."""

from farol.kit.events import Event


class NoticesChosen(Event, kind="staff.notices_chosen", frozen=True):
    """Somebody set by which ways and at which hours they are told."""

    ways: dict[str, list[str]]
    quiet: dict[str, str] | None
    urgent: bool | None

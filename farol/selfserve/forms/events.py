"""What comes of forms beside tickets. Stream: ``customer:ID``."""

from farol.kit.events import Event


class TicketSpared(Event, kind="form.ticket_spared", frozen=True):
    """A customer said by a click that this article solved what they were about to write."""

    reason: str
    article_id: int
    slug: str
    language: str


class ChannelSet(Event, kind="door.channel_set", frozen=True):
    """For whom a channel is open, and when. Stream ``channel_set:1``. Empty lists are for everybody; no calendar is day and night."""

    key: str
    open: bool
    regions: list[str]
    tiers: list[str]
    calendar_id: int | None = None
    away_zh: str = ""
    away_en: str = ""

"""What becomes of proactive messages. Streams: ``play:ID``, ``play_setting:KEY``'s own number is 0, ``customer:ID``, and the ticket of an answer."""

from farol.kit.events import Event


class PlaySaid(Event, kind="play.said", frozen=True):
    """A message stands where its customer sees it. Stream: ``play:ID``."""

    play: str
    topic: str


class PlayDropped(Event, kind="play.dropped", frozen=True):
    """A message was not said. why: ``off``, ``stopped`` by the customer, ``capped``, ``old``, ``untrue`` by now. Stream: ``play:ID``."""

    play: str
    topic: str
    why: str


class PlayAnswered(Event, kind="play.answered", frozen=True):
    """A customer answered, which made it a ticket. Stream: ``ticket:ID``. zh, en: the message's title."""

    message_id: int
    play: str
    zh: str
    en: str


class PlayStopped(Event, kind="play.stopped", frozen=True):
    """A customer does not want to be told of these topics any more, or wants it again. Stream: ``customer:ID``, or ``play:ID`` of the
    message whose mail brought them. wanted: topics they want. way: page or mail."""

    wanted: list[str]
    way: str


class PlayChanged(Event, kind="play.changed", frozen=True):
    """Somebody set a play. Stream: ``plays``."""

    play: str
    active: bool
    words_zh: str
    words_en: str

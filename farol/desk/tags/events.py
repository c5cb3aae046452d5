"""What happens to tags. Streams: ``ticket:ID`` for a ticket's, ``tag:ID`` for a word's."""

from farol.kit.events import Event


class TicketTagged(Event, kind="ticket.tagged", frozen=True):
    """Words were put on a ticket or taken off it; only what really changed. why: ``renamed`` when a word was, for all its tickets."""

    added: list[str]
    removed: list[str]
    why: str = ""


class TagRenamed(Event, kind="tag.renamed", frozen=True):
    """A word is called another on every ticket. merged: the other was a tag already."""

    was: str
    word: str
    merged: bool


class TagRetired(Event, kind="tag.retired", frozen=True):
    """A word is no longer offered nor added; tickets that carry it keep it."""

    word: str


class TagRestored(Event, kind="tag.restored", frozen=True):
    """A retired word can be added again."""

    word: str

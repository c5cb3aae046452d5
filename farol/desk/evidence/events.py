"""What happens to evidence. Stream: the ticket's."""

from farol.kit.events import Event


class EvidenceLabelled(Event, kind="evidence.labelled", frozen=True):
    """Somebody named a piece; empty: took the name away."""

    evidence_id: int
    file_name: str
    label: str


class EvidencePinned(Event, kind="evidence.pinned", frozen=True):
    """A piece was put first, or no longer is."""

    evidence_id: int
    file_name: str
    pinned: bool


class EvidenceRead(Event, kind="evidence.read", frozen=True):
    """A picture was looked at for words; they stand with the piece. removed: kinds of secrets that were masked in them."""

    evidence_id: int
    file_name: str
    reading: str
    removed: list[str]


class EvidenceListed(Event, kind="evidence.listed", frozen=True):
    """The list of all pieces was exported."""

    pieces: int

"""Nouns of evidence."""

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

LONGEST_LABEL = 120
MOST_LISTED = 200
"""Pieces of one ticket that are listed."""
Reading = Literal["waiting", "read", "nothing", "not_installed", "too_large", "failed"]
"""What became of reading a picture's words. not_installed: this server has no reader (``farol[ocr]``)."""
Did = Literal["sent", "copied", "read", "opened", "labelled", "pinned", "unpinned", "listed"]


class Custody(msgspec.Struct, frozen=True):
    """One line of who had a piece in hand. copied: its pixels were written anew, without the camera's data.
    opened: looked at whole, from here. listed: it went into an export list."""

    at: datetime
    actor: str
    name: str
    did: Did
    detail: str = ""


class Piece(msgspec.Struct, frozen=True):
    """A file of a ticket as evidence. sha256: of the bytes as they were sent, kept_sha256: of those that are kept, hexadecimal.

    by_kind, by, name: who sent it. words: read out of a picture, masked by the shield; removed: kinds of secrets in them.
    bare: what is kept is a copy of the pixels alone, so a viewer learns no place, time or device from it.
    """

    id: int
    file_id: UUID
    seq: int
    file_name: str
    media_type: str
    size: int
    width: int | None
    height: int | None
    preview: bool
    bare: bool
    internal: bool
    channel: str
    by_kind: str
    by: str
    at: datetime
    sha256: str
    kept_sha256: str | None
    label: str
    pinned: bool
    reading: Reading | None
    words: str
    removed: list[str]
    custody: list[Custody]


class Locker(msgspec.Struct, frozen=True):
    """A ticket's evidence, pinned pieces first, then as it came. reader: whether this server can read pictures."""

    pieces: list[Piece]
    reader: bool


class Manifest(msgspec.Struct, frozen=True):
    """The export list: what there is, with hashes and custody, to be compared with the files themselves."""

    ticket: str
    made_at: datetime
    made_by: str
    pieces: list[Piece]


def piece(row: Any) -> Piece:
    """From a row of ``store.PIECES``."""
    kept = row["kept_sha256"]
    return Piece(
        row["id"], row["file_id"], row["seq"], row["name"], row["media_type"], row["size"], row["width"], row["height"],
        row["preview"], row["width"] is not None, row["internal"], row["channel"], row["author_kind"], row["author_name"], row["at"],
        row["sha256"].hex(), kept.hex() if kept else None, row["label"], row["pinned"], row["reading"], row["words"], row["removed"],
        msgspec.convert(row["custody"], list[Custody]))  # fmt: skip

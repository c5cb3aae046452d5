"""A file as it stands in the database and as people see it."""

from datetime import datetime
from uuid import UUID

import msgspec

LARGEST = 20 * 1024 * 1024
"""Bytes of one file as it is sent."""


class FileRow(msgspec.Struct, frozen=True):
    """One file. size and media_type: of what is kept and delivered, which for a picture is the clean copy.

    state: ``ready``; ``opaque``: kept unopened and delivered as a download of no type, ``why`` says why.
    """

    id: UUID
    owner_kind: str
    owner_id: int
    name: str
    media_type: str
    size: int
    key: str
    preview_key: str | None
    width: int | None
    height: int | None
    state: str
    why: str | None
    at: datetime


class File(msgspec.Struct, frozen=True):
    """What screens are told. preview: whether a small picture of it can be had."""

    id: UUID
    name: str
    media_type: str
    size: int
    state: str
    width: int | None
    height: int | None
    preview: bool


def shape(row: FileRow) -> File:
    """The row without owner, keys and reasons."""
    return File(row.id, row.name, row.media_type, row.size, row.state, row.width, row.height, row.preview_key is not None)

"""Statements on how a mail ended."""

import msgspec

from farol.kit.db import Reads, one

ENDED = "select id, state, reason from mail_in where digest = $1"


class Row(msgspec.Struct, frozen=True):
    """state ``received``: nothing became of it yet."""

    id: int
    state: str
    reason: str


async def ended(db: Reads, digest: bytes) -> Row | None:
    """What became of the mail of this digest."""
    return await one(db, Row, ENDED, digest)

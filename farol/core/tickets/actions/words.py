"""What every verb that speaks begins with: words pass the shield before anything else sees them, and go down in groups."""

from functools import partial
from typing import Any
from uuid import UUID

from farol.core.shield import scrub
from farol.core.tickets import posting
from farol.core.tickets.model import LONGEST, MOST_FILES, Draft, Outcome
from farol.core.tickets.problems import Empty, TooLong, TooManyFiles
from farol.kit import db
from farol.kit.problem import Invalid

UNIQUE = ("message_client", "message_pkey", "event_stream_seq", "ticket_opening")


class Poster(db.GroupCommit[Draft, Outcome]):
    """Posts the messages of this process in groups."""

    def __init__(self, pool: Any) -> None:
        async def write(drafts: list[Draft]) -> list[Outcome]:
            return await db.again(partial(posting.post, pool, drafts), *UNIQUE)

        super().__init__(write)


def clean(body: str, files: list[UUID]) -> tuple[str, tuple[str, ...]]:
    """Words as they may be stored, and the kinds of secrets that were masked in them. Raises TooLong, TooManyFiles, Empty, Invalid."""
    if len(body) > LONGEST:
        raise TooLong(most=LONGEST)
    if "\0" in body:
        raise Invalid(errors=[{"field": "body", "why": "holds a NUL character"}])
    if len(files) > MOST_FILES:
        raise TooManyFiles(most=MOST_FILES)
    if not files and not body.strip():
        raise Empty
    found = scrub(body.strip())
    return found.text, found.removed

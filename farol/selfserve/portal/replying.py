"""A reply as a form sends it: words and files, safe to send twice."""

from collections.abc import AsyncIterator, Sequence
from typing import Any, Protocol
from uuid import UUID, uuid4, uuid5

import msgspec

from farol.core.tickets import actions
from farol.core.tickets.problems import ClientIdReused
from farol.kit.core import Kit
from farol.kit.files.intake import receive
from farol.kit.files.model import FileRow
from farol.kit.permission import Actor

from . import store
from .problems import TooManyAttachments

MOST_FILES = 5
CHUNK = 64 * 1024


class Upload(Protocol):
    """A file field of a form."""

    filename: str
    content_type: str

    async def read(self, size: int = -1) -> bytes: ...
    async def seek(self, offset: int) -> None: ...


class Reply(msgspec.Struct, frozen=True):
    """What the form holds. form_id: made when the page was, the same when a form is sent twice."""

    form_id: UUID
    body: str
    uploads: Sequence[Upload]


def form_id(given: object) -> UUID:
    """The id in the form, or a new one when somebody changed it."""
    try:
        return UUID(str(given))
    except ValueError:
        return uuid4()


async def reply(kit: Kit, actor: Actor, ticket_id: int, form: Reply) -> int:
    """Says it in the ticket, once, and returns its seq. Raises what ``post_message`` and ``receive`` raise.

    A browser's back button brings an old form with new words: the id of the message follows from both, so that
    the same form sent twice is one message and other words are another.
    """
    message_id = uuid5(form.form_id, "\n".join([form.body, *await traces(form.uploads)]))
    if seq := await store.said(kit.db, ticket_id, message_id):
        return seq
    files = [row.id for row in await received(kit, actor, form.uploads)]
    try:
        posted = await actions.post_message(
            kit, actor, ticket_id, client_id=message_id, body=form.body, files=files, channel="portal"
        )
    except ClientIdReused:
        # The same form arrived twice at one moment; the other one was first, with its own copies of the files.
        if seq := await store.said(kit.db, ticket_id, message_id):
            return seq
        raise
    return posted.seq


def chosen(form: Any) -> list[Upload]:
    """The files of a form; a browser sends one without a name where none was chosen."""
    return [upload for upload in form.getall("files", []) if getattr(upload, "filename", "")]


async def traces(uploads: Sequence[Upload]) -> list[str]:
    """What tells one choice of files from another. Raises TooManyAttachments."""
    if len(uploads) > MOST_FILES:
        raise TooManyAttachments(most=MOST_FILES)
    return [await _trace(upload) for upload in uploads]


async def received(kit: Kit, actor: Actor, uploads: Sequence[Upload]) -> list[FileRow]:
    """The files, judged and kept. Raises what ``receive`` raises."""
    return [await receive(kit, actor, upload.filename, upload.content_type, _chunks(upload)) for upload in uploads]


async def _trace(upload: Upload) -> str:
    """Name and size, enough to tell one choice of files from another."""
    size = 0
    async for chunk in _chunks(upload):
        size += len(chunk)
    return f"{upload.filename} {size}"


async def _chunks(upload: Upload) -> AsyncIterator[bytes]:
    await upload.seek(0)
    while chunk := await upload.read(CHUNK):
        yield chunk

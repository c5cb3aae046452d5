"""The full record of a ticket as its customer may keep it: one package with a page to print, the same as JSON, files, checksums.

Nothing in it is more than the portal shows. Every file stands beside its SHA-256, so that what was handed on can be compared later.
"""

import hashlib
import re
import zipfile
from collections.abc import AsyncIterator, Sequence
from contextlib import closing
from datetime import datetime
from tempfile import TemporaryFile
from typing import IO, Any

import msgspec

from farol.core.customers.model import Customer
from farol.core.tickets import store as tickets
from farol.core.tickets.model import MessageView
from farol.core.tickets.store import TicketRow
from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import Actor
from farol.kit.web.answers import templates

from . import beside, store, view
from .model import Step, way
from .store import Paper
from .view import Reader

MOST_MESSAGES = 5_000
MOST_BYTES = 200 * 1024 * 1024
"""Bytes of files in one package; what does not fit is listed with its checksum and can be had from the ticket's page."""
CHUNK = 256 * 1024
_UNSAFE = re.compile(r"[^\w.()-]+|\.{2,}")


class Kept(msgspec.Struct, frozen=True):
    """A file of the record. path: inside the package, empty when it did not fit. sent_sha256: of the bytes as they were sent;
    sha256: of those in the package, which for a picture is the clean copy."""

    name: str
    media_type: str
    at: datetime
    from_customer: bool
    message: int
    path: str
    size: int
    sha256: str
    sent_sha256: str


class Said(msgspec.Struct, frozen=True):
    """A message. by: customer, staff, assistant or system."""

    seq: int
    at: datetime
    by: str
    name: str
    channel: str
    words: str
    secrets_removed: list[str]


class Record(msgspec.Struct, frozen=True):
    """All of it. steps: the stops of the ticket's way with their words in ``language``."""

    number: str
    subject: str
    status: str
    language: str
    opened_at: datetime
    made_at: datetime
    steps: list[dict[str, Any]]
    messages: list[Said]
    files: list[Kept]


async def package(kit: Kit, actor: Actor, ticket: TicketRow, customer: Customer, reader: Reader) -> AsyncIterator[bytes]:
    """The bytes of the zip file, as they are made on disk first."""
    messages = await tickets.messages(kit.db, ticket.id, most=MOST_MESSAGES, public=True)
    papers = await store.papers(kit.db, ticket.id)
    now = await beside.beside(kit, actor, ticket, reader, await store.facts(kit.db, ticket.id))
    steps = way(ticket, await store.public_events(kit.db, ticket.id), now.around)
    with TemporaryFile() as spool:
        with zipfile.ZipFile(spool, "w") as packed:
            kept = await _files(kit, packed, papers, ticket.number)
            record = _record(ticket, messages, kept, steps, reader)
            written = {
                "record.html": templates().get_template("portal/record.html").render(_page(record, messages, steps, ticket, customer, reader)).encode(),
                "record.css": (view.ROOT / "record.css").read_bytes(),
                "record.json": msgspec.json.format(msgspec.json.encode(record), indent=2),
            }
            sums = [(one.sha256, one.path) for one in kept if one.path]
            sums += [(hashlib.sha256(body).hexdigest(), name) for name, body in written.items()]
            written["SHA256SUMS"] = "".join(f"{digest}  {name}\n" for digest, name in sums).encode()
            for name, body in written.items():
                packed.writestr(_entry(f"{ticket.number}/{name}", record.made_at), body, zipfile.ZIP_DEFLATED)
        spool.seek(0)
        while chunk := spool.read(CHUNK):
            yield chunk


async def _files(kit: Kit, packed: zipfile.ZipFile, papers: Sequence[Paper], folder: str) -> list[Kept]:
    kept, left = [], MOST_BYTES
    for number, paper in enumerate(papers, 1):
        path, digest = "", ""
        if paper.size <= left:
            path, left = f"files/{number:03}-{_safe(paper.name)}", left - paper.size
            with closing(packed.open(_entry(f"{folder}/{path}", paper.at), "w")) as into:
                digest = await _copy(kit, paper.key, into)
        kept.append(Kept(paper.name, paper.media_type, paper.at, paper.own, paper.seq, path, paper.size, digest, paper.sha256))
    return kept


async def _copy(kit: Kit, key: str, into: IO[bytes]) -> str:
    digest = hashlib.sha256()
    async for part in kit.files.get(key):
        digest.update(part)
        into.write(part)
    return digest.hexdigest()


def _entry(name: str, at: datetime) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, at.timetuple()[:6])


def _safe(name: str) -> str:
    """A name no program that unpacks takes for a path."""
    return _UNSAFE.sub("_", name).strip("._")[-80:] or "file"


def _record(ticket: TicketRow, messages: Sequence[MessageView], kept: list[Kept], steps: Sequence[Step], reader: Reader) -> Record:
    said = [Said(m.seq, m.at, m.author.kind, m.author.name, m.channel, m.body, m.removed) for m in messages]
    told = [{"step": view.step(one, ticket, reader)["title"], "state": one.state, "at": one.at} for one in steps]
    return Record(ticket.number, ticket.subject, ticket.status, reader.lang, ticket.opened_at, clock.now(), told, said, kept)


def _page(
    record: Record, messages: Sequence[MessageView], steps: Sequence[Step], ticket: TicketRow, customer: Customer, reader: Reader,
) -> dict[str, Any]:
    return {
        "w": reader.words, "lang": reader.lang, "record": record, "who": customer.name, "made": reader.when(record.made_at),
        "opened": reader.when(ticket.opened_at), "messages": view.messages(messages, reader), "files": record.files,
        "steps": [view.step(one, ticket, reader) for one in steps], "status": getattr(reader.words, f"s_{ticket.status}"),
    }  # fmt: skip

"""Mails as files in a folder: one ``.eml`` each, the envelope in two header lines on top."""

import html
import re
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from farol.channels.email.model import Mail, Refused
from farol.channels.email.reading import headers, structure
from farol.channels.email.reading.parse import parse

_ENVELOPE = re.compile(rb"X-Demo-Box: ([^\r\n]*)\r\nX-Demo-Way: (in|out)\r\n")
MOST = 500
"""Mails that are kept; the oldest go first."""


class Letter(msgspec.Struct, frozen=True):
    """One mail in somebody's box. way: ``in`` for what they got, ``out`` for what they sent. raw: without the envelope."""

    id: int
    box: str
    way: str
    raw: bytes
    mail: Mail
    recipient: str

    @property
    def at(self) -> datetime:
        """When it arrived here."""
        return datetime.fromtimestamp(self.id / 1e6, UTC)

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Header fields as they stand in the mail, unfolded, in order."""
        head = re.sub(rb"\r?\n[ \t]+", b" ", self.raw.partition(b"\r\n\r\n")[0])
        split = [line.partition(b":") for line in head.split(b"\r\n") if b":" in line]
        return [(name.decode("latin-1"), headers.text(value)) for name, _, value in split]

    @property
    def html(self) -> str:
        """The HTML form, or the text as HTML."""
        fields, body = structure.split(self.raw, 0, len(self.raw))
        for leaf in structure.leaves(self.raw, fields, body):
            if leaf.media_type == "text/html":
                return structure.content(self.raw, leaf).decode("utf-8", "replace")
        return f"<pre>{html.escape(self.mail.text)}</pre>"

    def field(self, name: str) -> str:
        """The first header of that name, decoded."""
        return next((value for known, value in self.lines if known.lower() == name), "")

    def address(self, name: str) -> str:
        """The first address in that header."""
        return next((found for _, found in headers.addresses(self.field(name).encode()) if found), "")


class Letters:
    """The folder, read once, newest first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._all: dict[int, Letter] = {}
        for path in sorted(folder.glob("*.eml")):
            letter = _read(int(path.stem), path.read_bytes())
            if letter:
                self._all[letter.id] = letter

    def keep(self, box: str, way: str, raw: bytes) -> Letter | None:
        """Stores a mail; None when it cannot be read at all."""
        id_ = max(int(datetime.now(UTC).timestamp() * 1e6), max(self._all, default=0) + 1)
        stored = f"X-Demo-Box: {_ascii(box)}\r\nX-Demo-Way: {way}\r\n".encode() + raw
        letter = _read(id_, stored)
        if letter is None:
            return None
        fresh = self._folder / f".{id_}"
        fresh.write_bytes(stored)
        fresh.rename(self._folder / f"{id_}.eml")
        self._all[id_] = letter
        for old in sorted(self._all)[:-MOST]:
            (self._folder / f"{old}.eml").unlink(missing_ok=True)
            del self._all[old]
        return letter

    def of(self, box: str = "") -> list[Letter]:
        """The mails of one box, or all, newest first."""
        return [self._all[id_] for id_ in sorted(self._all, reverse=True) if box in ("", self._all[id_].box)]

    def boxes(self) -> list[tuple[str, int]]:
        """Every address that has mail, and how many."""
        counts: dict[str, int] = {}
        for letter in self.of():
            counts[letter.box] = counts.get(letter.box, 0) + 1
        return sorted(counts.items())

    def get(self, id_: int) -> Letter | None:
        """One mail."""
        return self._all.get(id_)

    @property
    def newest(self) -> int:
        """The id of the last mail, 0 when there is none."""
        return max(self._all, default=0)


def _ascii(text: str) -> str:
    return re.sub(r"[^!-~]", "", text)[:300]


def _read(id_: int, stored: bytes) -> Letter | None:
    envelope = _ENVELOPE.match(stored)
    if envelope is None:
        return None
    raw = stored[envelope.end():]
    mail = parse(raw)
    if isinstance(mail, Refused):
        return None
    to = headers.addresses(headers.first(structure.split(raw, 0, len(raw))[0], "to"))
    return Letter(id_, envelope.group(1).decode(), envelope.group(2).decode(), raw, mail, to[0][1] if to else "")

"""The parts of a mail, found by searching for boundary lines: linear in its size, bounded in depth and number.

The standard library's feed parser recurses (10,000 nested multiparts end it) and walks lines one by one
(25 MB of empty lines cost it 5 s), so the tree is cut here with byte searches and a work list.
"""

import base64
import binascii
import quopri
import re
from typing import NamedTuple

from farol.channels.email.model import DEPTH, HEADER_BYTES, PARTS, OverLimit

from . import headers, uu
from .headers import Headers

_END = re.compile(rb"\r?\n\r?\n")
_BOUNDARY = re.compile(rb"(?m)^--([^\r\n]{1,100})\r?\n(?=[A-Za-z][A-Za-z-]{0,60}:)")
"""The first line that looks like a boundary, for mails that name none or another."""
_PADDING = re.compile(rb"[A-Za-z0-9+/]==?[ \t]*(?=\r?\n\s*[^\s=])")
_SPACED = re.compile(rb"[A-Za-z,.] [A-Za-z]|[\x80-\xff]{2}")
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]+")


class Leaf(NamedTuple):
    """A part without parts: its fields, what it is, where its body stands, and the multipart around it."""

    fields: Headers
    media_type: str
    parameters: dict[str, str]
    start: int
    end: int
    inside: str = ""


def split(raw: bytes, start: int, end: int) -> tuple[Headers, int]:
    """Header fields of the entity at raw[start:end] and where its body starts."""
    if raw[start: start + 1] == b"\n" or raw[start: start + 2] == b"\r\n":
        return {}, raw.find(b"\n", start) + 1
    stop = _END.search(raw, start, min(end, start + HEADER_BYTES))
    if stop:
        return headers.read(raw[start: stop.start()]), stop.end()
    if end - start > HEADER_BYTES:
        raise OverLimit("headers_too_large")
    return headers.read(raw[start:end]), end


def leaves(raw: bytes, fields: Headers, body: int) -> list[Leaf]:
    """All parts in reading order. Raises ``OverLimit`` beyond PARTS parts or DEPTH levels."""
    found: list[Leaf] = []
    todo = [(fields, body, len(raw), "text/plain", 0, "")]
    entities = 0
    while todo:
        entity, start, end, default, depth, inside = todo.pop()
        entities += 1
        if entities > PARTS:
            raise OverLimit("too_many_parts")
        if depth > DEPTH:
            raise OverLimit("too_deep")
        main, parameters = headers.parameters(headers.first(entity, "content-type"))
        main = main if "/" in main else default
        boundary = parameters.get("boundary", "").encode("utf-8", "replace")[:200]
        if not main.startswith("multipart/"):
            found.append(Leaf(entity, main, parameters, start, end, inside))
            continue
        spans = _spans(raw, boundary, start, end) if boundary else []
        if not spans and (guessed := _BOUNDARY.search(raw, start, min(end, start + HEADER_BYTES))):
            spans = _spans(raw, guessed.group(1), start, end)
        if not spans:
            found.append(Leaf(entity, "text/plain", parameters, start, end, inside))
        default = "message/rfc822" if main == "multipart/digest" else "text/plain"
        for first, last in reversed(spans):
            child, at = split(raw, first, last)
            todo.append((child, at, last, default, depth + 1, main))
    return found


def _spans(raw: bytes, boundary: bytes, start: int, end: int) -> list[tuple[int, int]]:
    """Where the parts between the boundary's lines begin and end; a missing last line ends with the entity."""
    line = b"--" + boundary
    spans: list[tuple[int, int]] = []
    opened, at, seen = -1, start, 0
    while (at := raw.find(line, at, end)) >= 0:
        after = at + len(line)
        eol = raw.find(b"\n", after, min(end, after + 80))
        rest = raw[after: eol if eol >= 0 else min(end, after + 80)].strip()
        if (at == start or raw[at - 1: at] == b"\n") and rest in (b"", b"--"):
            if opened >= 0:
                spans.append((opened, max(opened, at - (2 if raw[at - 2: at] == b"\r\n" else 1))))
            opened = -1 if rest == b"--" or eol < 0 else eol + 1
            if rest == b"--":
                return spans
        seen += 1
        if len(spans) > PARTS or seen > PARTS * 50:
            raise OverLimit("too_many_parts")
        at = after
    if opened >= 0:
        spans.append((opened, end))
    return spans


def content(raw: bytes, leaf: Leaf) -> bytes:
    """The bytes of the part with the transfer encoding undone; broken encodings yield what can be read."""
    data = raw[leaf.start: leaf.end]
    encoding = headers.first(leaf.fields, "content-transfer-encoding").strip().lower()
    if encoding == b"base64":
        return _base64(data)
    if encoding == b"quoted-printable":
        return quopri.decodestring(data)
    if encoding in (b"x-uuencode", b"uuencode", b"x-uue"):
        return uu.decode(data)
    return data


def _base64(data: bytes) -> bytes:
    # A list's footer below the padding, or words that were never encoded.
    if padded := _PADDING.search(data):
        data = data[: padded.end()]
    elif len(_SPACED.findall(data[:4_000])) > 3:
        return data
    clean = _NOT_BASE64.sub(b"", data)
    clean = clean[: len(clean) - (len(clean) % 4 == 1)]
    try:
        return base64.b64decode(clean + b"=" * (-len(clean) % 4))
    except binascii.Error:
        return data

"""``winmail.dat``: what Outlook and Exchange wrap a mail into when they think the other side is Outlook too ([MS-OXTNEF]).

Bounded by the bytes it is given; what is damaged yields what could be read up to there.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

from . import charset, rtf

SIGNATURE = b"\x78\x9f\x3e\x22"
MOST_FILES = 50
_MOST_PROPERTIES = 2_000
_CODEPAGE, _BODY, _PROPERTIES = 0x9007, 0x800C, 0x9003
_NEW_FILE, _TITLE, _DATA, _FILE_PROPERTIES = 0x9002, 0x8010, 0x800F, 0x9005
_TEXT, _RTF, _HTML, _CPID = 0x1000, 0x1009, 0x1013, 0x3FDE
_LONG_NAME, _SHORT_NAME, _BYTES, _MIME, _CID = 0x3707, 0x3704, 0x3701, 0x370E, 0x3712
_FIXED = {2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0xA: 4, 0xB: 4, 0x14: 8, 0x40: 8, 0x48: 16}
_VARIABLE = {0xD, 0x1E, 0x1F, 0x102}


class File(NamedTuple):
    """A file inside."""

    name: str
    media_type: str
    data: bytes
    cid: str


class Wrapped(NamedTuple):
    """What was wrapped: words as plain text and as HTML, either may be empty, and files."""

    plain: str
    html: str
    files: list[File]


def unwrap(data: bytes) -> Wrapped | None:
    """What is inside; None when it is no TNEF."""
    if data[:4] != SIGNATURE:
        return None
    codepage, plain, own = "", "", dict[int, bytes | str]()
    files: list[dict[int, bytes | str]] = []
    for attribute, value in _attributes(data):
        if attribute == _CODEPAGE and len(value) >= 4:
            codepage = f"cp{struct.unpack_from('<I', value)[0]}"
        elif attribute == _BODY:
            plain = _text(value, codepage)
        elif attribute == _PROPERTIES:
            own = _properties(value, codepage)
        elif attribute == _NEW_FILE and len(files) < MOST_FILES:
            files.append({})
        elif files and attribute == _TITLE:
            files[-1].setdefault(_SHORT_NAME, _text(value, codepage))
        elif files and attribute == _DATA:
            files[-1][_BYTES] = value
        elif files and attribute == _FILE_PROPERTIES:
            files[-1] = {**files[-1], **_properties(value, codepage), **({_BYTES: files[-1][_BYTES]} if files[-1].get(_BYTES) else {})}
    return Wrapped(*_words(own, plain, codepage), [_file(file) for file in files])


def _words(own: dict[int, bytes | str], plain: str, codepage: str) -> tuple[str, str]:
    given = own.get(_TEXT)
    plain = given if isinstance(given, str) and given else plain
    html = own.get(_HTML, "")
    if isinstance(html, bytes):
        html = _text(html, f"cp{number}" if (number := _number(own.get(_CPID))) else codepage)
    compressed = own.get(_RTF)
    if not html and isinstance(compressed, bytes):
        found = rtf.read(rtf.decompressed(compressed))
        return (plain, found.words) if found.is_html else (plain or found.words, "")
    return plain, html


def _number(value: bytes | str | None) -> int:
    return int(struct.unpack_from("<I", value)[0]) if isinstance(value, bytes) and len(value) >= 4 else 0


def _file(given: dict[int, bytes | str]) -> File:
    data, name = given.get(_BYTES, b""), given.get(_LONG_NAME) or given.get(_SHORT_NAME) or "file"
    kind, cid = given.get(_MIME, ""), given.get(_CID, "")
    return File(name if isinstance(name, str) else "file", kind if isinstance(kind, str) and "/" in kind else "application/octet-stream",
                data if isinstance(data, bytes) else b"", cid if isinstance(cid, str) else "")


def _text(value: bytes, codepage: str) -> str:
    label = {"cp936": "gbk", "cp65001": "utf-8", "cp20127": "", "cp54936": "gb18030", "cp51949": "euc-kr", "cp50220": "iso-2022-jp"}.get(codepage, codepage)
    return charset.decode(value.rstrip(b"\0"), label.replace("cp28591", "iso-8859-1"))


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 6
    while at + 9 <= len(data):
        attribute, length = struct.unpack_from("<II", data, at + 1)
        yield attribute & 0xFFFF, data[at + 9: at + 9 + length]
        at += 9 + length + 2


def _properties(data: bytes, codepage: str) -> dict[int, bytes | str]:
    """Values by property number: text as text, everything else as bytes."""
    found: dict[int, bytes | str] = {}
    try:
        count = min(struct.unpack_from("<I", data)[0], _MOST_PROPERTIES)
        at = 4
        for _ in range(count):
            kind, number = struct.unpack_from("<HH", data, at)
            at = _past_name(data, at + 4) if number >= 0x8000 else at + 4
            value, at = _value(data, at, kind)
            if kind & 0xFFF in (0x1E, 0x1F):
                found[number] = charset.decode(value, "utf-16le").rstrip("\0") if kind & 0xFFF == 0x1F else _text(value, codepage)
            else:
                found[number] = value[16:] if kind == 0xD else value
    except struct.error:
        pass
    return found


def _past_name(data: bytes, at: int) -> int:
    kind, length = struct.unpack_from("<II", data, at + 16)
    return at + 24 + (_padded(length) if kind == 1 else 0)


def _padded(length: int) -> int:
    return int(length + (-length % 4))


def _value(data: bytes, at: int, kind: int) -> tuple[bytes, int]:
    """The (first) value at this place, and where the next property starts. Raises struct.error beyond the end."""
    base = kind & 0xFFF
    many = bool(kind & 0x1000) or base in _VARIABLE
    count = 1
    if many:
        count, at = struct.unpack_from("<I", data, at)[0], at + 4
    value = b""
    for number in range(min(count, _MOST_PROPERTIES)):
        if base in _VARIABLE:
            length, at = struct.unpack_from("<I", data, at)[0], at + 4
        elif base in _FIXED:
            length = _FIXED[base]
        else:
            raise struct.error
        value = data[at: at + length] if number == 0 else value
        at += _padded(length)
        if at > len(data) + 4:
            raise struct.error
    return value, at

"""Header fields in linear time: unfolding, encoded words, parameters, addresses.

The standard library's header parser is quadratic or recursive on hostile input (20,000 quote characters in
From cost it 13 s of CPU), so nothing here uses it. Every function bears any bytes and never raises on them.
"""

import base64
import binascii
import quopri
import re
from urllib.parse import unquote_to_bytes

from farol.channels.email.model import ADDRESS, ENCODED_WORDS, HEADER_LINES, OverLimit

from . import charset

LONGEST = 8_192
"""Bytes of one field's value that are looked at."""

_NAME = re.compile(rb"[!-9;-~]{1,100}")
_LINE = re.compile(rb"\r?\n|\r")
_WORD = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]{0,4000})(?:\?=|\??$)")
_GAP = re.compile(r"[ \t\n]*")
_PARAMETER = re.compile(r";\s{0,20}([^\s=;\"]{1,60})\s{0,20}=\s{0,20}(\"(?:[^\"\\]|\\.)*\"|[^;]*)", re.DOTALL)
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|<([^<>"]*)>|([,;:()"<>])|([^",;:<>()]+)', re.DOTALL)
_CONTINUED = re.compile(r"(.+?)(?:\*(\d{1,3}))?(\*)?")

Headers = dict[str, list[bytes]]


def read(block: bytes) -> Headers:
    """Fields of a header block, by lower-case name, values unfolded. Lines that are no field are passed over."""
    if block.count(b"\n") > HEADER_LINES or block.count(b"\r") > HEADER_LINES:
        raise OverLimit("too_many_header_lines")
    if block.count(b"=?") > ENCODED_WORDS:
        raise OverLimit("too_many_encoded_words")
    fields: Headers = {}
    folded: list[bytes] | None = None
    values: list[tuple[str, list[bytes]]] = []
    for line in _LINE.split(block):
        if line[:1] in (b" ", b"\t"):
            if folded is not None:
                folded.append(line)
            continue
        name, colon, value = line.partition(b":")
        folded = None
        if colon and _NAME.fullmatch(name):  # not "From :", which filters before us may read otherwise
            folded = [value]
            values.append((name.decode("latin-1").lower(), folded))
    for key, lines in values:
        fields.setdefault(key, []).append(b"".join(lines).strip()[:LONGEST])
    return fields


def first(fields: Headers, name: str) -> bytes:
    """The first field of that name, or nothing."""
    return fields.get(name, [b""])[0]


def text(value: bytes) -> str:
    """A field as people read it: encoded words decoded, one line.

    Neighbouring words of one charset are joined as bytes first: real mailers split a character between two.
    """
    raw = charset.decode(value)
    out: list[str] = []
    pending, label = b"", ""
    at = 0
    for word in _WORD.finditer(raw):
        between = raw[at: word.start()]
        data = _word(word.group(2), word.group(3))
        name = word.group(1).partition("*")[0].lower()
        if pending and (not _GAP.fullmatch(between) or name != label):
            out.append(charset.decode(pending, label))
            pending = b""
        if not (at and _GAP.fullmatch(between)):
            out.append(between)
        pending, label, at = pending + data, name, word.end()
    if pending:
        out.append(charset.decode(pending, label))
    out.append(raw[at:])
    return " ".join("".join(out).split())


def _word(encoding: str, payload: str) -> bytes:
    data = payload.encode("latin-1", "replace")
    if encoding in "qQ":
        return quopri.decodestring(data.replace(b"_", b" "), header=False)
    try:
        return base64.b64decode(data + b"=" * (-len(data) % 4))
    except (binascii.Error, ValueError):
        return data


def parameters(value: bytes) -> tuple[str, dict[str, str]]:
    """The lower-case main value and its parameters, with RFC 2231 pieces joined and encoded words decoded."""
    raw = charset.decode(value)
    main = raw.partition(";")[0].strip().lower()
    plain: dict[str, str] = {}
    pieces: dict[str, list[tuple[int, bool, str]]] = {}
    for found in _PARAMETER.finditer(raw):
        name, item = found.group(1).lower(), found.group(2).strip()
        if item[:1] == '"':
            item = re.sub(r"\\(.)", r"\1", item[1:-1])
        parts = _CONTINUED.fullmatch(name)
        if parts and (parts.group(2) or parts.group(3)):
            pieces.setdefault(parts.group(1), []).append((int(parts.group(2) or 0), bool(parts.group(3)), item))
        else:
            plain.setdefault(name, item)
    result = {name: text(item.encode()) if "=?" in item else item for name, item in plain.items()}
    return main, result | {name: _joined(found) for name, found in pieces.items()}


def _joined(pieces: list[tuple[int, bool, str]]) -> str:
    pieces.sort(key=lambda piece: piece[0])
    label, data = "utf-8", b""
    for number, encoded, item in pieces:
        if encoded and number == pieces[0][0] and item.count("'") >= 2:
            label, _, item = item.split("'", 2)
        data += unquote_to_bytes(item) if encoded else item.encode()
    return charset.decode(data, label)


def addresses(value: bytes) -> list[tuple[str, str]]:
    """(display name, address) of each mailbox in an address field; what cannot be read is one with address ``""``.

    One pass over tokens with a comment depth: nothing nests, and the first stray quote, bracket or backslash ends it.
    """
    found: list[tuple[str, str]] = []
    names: list[str] = []
    address: str | None = None
    bare, depth = "", 0
    for token in _TOKEN.finditer(charset.decode(value) + ","):
        quoted, angle, mark, word = token.groups()
        depth += (mark == "(") - (mark == ")")
        if mark == '"' or (mark in ("<", ">") and not depth) or depth < 0 or "\\" in (word or angle or ""):
            return [*found, ("", "")]
        if depth or mark in ("(", ")"):
            continue
        if mark in (",", ";"):
            found += _mailbox(names, bare, address)
            names, address, bare = [], None, ""
        elif mark == ":":
            if "@" in "".join(names):
                return [*found, ("", "")]
            names = []  # it was a group's name
        elif angle is not None:
            address = angle if address is None else ""
        elif address is not None:
            address = "" if quoted is not None or word is None or word.strip() else address  # words after it
        else:
            names.append(re.sub(r"\\(.)", r"\1", quoted) if quoted is not None else word)
            bare += '"' if quoted is not None else word or ""
    return [*found, ("", "")] if depth else found


def _mailbox(names: list[str], bare: str, address: str | None) -> list[tuple[str, str]]:
    """One mailbox; its address is empty when quotes hold it, or when unquoted words beside it name another:
    which of the two a filter before us read is anybody's guess."""
    name, bare = " ".join(" ".join(names).split()), bare.strip()
    if address is None:
        return [("", bare if ADDRESS.fullmatch(bare) and bare == name else "")] if name else []
    address = "".join(address.split())
    clear = ADDRESS.fullmatch(address) and ("@" not in bare or bare.casefold() == address.casefold())
    return [(text(name.encode()), address if clear else "")]

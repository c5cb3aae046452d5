"""What a file is: what its sender says, what its bytes say, and what is made of the two."""

import re

import msgspec
import puremagic

from farol.kit.files.names import ending, runs

HEAD = 64 * 1024
"""Bytes from the start that are looked at."""
PICTURES = {"image/png": "png", "image/jpeg": "jpeg", "image/gif": "gif", "image/webp": "webp"}
"""Types that are decoded and written anew; the value is the decoder."""
OPAQUE = frozenset({"image/heic", "application/zip"})
"""Types that are allowed and never opened by us."""

ENDINGS = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "heic": "image/heic", "heif": "image/heic", "pdf": "application/pdf", "txt": "text/plain", "log": "text/plain",
    "csv": "text/csv", "json": "application/json", "har": "application/json", "eml": "message/rfc822",
    "mp4": "video/mp4", "m4v": "video/mp4", "mov": "video/quicktime", "webm": "video/webm", "weba": "audio/webm", "m4a": "audio/mp4",
    "mp3": "audio/mpeg", "ogg": "audio/ogg", "oga": "audio/ogg", "opus": "audio/ogg", "wav": "audio/wav",
    "zip": "application/zip",
}
"""The allow-list: an ending and the type its bytes must have."""
ALSO = {
    "image/jpg": "image/jpeg", "image/pjpeg": "image/jpeg", "image/x-png": "image/png", "image/heif": "image/heic",
    "application/x-pdf": "application/pdf", "text/x-log": "text/plain", "text/comma-separated-values": "text/csv",
    "application/csv": "text/csv", "text/json": "application/json", "application/har+json": "application/json",
    "application/x-zip-compressed": "application/zip", "application/x-zip": "application/zip",
    "video/x-m4v": "video/mp4", "audio/x-m4a": "audio/mp4", "audio/m4a": "audio/mp4", "audio/mp3": "audio/mpeg",
    "application/ogg": "audio/ogg", "audio/opus": "audio/ogg", "audio/wave": "audio/wav", "audio/x-wav": "audio/wav",
    "audio/vnd.wave": "audio/wav",
}
"""Other names browsers use for the same types."""
NOTHING_SAID = frozenset({"", "application/octet-stream", "binary/octet-stream", "application/x-download"})
SAME_BOX = ({"audio/mp4", "video/mp4"}, {"audio/ogg", "video/ogg"}, {"audio/webm", "video/webm"})
"""Types that share a container, so that a recording of sound alone may go by either."""
WORDS = frozenset({"text/plain", "text/csv", "application/json", "message/rfc822"})
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_MPEG4 = (b"isom", b"iso2", b"iso3", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"dash", b"M4V ", b"MSNV")
_PROGRAMS = (
    b"\x7fELF", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe",
    b"dex\n03", b"\0asm", b"L\0\0\0\x01\x14\x02\0", b"#!/", b"#! /", b"<?php", b"!<arch>\n",
)
_MARKUP = re.compile(rb"<(?:!doctype\s|html|head|body|script|svg|iframe|object|embed|\?xml|x:|math|xsl:|!entity)", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")
_MAIL = re.compile(rb"\A(?:[A-Za-z0-9-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){2}")


class Verdict(msgspec.Struct, frozen=True):
    """state: ``picture`` (write it anew), ``ready``, ``opaque`` or ``refused``; why: the reason for the last two.

    media_type: what it is delivered as. decoder: what a confined process looks at it with. A picture whose type was not as declared is written
    anew all the same (no original with its GPS position is kept) and then delivered as opaque, with ``why`` set.
    """

    state: str
    media_type: str = "application/octet-stream"
    why: str | None = None
    decoder: str = ""


def judge(name: str, declared: str, head: bytes, *, nul: bool) -> Verdict:
    """Declared = sniffed = allowed, or it is opaque; what would run is refused.

    ``head``: the first ``HEAD`` bytes. ``nul``: whether a zero byte occurs anywhere, which text never has.
    """
    said = claimed(name, declared)
    if runs(name) or _program(head):
        return Verdict("refused", why="program")
    found = sniff(head, nul=nul)
    if found in (None, "text/plain") and _markup(head):
        return Verdict("refused", why="disguised") if _pretends(name, declared) else Verdict("opaque", why="markup")
    agreed = said is not None and _agree(said, found, head)
    if found in PICTURES:
        why = None if agreed else "mismatch"
        return Verdict("picture", found if agreed else "application/octet-stream", why, PICTURES[found])
    look = "zip" if found == "application/zip" else ""
    if not agreed or said is None:
        return Verdict("opaque", why="mismatch", decoder=look)
    return Verdict("opaque", why="unopened", decoder=look) if said in OPAQUE else Verdict("ready", said)


def claimed(name: str, declared: str) -> str | None:
    """The allowed type that name and declaration agree on; None when they differ or it is not allowed."""
    by_name = ENDINGS.get(ending(name))
    known = _known(declared)
    if known in NOTHING_SAID:
        return by_name
    if not ending(name):
        return known if known in ENDINGS.values() else None
    if by_name in WORDS and (known in WORDS or known == "application/vnd.ms-excel"):
        return by_name  # browsers take these from the system's tables, which differ
    return by_name if by_name == known or {by_name, known} in SAME_BOX else None


def sniff(head: bytes, *, nul: bool) -> str | None:
    """The type by our own marks, if the wider table of puremagic does not speak against it."""
    found = _own(head)
    if found is None:
        return None if nul or _CONTROL.search(head) else "text/plain"
    return found if _confirmed(found, head) else None


def _known(declared: str) -> str:
    plain = declared.partition(";")[0].strip().lower()
    return ALSO.get(plain, plain)


def _pretends(name: str, declared: str) -> bool:
    """Whether name or declaration promise something that is not text."""
    allowed = {ENDINGS.get(ending(name)), _known(declared)} & set(ENDINGS.values())
    return bool(allowed - WORDS)


def _agree(said: str, found: str | None, head: bytes) -> bool:
    if said in WORDS:
        return found == "text/plain" and _worded(said, head)
    return said == found or {said, found} in SAME_BOX


def _own(head: bytes) -> str | None:
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        if brand in _HEIC:
            return "image/heic"
        if brand == b"qt  ":
            return "video/quicktime"
        return "audio/mp4" if brand in (b"M4A ", b"M4B ") else "video/mp4" if brand in _MPEG4 else None
    if head[:4] == b"RIFF":
        return {b"WEBP": "image/webp", b"WAVE": "audio/wav"}.get(head[8:12])
    if head[:4] == b"\x1aE\xdf\xa3":
        return "video/webm" if b"webm" in head[:64] else None
    marks = {
        b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF87a": "image/gif", b"GIF89a": "image/gif",
        b"%PDF-1.": "application/pdf", b"%PDF-2.": "application/pdf", b"PK\x03\x04": "application/zip",
        b"PK\x05\x06": "application/zip", b"OggS\0": "audio/ogg", b"ID3": "audio/mpeg", b"\xff\xfb": "audio/mpeg",
        b"\xff\xfa": "audio/mpeg", b"\xff\xf3": "audio/mpeg", b"\xff\xf2": "audio/mpeg",
    }
    return next((kind for mark, kind in marks.items() if head.startswith(mark)), None)


def _confirmed(found: str, head: bytes) -> bool:
    """puremagic lists everything that fits; ours must be among it, unless it knows nothing."""
    try:
        others = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return True
    return any(found in (ALSO.get(o.mime_type, o.mime_type), ENDINGS.get(o.extension.lstrip("."))) for o in others)


def _program(head: bytes) -> bool:
    return head.startswith(_PROGRAMS) or (head[:2] == b"MZ" and b"\0" in head[:512])


def _markup(head: bytes) -> bool:
    """Whether a browser that guesses types could take it for a page: it looks at the first 1,445 bytes."""
    return bool(_MARKUP.search(head[:1445].replace(b"\0", b"")))


def _worded(said: str, head: bytes) -> bool:
    if said == "application/json":
        return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[")
    return said != "message/rfc822" or bool(_MAIL.match(head.replace(b"\r\n", b"\n")))

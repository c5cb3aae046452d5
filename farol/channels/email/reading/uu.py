"""Files of uuencode, as part of a mail or in the middle of its words."""

import binascii
import re
from typing import NamedTuple

from farol.channels.email.model import ATTACHMENTS, SIZE

_LINE = re.compile(rb"[^\r\n]+")
_BEGIN = re.compile(rb"(?m)^begin [0-7]{3,4} ([^\r\n]{0,300})\r?$")
_END = re.compile(rb"(?m)^end[ \t]*\r?$")


class Found(NamedTuple):
    """A file and the name it was given."""

    name: bytes
    data: bytes


def decode(data: bytes) -> bytes:
    """The bytes of the one file in it; what is not uuencode comes back as it is."""
    begin = _BEGIN.search(data)
    return _decoded(data, begin.end() if begin else 0)


def _decoded(data: bytes, start: int) -> bytes:
    out = bytearray()
    # A line of one byte can stand for 45, so what comes out is bounded, not what goes in.
    for found in _LINE.finditer(data, start):
        if found.group() == b"end" or len(out) > SIZE:
            break
        try:
            out += binascii.a2b_uu(found.group())
        except binascii.Error:
            return data
    return bytes(out)


def taken_out(words: bytes) -> tuple[bytes, list[Found]]:
    """The words without the files written into them, and the files."""
    kept, files, at = bytearray(), list[Found](), 0
    while len(files) < ATTACHMENTS and (begin := _BEGIN.search(words, at)) and (end := _END.search(words, begin.end())):
        body = words[begin.start(): end.end()]
        data = decode(body)
        if data == body:
            break
        kept += words[at: begin.start()]
        files.append(Found(begin.group(1).strip(), data))
        at = end.end()
    return bytes(kept + words[at:]), files

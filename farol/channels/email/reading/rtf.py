"""Rich text as Outlook sends it: decompressed ([MS-OXRTFCP]), and the HTML or the words in it ([MS-OXRTFEX]). No recursion."""

import re
import struct
from typing import NamedTuple

from . import charset

MOST = 4 * 1024 * 1024
"""Bytes of RTF that are looked at."""
_FIRST = (b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier"
          b"{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx")
_TOKEN = re.compile(rb"\\'([0-9a-fA-F]{2})|\\([a-z]{1,32})(-?\d{1,10})? ?|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)", re.DOTALL)
_SKIPPED = {b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"header", b"footer", b"generator", b"themedata", b"listtable",
            b"listoverridetable", b"rsidtbl", b"latentstyles", b"datastore", b"mhtmltag"}
_SIGNS = {b"par": "\n", b"line": "\n", b"tab": "\t", b"lquote": "\u2018", b"rquote": "\u2019", b"ldblquote": "\u201c", b"rdblquote": "\u201d",
          b"bullet": "\u2022", b"endash": "\u2013", b"emdash": "\u2014", b"sect": "\n", b"page": "\n", b"row": "\n", b"cell": "\t"}


class Read(NamedTuple):
    """The words of a rich text, or the HTML it was made from."""

    words: str
    is_html: bool


def decompressed(data: bytes) -> bytes:
    """The RTF; empty when it is not in the form."""
    if len(data) < 16:
        return b""
    size, magic = struct.unpack_from("<I4s", data, 4)
    if magic == b"MELA":
        return data[16: 16 + min(size, MOST)]
    if magic != b"LZFu":
        return b""
    out, most = bytearray(_FIRST), min(size, MOST) + len(_FIRST)
    at = 16
    while at < len(data) and len(out) < most:
        flags, at = data[at], at + 1
        for bit in range(8):
            if at >= len(data):
                break
            if not flags >> bit & 1:
                out.append(data[at])
                at += 1
                continue
            pair = int.from_bytes(data[at: at + 2], "big")
            at += 2
            # The window is a ring of 4096 bytes; where it stands follows from how much was written.
            back = (len(out) - (pair >> 4)) % 4096
            if back == 0:
                return bytes(out[len(_FIRST): most])
            for _ in range((pair & 15) + 2):
                out.append(out[-back] if back <= len(out) else 32)
    return bytes(out[len(_FIRST): most])


class _Group(NamedTuple):
    skipped: bool
    in_tag: bool
    html_off: bool


def read(data: bytes) -> Read:
    """The HTML inside when the text was made from HTML, its words otherwise."""
    data = data[:MOST]
    is_html = b"\\fromhtml1" in data[:2_000]
    writer = _Writer(is_html)
    for token in _TOKEN.finditer(data):
        writer.take(token)
    return Read(writer.done(), is_html)


class _Writer:
    """Collects what is to be read; knows in which groups it is."""

    def __init__(self, is_html: bool) -> None:
        self._is_html = is_html
        self._groups: list[_Group] = []
        self._now = _Group(False, False, False)
        self._out: list[str] = []
        self._bytes = b""
        self._codepage = "windows-1252"
        self._star, self._fallback, self._follows = False, 0, 1

    def take(self, token: re.Match[bytes]) -> None:
        hexed, word, number, sign, brace, words = token.groups()
        if brace:
            self._brace(brace)
        elif hexed:
            self._put(bytes([int(hexed, 16)]))
        elif word:
            self._word(word, int(number) if number else None)
        elif sign == b"*":
            self._star = True
        elif sign in (b"\\", b"{", b"}"):
            self._put(sign)
        elif sign == b"~":
            self._say("\u00a0")
        elif words:
            self._put(words)

    def _brace(self, brace: bytes) -> None:
        self._fallback, self._star = 0, False
        if brace == b"{" and len(self._groups) < 10_000:
            self._groups.append(self._now)
        elif brace == b"}" and self._groups:
            self._now = self._groups.pop()

    def _word(self, word: bytes, number: int | None) -> None:
        star, self._star = self._star, False
        if word == b"htmltag" and star:
            self._now = self._now._replace(in_tag=True)
        elif word in _SKIPPED or star:
            self._now = self._now._replace(skipped=True)
        elif word == b"htmlrtf":
            self._now = self._now._replace(html_off=number != 0)
        elif word == b"ansicpg" and number:
            self._codepage = f"cp{number}"
        elif word == b"uc":
            self._follows = number if number is not None else 1
        elif word == b"u" and number is not None:
            self._say(chr(number % 65536))
            self._fallback = min(self._follows, 10)
        elif word in _SIGNS:
            self._say(_SIGNS[word])

    def _put(self, data: bytes) -> None:
        data, self._fallback = data[self._fallback:], max(0, self._fallback - len(data))
        if data and not self._hidden():
            self._bytes += data if len(self._bytes) < 65_536 else b""
            if len(data) > 1:
                self._flush()

    def _say(self, words: str) -> None:
        self._flush()
        if not self._hidden():
            self._out.append(words)

    def _hidden(self) -> bool:
        return self._now.skipped or (self._is_html and self._now.html_off and not self._now.in_tag)

    def _flush(self) -> None:
        if self._bytes:
            self._out.append(charset.decode(self._bytes, {"cp936": "gbk"}.get(self._codepage, self._codepage)))
            self._bytes = b""

    def done(self) -> str:
        self._flush()
        joined = "".join(self._out)
        # Pairs of \u make one character beyond the basic plane.
        return charset.tidy(joined.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))

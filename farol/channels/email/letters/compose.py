"""An outgoing mail as bytes. Every header goes through one writer that cannot make a second line or a second recipient.

The standard library's generator is not used: in several releases a newline inside an encoded header came out as one.
"""

import base64
import re
from collections.abc import Iterable
from email.utils import format_datetime
from urllib.parse import quote

from farol.channels.email.model import ADDRESS, MESSAGE_ID
from farol.channels.email.reading.charset import one_line
from farol.kit.files.names import shown
from farol.kit.i18n import HTML_LANG

from .body import LOGO, plain, rich
from .letter import File, Letter, Part
from .words import Words

__all__ = ["Letter", "Part", "build", "phrase", "unstructured"]
LONGEST_SUBJECT = 120
MOST_REFERENCES = 10
_MEDIA = re.compile(r"[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+-]{0,80}")


def build(letter: Letter) -> bytes:
    """The mail with CRLF line ends. Raises ValueError when an address or id is not one."""
    shown_from = letter.from_address or letter.sender
    if not (all(ADDRESS.fullmatch(each) for each in (letter.sender, letter.recipient, shown_from)) and MESSAGE_ID.fullmatch(letter.message_id)):
        raise ValueError("not an address or a message id")
    words = Words(letter.lang)
    who = next((part.who for part in reversed(letter.parts) if part.who), "")
    name = f"{who} · {letter.brand}" if who else letter.brand
    thread = [known for known in letter.references if MESSAGE_ID.fullmatch(known)]
    thread = thread[:1] + thread[1:][-(MOST_REFERENCES - 1):]
    boundary = "=_" + letter.message_id[1:].partition("@")[0].replace(".", "_")
    kind, body = _nested(letter, words, boundary)
    head = [
        f"From: {phrase(name)} <{shown_from}>",
        f"To: <{letter.recipient}>",
        f"Reply-To: <{letter.sender}>",
        "Subject: " + unstructured(f"[{letter.number}] {letter.subject or words.subject}", LONGEST_SUBJECT),
        f"Date: {format_datetime(letter.at)}",
        f"Message-ID: {letter.message_id}",
        *([f"In-Reply-To: {thread[-1]}", "References: " + "\r\n ".join(thread)] if thread else []),
        # Who answers by a machine is asked not to answer machines, in the words of each kind of server.
        *(["Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All"] if letter.automatic else []),
        f"Content-Language: {HTML_LANG[letter.lang]}",
        "MIME-Version: 1.0",
        f"Content-Type: {kind}",
    ]
    return ("\r\n".join(head) + "\r\n\r\n" + body).encode("ascii")


def _nested(letter: Letter, words: Words, boundary: str) -> tuple[str, str]:
    """Both forms of the words; around them their pictures, around those the files, each only where there are any."""
    kind, body = _multi("alternative", boundary, (_part("plain", plain(letter, words)), _part("html", rich(letter, words))))
    pictures = [*([File("logo.png", "image/png", letter.logo, LOGO)] if letter.logo else []), *letter.pictures]
    if pictures:
        kind, body = _multi("related", boundary + "_r", (f"Content-Type: {kind}\r\n\r\n{body}", *map(_file, pictures)))
    if letter.files:
        kind, body = _multi("mixed", boundary + "_m", (f"Content-Type: {kind}\r\n\r\n{body}", *map(_file, letter.files)))
    return kind, body


def _multi(kind: str, boundary: str, parts: Iterable[str]) -> tuple[str, str]:
    return f'multipart/{kind}; boundary="{boundary}"', "".join(f"--{boundary}\r\n{part}\r\n" for part in parts) + f"--{boundary}--\r\n"


def _part(kind: str, text: str) -> str:
    return f"Content-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{_lines(text.encode())}"


def _file(file: File) -> str:
    media = file.media_type if _MEDIA.fullmatch(file.media_type) else "application/octet-stream"
    place = f"inline{filename(file.name)}\r\nContent-ID: <{file.cid}>" if file.cid else f"attachment{filename(file.name)}"
    return f"Content-Type: {media}\r\nContent-Disposition: {place}\r\nContent-Transfer-Encoding: base64\r\n\r\n{_lines(file.data)}"


def filename(name: str) -> str:
    """The parameter that names a file: as it is in ASCII, else as RFC 2231 says, on lines short enough for every server."""
    line = one_line(shown(name.replace("\0", ""))).replace('"', "'").replace("\\", "_")[:150] or "file"
    if line.isascii() and len(line) <= 60 and "=?" not in line:
        return f'; filename="{line}"'
    encoded = quote(line.encode(), safe="")
    pieces, rest = [], encoded
    while rest:
        cut = min(len(rest), 54)
        while cut < len(rest) and "%" in rest[cut - 2:cut]:
            cut -= 1
        pieces.append(rest[:cut])
        rest = rest[cut:]
    if len(pieces) == 1:
        return f";\r\n filename*=utf-8''{pieces[0]}"
    return "".join(f";\r\n filename*{at}*={'utf-8' + chr(39) * 2 if at == 0 else ''}{piece}" for at, piece in enumerate(pieces))


def _lines(data: bytes) -> str:
    return base64.encodebytes(data).decode().replace("\n", "\r\n")


def unstructured(text: str, most: int) -> str:
    """A header's value: one line, as it is when plain ASCII, in encoded words otherwise (RFC 2047)."""
    line = one_line(text)[:most]
    if line.isascii() and "=?" not in line:
        return line
    chunks, chunk = [], ""
    for char in line:
        if len((chunk + char).encode()) > 42:  # 56 characters of base64; with the frame below the 75 of the RFC
            chunks.append(chunk)
            chunk = ""
        chunk += char
    chunks.append(chunk)
    return "\r\n ".join(f"=?utf-8?B?{base64.b64encode(chunk.encode()).decode()}?=" for chunk in chunks)


def phrase(name: str) -> str:
    """A display name: quoted when ASCII, encoded otherwise; what could end the quotes is left out."""
    line = one_line(name)[:80].replace('"', "").replace("\\", "").replace("<", "").replace(">", "")
    return f'"{line}"' if line.isascii() and "=?" not in line else unstructured(line, 80)

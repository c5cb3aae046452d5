"""An outgoing mail as bytes. Every header goes through one writer that cannot make a second line or a second recipient.

The standard library's generator is not used: in several releases a newline inside an encoded header came out as one.
"""

import base64
import html
from datetime import datetime
from email.utils import format_datetime

import msgspec

from farol.channels.email.model import ADDRESS, MESSAGE_ID
from farol.channels.email.reading.charset import one_line
from farol.kit.i18n import HTML_LANG, Tongue, direction

from .notes import Notes
from .words import Words

LONGEST_SUBJECT = 120
MOST_REFERENCES = 10


class Part(msgspec.Struct, frozen=True):
    """One message of ours in the mail: who, the words, how many files. who is empty for a notice of the system.

    label, original: what is said of words that a machine translated, and what their author wrote; empty for all others.
    """

    who: str
    body: str
    files: int
    label: str = ""
    original: str = ""


class Letter(msgspec.Struct, frozen=True):
    """Everything a mail is made of. references: ids of the thread, oldest first. portal: page of the ticket, or empty.
    signature: of whoever wrote last, as they set it; plain text. outside: to somebody who is not the customer.
    stolen: where an account is frozen, or empty."""

    message_id: str
    sender: str
    recipient: str
    number: str
    subject: str
    parts: tuple[Part, ...]
    references: tuple[str, ...]
    at: datetime
    lang: Tongue
    brand: str
    portal: str
    automatic: bool
    signature: str = ""
    outside: bool = False
    stolen: str = ""


def build(letter: Letter) -> bytes:
    """The mail with CRLF line ends. Raises ValueError when an address or id is not one."""
    if not (ADDRESS.fullmatch(letter.sender) and ADDRESS.fullmatch(letter.recipient) and MESSAGE_ID.fullmatch(letter.message_id)):
        raise ValueError("not an address or a message id")
    words = Words(letter.lang)
    who = next((part.who for part in reversed(letter.parts) if part.who), "")
    name = f"{who} · {letter.brand}" if who else letter.brand
    thread = [known for known in letter.references if MESSAGE_ID.fullmatch(known)]
    thread = thread[:1] + thread[1:][-(MOST_REFERENCES - 1):]
    boundary = "=_" + letter.message_id[1:].partition("@")[0].replace(".", "_")
    head = [
        f"From: {phrase(name)} <{letter.sender}>",
        f"To: <{letter.recipient}>",
        f"Reply-To: <{letter.sender}>",
        "Subject: " + unstructured(f"[{letter.number}] {letter.subject or words.subject}", LONGEST_SUBJECT),
        f"Date: {format_datetime(letter.at)}",
        f"Message-ID: {letter.message_id}",
        *([f"In-Reply-To: {thread[-1]}", "References: " + "\r\n ".join(thread)] if thread else []),
        *(["Auto-Submitted: auto-generated"] if letter.automatic else []),
        f"Content-Language: {HTML_LANG[letter.lang]}",
        "MIME-Version: 1.0",
        f'Content-Type: multipart/alternative; boundary="{boundary}"',
    ]
    body = [_part("plain", plain(letter, words), boundary), _part("html", rich(letter, words), boundary), f"--{boundary}--\r\n"]
    return ("\r\n".join(head) + "\r\n\r\n" + "".join(body)).encode("ascii")


def _part(kind: str, text: str, boundary: str) -> str:
    data = base64.encodebytes(text.encode()).decode().replace("\n", "\r\n")
    return (f"--{boundary}\r\nContent-Type: text/{kind}; charset=utf-8\r\n"
            f"Content-Transfer-Encoding: base64\r\n\r\n{data}\r\n")


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


def _said(part: Part, letter: Letter, words: Words) -> tuple[str, str]:
    """The line above somebody's words and the line about files below; either may be empty."""
    head = words.wrote.format(who=one_line(part.who), brand=letter.brand) if part.who else ""
    files = (words.file_one if part.files == 1 else words.file_many).format(count=part.files) if part.files else ""
    return head, files


def _mark(letter: Letter, words: Words) -> str:
    return (Notes(letter.lang).outside_mark if letter.outside else words.mark).format(number=letter.number)


def _foot(letter: Letter, words: Words) -> list[str]:
    if letter.outside:
        notes = Notes(letter.lang)
        return [notes.outside_foot.format(brand=letter.brand, number=letter.number), notes.outside_wrong]
    check = words.verify_known.format(brand=letter.brand) if letter.portal else words.verify_visitor.format(brand=letter.brand)
    return [words.secrets, check]


def plain(letter: Letter, words: Words) -> str:
    """The text form."""
    lines = [_mark(letter, words), ""]
    for part in letter.parts:
        head, files = _said(part, letter, words)
        lines += [*([head, ""] if head else []), part.body, "", *([part.label, "", part.original, ""] if part.label else []), *([files, ""] if files else [])]
    lines += [*([letter.signature, ""] if letter.signature else []), "--", *_foot(letter, words), *([letter.portal] if letter.portal else [])]
    lines += [words.stolen.format(url=letter.stolen)] if letter.stolen else []
    return "\r\n".join("\n".join(lines).split("\n")) + "\r\n"


def rich(letter: Letter, words: Words) -> str:
    """The HTML form: no picture, nothing loaded, no link but the ticket's page and that which freezes an account."""
    # Opacity and the reader's own colours: a mail program may show this on white or on black.
    small = 'style="opacity:.72;font-size:13px;line-height:1.6;margin:0 0 8px"'
    blocks = [f"<p {small}>{html.escape(_mark(letter, words))}</p>"]
    for part in letter.parts:
        head, files = _said(part, letter, words)
        if head:
            blocks.append(f'<p style="margin:20px 0 6px;font-weight:600">{html.escape(head)}</p>')
        body = html.escape(part.body).replace("\n", "<br>")
        blocks.append(f'<div style="margin:0 0 12px;overflow-wrap:anywhere" dir="auto">{body}</div>')
        if part.label:
            original = html.escape(part.original).replace("\n", "<br>")
            blocks.append(f'<p {small}>{html.escape(part.label)}</p><div {small} dir="auto">{original}</div>')
        if files:
            blocks.append(f"<p {small}>{html.escape(files)}</p>")
    if letter.signature:
        signed = html.escape(letter.signature).replace("\n", "<br>")
        blocks.append(f'<div style="margin:16px 0 0;overflow-wrap:anywhere">{signed}</div>')
    blocks.append('<hr style="border:0;border-top:1px solid #8888;margin:24px 0 12px">')
    blocks += [f"<p {small}>{html.escape(line)}</p>" for line in _foot(letter, words)]
    if letter.portal:
        page = html.escape(letter.portal)
        blocks.append(f'<p {small}><a href="{page}" style="color:inherit">{page}</a></p>')
    if letter.stolen:
        before, _, after = (html.escape(part) for part in words.stolen.partition("{url}"))
        page = html.escape(letter.stolen)
        blocks.append(f'<p {small}>{before}<a href="{page}" style="color:inherit">{page}</a>{after}</p>')
    return (
        f'<!doctype html><html lang="{HTML_LANG[letter.lang]}" dir="{direction(letter.lang)}"><head><meta charset="utf-8">'
        '<meta name="color-scheme" content="light dark"></head>'
        '<body style="margin:0;padding:24px 16px;font:16px/1.7 -apple-system,\'Segoe UI\',\'PingFang SC\',\'Microsoft YaHei\',sans-serif">'
        f'<div style="max-width:560px">{"".join(blocks)}</div></body></html>'
    )

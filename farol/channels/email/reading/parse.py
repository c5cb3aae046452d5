"""One raw mail to a ``Mail``. Runs in a child process that may be killed; pure and free of I/O itself."""

import codecs
import re

from farol.channels.email.model import (
    ATTACHMENTS,
    MESSAGE_ID,
    RECIPIENTS,
    SIZE,
    TEXT,
    Mail,
    OverLimit,
    Refused,
)

from . import charset, contents, forwarded, headers, quote, structure
from .automatic import automatic
from .headers import Headers

_HIDDEN = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]|\xc2[\x80-\x9f]")
_FIELD = re.compile(rb"[\r\n]{1,200}(?=[A-Za-z][A-Za-z0-9-]{0,60}:)")


def parse(raw: bytes) -> Mail | Refused:
    """What the mail says, or over which limit it is. Bears any bytes."""
    try:
        return _parse(raw)
    except OverLimit as over:
        return Refused(str(over))


def whole(raw: bytes) -> bytes:
    """The mail without what a program put around it: marks of byte order, an mbox line, blank lines, line ends of old Macs.

    Raises ``OverLimit``.
    """
    if len(raw) > SIZE:
        raise OverLimit("too_large")
    if raw[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        raw = raw.decode("utf-16", "replace").encode()
    raw = raw.removeprefix(codecs.BOM_UTF8)
    if b"\r" in raw[:2_000] and b"\n" not in raw[: 64 * 1024]:
        raw = raw.replace(b"\r", b"\n")
    if b"\r\r\n" in raw[:2_000]:
        raw = raw.replace(b"\r\r\n", b"\r\n")
    if blank := _FIELD.match(raw):
        raw = raw[blank.end():]
    return raw[raw.find(b"\n") + 1:] if raw[:5] in (b"From ", b">From") else raw


def _parse(raw: bytes) -> Mail:
    raw = whole(raw)
    fields, body = structure.split(raw, 0, len(raw))
    if sum(value.count(b",") for name in ("to", "cc") for value in fields.get(name, [])) > RECIPIENTS:
        raise OverLimit("too_many_recipients")
    name, sender = author(fields)
    subject = headers.text(headers.first(fields, "subject"))[:500]
    found = contents.read(raw, structure.leaves(raw, fields, body))
    flags = ("text_cut",) * (len(found.text) > TEXT) + ("files_cut",) * (len(found.files) > ATTACHMENTS) + ("encrypted",) * found.encrypted
    cut = quote.cut(found.text[:TEXT].strip("\n \t"), sender=sender, subject=subject, quoted=found.quoted)
    passed_on = [*forwarded.in_text(cut.text, subject), *found.forwarded]
    return Mail(
        message_id=_message_ids(fields, "message-id", 1),
        in_reply_to=_message_ids(fields, "in-reply-to", 1),
        references=tuple(_message_ids(fields, "references", 30).split()),
        sender=sender, sender_name=name, subject=subject,
        automatic=automatic(fields, sender, subject),
        text=cut.text, said=cut.said, attachments=tuple(found.files[:ATTACHMENTS]), flags=flags,
        cuts=cut.cuts, forwarded=tuple(passed_on[: forwarded.MOST]),
    )


def author(fields: Headers) -> tuple[str, str]:
    """Name and lower-case address of the author; both empty unless From names exactly one mailbox, once.

    Two From fields, two mailboxes or hidden characters are how a mail shows one sender to a filter and another to us.
    """
    values = fields.get("from", [])
    clear = len(values) == 1 and len(values[0]) < headers.LONGEST and not _HIDDEN.search(values[0])
    found = headers.addresses(values[0]) if clear else []
    if len(found) != 1 or not found[0][1]:
        return "", ""
    return charset.one_line(found[0][0])[:100], found[0][1].lower()


def _message_ids(fields: Headers, name: str, most: int) -> str:
    value = headers.first(fields, name).decode("latin-1")
    return " ".join(found.group() for found in list(MESSAGE_ID.finditer(value))[:most])

"""One raw mail to a ``Mail``. Runs in a child process that may be killed; pure and free of I/O itself."""

import re

from farol.channels.email.model import (
    ATTACHMENTS,
    MESSAGE_ID,
    RECIPIENTS,
    SIZE,
    TEXT,
    Attachment,
    Mail,
    OverLimit,
    Refused,
)

from . import charset, headers, html_text, quote, structure
from .automatic import automatic
from .headers import Headers
from .structure import Leaf

READ = 6 * 1024 * 1024
"""Bytes of one text part that are looked at; what a person writes is a thousandth of it."""
_HIDDEN = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]|\xc2[\x80-\x9f]")
_SIGNATURES = {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
_NAMES = {"message/rfc822": "mail.eml", "text/calendar": "invitation.ics", "image/png": "image.png",
          "image/jpeg": "image.jpg", "image/gif": "image.gif", "application/pdf": "document.pdf"}


def parse(raw: bytes) -> Mail | Refused:
    """What the mail says, or over which limit it is. Bears any bytes."""
    try:
        return _parse(raw)
    except OverLimit as over:
        return Refused(str(over))


def _parse(raw: bytes) -> Mail:
    if len(raw) > SIZE:
        raise OverLimit("too_large")
    start = raw.find(b"\n") + 1 if raw[:5] == b"From " else 0
    fields, body = structure.split(raw, start, len(raw))
    if sum(value.count(b",") for name in ("to", "cc") for value in fields.get(name, [])) > RECIPIENTS:
        raise OverLimit("too_many_recipients")
    name, sender = _author(fields)
    subject = headers.text(headers.first(fields, "subject"))[:500]
    words, attachments = _contents(raw, structure.leaves(raw, fields, body))
    flags = ("text_cut",) * (len(words) > TEXT) + ("files_cut",) * (len(attachments) > ATTACHMENTS)
    text = words[:TEXT].strip()
    return Mail(
        message_id=_message_ids(fields, "message-id", 1),
        in_reply_to=_message_ids(fields, "in-reply-to", 1),
        references=tuple(_message_ids(fields, "references", 30).split()),
        sender=sender, sender_name=name, subject=subject,
        automatic=automatic(fields, sender, subject),
        text=text, said=quote.fresh(text), attachments=tuple(attachments[:ATTACHMENTS]), flags=flags,
    )


def _author(fields: Headers) -> tuple[str, str]:
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


def _contents(raw: bytes, leaves: list[Leaf]) -> tuple[str, list[Attachment]]:
    """The readable text, best alternative first, and the files."""
    texts: list[tuple[str, str]] = []
    files: list[Attachment] = []
    for leaf in leaves:
        if leaf.media_type in _SIGNATURES:
            continue
        if _is_text(leaf):
            label = leaf.parameters.get("charset", "")
            texts.append((leaf.media_type, charset.decode(structure.content(raw, leaf)[:READ], label)))
        elif len(files) <= ATTACHMENTS:
            files.append(Attachment(_file_name(leaf), leaf.media_type[:100], structure.content(raw, leaf)))
    return _joined(texts), files


def _is_text(leaf: Leaf) -> bool:
    if leaf.media_type not in ("text/plain", "text/html"):
        return False
    disposition, given = headers.parameters(headers.first(leaf.fields, "content-disposition"))
    return disposition != "attachment" and "filename" not in given


def _joined(texts: list[tuple[str, str]]) -> str:
    """Plain text where there is any, as every program that writes HTML sends both; HTML turned to text otherwise."""
    if any(kind == "text/plain" and words.strip() for kind, words in texts):
        spoken = [words for kind, words in texts if kind == "text/plain"]
    else:
        spoken = [html_text.to_text(words) for kind, words in texts if kind == "text/html"]
    return "\n\n".join(words.strip() for words in spoken if words.strip())


def _file_name(leaf: Leaf) -> str:
    _, given = headers.parameters(headers.first(leaf.fields, "content-disposition"))
    name = given.get("filename") or leaf.parameters.get("name") or ""
    return name[:500].replace("\n", " ") or _NAMES.get(leaf.media_type, "file")

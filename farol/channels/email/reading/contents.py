"""What stands in the parts of a mail: words, files, mails passed on. What is encrypted stays a file."""

import re
from typing import NamedTuple

from farol.channels.email.model import ATTACHMENTS, TEXT, Attachment, Forwarded

from . import calendar, charset, flowed, forwarded, headers, html_text, quote, structure, tnef, uu
from .structure import Leaf

READ = 6 * 1024 * 1024
"""Bytes of one text part that are looked at; what a person writes is a thousandth of it."""
_SIGNATURES = {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
_ENCRYPTED = {"application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"}
_PGP = "-----BEGIN PGP MESSAGE-----"
_TNEF = {"application/ms-tnef", "application/vnd.ms-tnef"}
_NAMES = {"message/rfc822": "mail.eml", "text/calendar": "invitation.ics", "image/png": "image.png", "message/delivery-status": "delivery-status.txt",
          "message/disposition-notification": "receipt.txt", "text/rfc822-headers": "headers.txt", "application/pkcs7-mime": "smime.p7m",
          "application/pgp-encrypted": "pgp.txt", "image/jpeg": "image.jpg", "image/gif": "image.gif", "application/pdf": "document.pdf"}
_PLACE = re.compile(r"\[cid:([^\]\s]{1,300})\]")
_OBJECT = "\ufffc"


class Contents(NamedTuple):
    """text: what there is to read, with the marks of ``quote`` where it was HTML. quoted: the first words that the HTML beside
    plain text marks as quoted. html: the HTML parts, to be shown when somebody asks."""

    text: str
    quoted: str
    html: list[str]
    files: list[Attachment]
    forwarded: list[Forwarded]
    encrypted: bool


def read(raw: bytes, leaves: list[Leaf]) -> Contents:
    """All of it, bounded by what ``structure`` lets through."""
    texts: list[tuple[str, str]] = []
    files: list[Attachment] = []
    passed_on: list[Forwarded] = []
    encrypted = False
    for leaf in leaves:
        if leaf.media_type in _SIGNATURES or (leaf.media_type == "application/applefile" and leaf.inside == "multipart/appledouble"):
            continue
        encrypted |= leaf.media_type in _ENCRYPTED
        if _is_text(leaf):
            left = html_text.LONGEST - sum(len(words) for _, words in texts)  # together, however many parts they come in
            texts += [(kind, words[:left]) for kind, words in _words(raw, leaf, files)] if left > 0 else []
        elif len(files) <= ATTACHMENTS:
            data = structure.content(raw, leaf)
            if leaf.media_type == "message/rfc822" and len(passed_on) < forwarded.MOST:
                passed_on.append(forwarded.of_fields(structure.split(data, 0, len(data))[0]))
            wrapped = tnef.unwrap(data) if leaf.media_type in _TNEF or _file_name(leaf).lower() == "winmail.dat" else None
            if wrapped:
                texts += [(kind, words) for kind, words in (("text/plain", wrapped.plain), ("text/html", wrapped.html)) if words.strip()]
                files += [Attachment(_fit(file.name), file.media_type[:100], file.data, file.cid) for file in wrapped.files]
            else:
                files.append(Attachment(_file_name(leaf), leaf.media_type[:100], data, _cid(leaf)))
    files = _once(files)
    if not any(words.strip() for _, words in texts):
        texts = [("text/plain", calendar.words(charset.decode(file.data[: calendar.READ]))) for file in files if file.media_type in calendar.MEDIA_TYPES][:1] or texts
    text, quoted = _joined(texts, {file.cid: file.name for file in files if file.cid})
    return Contents(text, quoted, [words for kind, words in texts if kind == "text/html"], files, passed_on, encrypted or _PGP in text)


def _once(files: list[Attachment]) -> list[Attachment]:
    """Without the second of two like invitations: Google and Apple send each as a form of the mail and as a file."""
    seen, kept = set[bytes](), list[Attachment]()
    for file in reversed(files):  # the file has the better name, and comes last
        invitation = file.data.strip() if file.media_type in calendar.MEDIA_TYPES else b""
        if not invitation or invitation not in seen:
            kept.append(file)
        seen.add(invitation)
    return kept[::-1]


def _words(raw: bytes, leaf: Leaf, files: list[Attachment]) -> list[tuple[str, str]]:
    data = structure.content(raw, leaf)[:READ]
    if leaf.media_type == "text/plain":
        data, inside = uu.taken_out(data)
        files += [Attachment(_fit(charset.decode(file.name)), "application/octet-stream", file.data) for file in inside]
    words = charset.decode(data, leaf.parameters.get("charset", ""))
    if leaf.parameters.get("format", "").lower() == "flowed":
        words = flowed.joined(words[: TEXT * 2], delete_space=leaf.parameters.get("delsp", "").lower() == "yes")
    return [(leaf.media_type, words.replace(_OBJECT, ""))]


def _is_text(leaf: Leaf) -> bool:
    if leaf.media_type not in ("text/plain", "text/html") or leaf.inside == "multipart/appledouble":
        return False
    disposition, given = headers.parameters(headers.first(leaf.fields, "content-disposition"))
    return disposition != "attachment" and "filename" not in given


def _joined(texts: list[tuple[str, str]], pictures: dict[str, str]) -> tuple[str, str]:
    """Plain text where there is any, as every program that writes HTML sends both; HTML turned to text otherwise."""
    spoken = [html_text.to_text(words, pictures) for kind, words in texts if kind == "text/html" and (
        html_text.marks_quotes(words) or not _has_plain(texts))]
    if not _has_plain(texts):
        return "\n\n".join(words for words in spoken if words.strip()), ""
    plain = "\n\n".join(words.strip() for kind, words in texts if kind == "text/plain" and words.strip())
    return _PLACE.sub(lambda found: f"[{pictures.get(found.group(1), 'image')}]", plain), _quoted(spoken)


def _has_plain(texts: list[tuple[str, str]]) -> bool:
    return any(kind == "text/plain" and words.strip() for kind, words in texts)


def _quoted(spoken: list[str]) -> str:
    for words in spoken:
        for mark in (quote.OPENS, quote.TO_END):
            _, found, rest = words.partition(f"{mark}\n")
            if found:
                return next((line for line in rest.split("\n") if line.strip()), "")
    return ""


def _cid(leaf: Leaf) -> str:
    return charset.decode(headers.first(leaf.fields, "content-id")).strip("<> \t")[:300]


def _file_name(leaf: Leaf) -> str:
    _, given = headers.parameters(headers.first(leaf.fields, "content-disposition"))
    return _fit(given.get("filename") or leaf.parameters.get("name") or "") or _NAMES.get(leaf.media_type, "file")


def _fit(name: str) -> str:
    return name[:500].replace("\n", " ")

"""Nouns of the e-mail channel and the limits every incoming mail is held to. No I/O."""

import hashlib
import re
import uuid

import msgspec

SIZE = 25 * 1024 * 1024
"""Bytes of one mail, as RFC 1870 SIZE announces it."""
HEADER_BYTES = 256 * 1024
HEADER_LINES = 2_000
RECIPIENTS = 1_000
ENCODED_WORDS = 1_000
PARTS = 200
DEPTH = 12
ATTACHMENTS = 20
TEXT = 200_000
"""Characters of readable text; the rest is only in the raw mail."""

ADDRESS = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z0-9-]{1,63}")
MESSAGE_ID = re.compile(r"<[A-Za-z0-9.!#$%&'*+/=?^_`{|}~:-]{1,200}@[A-Za-z0-9.:\[\]_-]{1,200}>")


class Attachment(msgspec.Struct, frozen=True):
    """A file in a mail, with the name its sender gave it (kit/files makes it fit to be shown).

    cid: the content id by which the HTML of the mail shows it in place, or empty.
    """

    name: str
    media_type: str
    data: bytes
    cid: str = ""


class Forwarded(msgspec.Struct, frozen=True):
    """Who wrote a mail that was passed on, when and about what, as the one who passed it on has it. Nothing here is proven."""

    name: str
    address: str
    date: str
    subject: str


class Mail(msgspec.Struct, frozen=True, tag="mail"):
    """What a mail says. ``sender`` is one lower-case address, or empty when From is missing or means several.

    ``text`` is all there is to read, ``said`` what of it is new (quotes of earlier mails cut).
    ``cuts`` are the lines of ``text`` (from, before) that ``said`` leaves out; ``forwarded`` names who wrote what is passed on.
    ``automatic`` says why no person wrote it (``auto_submitted``, ``bulk``, ``bounce`` ...), or is empty.
    ``flags`` name what was left out: ``text_cut``, ``files_cut``; and what we cannot read: ``encrypted``.
    """

    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    sender: str
    sender_name: str
    subject: str
    automatic: str
    text: str
    said: str
    attachments: tuple[Attachment, ...]
    flags: tuple[str, ...] = ()
    cuts: tuple[tuple[int, int], ...] = ()
    forwarded: tuple[Forwarded, ...] = ()


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """A mail over a limit; kept raw and quarantined with this reason."""

    reason: str


class OverLimit(Exception):
    """Raised inside the parser; becomes ``Refused``."""


class Later(Exception):
    """Not now: ``after_s`` says when to try again."""

    def __init__(self, after_s: float) -> None:
        super().__init__(after_s)
        self.after_s = after_s


def same_address(one: str, other: str) -> bool:
    """Whether two addresses name the same mailbox. Case never matters; tags and dots do."""
    return bool(one) and one.casefold() == other.casefold()


_IDENTITY = re.compile(rb"(?im)^(?:from|date|subject|message-id|in-reply-to|content-type):.*(?:\r?\n[ \t].*)*")
_STAMP = re.compile(rb"(?im)^(?:date|message-id):[ \t]*\S")
_BLANK = re.compile(rb"\r?\n\r?\n")


def content_digest(raw: bytes) -> bytes:
    """What makes two deliveries the same mail: the author's own headers and the body.

    Relays add headers on the way, so those do not count; a mail that carries neither Date nor Message-ID
    cannot be told from a later one with the same words, so for it every byte counts.
    """
    end = _BLANK.search(raw, 0, HEADER_BYTES)
    head, body = (raw[: end.start()], raw[end.end():]) if end else (raw[:HEADER_BYTES], raw[HEADER_BYTES:])
    if not _STAMP.search(head):
        head, body = b"", raw
    own = b"\n".join(sorted(found.group().strip() for found in _IDENTITY.finditer(head)))
    sha = hashlib.sha256(own + b"\0")
    sha.update(body)
    return sha.digest()


def digest(recipient: str, content: bytes) -> bytes:
    """One per content and mailbox, so that a mail to two of ours counts twice and a redelivered one once."""
    return hashlib.sha256(recipient.casefold().encode() + b"\0" + content).digest()


_NAMESPACE = uuid.UUID("6f1f2a3e-3c53-4b7e-9d65-5f3b6f0f5a10")


def client_id(mail_digest: bytes) -> uuid.UUID:
    """The message's client id, so that handling a mail twice posts it once."""
    return uuid.uuid5(_NAMESPACE, mail_digest.hex())

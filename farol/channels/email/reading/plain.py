"""A mail of plain text that belongs to no ticket's thread: notices, letters, warnings."""

import base64
from datetime import datetime
from email.utils import format_datetime

import msgspec

from farol.channels.email.letters.compose import LONGEST_SUBJECT, phrase, unstructured
from farol.channels.email.letters.words import Words
from farol.channels.email.model import ADDRESS
from farol.kit import clock
from farol.kit.i18n import HTML_LANG, Lang
from farol.kit.settings import Settings


class Plain(msgspec.Struct, frozen=True):
    """name: who writes, as shown; subject: cut at 120 characters; message_id: without the domain; text: lines end in CRLF;
    at: now when None; more: further header lines, whole."""

    to: str
    name: str
    subject: str
    message_id: str
    text: str
    lang: Lang
    at: datetime | None = None
    more: tuple[str, ...] = ()


class Stamp(msgspec.Struct, frozen=True):
    """What tells a customer that a mail is ours (``letters.post.stamp``). brand: as they know it; verify: the address that proves this mail;
    footer: what their letterhead says below every mail."""

    brand: str = ""
    word: str = ""
    verify: str = ""
    footer: str = ""


BARE = Stamp()


def build(settings: Settings, mail: Plain, stamp: Stamp = BARE) -> bytes:
    """The mail, with CRLF line ends. Raises ValueError when its address is not one."""
    if not ADDRESS.fullmatch(mail.to):
        raise ValueError("not an address")
    words, text = Words(mail.lang), mail.text
    if stamp.word:
        text = f"{words.your_word.format(word=stamp.word)}\r\n\r\n{text}"
    foot = [stamp.brand, words.verify_link.format(url=stamp.verify) if stamp.verify else "", *stamp.footer.split("\n")]
    text += "".join(f"{line}\r\n" for line in foot if line.strip())
    name = mail.name.replace(settings.brand, stamp.brand) if stamp.brand else mail.name
    head = [
        f"From: {phrase(name)} <{settings.mail_from}>",
        f"To: <{mail.to}>",
        f"Subject: {unstructured(mail.subject, LONGEST_SUBJECT)}",
        f"Date: {format_datetime(mail.at or clock.now())}",
        f"Message-ID: <{mail.message_id}@{settings.mail_domain}>",
        "Auto-Submitted: auto-generated",
        *mail.more,
        f"Content-Language: {HTML_LANG[mail.lang]}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: base64",
    ]
    data = base64.encodebytes(text.encode()).decode().replace("\n", "\r\n")
    return ("\r\n".join(head) + "\r\n\r\n" + data).encode("ascii")

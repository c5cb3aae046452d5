"""Answers as a mail program writes them, handed to Farol's own listener by SMTP."""

import base64
import secrets
from datetime import datetime
from email.utils import format_datetime

import aiosmtplib

from farol.channels.email.letters.compose import unstructured
from farol.channels.email.model import ADDRESS, MESSAGE_ID
from farol.kit import clock
from farol.kit.i18n import Lang

from .config import Config
from .letters import Letter
from .signing import Signer

LONGEST = 20_000
"""Characters of one answer."""
_DAYS = "一二三四五六日"


class NotSent(Exception):
    """Farol did not take it; the text is what it said."""


def answer(letter: Letter, words: str, lang: Lang) -> tuple[bytes, str]:
    """The reply to a letter, the original quoted below as Gmail does, and the address it goes to."""
    to = letter.address("reply-to") or letter.address("from")
    subject = letter.mail.subject if letter.mail.subject.lower().startswith("re:") else f"Re: {letter.mail.subject}"
    at = letter.at.astimezone()
    who = f"{letter.mail.sender_name} <{to}>"
    head = (f"{who} 于{at.year}年{at.month}月{at.day}日周{_DAYS[at.weekday()]} {at:%H:%M}写道：" if lang == "zh"
            else f"On {at:%a, %b} {at.day}, {at.year} at {at:%H:%M} {who} wrote:")
    quoted = "\n".join(f"> {line}".rstrip() for line in letter.mail.text.split("\n"))
    thread = [*letter.mail.references, letter.mail.message_id]
    return write(letter.box, to, subject, f"{words}\n\n{head}\n\n{quoted}\n", clock.now(), [known for known in thread if known]), to


def write(sender: str, to: str, subject: str, text: str, at: datetime, thread: list[str]) -> bytes:
    """A mail of a customer. Raises ValueError when an address is not one."""
    if not (ADDRESS.fullmatch(sender) and ADDRESS.fullmatch(to)):
        raise ValueError("not an address")
    known = [id_ for id_ in thread if MESSAGE_ID.fullmatch(id_)][-10:]
    head = [
        f"From: <{sender}>", f"To: <{to}>", "Subject: " + unstructured(subject, 200), f"Date: {format_datetime(at)}",
        f"Message-ID: <{secrets.token_hex(16)}@{sender.rpartition('@')[2]}>",
        *([f"In-Reply-To: {known[-1]}", "References: " + "\r\n ".join(known)] if known else []),
        "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64",
    ]
    body = base64.encodebytes(text.encode()).replace(b"\n", b"\r\n")
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


async def send(config: Config, sender: str, to: str, raw: bytes) -> None:
    """Real SMTP to Farol, signed by the sender's domain. Raises NotSent."""
    client = aiosmtplib.SMTP(hostname=config.farol_host, port=config.farol_port, timeout=10, local_hostname="mailbox.example", start_tls=False)
    try:
        await client.connect()
        await client.sendmail(sender, [to], Signer(config.folder).sign(raw, sender))
    except aiosmtplib.SMTPRecipientsRefused as error:
        raise NotSent(error.recipients[0].message) from error
    except (aiosmtplib.SMTPException, OSError) as error:
        raise NotSent(str(error)[:200]) from error
    finally:
        client.close()

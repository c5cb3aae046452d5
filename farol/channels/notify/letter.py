"""A mail to a member of staff, as bytes: what happened, on which tickets, and where to open them."""

import base64
import secrets
from email.utils import format_datetime

from farol.channels.email.compose import phrase, unstructured
from farol.channels.email.model import ADDRESS
from farol.core.notices.model import Person, Told
from farol.kit import clock
from farol.kit.i18n import HTML_LANG, Lang, clock_time, lang_of
from farol.kit.settings import Settings

from .words import Words

MOST = 30
"""Notices named in one mail; of more, it says how many."""
SUBJECT = 120


def build(settings: Settings, person: Person, told: list[Told]) -> bytes:
    """Plain text with CRLF line ends, the newest last. Raises ValueError when the person's address is not one."""
    if not ADDRESS.fullmatch(person.email):
        raise ValueError("not an address")
    lang = lang_of(person.language)
    words = Words(lang)
    subject = line(told[0], lang) if len(told) == 1 else words.many.format(count=len(told))
    head = [
        f"From: {phrase(words.mark.format(brand=settings.brand))} <{settings.mail_from}>",
        f"To: <{person.email}>",
        f"Subject: {unstructured(subject, SUBJECT)}",
        f"Date: {format_datetime(clock.now())}",
        f"Message-ID: <notice.{secrets.token_hex(16)}@{settings.mail_domain}>",
        "Auto-Submitted: auto-generated",
        f"Content-Language: {HTML_LANG[lang]}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: base64",
    ]
    data = base64.encodebytes(_text(settings, person, told, words).encode()).decode().replace("\n", "\r\n")
    return ("\r\n".join(head) + "\r\n\r\n" + data).encode("ascii")


def _text(settings: Settings, person: Person, told: list[Told], words: Words) -> str:
    lines = []
    for each in told[-MOST:]:
        at = clock_time(each.notice.at, words.lang, person.preferences.time_zone)
        lines += [f"{at}  {line(each, words.lang)}"]
        lines += [f"{settings.public_url}/console/tickets/{each.notice.ticket.id}"] if each.notice.ticket else []
        lines.append("")
    if len(told) > MOST:
        lines += [words.more.format(count=len(told) - MOST), f"{settings.public_url}/console/", ""]
    return "\r\n".join([*lines, "--", words.why]) + "\r\n"


def line(told: Told, lang: Lang) -> str:
    """A notice in one line. Its title is ours; what people wrote stays in the console."""
    return told.notice.title[lang]

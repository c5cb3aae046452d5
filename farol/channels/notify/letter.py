"""A mail to a member of staff, as bytes: what happened, on which tickets, and where to open them."""

import secrets

from farol.channels.email.reading import plain
from farol.core.notices.model import Person, Told
from farol.kit.i18n import Lang, clock_time, lang_of
from farol.kit.settings import Settings

from .words import Words

MOST = 30
"""Notices named in one mail; of more, it says how many."""


def build(settings: Settings, person: Person, told: list[Told]) -> bytes:
    """Plain text with CRLF line ends, the newest last. Raises ValueError when the person's address is not one."""
    lang = lang_of(person.language)
    words = Words(lang)
    subject = line(told[0], lang) if len(told) == 1 else words.many.format(count=len(told))
    name, message_id = words.mark.format(brand=settings.brand), f"notice.{secrets.token_hex(16)}"
    return plain.build(settings, plain.Plain(person.email, name, subject, message_id, _text(settings, person, told, lang), lang))


def _text(settings: Settings, person: Person, told: list[Told], lang: Lang) -> str:
    words, lines = Words(lang), []
    for each in told[-MOST:]:
        at = clock_time(each.notice.at, words.lang, person.preferences.time_zone)
        lines += [f"{at}  {line(each, lang)}"]
        lines += [f"{settings.public_url}/console/tickets/{each.notice.ticket.id}"] if each.notice.ticket else []
        lines.append("")
    if len(told) > MOST:
        lines += [words.more.format(count=len(told) - MOST), f"{settings.public_url}/console/", ""]
    return "\r\n".join([*lines, "--", words.why]) + "\r\n"


def line(told: Told, lang: Lang) -> str:
    """A notice in one line. Its title is ours; what people wrote stays in the console."""
    return told.notice.title[lang]

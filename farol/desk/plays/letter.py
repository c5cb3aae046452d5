"""A proactive message as a mail: plain text and nothing to load, with the way out that mail programs offer (RFC 8058)."""

import base64
import secrets
from email.utils import format_datetime

from farol.channels.email.compose import phrase, unstructured
from farol.channels.email.model import ADDRESS
from farol.kit import clock
from farol.kit.i18n import HTML_LANG, lang_of
from farol.kit.settings import Settings

from . import tokens
from .model import Message, Reached
from .words import Words

SUBJECT = 120


def build(settings: Settings, person: Reached, message: Message) -> bytes:
    """The mail in the customer's language, with CRLF line ends. Raises ValueError when their address is not one."""
    if not ADDRESS.fullmatch(person.email):
        raise ValueError("not an address")
    lang = lang_of(person.language)
    token = tokens.make(settings.secret_key, message.id)
    head = [
        f"From: {phrase(settings.brand)} <{settings.mail_from}>",
        f"To: <{person.email}>",
        f"Subject: {unstructured(message.title(lang), SUBJECT)}",
        f"Date: {format_datetime(clock.now())}",
        f"Message-ID: <play.{message.id}.{secrets.token_hex(12)}@{settings.mail_domain}>",
        "Auto-Submitted: auto-generated",
        f"List-Unsubscribe: <{settings.public_url}/hooks/plays/stop?t={token}>",
        "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
        f"Content-Language: {HTML_LANG[lang]}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: base64",
    ]
    text = "\r\n".join("\n".join(_lines(settings, message, Words(lang), token)).split("\n")) + "\r\n"
    data = base64.encodebytes(text.encode()).decode().replace("\n", "\r\n")
    return ("\r\n".join(head) + "\r\n\r\n" + data).encode("ascii")


def _lines(settings: Settings, message: Message, words: Words, token: str) -> list[str]:
    """Security comes with the way to freeze, before the way to answer."""
    urgent = [words.mail_not_me, f"{settings.public_url}/stolen", ""] if message.topic == "security" else []
    return [
        message.words(words.lang), "", *urgent, words.mail_open, f"{settings.public_url}/my/messages/{message.id}", "", "--",
        words.mail_secrets, words.mail_check.format(brand=settings.brand), "", words.mail_stop, f"{settings.public_url}/messages/stop?t={token}",
    ]  # fmt: skip

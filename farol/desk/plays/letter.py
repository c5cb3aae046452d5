"""A proactive message as a mail: plain text and nothing to load, with the way out that mail programs offer (RFC 8058)."""

import secrets

from farol.channels.email.reading import plain
from farol.kit.i18n import Lang, lang_of
from farol.kit.settings import Settings

from . import tokens
from .model import Message, Reached
from .words import Words


def build(settings: Settings, person: Reached, message: Message, stamp: plain.Stamp = plain.BARE) -> bytes:
    """The mail in the customer's language, with CRLF line ends. Raises ValueError when their address is not one."""
    lang = lang_of(person.language)
    token = tokens.make(settings.secret_key, message.id)
    text = "\r\n".join("\n".join(_lines(settings, message, lang, token)).split("\n")) + "\r\n"
    return plain.build(settings, plain.Plain(
        person.email, settings.brand, message.title(lang), f"play.{message.id}.{secrets.token_hex(12)}", text, lang,
        more=(f"List-Unsubscribe: <{settings.public_url}/hooks/plays/stop?t={token}>", "List-Unsubscribe-Post: List-Unsubscribe=One-Click")), stamp)


def _lines(settings: Settings, message: Message, lang: Lang, token: str) -> list[str]:
    """Security comes with the way to freeze, before the way to answer."""
    words = Words(lang)
    urgent = [words.mail_not_me, f"{settings.public_url}/stolen", ""] if message.topic == "security" else []
    return [
        message.words(lang), "", *urgent, words.mail_open, f"{settings.public_url}/my/messages/{message.id}", "", "--",
        words.mail_secrets, words.mail_check.format(brand=settings.brand), "", words.mail_stop, f"{settings.public_url}/messages/stop?t={token}",
    ]  # fmt: skip

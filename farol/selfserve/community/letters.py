"""A notice as a mail: what happened, where to read it, and how to hear no more. Nobody's words go by mail, only titles."""

import base64
import hmac

from farol.channels.email.reading import plain
from farol.kit.i18n import lang_of
from farol.kit.secretbox import derive
from farol.kit.settings import Settings

from .telling_store import Due
from .words import Words

_MAC = 16


def token(secret_key: str, customer_id: int) -> str:
    """What the link to hear no more carries: whose it is, and that we made it."""
    mac = hmac.digest(derive(secret_key, "forum unsubscribe"), str(customer_id).encode(), "sha256")[:_MAC]
    return f"{customer_id}-{base64.b32encode(mac).decode().rstrip('=').lower()}"


def whose(secret_key: str, given: str) -> int | None:
    """The customer whom a token names, None when we did not make it."""
    number, _, _ = given.partition("-")
    if not number.isascii() or not number.isdigit() or len(number) > 18:
        return None
    return int(number) if hmac.compare_digest(token(secret_key, int(number)).encode(), given.encode()) else None


def build(settings: Settings, due: Due, stamp: plain.Stamp = plain.BARE) -> bytes:
    """The mail with CRLF line ends. Raises ValueError when the customer's address is not one."""
    lang = lang_of(due.language)
    words = Words(lang)
    happened = line(due, words)
    stop = f"{settings.public_url}/community/mail/{token(settings.secret_key, due.customer_id)}"
    place = f"/community/{lang}/t/{due.topic_id}" if due.topic_id else f"/community/{lang}/me"
    anchor = f"#p{due.n}" if due.topic_id and due.n else ""
    text = "\r\n".join([happened, "", settings.public_url + place + anchor, "", words.mail_never, "", "--", words.mail_why, stop, ""])
    return plain.build(settings, plain.Plain(
        due.email, f"{settings.brand} {words.community}", happened, f"forum.{due.id}.{due.customer_id}", text, lang,
        more=(f"List-Unsubscribe: <{stop}>",)), stamp)


def line(due: Due, words: Words) -> str:
    """What happened, on one line."""
    if due.kind == "status":
        return words.told_status.format(title=due.title or "", status=getattr(words, f"s_{due.words}"))
    who = words.staff_wrote.format(name=due.staff) if due.staff else due.member or words.somebody
    return str(getattr(words, f"told_{due.kind}")).format(title=due.title or "", who=who, words=due.words)

"""Reply addresses: who holds one may speak in one ticket, or in one side thread, from one mailbox.

``reply+TOKEN@domain``, the token 160 bits of an HMAC over ticket and recipient, so that a ticket keeps one address
for a person. The database keeps only its digest; the mailbox it was sent to is compared with From (E01, E02).
"""

import base64
import hashlib
import hmac
import re
import secrets

from farol.kit.secretbox import derive
from farol.kit.settings import Settings

_TOKEN = re.compile(r"reply\+([a-z2-7]{32})", re.IGNORECASE)
_BOUNCE = re.compile(r"bounce\+([mtn])([0-9]{1,18})-([a-z2-7]{26})", re.IGNORECASE)
_OWN_ID = re.compile(r"<([a-z2-7]{26})\.([a-z2-7]{26})@([A-Za-z0-9.-]{1,190})>")
_DOTLESS = frozenset(("gmail.com", "googlemail.com"))
SUPPORT = "support"
MAIL, THREAD, NOTICE = "m", "t", "n"
"""What a bounce is about: a mail of a ticket, a letter of a side thread, or any other mail."""


def token(secret_key: str, place: int | str, recipient: str) -> str:
    """place: a ticket's number in the database, or ``thread:ID``. 32 characters of base32: mail servers may change the case of an address."""
    said = f"{place}\n{recipient.casefold()}".encode()
    return base64.b32encode(hmac.digest(derive(secret_key, "mail reply address"), said, "sha256")[:20]).decode().lower()


def digest(of_token: str) -> bytes:
    """How a token is stored."""
    return hashlib.sha256(of_token.lower().encode()).digest()


def token_in(recipient: str, domain: str) -> str | None:
    """The token of an address of ours, or None when it has another form."""
    local, _, host = recipient.rpartition("@")
    found = _TOKEN.fullmatch(local)
    return found.group(1).lower() if found and host.casefold() == domain.casefold() else None


def is_support(recipient: str, domain: str, mail_from: str) -> bool:
    """Whether anybody may write to this address of ours."""
    return recipient.casefold() in (f"{SUPPORT}@{domain}".casefold(), mail_from.casefold())


def is_ours(sender: str, domain: str, mail_from: str) -> bool:
    """Whether a mail claims to come from us: it is an echo or a lie."""
    return sender.casefold() == mail_from.casefold() or sender.casefold().endswith(f"@{domain}".casefold())


def _short(secret_key: str, purpose: str, said: str) -> str:
    """128 bits of an HMAC, in 26 characters."""
    return base64.b32encode(hmac.digest(derive(secret_key, purpose), said.encode(), "sha256")[:16]).decode().lower().rstrip("=")


def bounce(settings: Settings, kind: str, id_: int) -> str:
    """Where a bounce of one mail of ours comes back to (VERP). Nobody can make one up."""
    return f"bounce+{kind}{id_}-{_short(settings.secret_key, 'mail bounce address', f'{kind}{id_}')}@{settings.mail_domain}"


def plain(settings: Settings) -> str:
    """The same for mail of which no row tells what became of it."""
    return bounce(settings, NOTICE, 0)


def bounced(settings: Settings, recipient: str) -> tuple[str, int] | None:
    """Which mail a bounce address stands for, or None when it is none of ours."""
    local, _, host = recipient.rpartition("@")
    found = _BOUNCE.fullmatch(local)
    if found is None or host.casefold() != settings.mail_domain.casefold():
        return None
    kind, id_ = found.group(1).lower(), int(found.group(2))
    right = _short(settings.secret_key, "mail bounce address", f"{kind}{id_}")
    return (kind, id_) if hmac.compare_digest(right, found.group(3).lower()) else None


def message_id(settings: Settings, name: str = "") -> str:
    """A Message-ID that nobody can make up. name: whatever has the same name has the same id; empty: a new one."""
    first = _short(settings.secret_key, "mail message id name", name) if name else base64.b32encode(secrets.token_bytes(16)).decode().lower().rstrip("=")
    return f"<{first}.{_short(settings.secret_key, 'mail message id', first)}@{settings.mail_domain}>"


def is_own_id(settings: Settings, id_: str) -> bool:
    """Whether we made this Message-ID."""
    found = _OWN_ID.fullmatch(id_)
    return found is not None and hmac.compare_digest(_short(settings.secret_key, "mail message id", found[1]), found[2])


def mailbox(recipient: str) -> str:
    """Where mail to the address ends up, so that one person cannot be many: without what follows a plus, and dots where they do not count."""
    local, _, host = recipient.casefold().rpartition("@")
    local = local.partition("+")[0] or local
    return f"{local.replace('.', '') if host in _DOTLESS else local}@{'gmail.com' if host in _DOTLESS else host}"

"""Reply addresses: who holds one may speak in one ticket, or in one side thread, from one mailbox.

``reply+TOKEN@domain``, the token 160 bits of an HMAC over ticket and recipient, so that a ticket keeps one address
for a person. The database keeps only its digest; the mailbox it was sent to is compared with From (E01, E02).
"""

import base64
import hashlib
import hmac
import re

from farol.kit.secretbox import derive

_TOKEN = re.compile(r"reply\+([a-z2-7]{32})", re.IGNORECASE)
SUPPORT = "support"


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

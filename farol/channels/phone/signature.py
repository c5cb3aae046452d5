"""Whether a webhook was sent by the voice provider: HMAC-SHA1 with our auth token over the address and the sorted parameters."""

import base64
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
MOST_FIELDS = 100


class Forged(Exception):
    """Not the provider's. reason: a word for the count, told to nobody outside."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def signed(token: str, url: str, pairs: Sequence[tuple[str, str]] = ()) -> str:
    """The signature of a request with these form fields; of one with a JSON body, without any."""
    fields: dict[str, set[str]] = {}
    for name, value in pairs:
        fields.setdefault(name, set()).add(value)
    text = url + "".join(name + value for name in sorted(fields) for value in sorted(fields[name]))
    return base64.b64encode(hmac.digest(token.encode(), text.encode("utf-8", "surrogatepass"), "sha1")).decode()


def checked(token: str, url: str, headers: Mapping[str, str], query: Mapping[str, str], body: bytes) -> dict[str, str]:
    """The form's fields. Raises ``Forged``. A JSON body is believed by its SHA-256 in the address, and has no fields.

    url: as the provider was told it, with the query as sent.
    """
    given = headers.get("x-twilio-signature", "")
    if not token or not given:
        raise Forged("unsigned")
    kind = headers.get("content-type", FORM).partition(";")[0].strip().lower()
    if kind == JSON:
        if not hmac.compare_digest(query.get("bodySHA256", "").lower().encode(), hashlib.sha256(body).hexdigest().encode()):
            raise Forged("body")
        pairs: list[tuple[str, str]] = []
    elif kind == FORM:
        try:
            pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=MOST_FIELDS)
        except ValueError:
            raise Forged("unreadable") from None
    else:
        raise Forged("media_type")
    if not hmac.compare_digest(signed(token, url, pairs).encode(), given.encode("utf-8", "surrogatepass")):
        raise Forged("signature")
    return dict(pairs)

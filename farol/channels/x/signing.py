"""OAuth 1.0a with HMAC-SHA1 (RFC 5849), as X asks for in a user's name. Tested against the example in X's documentation."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Mapping
from urllib.parse import parse_qsl, quote, urlsplit

from farol.kit import clock


def header(
    method: str, url: str, keys: Mapping[str, str], *, form: Mapping[str, str] | None = None, nonce: str = "", stamp: int = 0,
) -> str:  # fmt: skip
    """The Authorization header. form: the fields of a form body; JSON and multipart bodies are not signed."""
    of = {
        "oauth_consumer_key": keys["consumer_key"], "oauth_nonce": nonce or secrets.token_hex(16), "oauth_signature_method": "HMAC-SHA1",
        "oauth_timestamp": str(stamp or int(clock.now().timestamp())), "oauth_token": keys["access_token"], "oauth_version": "1.0",
    }  # fmt: skip
    of["oauth_signature"] = signature(method, url, {**of, **(form or {})}, keys)
    return "OAuth " + ", ".join(f'{_escaped(name)}="{_escaped(value)}"' for name, value in sorted(of.items()))


def signature(method: str, url: str, fields: Mapping[str, str], keys: Mapping[str, str]) -> str:
    """Over method, address without query, and all fields with the query's, sorted after escaping."""
    parts = urlsplit(url)
    pairs = sorted((_escaped(name), _escaped(value)) for name, value in [*fields.items(), *parse_qsl(parts.query, keep_blank_values=True)])
    base = "&".join((method.upper(), _escaped(f"{parts.scheme}://{parts.netloc.lower()}{parts.path}"), _escaped("&".join(f"{n}={v}" for n, v in pairs))))
    key = f"{_escaped(keys['consumer_secret'])}&{_escaped(keys['access_secret'])}"
    return base64.b64encode(hmac.new(key.encode(), base.encode(), hashlib.sha1).digest()).decode()


def _escaped(text: str) -> str:
    return quote(text, safe="-._~")

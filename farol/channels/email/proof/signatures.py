"""DKIM signatures and ARC chains. The library does the cryptography; what counts as a good signature is stricter here.

A signature counts only when it covers From, covers the whole body (``l=`` lets anybody append), has a key of 1,024 bits or more,
uses SHA-256, and has not run out.
"""

import base64
import re
import time
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import dkim  # type: ignore[import-untyped]
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from dkim.util import InvalidTagValueList, parse_tag_value  # type: ignore[import-untyped]

from .model import Signature
from .resolver import Unresolved

LookUp = Callable[[str, str], list[bytes]]
MOST = 8
"""Signatures of one mail that are looked at; real mail has two or three."""
LEAST_BITS = 1_024
_HASH = re.compile("body hash mismatch")


class _Bad(Exception):
    """Stands for the exceptions of the library that dkimpy expects for Ed25519 keys."""


class _Key:
    """An Ed25519 key the way dkimpy uses one; ours come from ``cryptography``."""

    def __init__(self, given: bytes, encoder: Any = None) -> None:
        try:
            self._key = Ed25519PublicKey.from_public_bytes(base64.b64decode(given))
        except ValueError as error:
            raise _Bad from error

    def verify(self, message: bytes, signature: bytes) -> None:
        try:
            self._key.verify(signature, message)
        except InvalidSignature as error:
            raise _Bad from error


dkim.nacl = SimpleNamespace(
    signing=SimpleNamespace(VerifyKey=_Key), encoding=SimpleNamespace(Base64Encoder=None),
    exceptions=SimpleNamespace(ValueError=_Bad, BadSignatureError=_Bad))


class Keys:
    """Public keys by name; remembers what could not be asked and which keys were weak, missing or withdrawn."""

    def __init__(self, look_up: LookUp) -> None:
        self._look_up, self.trouble, self.flags = look_up, "", ""

    def __call__(self, name: bytes, timeout: int = 5) -> bytes | None:
        """The key record, as the library asks for it."""
        self.trouble, self.flags = "", ""
        try:
            records = self._look_up(name.decode("ascii"), "TXT")
        except Unresolved:
            self.trouble = "no_dns"
            return None
        except UnicodeDecodeError:
            records = []
        if not records:
            self.trouble = "no_key"
            return None
        try:
            tags = parse_tag_value(records[0])
        except InvalidTagValueList:
            self.trouble = "bad_key"
            return None
        if not tags.get(b"p"):
            self.trouble = "key_withdrawn"
            return None
        try:
            dkim.evaluate_pk(name, records[0])
        except (dkim.DKIMException, ValueError, TypeError, KeyError, IndexError):
            self.trouble = "bad_key"
            return None
        flags = {flag.strip() for flag in tags.get(b"t", b"").split(b":")}
        self.flags = "".join(sorted(flag.decode("ascii", "replace") for flag in flags if flag in (b"y", b"s")))
        return records[0]


def check(look_up: LookUp, message: Any) -> tuple[Signature, ...]:
    """Every signature of the mail, in order; message: a ``dkim.DKIM``."""
    headers = [value for name, value in message.headers if name.lower() == b"dkim-signature"]
    return tuple(_one(look_up, message, at, value) for at, value in enumerate(headers[:MOST]))


def _one(look_up: LookUp, message: Any, at: int, header: bytes) -> Signature:
    try:
        tags = parse_tag_value(header)
    except InvalidTagValueList:
        return Signature("permerror", "", "", "malformed")
    domain = tags.get(b"d", b"").decode("ascii", "replace").lower().rstrip(".")[:255]
    selector = tags.get(b"s", b"").decode("ascii", "replace")[:100]
    if b"l" in tags:
        return Signature("policy", domain, selector, "part_of_body")
    if tags.get(b"a", b"").lower() not in (b"rsa-sha256", b"ed25519-sha256"):
        return Signature("policy", domain, selector, "old_algorithm")
    if b"from" not in [name.strip().lower() for name in tags.get(b"h", b"").split(b":")]:
        return Signature("permerror", domain, selector, "from_not_signed")
    if tags.get(b"x", b"").isdigit() and int(tags[b"x"][:15]) < time.time():
        return Signature("fail", domain, selector, "expired")
    keys = Keys(look_up)
    try:
        holds = message.verify(idx=at, dnsfunc=keys)
    except dkim.ValidationError as error:
        changed = _HASH.search(str(error))
        return Signature("fail" if changed else "permerror", domain, selector, "body_changed" if changed else "malformed")
    except dkim.KeyFormatError as error:
        return Signature("policy" if "too small" in str(error) else "permerror", domain, selector, "weak_key" if "too small" in str(error) else "bad_key")
    except (dkim.DKIMException, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError):
        return Signature("permerror", domain, selector, "malformed")
    if keys.trouble:
        return Signature("temperror" if keys.trouble == "no_dns" else "permerror", domain, selector, keys.trouble)
    if "y" in keys.flags:
        return Signature("neutral", domain, selector, "key_in_test")
    if holds and "s" in keys.flags and not tags.get(b"i", b"@" + tags[b"d"]).lower().endswith(b"@" + tags[b"d"].lower()):
        return Signature("permerror", domain, selector, "subdomain")
    return Signature("pass", domain, selector) if holds else Signature("fail", domain, selector, "headers_changed")


def chain(look_up: LookUp, raw: bytes) -> tuple[str, tuple[str, ...], bytes]:
    """Result of the ARC chain, its sealers first relay first, and what the first relay said of the mail."""
    try:
        result, sets, _ = dkim.ARC(raw, minkey=LEAST_BITS).verify(dnsfunc=Keys(look_up))
    except (dkim.DKIMException, ValueError, TypeError, KeyError, IndexError, AttributeError, OverflowError):
        return "fail", (), b""
    if result != dkim.CV_Pass:
        return (result or b"fail").decode("ascii"), (), b""
    ordered = sorted(sets, key=lambda found: found["instance"])
    sealers = tuple(found["as-domain"].decode("ascii", "replace").lower() for found in ordered)
    same = all(found["ams-domain"].lower() == found["as-domain"].lower() for found in ordered)
    return ("pass" if same else "fail"), sealers, ordered[0]["aar-value"]

"""Private keys: by their own checksum or prefix where they have one, by the words around them where not.

A transaction id and a private key can be the same 64 digits; an address is never taken. So plain digits are a
key only when the nearest word before them (or the words after) says so.
"""

import re
from collections.abc import Iterator

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from farol.core.chains.encodings import RIPPLE_ALPHABET, base58, base58check
from farol.core.chains.shape import BASE32, is_base58, is_hex, looks_random, only

from .context import PRIVATE_KEY, PUBLIC
from .model import Hit

_LOOK_BACK, _LOOK_AHEAD, _BETWEEN = 60, 28, 8
_TOKEN = re.compile(r"(?<![0-9A-Za-z])[0-9A-Za-z]{29,130}(?![0-9A-Za-z])")
_B58 = "1-9A-HJ-NP-Za-km-z"
_MARKED = re.compile(
    # extended keys, also broken over lines
    rf"(?<![0-9A-Za-z])(?:[xyztuvYZUV]prv|Ltpv|Mtpv|dgpv)(?:[{_B58}]\s{{0,2}}){{60,107}}[{_B58}]?"
    rf"|(?<![0-9A-Za-z])PVT_(?:K1|R1|WA)_[{_B58}]{{40,60}}"
    rf"|ed25519:[{_B58}]{{80,90}}"
    r"|(?:ed25519|secp256k1)-priv-0x[0-9a-fA-F]{64}"
    r"|(?:suiprivkey1|nsec1)[02-9ac-hj-np-z]{40,80}"
    r"|(?<![0-9a-z])(?:root|acct|addr|stake|policy)_(?:xsk|sk|shared_xsk)1[02-9ac-hj-np-z]{50,250}"
    r"|AGE-SECRET-KEY-1[0-9A-Z]{50,60}"
    # a Solana key file: 64 bytes as numbers
    r"|\[\s{0,3}\d{1,3}(?:\s{0,3},\s{0,3}\d{1,3}){63}\s{0,3}\]"
)
_RUN_END = re.compile(r"[0-9A-Za-z]*")
_PEM_BEGIN = re.compile(r"-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----")
_PEM_END = re.compile(r"-----END [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----")
_PEM_LONGEST = 8_000
_SAID_AFTER = re.compile(
    r"[\s,，.。:)）\"'」]{0,4}(?:(?:is|are|was|是|就是|为|this is|that is|这是)\s?)?(?:my|the|your|我的|我)?\s?"
)
_WIF_LEADS = frozenset("5KLc9QT67")


def find(text: str, lower: str) -> Iterator[Hit]:
    """Private keys in the text; ``lower`` is the same text in lower case."""
    for marked in _MARKED.finditer(text):
        # To the end of the run: what is glued to a key is part of it, or a second key.
        glued = _RUN_END.match(text, marked.start() + len(marked.group().rstrip()))
        yield Hit(marked.start(), glued.end() if glued else marked.end(), "private_key")
    yield from _pem(text)
    last = -1_000
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        value = token.group()
        if _is_key(value):
            yield Hit(start, end, "private_key")
        elif _could_be_key(value):
            listed = start - last <= _BETWEEN and not re.search(r"[^\W\d_]", text[last:start])
            if listed or _said(lower, start, end):
                yield Hit(start, end, "private_key")
                last = end


def _pem(text: str) -> Iterator[Hit]:
    place = 0
    while begin := _PEM_BEGIN.search(text, place):
        end = _PEM_END.search(text, begin.end(), begin.end() + _PEM_LONGEST)
        place = end.end() if end else min(len(text), begin.end() + _PEM_LONGEST)
        yield Hit(begin.start(), place, "private_key")


def _is_key(value: str) -> bool:
    """Whether the string proves itself, or has the form of a key and of nothing else."""
    size = len(value)
    if size == 56 and value[0] == "S" and only(value, BASE32):
        return True
    if size in (29, 31) and value[0] == "s":
        payload = base58check(value, RIPPLE_ALPHABET)
        return (
            payload is not None
            and (payload[0] == 0x21 or payload[:3] == b"\x01\xe1\x4b")
            and len(payload) < 20
        )
    if size in (87, 88):
        return _is_pair(value)
    if not 50 <= size <= 59 or not looks_random(value):
        return False
    if value[0] in _WIF_LEADS and size in (51, 52):
        payload = base58check(value)
        if payload and len(payload) in (33, 34) and payload[0] >= 0x80:
            return True
    slips = sum(character in "0OIl" for character in value)
    return slips < 2 and ((value[0] in "5KL" and size < 54) or (value[:2] == "6P" and size >= 57))


def _is_pair(value: str) -> bool:
    """Whether 64 base58 bytes are an Ed25519 seed followed by its own public key; a signature never is."""
    raw = base58(value)
    if raw is None or len(raw) != 64:
        return False
    return Ed25519PrivateKey.from_private_bytes(raw[:32]).public_key().public_bytes_raw() == raw[32:]


def _could_be_key(value: str) -> bool:
    """A form that keys share with ids and addresses: hex of about 64 digits, base58 of 32 or 64 bytes."""
    digits = value.removeprefix("0x")
    if 60 <= len(digits) <= 68 or len(digits) == 128:
        return is_hex(digits)
    return 43 <= len(value) <= 90 and is_base58(value) and looks_random(value)


def _said(lower: str, start: int, end: int) -> bool:
    before = lower[max(0, start - _LOOK_BACK) : start].rpartition("\ufffc")[2]
    private = max((word.end() for word in PRIVATE_KEY.finditer(before)), default=-1)
    public = max((word.end() for word in PUBLIC.finditer(before)), default=-1)
    if private > public:
        return True
    after = lower[end : end + _LOOK_AHEAD]
    joined = _SAID_AFTER.match(after)
    return public < 0 and joined is not None and PRIVATE_KEY.match(after, joined.end()) is not None

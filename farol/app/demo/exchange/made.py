"""Ids and addresses of the demo, made from a text: the same in every demo, right in form and checksum, nobody's."""

import base64
import hashlib

from farol.core import chains
from farol.core.chains.encodings import BASE58_ALPHABET, RIPPLE_ALPHABET, double_sha256
from farol.core.chains.families.evm import checksum_case

SEED = "demo"
"""Fixed, so that ids in guides, tests and pictures are those of every demo."""


def digest(text: str) -> str:
    """64 hex digits."""
    return hashlib.sha256(f"{SEED}:{text}".encode()).hexdigest()


def id_of(kind: str, uid: str, key: str) -> str:
    """``DEP-3F09A1C27B``."""
    return f"{kind}-{digest(f'{uid}:{kind}:{key}')[:10].upper()}"


def txid_of(network: str, text: str) -> str:
    """A transaction id as that network writes them."""
    digits = digest(f"tx:{network}:{text}")
    form = chains.networks()[network].tx_regex
    if form.startswith(("^0x", "^(0x")):
        return f"0x{digits}"
    if network == "SOL":
        return _base58(bytes.fromhex("7f" + digits[2:] + digest(f"more:{text}")))
    if network in ("NEAR", "SUI"):
        return _base58(bytes.fromhex("7f" + digits[2:]))
    if network == "ALGO":
        return base64.b32encode(bytes.fromhex(digits)).decode().rstrip("=")
    return digits.upper() if network in ("XRP", "ATOM") else digits


def evm(text: str) -> str:
    """An address with the upper and lower case of EIP-55."""
    return "0x" + checksum_case(digest(f"evm:{text}")[:40])


def tron(text: str) -> str:
    """A base58 address with its checksum."""
    return _checked(b"\x41" + _twenty(f"tron:{text}"), BASE58_ALPHABET)


def btc(text: str) -> str:
    """A P2PKH address with its checksum."""
    return _checked(b"\0" + _twenty(f"btc:{text}"), BASE58_ALPHABET)


def xrp(text: str) -> str:
    """A classic address with its checksum."""
    return _checked(b"\0" + _twenty(f"xrp:{text}"), RIPPLE_ALPHABET)


def _twenty(text: str) -> bytes:
    return bytes.fromhex(digest(text))[:20]


def _checked(payload: bytes, alphabet: str) -> str:
    return _base58(payload + double_sha256(payload)[:4], alphabet)


def _base58(raw: bytes, alphabet: str = BASE58_ALPHABET) -> str:
    number, text = int.from_bytes(raw, "big"), ""
    while number:
        number, place = divmod(number, 58)
        text = alphabet[place] + text
    return alphabet[0] * (len(raw) - len(raw.lstrip(b"\0"))) + text

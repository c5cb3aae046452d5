"""Bitcoin and its relatives: base58check, segwit (BIP-173, BIP-350) and CashAddr."""

from ..encodings import BECH32_ALPHABET, base58check, bech32, cashaddr, digits, to_bytes
from ..model import Verdict
from ..shape import is_base58, looks_random

_CASHADDR_PREFIX = "bitcoincash"
_CASHADDR_SIZES = (20, 24, 28, 32, 40, 48, 56, 64)


def _base58(text: str, leads: str, versions: tuple[int, ...]) -> Verdict | None:
    if text[:1] not in leads or not 25 <= len(text) <= 36 or not is_base58(text):
        return None
    payload = base58check(text)
    if payload and len(payload) == 21:
        return "correct" if payload[0] in versions else None
    return "wrong" if looks_random(text) else None


def _segwit(text: str, prefix: str) -> Verdict | None:
    if not text.lower().startswith(prefix + "1") or not 14 <= len(text) <= 90:
        return None
    decoded = bech32(text)
    if decoded is None or decoded[0] != prefix or not decoded[1]:
        return "wrong"
    version, program = decoded[1][0], to_bytes(decoded[1][1:])
    if program is None or version > 16 or decoded[2] != ("bech32m" if version else "bech32"):
        return "wrong"
    sizes = (20, 32) if version == 0 else range(2, 41)
    return "correct" if len(program) in sizes else "wrong"


def _bitcoin(text: str) -> Verdict | None:
    return _segwit(text, "bc") or _base58(text, "13", (0x00, 0x05))


def _litecoin(text: str) -> Verdict | None:
    if text.startswith("ltcmweb1"):
        return "correct" if bech32(text) and len(text) > 100 else "wrong"
    return _segwit(text, "ltc") or _base58(text, "LM3", (0x30, 0x32, 0x05))


def _dogecoin(text: str) -> Verdict | None:
    verdict = _base58(text, "D9A", (0x1E, 0x16))
    # P2SH forms are rare: a failed one says more about the string than about the address.
    return None if verdict == "wrong" and text[0] != "D" else verdict


def _bitcoin_cash(text: str) -> Verdict | None:
    lower = text.lower()
    body = lower.removeprefix(_CASHADDR_PREFIX + ":")
    prefixed = body != lower
    if not prefixed and (len(body) != 42 or body[0] not in "qpzr"):
        return _base58(text, "13", (0x00, 0x05))
    if text not in (lower, text.upper()) or (digits(body, BECH32_ALPHABET) is None and not prefixed):
        return "wrong" if prefixed else None
    payload = cashaddr(body, _CASHADDR_PREFIX)
    if payload is None or not payload or payload[0] & 0x80:
        return "wrong"
    return "correct" if len(payload) - 1 == _CASHADDR_SIZES[payload[0] & 7] else "wrong"


def _lightning(text: str) -> Verdict | None:
    lower = text.lower().removeprefix("lightning:")
    if not lower.startswith(("lnbc", "lnurl1")) or not 40 <= len(lower) <= 2_000:
        return None
    decoded = bech32(text[-len(lower) :])
    return "correct" if decoded and decoded[2] == "bech32" else "wrong"


RULES = {
    "BTC": _bitcoin,
    "LTC": _litecoin,
    "DOGE": _dogecoin,
    "BCH": _bitcoin_cash,
    "LN": _lightning,
}

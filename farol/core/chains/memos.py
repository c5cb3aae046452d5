"""Memos and tags: where one is needed, what it may look like, and addresses that carry one inside."""

from .encodings import RIPPLE_ALPHABET, base58check, stellar_key
from .model import MemoRule, network

_UINT32 = 2**32
_NO_MEMO = MemoRule(need="none", form="text", max_bytes=0)


def _rule(network_name: str) -> MemoRule:
    entry = network(network_name)
    return entry.memo_rule if entry else _NO_MEMO


def memo_required(network_name: str) -> bool:
    """Whether a deposit on this network is lost from sight without a memo. Unknown networks: False."""
    return _rule(network_name).need == "required"


def memo_ok(network_name: str, memo: str) -> bool:
    """Whether this network can carry the memo; a missing one is right only where none is required."""
    rule = _rule(network_name)
    if not memo:
        return rule.need != "required"
    if rule.need == "none" or "\0" in memo:
        return False
    if rule.form == "uint32":
        return memo.isascii() and memo.isdigit() and len(memo) <= 10 and int(memo) < _UINT32
    if rule.form == "payment_id":
        return len(memo) in (16, 64) and all(c in "0123456789abcdefABCDEF" for c in memo)
    return len(memo.encode()) <= rule.max_bytes


def packed_memo(address: str) -> str | None:
    """The memo an address carries inside (XRP X-address, Stellar M-address), or None."""
    if address[:1] == "X":
        payload = base58check(address, RIPPLE_ALPHABET)
        if payload and len(payload) == 31 and payload[:2] == b"\x05\x44" and payload[22] == 1:
            return str(int.from_bytes(payload[23:27], "little"))
    if address[:1] == "M":
        key = stellar_key(address)
        if key and len(key) == 41:
            return str(int.from_bytes(key[33:], "big"))
    return None

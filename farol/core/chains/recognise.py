"""Transaction ids and addresses in free text, with every network they can belong to."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from .addresses import classify, overall
from .alike import mixed_runs, plain_letters
from .clean import Cleaned, clean
from .explorers import carried
from .model import Verdict
from .shape import looks_random
from .txids import candidates

LONGEST_TEXT = 20_000
"""Characters read; a longer text is read up to here."""
_SHORTEST_RUN, _LONGEST_RUN = 25, 2_000
MANY = 2
"""Networks with more ids of a form than this make an id the likelier reading."""
_LOOK_BACK = 24
_BEFORE, _AFTER = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"

# Forms with characters other than letters and digits. Each is of bounded length, so the scan stays linear.
_SPECIAL = re.compile(
    rf"(?P<ton>{_BEFORE}(?:EQ|UQ|Ef|Uf)[0-9A-Za-z_+/-]{{46}}{_AFTER})"
    rf"|(?P<ton_raw>(?<![0-9A-Za-z.:])(?:0|-1):[0-9a-fA-F]{{64}}{_AFTER})"
    rf"|(?P<bch>{_BEFORE}(?i:bitcoincash):[0-9A-Za-z]{{20,112}}{_AFTER})"
    rf"|(?P<hbar_tx>(?<![0-9A-Za-z.])0\.0\.\d{{1,19}}[@-]\d{{9,11}}[.-]\d{{1,9}}{_AFTER})"
    rf"|(?P<hbar>(?<![0-9A-Za-z.])0\.0\.\d{{3,19}}(?:-[a-z]{{5}})?(?![0-9A-Za-z])(?!\.\d))"
    rf"|(?P<near>(?<![0-9A-Za-z._@/-])[a-z0-9][a-z0-9_.-]{{1,59}}\.near{_AFTER})"
    rf"|(?P<ton_tx>(?<![0-9A-Za-z+/_-])[0-9A-Za-z+/_-]{{43}}=(?![0-9A-Za-z=]))"
)
_RUN = re.compile(rf"[0-9A-Za-z]{{{_SHORTEST_RUN},}}")
_HEX_INSIDE = re.compile(r"0[xX][0-9a-fA-F]{38,96}(?![0-9a-fA-F])")
_TXID_WORDS = re.compile(r"(?:tx|hash|transaction|哈希|交易|流水)", re.IGNORECASE)
_ADDRESS_WORDS = re.compile(r"(?:addr|account|wallet|contract|地址|钱包|合约)", re.IGNORECASE)
_ADDRESS_IS = re.compile(
    r"(?:addr(?:ess)?|account|contract|地址|合约|账户)(?:\s*[:：=(（\[【\"'“「]|\s*(?:is|was|are)(?![a-z])|[是为叫])*\s{0,3}$", re.IGNORECASE)
"""An address is announced right before it. Sixty-four digits are an id on ten networks and more, and customers who paste one write
"wallet" and "address" about other things in the same sentence."""
_NAMED = {"APT": r"(?i:\bapt(?:os)?\b)", "SUI": r"(?i:\bsui\b)", "NEAR": r"\bNEAR\b"}
_NAMES = {code: re.compile(words, re.ASCII) for code, words in _NAMED.items()}


class Found(NamedTuple):
    """One id or address.

    ``start`` and ``end`` are offsets in the given text and ``text`` is exactly what stands there; ``value``
    is the same without invisible, full-width or look-alike characters. ``candidates`` are network codes; ``also`` those
    where the string would be the other kind (0x and 64 digits: an id on ten networks, an address on two). ``notes``
    may hold invisible, full_width, look_alike (somebody or something changed the characters), explorer (from a link).
    """

    kind: Literal["txid", "address"]
    start: int
    end: int
    text: str
    value: str
    candidates: tuple[str, ...]
    verdict: Verdict
    also: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def find(text: str) -> list[Found]:
    """Ids and addresses in the order they stand; overlapping readings are merged. Linear time."""
    given = text[:LONGEST_TEXT]
    cleaned = clean(given)
    found: list[Found] = []
    taken = bytearray(len(cleaned.text))
    for start, end, shown in _places(cleaned.text):
        if 1 in taken[start:end]:
            continue
        one = _read(given, cleaned, start, end, shown)
        if one:
            found.append(one)
            taken[start:end] = b"\1" * (end - start)
    return sorted(found, key=lambda one: one.start)


def _places(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """(start, end, networks shown by the explorer or ()) of everything worth reading; links come first."""
    for link in carried(text):
        yield link.start, link.end, link.networks
    for special in _SPECIAL.finditer(text):
        yield *special.span(), ()
    for start, end in mixed_runs(text):
        yield start, end, ()
    for run in _RUN.finditer(text):
        start, end = run.span()
        inside = _HEX_INSIDE.search(text, start, min(end, start + _LONGEST_RUN))
        if inside:
            yield *inside.span(), ()
        elif end - start <= _LONGEST_RUN:
            yield start, end, ()


def _read(given: str, cleaned: Cleaned, start: int, end: int, shown: tuple[str, ...]) -> Found | None:
    written = cleaned.text[start:end]
    value = plain_letters(written)
    addresses = [pair for pair in classify(value) if not shown or pair[0] in shown]
    txids = tuple(code for code in candidates(value) if not shown or code in shown)
    if not shown:
        addresses = [pair for pair in addresses if not _accidental(pair[0], pair[1], value)]
        txids = tuple(code for code in txids if value[:2] == "0x" or any(c.isdigit() for c in value))
    if not addresses and not txids:
        return None
    if value != written and not txids and overall(addresses) == "wrong":
        return None  # a word of another alphabet stands before the id; what follows it is read by itself
    kind = _kind(cleaned.text, start, addresses, txids)
    span = cleaned.span(start, end)
    original = given[slice(*span)]
    notes = [
        note
        for note, holds in (
            ("invisible", cleaned.invisible and len(original) > len(value)),
            (
                "full_width",
                cleaned.styled and not original.isascii() and len(original.encode()) > 2 * len(value),
            ),
            ("look_alike", value != written),
            ("explorer", bool(shown)),
        )
        if holds
    ]
    as_address = tuple(code for code, _ in addresses)
    mine, other = (txids, as_address) if kind == "txid" else (as_address, txids)
    verdict: Verdict = "plausible" if kind == "txid" else overall(addresses)
    return Found(kind, *span, original, value, mine, verdict, other, tuple(notes))


def _accidental(code: str, verdict: Verdict, value: str) -> bool:
    """Readings that fit the rule but not the way people write: names, and words without a digit."""
    if code == "EOS":
        return True
    if code == "NEAR" and "." in value:
        return not value.endswith((".near", ".tg"))
    if verdict == "plausible" and code == "SOL":
        return not looks_random(value)
    return False


def _kind(
    text: str, start: int, addresses: list[tuple[str, Verdict]], txids: tuple[str, ...]
) -> Literal["txid", "address"]:
    """The likelier kind where both fit: what the words just before say, else the one with more networks."""
    if not addresses or not txids:
        return "txid" if txids else "address"
    if overall(addresses) == "correct":
        return "address"
    before = text[max(0, start - _LOOK_BACK) : start]
    said_txid = max((word.end() for word in _TXID_WORDS.finditer(before)), default=0)
    said_address = max((word.end() for word in _ADDRESS_WORDS.finditer(before)), default=0)
    if said_txid > said_address:
        return "txid"
    if len(txids) > MANY:
        named = any(code in _NAMES and _NAMES[code].search(text[:LONGEST_TEXT]) for code, _ in addresses)
        return "address" if _ADDRESS_IS.search(before) or (said_address and named) else "txid"
    return "address"

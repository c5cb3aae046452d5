"""What an address can be: every network whose rule accepts its shape, with what the checksum says."""

from functools import cache

from .families import Rule, rules
from .model import Verdict, networks

LONGEST = 2_000
"""Characters; the longest addresses are Lightning invoices."""


@cache
def _plan() -> tuple[tuple[Rule, tuple[str, ...]], ...]:
    """Each rule once, with the networks that share it."""
    shared: dict[str, list[str]] = {}
    for code, entry in networks().items():
        shared.setdefault(entry.validator, []).append(code)
    return tuple((rules()[name], tuple(codes)) for name, codes in shared.items())


def classify(text: str) -> list[tuple[str, Verdict]]:
    """(network code, verdict) for each network this whole string can be an address of; [] for none.

    The same string is often valid on several networks (0x and 40 digits on all EVM networks, 1… on BTC and
    BCH): all are returned. Give it one address, without spaces; ``find`` takes free text.
    """
    text = text.strip()
    if not 1 <= len(text) <= LONGEST or not text.isascii():
        return []
    verdicts: dict[str, Verdict] = {}
    for rule, codes in _plan():
        verdict = rule(text)
        if verdict:
            verdicts.update(dict.fromkeys(codes, verdict))
    return [(code, verdicts[code]) for code in networks() if code in verdicts]


def overall(verdicts: list[tuple[str, Verdict]]) -> Verdict:
    """One word for several networks: a checksum that agrees wins, then one that fails, then no checksum."""
    given = {verdict for _, verdict in verdicts}
    return "correct" if "correct" in given else "wrong" if "wrong" in given else "plausible"

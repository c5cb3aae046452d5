"""What a new ticket is counted under: pure."""

from farol.core import chains

from .model import ALL


def topics_of(reason: str | None, words: str) -> list[str]:
    """``all``, its reason's family, and the coins and networks it names, at most five of each."""
    found = chains.mentions(words)
    coins = sorted({m.coin for m in found if m.kind == "amount"})[:5]
    networks = sorted({m.value for m in found if m.kind == "network"})[:5]
    return [ALL, *reasons_of(reason), *(f"coin:{c}" for c in coins), *(f"network:{n}" for n in networks)]


def reasons_of(reason: str | None) -> list[str]:
    """The family of a reason: ``reason:dep`` for ``dep.missing_memo``."""
    return [f"reason:{reason.partition('.')[0]}"] if reason else []

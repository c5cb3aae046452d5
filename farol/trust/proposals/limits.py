"""The limit matrix of class D: what a role may propose and approve by amount, per person and day, and for the desk as a whole. No I/O.

Amounts are USD. A coin that is held to the dollar counts at face value; what another is worth is not known here, so it takes the
approvals of the highest amount and counts toward the caps with ``UNPRICED``.
"""

from decimal import Decimal

import msgspec

from .model import Purse, Seats

AT_PAR = frozenset({"USD", "USDT", "USDC"})
UNPRICED = Decimal(10_000)
SECOND_FROM = {"own": Decimal(10_000), "given": Decimal(500), "claim": Decimal(5_000)}
"""Above this a second person approves."""
DESK_DAY = {"own": Decimal(5_000_000), "given": Decimal(50_000), "claim": Decimal(20_000_000)}
"""What the whole desk may propose in 24 hours."""

_ONE = frozenset({"lead", "duty", "compliance"})
_HIGH = frozenset({"duty", "compliance"})


class Limit(msgspec.Struct, frozen=True):
    """single and day: what may be proposed in one piece and in 24 hours. check: up to what it may be approved; None for no bound."""

    single: Decimal
    day: Decimal
    check: Decimal | None = Decimal(0)


def _limit(single: int, day: int, check: int | None = 0) -> Limit:
    return Limit(Decimal(single), Decimal(day), None if check is None else Decimal(check))


MATRIX: dict[str, dict[str, Limit]] = {
    "own": {
        "agent": _limit(50_000, 200_000), "complaints": _limit(50_000, 200_000), "security": _limit(50_000, 200_000),
        "lead": _limit(200_000, 1_000_000, 50_000), "duty": _limit(1_000_000, 2_000_000, None), "compliance": _limit(1_000_000, 2_000_000, None),
    },
    "given": {
        "agent": _limit(100, 500), "complaints": _limit(500, 2_000), "security": _limit(0, 0),
        "lead": _limit(500, 2_500, 500), "duty": _limit(5_000, 20_000, 5_000), "compliance": _limit(5_000, 20_000, None),
    },
    "claim": {
        "agent": _limit(1_000, 10_000), "complaints": _limit(5_000, 50_000), "security": _limit(0, 0),
        "lead": _limit(10_000, 10_000_000, 5_000), "duty": _limit(50_000, 20_000_000, None), "compliance": _limit(50_000, 20_000_000, None),
    },
}
NOTHING = _limit(0, 0)


def worth(coin: str, amount: str) -> Decimal | None:
    """In USD; None where that is not known."""
    return Decimal(amount) if coin in AT_PAR else None


def limit_of(purse: Purse, role: str) -> Limit:
    """What a role may; a role that is not listed may nothing."""
    return MATRIX[purse].get(role, NOTHING)


def seats(purse: Purse, usd: Decimal | None) -> Seats:
    """Whose approvals an amount takes."""
    return (_ONE,) if usd is not None and usd <= SECOND_FROM[purse] else (_ONE, _HIGH)


def may_check(purse: Purse, role: str, usd: Decimal | None) -> bool:
    """Whether a role may approve so much. What cannot be priced only those approve who have no bound."""
    bound = limit_of(purse, role).check
    return bound is None or (usd is not None and usd <= bound)

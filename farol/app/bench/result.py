"""What a case found."""

import statistics
from typing import Any

import msgspec


class Result(msgspec.Struct, frozen=True):
    """product and bare in ``unit``, medians over ``rounds``; ratio: the median of the ratios inside each round.

    bound: the promise in words; met: whether it was kept. more: further figures of the case.
    """

    case: str
    product: float
    bare: float
    ratio: float
    unit: str
    rounds: int
    bound: str
    met: bool
    more: dict[str, Any] = {}

    def document(self) -> dict[str, Any]:
        """The JSON contract of the tool."""
        body = {k: v for k, v in msgspec.structs.asdict(self).items() if k != "more"}
        return {**body, **self.more}

    def sentence(self) -> str:
        """For eyes."""
        more = "".join(f"\n  {name}: {value}" for name, value in self.more.items())
        return (f"{self.case}: {self.product:g} {self.unit}, bare {self.bare:g}, ratio {self.ratio:.2f} "
                f"({'kept' if self.met else 'MISSED'}: {self.bound}){more}")


def median(values: list[float]) -> float:
    """The median, to four digits."""
    return float(f"{statistics.median(values):.4g}")


def at(values: list[float], share: float) -> float:
    """The value below which this share of them lies."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]

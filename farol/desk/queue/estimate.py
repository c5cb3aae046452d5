"""How long a customer will wait: the model of the queue, and what its past errors teach.

With ``n`` people ahead and all ``c`` slots taken, the line moves by a slot that becomes free (each at rate 1/m, m the
mean handling time) or by somebody ahead who leaves (each at rate 1/p, p the mean patience). With k still ahead the
next step comes at rate a + k·θ, where a = c/m and θ = 1/p, so the wait is a sum of independent exponential times, the
Erlang-A delay of a customer who stays (Whitt, "Improving service by informing customers about anticipated delays",
Management Science 45, 1999; Ibrahim & Whitt, "Real-time delay estimation based on delay history", 2009). In the fluid:

    mean = ∫₀ⁿ⁺¹ dx / (a + θx)  = (1/θ) · ln(1 + (n+1)·θ/a)
    var  = ∫₀ⁿ⁺¹ dx / (a + θx)² = (n+1) / (a · (a + (n+1)·θ))

Higher severities that will come while one waits take slots before one's turn: a = c/m − λ, never under a fifth of c/m.
Quantiles are of the gamma law with that mean and variance, by Wilson and Hilferty's cube (Proc. NAS 17, 1931).

The correction is conformal (Vovk et al., "Algorithmic Learning in a Random World", 2005; split form, one-sided): of the
last waits, each divided by what the model had said on entry, the ⌈(k+1)·q⌉-th smallest multiplies the next estimate.
Whoever waits next is then under it with probability q, whatever is wrong with the model. Each severity learns for
itself once it has enough waits (Mondrian form), before that from the whole team.
"""

import math
from collections.abc import Sequence
from statistics import median

import msgspec

HANDLING_S = 360.0
"""Prior mean handling time: six minutes, the middle of 4-8 for chats in the field."""
PATIENCE_S = 3600.0
PRIOR = 20
"""How many measured conversations weigh as much as the prior."""
LEAST = 30
"""Answered waits before the correction is used."""
PICK_UP_S = 5.0
"""Seconds an agent takes to look at an offer."""
Z50, Z90 = 0.0, 1.2815515655446004
SHARE = 0.2


class Figures(msgspec.Struct, frozen=True):
    """What a team's past says. usually_x and slowest_x multiply the model's P50 and P90."""

    handling_s: float = HANDLING_S
    patience_s: float = PATIENCE_S
    usually_x: float = 1.0
    slowest_x: float = 1.0


class Line(msgspec.Struct, frozen=True):
    """The situation of one customer. ahead: tickets before theirs; servers: slots on shift that may take theirs;
    free: how many of them are free; overtaking: tickets of higher severity a second."""

    ahead: int
    servers: float
    free: float = 0
    overtaking: float = 0


class Wait(msgspec.Struct, frozen=True):
    """Seconds: half wait less than ``usually``, nine in ten less than ``slowest``."""

    usually: float
    slowest: float


def raw(line: Line, figures: Figures) -> Wait | None:
    """The model's own answer; None while nobody is there to take the ticket."""
    if line.servers <= 0:
        return None
    if line.free > line.ahead:
        return Wait(PICK_UP_S, 3 * PICK_UP_S)
    most = line.servers / figures.handling_s
    rate = max(most - line.overtaking, SHARE * most)
    theta, steps = 1 / figures.patience_s, line.ahead + 1
    mean = math.log1p(steps * theta / rate) / theta
    variance = steps / (rate * (rate + steps * theta))
    return Wait(PICK_UP_S + quantile(mean, variance, Z50), 3 * PICK_UP_S + quantile(mean, variance, Z90))


def tighter(lines: Sequence[Line], figures: Figures) -> Line:
    """The line that keeps one longest, of several that one stands in at once: the team's, and that of one's language."""
    def wait(line: Line) -> float:
        found = raw(line, figures)
        return found.slowest if found else math.inf

    return max(lines, key=wait)


def quantile(mean: float, variance: float, z: float) -> float:
    """The gamma law's quantile at the normal score z."""
    ninth = variance / (9 * mean * mean)
    return mean * max(1 - ninth + z * math.sqrt(ninth), 0.0) ** 3


def estimate(line: Line, figures: Figures) -> Wait | None:
    """What the customer is told."""
    found = raw(line, figures)
    if found is None:
        return None
    usually = found.usually * figures.usually_x
    return Wait(usually, max(found.slowest * figures.slowest_x, usually))


def handling(measured: Sequence[float]) -> float:
    """Damped median: the median of what was measured, drawn towards the prior while there is little."""
    if not measured:
        return HANDLING_S
    n = len(measured)
    return (PRIOR * HANDLING_S + n * median(measured)) / (PRIOR + n)


def patience(leavers: int, waited_s: float) -> float:
    """Mean seconds until somebody gives up: all waiting time over those who left, with a prior of one in an hour."""
    return (waited_s + PATIENCE_S) / (leavers + 1)


def correction(ratios: Sequence[float], share: float) -> float:
    """The conformal multiplier for this share of customers; 1 until there are enough."""
    if len(ratios) < LEAST:
        return 1.0
    return sorted(ratios)[min(math.ceil((len(ratios) + 1) * share), len(ratios)) - 1]

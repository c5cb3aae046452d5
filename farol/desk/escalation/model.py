"""Nouns of escalation, and the rules that need no I/O: which ladder fits, who owns a step."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Literal

import msgspec

MOST_STEPS = 8
SHORTEST_S, LONGEST_S = 60, 7 * 86_400
"""How long a step may wait for somebody to acknowledge, in seconds."""
WORDS = 1000
OUTCOMES = {
    "asked": ("solved", "handed_on", "not_needed"),
    "breach": ("solved", "handed_on", "not_needed"),
    "promise": ("told", "coached", "process", "no_fault"),
}
"""How an escalation can end, by its cause. Of a broken promise: the customer was told, the colleague was helped, the way of
working has to change, or nobody could have kept it. Beside these ``ticket_ended`` when the ticket ended first."""


class Owner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Whose a step is. person: key is the id; role: its name; lead: of the team with this key, of the ticket's own when empty."""

    kind: Literal["person", "role", "lead"]
    key: Annotated[str, msgspec.Meta(max_length=40)] = ""


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The owner is told, always. wait_s: without acknowledgement the next step comes after this.

    assign: the ticket becomes theirs; severity: it is raised to this; thread: they join the escalation's side thread.
    """

    owner: Owner
    wait_s: Annotated[int, msgspec.Meta(ge=SHORTEST_S, le=LONGEST_S)]
    assign: bool = False
    severity: Literal["P0", "P1", "P2", "P3"] | None = None
    thread: bool = False


class Ladder(msgspec.Struct, frozen=True):
    """Steps, and the tickets they are for: beginnings of reason codes, severities, tiers, keys of teams; empty fits all.

    on_breach: a service level that was missed starts it.
    """

    id: int
    name: str
    reasons: list[str]
    severities: list[str]
    tiers: list[str]
    teams: list[str]
    on_breach: bool
    steps: list[Step]


class Facts(msgspec.Struct, frozen=True):
    """What of a ticket matters here. team: its key, empty when it has none."""

    id: int
    number: str
    status: str
    severity: str
    reason: str
    tier: str
    team: str
    owner_id: int | None
    now: datetime


class Candidate(msgspec.Struct, frozen=True):
    """Somebody who may own a step of this ticket. held: escalations they have open."""

    id: int
    name: str
    role: str
    here: bool
    teams: frozenset[str]
    held: int


def fitting(ladders: Iterable[Ladder], facts: Facts) -> list[Ladder]:
    """Ladders for such a ticket, the most particular first: longest reason, then most conditions, then the oldest."""
    found = [(len(longest), sum(map(bool, (x.severities, x.tiers, x.teams))), -x.id, x)
             for x in ladders if (longest := _reason(x, facts.reason)) is not None and _other(x, facts)]
    return [ladder for *_, ladder in sorted(found, key=lambda each: each[:3], reverse=True)]


def _reason(ladder: Ladder, reason: str) -> str | None:
    if not ladder.reasons:
        return ""
    return max((r for r in ladder.reasons if reason.startswith(r)), key=len, default=None)


def _other(ladder: Ladder, facts: Facts) -> bool:
    tier = facts.tier.casefold()
    return ((not ladder.severities or facts.severity in ladder.severities)
            and (not ladder.teams or facts.team in ladder.teams)
            and (not ladder.tiers or any(tier == t.casefold() or tier.startswith(t.casefold() + " ") for t in ladder.tiers)))


def fits(owner: Owner, who: Candidate, team: str) -> bool:
    """Whether a step is somebody's."""
    match owner.kind:
        case "person":
            return str(who.id) == owner.key
        case "role":
            return who.role == owner.key
        case "lead":
            wanted = owner.key or team
            return who.role == "lead" and (not wanted or wanted in who.teams)


def choose(
    owner: Owner, people: Iterable[Candidate], team: str, *, rather_not: frozenset[int] = frozenset(), avoid: frozenset[int] = frozenset(),
) -> Candidate | None:
    """The one owner of a step: whoever it names, else a duty manager, else a lead; those on shift first, then whoever has least.

    rather_not: these only when there is nobody else at all; avoid: these only when nobody else is on shift.
    """
    found = [c for c in people if fits(owner, c, team) or c.role in ("duty", "lead")]
    return min(found, key=lambda c: (
        c.id in rather_not, not c.here, c.id in avoid, not fits(owner, c, team), c.role != "duty", c.held, c.id), default=None)

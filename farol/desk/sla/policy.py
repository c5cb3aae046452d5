"""Which policy holds for a ticket: the most specific that matches."""

from collections.abc import Iterable

from .model import Facts, Policy


def choose(policies: Iterable[Policy], facts: Facts) -> Policy | None:
    """The most specific matching policy: one more condition always wins; of different ones a reason outweighs a tier, that a
    channel, that a severity. Of equal conditions a leaf of reasons beats its branch, then the older policy the newer."""
    return max((p for p in policies if matches(p, facts)), key=lambda p: _weight(p, facts), default=None)


def matches(policy: Policy, facts: Facts) -> bool:
    """Whether every condition of the policy holds."""
    return ((policy.tiers is None or any(_tier(t, facts.tier) for t in policy.tiers))
            and (policy.severities is None or facts.severity in policy.severities)
            and (policy.channels is None or facts.channel in policy.channels)
            and (policy.reasons is None or any(_reason(r, facts.reason) for r in policy.reasons)))


def why(policy: Policy, facts: Facts) -> dict[str, str]:
    """The facts that the policy's conditions looked at."""
    looked = {"tier": policy.tiers, "severity": policy.severities, "channel": policy.channels, "reason": policy.reasons}
    return {name: str(getattr(facts, name)) for name, wanted in looked.items() if wanted is not None}


def _weight(policy: Policy, facts: Facts) -> tuple[int, ...]:
    named = [x is not None for x in (policy.reasons, policy.tiers, policy.channels, policy.severities)]
    return (*map(int, named), int(facts.reason in (policy.reasons or ())), -policy.id)


def _tier(wanted: str, tier: str) -> bool:
    wanted, tier = wanted.casefold(), tier.casefold()
    return tier == wanted or tier.startswith(wanted + " ")


def _reason(wanted: str, reason: str | None) -> bool:
    return reason is not None and (reason == wanted or reason.startswith(wanted + "."))

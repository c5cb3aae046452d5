"""How a model does on sentences nobody learnt from, and whether another does worse."""

from collections import Counter
from collections.abc import Iterable, Sequence

from farol.core.understanding import OUT, Model, Row

from .model import Count, Shadow

SLACK = 0.005
"""A share of right sentences that is lower by less is the same: one sentence of two hundred. Never for alarms."""


def shadow(model: Model, rows: Iterable[Row], alarms: Sequence[str]) -> Shadow:
    """Its reasons, alarms and limits against what is known of each row."""
    right: dict[str, Counter[str]] = {kind: Counter() for kind in ("language", "reason", "alarm", "outside", "rings")}
    n: dict[str, Counter[str]] = {kind: Counter() for kind in right}

    def count(kind: str, name: str, was_right: bool) -> None:
        n[kind][name] += 1
        right[kind][name] += was_right

    for row in rows:
        found = model.understand(row.text, row.language)
        if row.label == OUT:
            count("outside", "", found.out_of_scope)
        else:
            hit = bool(found.reasons) and found.reasons[0].code == row.label
            count("language", row.language, hit)
            count("reason", row.label, hit)
        if row.label in alarms:
            count("alarm", row.label, row.label in found.alarms)
        else:
            count("rings", "", not found.alarms)

    def of(kind: str) -> dict[str, Count]:
        return {name: Count(right[kind][name], times) for name, times in sorted(n[kind].items())}

    none = Count(0, 0)
    return Shadow(of("language"), of("reason"), of("alarm"), of("outside").get("", none), of("rings").get("", none))


def worse(after: Shadow, before: Shadow) -> list[str]:
    """Languages and alarms in which ``after`` does worse, such as ``language:en`` and ``alarm:sec.account_stolen``; both on the same rows."""
    found = [f"language:{name}" for name, was in before.languages.items() if after.languages.get(name, Count(0, was.n)).share < was.share - SLACK]
    found += [f"alarm:{name}" for name, was in before.alarms.items() if after.alarms.get(name, Count(0, was.n)).share < was.share]
    return found

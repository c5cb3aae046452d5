"""How a model does on sentences nobody learnt from, and whether another does worse."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import comb

from farol.core.understanding import OUT, Model, Row

from .model import Count, Shadow

SLACK = 0.005
"""A share of right sentences that is lower by less is the same: one sentence of two hundred. Never for alarms."""
CHANCE = {"language": 0.05, "reason": 0.001}
"""A drop that so often comes about where nothing changed is none (sign test on the sentences that only one of the two models got right). There
are fifty reasons, so a single one has to be surer: all together are wrong as seldom as one language."""
GROSS = {"language": 0.03, "reason": 0.1}
"""A drop of more than this share counts, whatever chance says: few sentences prove nothing."""


def shadow(model: Model, rows: Iterable[Row], alarms: Sequence[str]) -> Shadow:
    """Its reasons, alarms and limits against what is known of each row."""
    right: dict[str, Counter[str]] = {kind: Counter() for kind in ("language", "reason", "alarm", "outside", "rings")}
    n: dict[str, Counter[str]] = {kind: Counter() for kind in right}
    hits: dict[str, int] = {}

    def count(kind: str, name: str, was_right: bool) -> None:
        n[kind][name] += 1
        right[kind][name] += was_right
        if kind in CHANCE:
            hits[f"{kind}:{name}"] = hits.get(f"{kind}:{name}", 0) << 1 | was_right

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
    return Shadow(of("language"), of("reason"), of("alarm"), of("outside").get("", none), of("rings").get("", none),
                  {name: f"{bits:x}" for name, bits in hits.items()})


def worse(after: Shadow, before: Shadow) -> list[str]:
    """Languages, reasons and alarms in which ``after`` does worse, such as ``language:en``, ``reason:wd.delayed`` and
    ``alarm:sec.account_stolen``; both on the same rows."""
    found = _dropped("language", after, after.languages, before, before.languages)
    found += _dropped("reason", after, after.reasons, before, before.reasons)
    found += [f"alarm:{name}" for name, was in before.alarms.items() if after.alarms.get(name, Count(0, was.n)).share < was.share]
    return found


def _dropped(kind: str, after: Shadow, now: Mapping[str, Count], before: Shadow, then: Mapping[str, Count]) -> list[str]:
    found = []
    for name, was in then.items():
        drop, key = was.share - now.get(name, Count(0, was.n)).share, f"{kind}:{name}"
        told = key in before.hits and key in after.hits
        if drop > GROSS[kind] or (drop > SLACK and (_chance(before.hits[key], after.hits[key]) < CHANCE[kind] if told else kind == "language")):
            found.append(key)
    return found


def _chance(before: str, after: str) -> float:
    """How often at least so many sentences would be lost if each of those that only one got right were as likely lost as won."""
    then, now = int(before, 16), int(after, 16)
    lost, won = (then & ~now).bit_count(), (now & ~then).bit_count()
    return float(sum(comb(lost + won, n) for n in range(lost, lost + won + 1)) / 2 ** (lost + won))

"""From words and state to one reason, with everything that was weighed. Pure.

A reason's score is its share of the words plus its strongest fact, as far as the words reach: facts of a family nobody wrote about
count little, so that a failed withdrawal does not answer for a question about dark mode.
"""

import msgspec

from farol.core.reasons import reasons

from .lanes import first
from .model import GENERAL, SHOWN, Candidate, Decision, Fact, Reading, Said, Seen, family_of
from .rules import POINTED, RULES, Rule

BESIDE = 0.6
"""What of another family's share reaches a reason that may hide behind it."""
AT_LEAST = 0.5
"""How far words reach what the customer pointed at."""
UNSURE = 0.4
"""How far they reach anything when nothing of them was understood."""
MORE = 0.1
"""What each further fact adds."""
AHEAD = 1.15
"""By how much words have to favour a reason over the next of its family to name it, not just the family."""
LITTLE = 0.2
"""Below this much understood, words without facts say nothing."""
GUESSED = 0.6
"""A fact that answers for words nobody understood is at least so strong."""
DANGER, CLEARLY = "care.person_at_risk", 1.5
"""The words themselves go before everything. Likeness to them is heard too, where it is this much ahead of any other: a person and no
machine takes over then, and what is like everything a little is like nothing."""
OF_ALARM = {"crisis": "care.person_at_risk", "theft": "sec.account_stolen", "not_me": "sec.account_stolen", "complaint": "leg.complaint"}
NOTHING = "gen.howto"


def decide(said: Said, reading: Reading, seen: Seen | None) -> Decision:
    """What the ticket is about. seen: None for somebody without an account at the exchange."""
    without = seen is not None and seen.down
    if reading.leaves[DANGER] < CLEARLY * max(share for code, share in reading.leaves.items() if code != DANGER):
        reading = msgspec.structs.replace(reading, leaves={**reading.leaves, DANGER: 0.0})
    listed = candidates(said, reading, seen)
    basis, words = first(said, seen)
    if basis:
        reason = OF_ALARM[basis]
    elif without or seen is None:  # nothing but words
        reason, basis = by_words(reading)
    else:
        reason, basis = by_both(reading, listed[0])
    shown = listed[:SHOWN] if reason in {one.reason for one in listed[:SHOWN]} else [
        *listed[: SHOWN - 1], next(one for one in listed if one.reason == reason)]
    families = dict(sorted(((name, round(share, 3)) for name, share in reading.families().items()), key=lambda pair: -pair[1])[:3])
    heard = [words, *reading.heard] if words else reading.heard
    missing = seen.missing if seen else {}
    return Decision(reason, reasons()[reason].severity, basis, families, shown, heard, without, seen is not None, missing)


def by_both(reading: Reading, best: Candidate) -> tuple[str, str]:
    """The best candidate, unless words said nothing and no fact speaks either."""
    if not best.facts:
        return (best.reason, "words") if reading.sure >= LITTLE else (NOTHING, "nothing")
    if best.state >= POINTED:
        return best.reason, "pointed"
    if reading.sure >= LITTLE:
        return best.reason, "state"
    return (best.reason, "guess") if best.state >= GUESSED else (NOTHING, "nothing")


def by_words(reading: Reading) -> tuple[str, str]:
    """The family words name, and its reason that is ahead of the others; what stands for the family where none is."""
    if reading.sure < LITTLE:
        return NOTHING, "nothing"
    family = reading.best_family()
    best, *others = sorted((code for code in reading.leaves if family_of(code) == family), key=lambda code: -reading.leaves[code])
    ahead = not others or reading.leaves[best] >= AHEAD * reading.leaves[others[0]]
    return best if ahead else GENERAL[family], "words"


def candidates(said: Said, reading: Reading, seen: Seen | None) -> list[Candidate]:
    """Every reason with its score, best first."""
    families = reading.families()
    found = []
    for code, share in reading.leaves.items():
        facts = sorted(RULES[code].run(seen, said), key=lambda one: -one.strength) if seen and code in RULES else []
        strongest = facts[0].strength if facts else 0.0
        score = share
        if facts:
            score += (strongest + MORE * min(len(facts) - 1, 3)) * _reach(RULES[code], families, reading.sure, strongest)
        found.append(Candidate(code, round(score, 4), round(share, 4), strongest, _brief(facts)))
    return sorted(found, key=lambda one: -one.score)


def _reach(rule: Rule, families: dict[str, float], sure: float, strongest: float) -> float:
    reach = max(families[rule.own], *(BESIDE * families[name] for name in rule.beside), UNSURE * (1 - min(1.0, sure / LITTLE / 2)))
    return max(reach, AT_LEAST) if strongest >= POINTED else reach


def _brief(facts: list[Fact]) -> list[Fact]:
    return facts[:3]

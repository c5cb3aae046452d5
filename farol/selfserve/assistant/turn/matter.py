"""What the words are about: the model's shares, the ticket's reason where somebody or the exchange's state knows better."""

from farol.core.understanding import Understood, understand
from farol.desk.triage.model import family_of

from .given import Given, Heard, Matter
from .trace import Trace

GUIDED = frozenset(("dep", "wd", "sec", "acc", "p2p", "fiat", "trd", "scam", "leg", "care"))
"""Families that are about somebody's money or the safety of their account."""
SURE = 0.5
"""The share from which words alone say what it is about."""
HOW_TO = 0.35
"""What is left for "how do I" (``gen``, ``fee``, ``prod`` ...) beside a guided reason, from which it may be only a question."""


def matter(given: Given, heard: Heard, trace: Trace, state: str = "") -> Matter:
    """state: the reason that the exchange's state gave, which goes before words; empty for none."""
    with trace.stage("intent") as told:
        understood = understand(heard.text, heard.language)
        top = understood.reasons[0] if understood.reasons and not understood.out_of_scope else None
        reason, share, by = (top.code, top.p, "words") if top else ("", 0.0, "words")
        if state:
            reason, share, by = state, 1.0, "state"
        elif given.reason and (not given.case.reason or given.case.reason == given.reason) and (not top or top.p < SURE or family_of(top.code) == family_of(given.reason)):
            reason, share, by = given.reason, max(share, SURE), "ticket"
        guided = bool(reason) and family_of(reason) in GUIDED
        known = {"words": ("按文字", "by the words"), "ticket": ("按工单上的原因", "by the ticket's reason"), "state": ("按交易所的数据", "by the exchange's data")}[by]
        told.say(
            f"{known[0]}判断为 {reason}。" if reason else "听不出是哪一类事。", f"Taken for {reason} {known[1]}." if reason else "About nothing it knows.",
            reason=reason, by=by, share=round(share, 3), shares=[f"{one.code} {one.p:.2f}" for one in understood.reasons[:3]],
            out_of_scope=int(understood.out_of_scope), alarms=list(understood.alarms))
    return Matter(reason, share, by, guided, understood)


def alarmed(understood: Understood) -> str:
    """The alarm that is acted on at once: ``care.person_at_risk``, ``sec.account_stolen`` or nothing. Words that the list of urgent words does
    not hold are heard here."""
    return next((code for code in ("care.person_at_risk", "sec.account_stolen") if code in understood.sure), "")

"""What to do next: the case card's steps with where each comes from, and what its button shows. Pure; nothing is carried out."""

from farol.core.exchange.shapes import Text
from farol.desk.evidence.case.model import Case, Next, Step
from farol.desk.plays.model import Message

from .model import Advice, Opens

_OPENS: dict[Step, Opens] = {
    "wait": "exchange", "say": "draft", "ask": "draft", "check": "case", "settle": "case", "recover": "recovery", "resolve": "status", "procedure": "checklist",
}


def advise(case: Case, told: Message | None) -> list[Advice]:
    """The next step and those after it. told: the message of ours that the customer answers here, which goes before what explains."""
    found = [_of(one, case) for one in ([case.next] if case.next else []) + case.then]
    if told and not (found and found[0].of == "checklist"):
        found.insert(0, Advice(
            "told_before", "play",
            Text(f"客户在回复我们主动发的“{told.title_zh}”，从那里接着说", f"The customer answers our message “{told.title_en}”: go on from there"),
            Text("同样的话不用再说一遍", "There is no need to say the same again"), "draft"))
    return found


def _of(one: Next, case: Case) -> Advice:
    if one.step == "procedure":
        return Advice(one.code, "checklist", one.words, one.why, "checklist")
    if one.code == "pick_reason":
        return Advice(one.code, "triage", one.words, one.why, "reason")
    of = "triage" if one.code == "look_at" and case.facts else "case"
    return Advice(one.code, "triage" if of == "triage" else "case", one.words, one.why, _OPENS[one.step])

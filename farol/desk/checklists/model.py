"""Steps of procedures. A step has one name wherever it stands, so what was done stays done when the reason changes."""

import json
from datetime import datetime
from functools import lru_cache
from importlib.resources import files

import msgspec


class Step(msgspec.Struct, frozen=True):
    """What one does. key: its name in every procedure it is part of."""

    key: str
    zh: str
    en: str


class Done(msgspec.Struct, frozen=True):
    """Who did it when. reason: what the ticket was about at that time."""

    staff_id: int
    name: str
    at: datetime
    reason: str


class StepView(msgspec.Struct, frozen=True):
    """A step with its state. reopened: who took the last tick away, when it is open again."""

    key: str
    zh: str
    en: str
    done: Done | None
    reopened: Done | None


class Checklist(msgspec.Struct, frozen=True):
    """steps: of the reason now, in order. next: the key of the first open one, None when all are done or there are none.
    before: steps done under another reason that are no part of this one."""

    reason: str | None
    steps: list[StepView]
    next: str | None
    before: list[StepView]


@lru_cache
def procedures() -> tuple[dict[str, Step], dict[str, list[Step]]]:
    """All steps by key, and the steps of each reason in order."""
    raw = json.loads(files(__package__ or "").joinpath("procedures.json").read_text("utf-8"))
    steps = {key: Step(key, zh, en) for key, (zh, en) in raw["steps"].items()}
    return steps, {reason: [steps[key] for key in keys] for reason, keys in raw["reasons"].items()}


def checklist(reason: str | None, done: dict[str, Done], reopened: dict[str, Done]) -> Checklist:
    """What to show for a reason, given the newest state of every step that was ever ticked."""
    steps, by_reason = procedures()
    listed = by_reason.get(reason or "", [])

    def view(step: Step) -> StepView:
        ticked = done.get(step.key)
        return StepView(step.key, step.zh, step.en, ticked, None if ticked else reopened.get(step.key))

    shown = [view(step) for step in listed]
    first = next((step.key for step in shown if step.done is None), None)
    known = {step.key for step in listed}
    return Checklist(reason, shown, first, [view(steps[key]) for key in done if key not in known and key in steps])

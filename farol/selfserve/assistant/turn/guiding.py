"""A guided flow inside a turn: its words, choices and place as the assistant's own, and what to keep of it."""

import msgspec

from farol.selfserve.assistant.model import MoveKind, Place, Source
from farol.selfserve.assistant.words import filled, name_of, words_of
from farol.selfserve.flows.model import FlowTurn

from .given import Given, Heard, Thought
from .trace import Trace
from .writing import move


def guide(given: Given, heard: Heard, turn: FlowTurn, trace: Trace) -> Thought:
    """The step that the flow shows now. Its own misses are counted by itself."""
    place = Place(turn.place.flow, turn.place.at, turn.place.of) if turn.place else None
    with trace.stage("flow") as told:
        at = (f"第 {place.at} 步，共 {place.of} 步", f"step {place.at} of {place.of}") if place else ("", "")
        told.say(
            f"按 {turn.reason} 的流程回答。{at[0]}", f"Goes by the flow of {turn.reason}. {at[1]}".strip(), reason=turn.reason,
            asks=turn.missing_slots, done=int(turn.done), hand_off=turn.hand_off)
    sources = [
        Source(one.kind, one.title, one.url if not one.url.startswith("/") else f"{given.site}{one.url}", one.version, one.at, one.language, one.translated)
        for one in turn.sources
    ]  # fmt: skip
    labels = [one.label for one in turn.choices]
    kind: MoveKind = "answer" if turn.done else "question" if turn.missing_slots and not labels else "step"
    note = filled(words_of(heard.language).steps_in, language=name_of(turn.language)) if _foreign(turn, heard) and given.first and turn.lead else ""
    made = move(
        kind, "\n\n".join(part for part in (note, turn.lead) if part), heard.language, first=given.first, choices=labels, sources=sources, place=place,
        evidence=[*turn.evidence, turn.lead if turn.done else "", note, *labels], reason=turn.reason)
    case = msgspec.structs.replace(
        given.case, state="talking", reason=turn.reason, language=heard.language, offered=[], slots={**given.case.slots, **heard.slots, **turn.slots},
        flow=msgspec.to_builtins(turn.state) if turn.state else None)
    return Thought(made, case, trace.stages, heard.language, solved=turn.done)


def _foreign(turn: FlowTurn, heard: Heard) -> bool:
    return turn.language.partition("-")[0] != heard.language.partition("-")[0]

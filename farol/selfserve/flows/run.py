"""One turn at work: what is known in it, which steps would say something now, and what they would say. Pure."""

from typing import Any, NamedTuple

from farol.core.exchange.shapes import Reader, Text
from farol.desk.triage.looking import hear
from farol.desk.triage.model import Said, Seen
from farol.kit.i18n import Lang
from farol.selfserve.tools.words import Words as ToolWords

from . import things, words
from .live import LIVE, Look
from .live.told import closed
from .live.witness import two
from .model import MOST_CHOICES, Knows, Option
from .pages import OWN
from .script import Flow, Step

NONE = "none"
"""The thing of somebody for whom it is none of those listed."""
DOWN = frozenset({"down", "late"})


class Run(NamedTuple):
    """What a turn depends on. thing: ref of what is meant, ``none``, or empty while that is open. found: the thing itself."""

    reason: str
    flow: Flow
    lang: Lang
    seen: Seen | None
    said: Said
    reader: Reader | None
    slots: dict[str, str]
    done: list[str]
    thing: str
    found: Any

    @property
    def kind(self) -> str:
        """What the flow lets its customer pick; empty for nothing."""
        return next((step.pick for step in self.flow.steps if step.pick), "")


class Shown(NamedTuple):
    """A step as it is shown. options: its own choices; the usual ones are added where it has none. asks: slots it asks for."""

    key: str
    words: str
    options: list[Option]
    asks: list[str]
    evidence: list[str]
    page: str = ""
    hand_off: bool = False
    asked_the_exchange: bool = False


def start(knows: Knows, flow: Flow, slots: dict[str, str], *, reason: str = "", thing: str = "", done: list[str] | None = None) -> Run:
    """The run of a flow. thing: as it was kept or chosen; without one it is the one that is certainly meant, if there is such."""
    seen, said = knows.seen, hear([*slots.values(), knows.said])
    reader = Reader(seen.now, knows.zone) if seen else None
    run = Run(reason or knows.reason, flow, knows.lang, seen, said, reader, slots, done or [], thing, None)
    if seen is None or not run.kind or thing == NONE:
        return run
    found = things.find(seen, thing) if thing else things.certain(run.reason, run.kind, seen, said, slots)
    return run._replace(thing=things.ref(run.kind, found) if found is not None else "", found=found)


def draw(run: Run, step: Step) -> Shown | None:
    """What the step shows now; None where there is nothing to say or its conditions do not hold."""
    if not all(_holds(run, one) for one in step.when):
        return None
    if step.pick or step.tell:
        if run.seen is None or run.reader is None:
            return _sign_in(run)
        return _pick(run, step) if step.pick else _tell(run, step)
    assert step.say is not None
    if step.ask and all(slot in run.slots for slot in step.ask):
        return None
    options = [Option(one.zh if run.lang == "zh" else one.en, one.to, one.sets) for one in step.buttons]
    asks = [slot for slot in step.ask if slot not in run.slots]
    if asks and not options:
        options = [Option(words.SKIP.of(run.lang), "skip")]
    return Shown(step.key, step.say.of(run.lang), options, asks, [step.say.of(run.lang)], step.page, step.hand_off)


def _holds(run: Run, condition: str) -> bool:
    head, _, rest = condition.partition(":")
    if head in ("slot", "no_slot"):
        return (rest in run.slots) == (head == "slot")
    if head == "is":
        one = run.found
        states = {str(getattr(one, name, "") or "") for name in ("state", "status", "reason", "substate", "side", "name_match")} if one is not None else set()
        return rest in states or (rest == "cancellable" and getattr(one, "cancellable", False))
    return {
        "thing": run.found is not None, "no_thing": run.found is None, "signed_in": run.seen is not None, "visitor": run.seen is None,
    }[head]  # fmt: skip


def _sign_in(run: Run) -> Shown | None:
    """Once in a flow: why signing in helps. General steps follow for whoever does not want to."""
    if "sign_in" in run.done:
        return None
    return Shown("sign_in", words.SIGN_IN.of(run.lang), [Option(words.GENERAL.of(run.lang), "next")], [], [], "home")


def _pick(run: Run, step: Step) -> Shown | None:
    assert run.seen
    assert run.reader
    if run.thing:
        return None
    read = things.KINDS[step.pick].read
    if run.seen.missing.get(read) in DOWN:
        return _down(run)
    listed = things.likely(run.reason, step.pick, run.seen, run.said, run.slots)[: MOST_CHOICES - 1]
    if not listed:
        return None
    options = [Option(things.label(step.pick, one, run.reader).of(run.lang), f"thing:{things.ref(step.pick, one)}") for one in listed]
    options.append(Option(words.NONE_OF_THEM.of(run.lang), NONE))
    evidence = [line for one in listed for line in things.evidence(one, run.reader)]
    return Shown(step.key, words.WHICH.of(run.lang), options, [], evidence, asked_the_exchange=True)


def _tell(run: Run, step: Step) -> Shown | None:
    assert run.seen
    assert run.reader
    reads, live = LIVE[step.tell]
    if any(run.seen.missing.get(read) in DOWN for read in reads):
        return _down(run)
    told = live(Look(run.seen, run.said, run.reader, run.reason, run.found))
    if told is None or not told.words.en:
        return None
    options = [Option(one.zh if run.lang == "zh" else one.en, one.to, one.sets) for one in step.buttons]
    page = step.page or told.page
    stop = "。" if run.lang == "zh" else "."
    evidence = told.evidence or [told.words.of(run.lang)]
    return Shown(step.key, closed(told.words.of(run.lang), stop), options, [], evidence, page, step.hand_off, page in OWN)


def _down(run: Run) -> Shown | None:
    """Once in a flow: that the exchange does not answer, and nothing is known for now."""
    if "down" in run.done:
        return None
    said = Text(*two(ToolWords.to_down)).of(run.lang)
    return Shown("down", said, [Option(words.NEXT.of(run.lang), "next"), Option(words.UNSOLVED.of(run.lang), "unsolved")], [], [said])

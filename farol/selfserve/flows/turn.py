"""``advance``: from what is known to what is said next. Pure: no clock, no exchange, no database."""

from msgspec.structs import replace

from farol.desk.fields.model import slots as fields

from . import coach, things, words
from .answering import chosen
from .discreet import discreet
from .model import MOST_CHOICES, MOST_MISSES, Choice, FlowState, FlowTurn, Knows, Option, Place
from .pages import source
from .run import NONE, Run, Shown, draw, start
from .script import SILENT, flows
from .slots import fill, whole


def advance(knows: Knows) -> FlowTurn:
    """The next turn. A state of another reason or of an earlier version of the flow begins it anew; slots are never lost."""
    knows = replace(knows, seen=discreet(knows.seen) if knows.seen else None)
    state = knows.state
    if state and (state.flow != knows.reason or state.flow not in flows() or state.version != flows()[state.flow].version):
        state, knows = None, replace(knows, state=None)
    slots = fill(knows)
    flow = flows().get(knows.reason)
    if flow is None or knows.reason in SILENT:
        why = "unknown" if flow is None else "people"
        return FlowTurn("", None, knows.reason, _language(knows), hand_off=why, slots=slots)
    if state is None:
        run = start(knows, flow, slots)
        asked = coach.question(run, knows.said)
        return _turn(run, asked, place=False) if asked else _from(run, 0)
    return _go_on(knows, state, slots)


def _go_on(knows: Knows, state: FlowState, slots: dict[str, str]) -> FlowTurn:
    """The customer answered what was shown."""
    option = chosen(state.options, knows.said)
    if option is not None and option.to == "skip" and _amount_alone(state, knows):
        option = None  # a bare number is the amount that was asked for before it is the place of "skip"
    done = list(dict.fromkeys([*state.done, state.step]))
    if option is None:
        return _answered(knows, state, slots, done)
    slots = {**slots, **option.sets}
    flow = flows()[state.flow]
    verb, _, rest = option.to.partition(":")
    if verb == "reason":
        code, _, thing = rest.partition(":")
        turned = replace(knows, reason=code, state=None, said="", slots=slots)
        if code in SILENT or code not in flows() or state.step != coach.KEY:
            return advance(turned)
        return _from(start(turned, flows()[code], slots, thing=thing), 0)
    thing = {"thing": rest, NONE: NONE}.get(verb, state.thing)
    run = start(replace(knows, said=""), flow, slots, thing=thing, done=done)
    if verb == "solved":
        return FlowTurn(words.GLAD.of(run.lang), None, run.reason, _language(knows), done=True, slots=slots)
    if verb == "unsolved":
        return _hand_off(run, "unsolved")
    here = flow.at(state.step)
    if verb == "step":
        return _from(run, flow.at(rest) or 0)
    if verb == NONE:  # of the things: whatever was said of one of them is said no more
        return _from(run, (flow.at(state.step) or 0) + 1)
    return _from(run, 0 if here is None else here + 1)


def _amount_alone(state: FlowState, knows: Knows) -> bool:
    """Whether nothing but an amount was asked for, and the words are one."""
    open_ = [slot for slot in state.asked if slot not in knows.slots and slot in fields()]
    return len(open_) == 1 and fields()[open_[0]].kind == "amount" and bool(whole(fields()[open_[0]], knows.said))


def _answered(knows: Knows, state: FlowState, slots: dict[str, str], done: list[str]) -> FlowTurn:
    """Words that are no choice: what was asked for, the thing that is meant, or something that was not understood."""
    flow = flows()[state.flow]
    here = flow.at(state.step)
    run = start(knows, flow, slots, thing="" if state.thing == NONE else state.thing, done=done)
    new = {key for key, value in slots.items() if knows.slots.get(key) != value}
    if state.asked and set(state.asked) <= slots.keys():
        return _from(run, 0 if here is None else here + 1)
    if run.found is not None and run.thing != state.thing:
        return _from(run._replace(done=[]), 0)
    if new:
        # Something was learnt: the steps that were skipped for want of it come first.
        return _from(run, 0 if not state.asked and here is None else here or 0)
    if state.misses + 1 >= MOST_MISSES:
        return _hand_off(run, "not_understood")
    shown = _again(run, state)
    if shown is None:
        return _hand_off(run, "not_understood")
    gap = "" if run.lang == "zh" else " "
    again = _turn(run, shown._replace(words=f"{words.AGAIN.of(run.lang)}{gap}{shown.words}"), place=False)
    assert again.state
    kept = replace(again.state, step=state.step, misses=state.misses + 1, options=state.options, asked=state.asked, done=state.done)
    return replace(again, state=kept, choices=[Choice(one.label) for one in state.options])


def _again(run: Run, state: FlowState) -> Shown | None:
    """The step that was shown last, once more."""
    if state.step == coach.KEY:
        return coach.question(run._replace(slots={}, said=run.said), "") or Shown(coach.KEY, words.WHICH.of(run.lang), state.options, [], [])
    here = run.flow.at(state.step)
    if here is None:
        return Shown(state.step, words.ANSWERED.of(run.lang), state.options, [], [])
    return draw(run._replace(done=[one for one in run.done if one != state.step]), run.flow.steps[here])


def _from(run: Run, begin: int) -> FlowTurn:
    """The first step from there on that has something to say; the closing question where none has."""
    for at in range(begin, len(run.flow.steps)):
        step = run.flow.steps[at]
        shown = None if step.key in run.done and not step.ask else draw(run, step)
        if shown is None:
            continue
        if shown.hand_off:
            return _last(run, shown)
        return _turn(run, _with_choices(run, shown, at), at=at)
    return _turn(run, Shown("closing", words.ANSWERED.of(run.lang), _end(run), [], []))


def _with_choices(run: Run, shown: Shown, at: int) -> Shown:
    """A step without choices of its own gets the usual ones: on, or done; the last step asks whether it helped."""
    if shown.options:
        return shown
    more = _more(run, at)
    if more:
        options = [Option(words.NEXT.of(run.lang), "next"), Option(words.SOLVED.of(run.lang), "solved")]
    else:
        gap = "\n\n"
        shown = shown._replace(words=f"{shown.words}{gap}{words.ANSWERED.of(run.lang)}")
        options = _end(run)
    if run.found is not None and run.flow.steps[at].tell and len(options) < MOST_CHOICES and _others(run):
        options.append(Option(words.ANOTHER.of(run.lang), NONE))
    return shown._replace(options=options)


def _others(run: Run) -> bool:
    """Whether the thing was taken for meant without having been picked, while there are others."""
    return run.seen is not None and run.thing != "" and len(getattr(run.seen, things.KINDS[run.kind].read)) > 1


def _more(run: Run, at: int) -> int:
    """How many steps after that one have something to say, as things stand."""
    done = [*run.done, run.flow.steps[at].key, "sign_in", "down"]
    return sum(draw(run._replace(done=done), step) is not None for step in run.flow.steps[at + 1 :] if step.key not in done)


def _end(run: Run) -> list[Option]:
    return [Option(words.SOLVED.of(run.lang), "solved"), Option(words.UNSOLVED.of(run.lang), "unsolved")]


def _turn(run: Run, shown: Shown, *, at: int | None = None, place: bool = True) -> FlowTurn:
    here = len(run.done) + 1
    asked = run.seen.now.date() if run.seen and shown.asked_the_exchange else None
    more = _more(run, at) if at is not None else 0
    return FlowTurn(
        shown.words, FlowState(run.reason, run.flow.version, shown.key, run.thing, run.done, shown.asks, shown.options), run.reason,
        "zh-Hans" if run.lang == "zh" else "en", [Choice(one.label) for one in shown.options],
        [source(shown.page, run.lang, asked)] if shown.page else [], Place(run.reason, here, here + more) if place else None,
        missing_slots=shown.asks, evidence=shown.evidence, slots=run.slots,
    )  # fmt: skip


def _last(run: Run, shown: Shown) -> FlowTurn:
    """A step after which a person goes on."""
    turn = _turn(run, shown._replace(options=[]))
    return replace(turn, state=None, choices=[], hand_off="people")


def _hand_off(run: Run, why: str) -> FlowTurn:
    return FlowTurn(words.TO_PERSON.of(run.lang), None, run.reason, "zh-Hans" if run.lang == "zh" else "en", hand_off=why, slots=run.slots)


def _language(knows: Knows) -> str:
    return "zh-Hans" if knows.lang == "zh" else "en"

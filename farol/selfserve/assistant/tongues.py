"""Words of a turn in the customer's language, where a passage or a flow exists only in another: translated when there is a way, else as it is."""

import asyncio

from msgspec.structs import replace

from farol.core.translation import Translator
from farol.kit.i18n import canonical
from farol.selfserve.flows.answering import numbered
from farol.selfserve.flows.model import FlowTurn

from .around import Around
from .turn.answering import answer
from .turn.checking import forbidden
from .turn.finding import Candidate
from .turn.given import Given, Heard, Thought
from .turn.guiding import guide
from .turn.quoting import quoted
from .turn.trace import Trace
from .words import filled, name_of, words_of

OPENCC = "opencc"
LONGEST_LABEL = 120


async def translated(around: Around, text: str, source: str, language: str) -> tuple[str, str]:
    """The text in that language and what made it; both empty where there is no way or none is needed."""
    if not text or not around.kit.has(Translator):
        return "", ""
    who = around.who
    about = f"ticket:{who.ticket_id}" if who.ticket_id else "assistant:1"
    try:
        async with asyncio.timeout(around.left_s()):
            done = await around.kit.get(Translator).translate(text, source, language, customer=who.customer_id, about=about)
    except TimeoutError:
        return "", ""
    if done.why != "done" or not done.words or (done.by != OPENCC and set(forbidden(done.words)) - set(forbidden(text))):
        return "", ""
    return done.words, done.by


async def in_tongue(around: Around, given: Given, heard: Heard, best: Candidate, reason: str, thought: Thought, trace: Trace) -> Thought:
    """A quote in the customer's language. The label and the original's address stand beside a machine's words."""
    source = canonical(best.article.language)
    if source == heard.language:
        return thought
    with trace.stage("translate") as told:
        words, by = await translated(around, quoted(best.article, best.passage), source, heard.language)
        told.say(
            "机器翻译了引用，并附上原文链接。" if words else "没有译文，按原文引用并说明。",
            "The quote is machine translated, with the original's address." if words else "No translation: quoted as it is, and said so.",
            source=source, target=heard.language, by=by)
    if not words:
        return thought
    if by == OPENCC:
        parts = thought.move.parts
        label = filled(words_of(heard.language).only_in, language=name_of(best.article.language))
        lead = parts.lead.replace(quoted(best.article, best.passage), words).replace(label, "").strip()
        move = replace(thought.move, parts=replace(parts, lead=lead), text=thought.move.text.replace(parts.lead, lead), evidence=[*thought.move.evidence, words])
        return replace(thought, move=move)
    made = answer(given, heard, best, reason, Trace(), translated=words)
    return replace(made, move=replace(made.move, evidence=[*made.move.evidence, words]))


async def in_tongue_of_flow(around: Around, heard: Heard, turn: FlowTurn, guided: Thought, given: Given, trace: Trace) -> Thought:
    """A step in the customer's language: its words and its labels, so that a label they type means what it says."""
    if turn.language == heard.language or not turn.lead:
        return guided
    with trace.stage("translate") as told:
        lead, by = await translated(around, turn.lead, turn.language, heard.language)
        made = await asyncio.gather(*(translated(around, one.label, turn.language, heard.language) for one in turn.choices)) if lead else []
        labels = [words for words, _ in made]
        told.say(
            "机器翻译了这一步。" if lead else "没有译文，这一步用原来的语言。", "The step is machine translated." if lead else "No translation: the step stays as it is.",
            source=turn.language, target=heard.language, by=by)
    if not lead or not all(_fits(label) for label in labels) or len({label.casefold() for label in labels}) < len(labels):
        return guided
    state = turn.state
    if state:
        by_label = {one.label: new for one, new in zip(turn.choices, labels, strict=True)}
        state = replace(state, options=[replace(one, label=by_label.get(one.label, one.label)) for one in state.options])
    choices = [replace(one, label=new) for one, new in zip(turn.choices, labels, strict=True)]
    return guide(given, heard, replace(turn, lead=lead, choices=choices, state=state, language=heard.language, evidence=[*turn.evidence, turn.lead]), Trace())


def _fits(label: str) -> bool:
    """Whether a translated label can stand on a button and be typed."""
    return 0 < len(label) <= LONGEST_LABEL and "\n" not in label and not numbered(label)

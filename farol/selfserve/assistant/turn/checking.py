"""The checker: no word of a turn states a figure, id, link or time that does not stand in its evidence."""

from farol.core.grounding import Fact, ungrounded
from farol.desk.guard.careful import careful
from farol.desk.guard.never import never
from farol.selfserve.assistant.model import Move
from farol.selfserve.assistant.words import words_of

from .trace import Trace
from .writing import sourced


def checked(move: Move, language: str, trace: Trace) -> bool:
    """Whether everything it says stands in what it was made from: its evidence, its sources and the assistant's own sentences."""
    with trace.stage("check") as told:
        missing = facts_missing(move, language)
        told.say(
            "每个数字、编号、链接和日期都有出处。" if not missing else "有内容没有出处，不采用。",
            "Every figure, id, link and date has its source." if not missing else "Something has no source, so it is not used.",
            missing=[one.kind for one in missing])
    return not missing


def forbidden(words: str, original: str = "") -> list[str]:
    """Codes of what support never asks for and what it may not promise, in words that a machine wrote. original: what it had to go by; a
    promise that stands there is the house's own."""
    promised = {one.code for one in careful(original, promised=False)}
    found = {one.code for one in careful(words, promised=False) if one.code.startswith("promise.")} - promised
    return sorted(found | {one.code for one in never(words)})


def facts_missing(move: Move, language: str) -> list[Fact]:
    """What stands nowhere. The sentences of the assistant itself hold no figures but those that are filled in from the evidence."""
    words = words_of(language)
    own = [sourced(one, words, language) for one in move.parts.sources]
    own += [f"{one.title} {one.url}" for one in move.parts.sources]
    numbers = "\n".join(str(number) for number in range(1, len(move.parts.choices) + 1))
    return ungrounded(move.text, [*move.evidence, *own, words.intro, numbers])

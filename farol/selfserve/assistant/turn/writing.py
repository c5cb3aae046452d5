"""From what is to be said to the message: complete in its text, for channels that cannot draw, and in parts for screens that can."""

from datetime import date

from farol.kit.i18n import day, tongue_of
from farol.selfserve.assistant.model import MOST_CHOICES, Choice, Move, MoveKind, Parts, Place, Source
from farol.selfserve.assistant.words import Words, filled, words_of


def move(
    kind: MoveKind, lead: str, language: str, *, first: bool, choices: list[str] | None = None, sources: list[Source] | None = None,
    place: Place | None = None, human: bool = True, evidence: list[str] | None = None, reason: str = "",
) -> Move:
    """The move with its text. first: it begins by saying what it is. choices: labels, at most three; a person is offered beside them."""
    words = words_of(language)
    said = [words.intro, lead] if first else [lead]
    labels = (choices or [])[: MOST_CHOICES + 1]
    lead = "\n\n".join(part for part in said if part)
    parts = Parts(lead, [Choice(label) for label in labels], sources or [], place, human)
    return Move(kind, text_of(parts, language), parts, evidence or [], reason)


def text_of(parts: Parts, language: str) -> str:
    """Everything in words: numbered choices, and where it comes from with the address."""
    words = words_of(language)
    lines = [parts.lead]
    if parts.choices:
        lines.append("\n".join(f"{number}. {choice.label}" for number, choice in enumerate(parts.choices, 1)))
    if parts.sources:
        lines.append("\n".join(sourced(one, words, language) for one in parts.sources))
    return "\n\n".join(line for line in lines if line)


def sourced(one: Source, words: Words, language: str) -> str:
    """A source in a line."""
    when = day(one.at, tongue_of(language)) if isinstance(one.at, date) else ""
    if one.kind == "article":
        return filled(words.article, title=one.title, version=one.version, date=when, url=one.url)
    if one.kind == "exchange" and when:
        return filled(words.exchange, title=one.title, date=when, url=one.url).strip()
    return filled(words.page, title=one.title, url=one.url) if one.url else one.title

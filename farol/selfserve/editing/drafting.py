"""A first draft out of answers that were given: the sentences of staff, masked, what several said put together once.

Extractive: no word in it is made up, and none of it is true only because it was said. An editor reads it all before anybody else does.
"""

import re
from collections.abc import Iterable, Sequence

import msgspec

from farol.kit import text
from farol.kit.i18n import Lang, Say
from farol.selfserve.knowledge.model import LONGEST, Text

from .coverage import alike
from .masking import masked
from .store import Answered

ALIKE = 0.5
"""The share of their tokens that two sentences have in common when they say the same."""
SHORTEST, LONGEST_SENTENCE = 6, 400
MOST_GROUPS, MOST_QUESTIONS, MOST_SENTENCES = 24, 3, 400
_CUT = re.compile(r"(?<=[。！？!?])|(?<=\.)\s+|\n+")
_MARK = re.compile(r"^\s*(?:[-*•·]|\d{1,2}[.)、])\s*")
_POLITE = re.compile(
    r"^(?:hi|hello|dear|thanks?|thank you|best|kind|regards|sincerely|sorry|apolog|you(?:'re| are) welcome|good (?:morning|day|evening)|glad|have a"
    r"|您好|你好|亲爱|尊敬|谢谢|感谢|不客气|抱歉|对不起|很高兴|祝您|祝好|此致|敬礼|早上好|下午好|晚上好)", re.I)
_POLITE_MOST = 60
"""Characters up to which a sentence that begins politely is nothing else."""
_CANNOT = re.compile(r"\b(?:cannot|can't|can not|unable|not possible|impossible|do not|never)\b|无法|不能|不可以|不支持|没有办法", re.I)
_TIME = re.compile(r"\b(?:minutes?|hours?|days?|weeks?|fees?|free of charge|cost)\b|分钟|小时|工作日|\d ?天|手续费|免费|费用", re.I)
HEADINGS: tuple[tuple[str, Say], ...] = (
    ("who", Say("适合谁看", "Who this is for")),
    ("steps", Say("怎么做", "What to do")),
    ("cannot", Say("我们做不到的", "What we cannot do")),
    ("time-and-fee", Say("时间与费用", "Time and fee")),
    ("stuck", Say("还没解决？", "Still stuck?")),
)
"""The sections of an article, as the shipped ones have them."""
STUCK = Say("以上都试过还不行，请登录后写工单给我们，并说明您做到哪一步。", "If none of this helps, write to us signed in and say how far you got.")


class Made(msgspec.Struct, frozen=True):
    """A draft, how many sentences it is made of, and how many of them more than one ticket had."""

    text: Text
    sentences: int
    shared: int


class Sentence(msgspec.Struct, frozen=True):
    """Something staff said. place: where in the answers of its ticket, 0 to 1."""

    words: str
    ticket: int
    place: float
    tokens: frozenset[str]


def draft(title: str, tickets: Sequence[Answered], language: Lang) -> Made:
    """The article's template filled from these tickets. Without a telling sentence its body has the headings alone."""
    groups = _grouped([said for ticket in tickets for said in _sentences(ticket, language)][:MOST_SENTENCES])
    groups.sort(key=lambda group: (-len({said.ticket for said in group}), -len(group)))
    groups = groups[:MOST_GROUPS]
    told = [(_middle(group), _section(_middle(group)), sum(said.place for said in group) / len(group)) for group in groups]
    summary = ("" if language == "zh" else " ").join(words for words, section, _ in told if section == "steps")[: LONGEST["summary"]]
    told.sort(key=lambda one: one[2])
    lines = {key: [words for words, section, _ in told if section == key] for key, _ in HEADINGS}
    lines["who"] = _questions(tickets, language)
    lines["stuck"] = [STUCK.text(language)]
    body = "\n\n".join(f"## {name.text(language)} {{#{key}}}\n\n{_listed(key, lines[key])}".rstrip() for key, name in HEADINGS) + "\n"
    return Made(Text(title, summary, body[: LONGEST["body"]]), len(told), sum(len({said.ticket for said in group}) > 1 for group in groups))


def _sentences(ticket: Answered, language: Lang) -> Iterable[Sentence]:
    names = [ticket.customer, *ticket.staff]
    said = [piece for answer in ticket.answers for piece in _cut(masked(answer, language, names))]
    for place, words in enumerate(said):
        tokens = frozenset(text.tokens(words))
        if len(words) >= SHORTEST and tokens and not (len(words) <= _POLITE_MOST and _POLITE.match(words)):
            yield Sentence(words, ticket.id, place / max(1, len(said) - 1), tokens)


def _cut(words: str) -> list[str]:
    return [plain for piece in _CUT.split(words) if (plain := _plain(_MARK.sub("", piece)))]


def _plain(words: str) -> str:
    """One line that Markdown and live blocks leave as it is."""
    words = " ".join(words.split())[:LONGEST_SENTENCE]
    return words.replace("{{", "{ {").replace("}}", "} }").replace("](", "] (").lstrip("#>|=~`").strip()


def _grouped(said: Sequence[Sentence]) -> list[list[Sentence]]:
    groups: list[list[Sentence]] = []
    for one in said:
        near = next((group for group in groups if alike(group[0].tokens, one.tokens) >= ALIKE), None)
        if near is None:
            groups.append([one])
        else:
            near.append(one)
    return groups


def _middle(group: Sequence[Sentence]) -> str:
    """The sentence that is most like the others; the shortest of equals."""
    return min(group, key=lambda one: (-sum(alike(one.tokens, other.tokens) for other in group), len(one.words))).words


def _section(words: str) -> str:
    if _CANNOT.search(words):
        return "cannot"
    return "time-and-fee" if _TIME.search(words) else "steps"


def _questions(tickets: Iterable[Answered], language: Lang) -> list[str]:
    asked = (_cut(masked(ticket.question or "", language, [ticket.customer])) for ticket in tickets)
    return list(dict.fromkeys(first for pieces in asked if (first := next((one for one in pieces if not _POLITE.match(one)), ""))))[:MOST_QUESTIONS]


def _listed(section: str, lines: Sequence[str]) -> str:
    if section == "stuck":
        return "\n".join(lines)
    return "\n".join(f"{place}. {words}" if section == "steps" else f"- {words}" for place, words in enumerate(lines, 1))

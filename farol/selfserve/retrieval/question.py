"""From what somebody typed to the terms to look for and what each counts."""

import math
from collections.abc import Iterable

import msgspec

from farol.kit import text

from .synonyms import Synonyms
from .terms import folded, is_stem, of_run

STEM, SINGLE, SYNONYM, NEAR = 0.6, 0.3, 0.5, 0.8
"""What a term counts beside a word as typed: the stem alone; one character of a text without spaces; what means the same; a slip away."""
LONGEST = 300
"""Characters of a question; who pastes more is read to here."""
MOST_TERMS = 120
_COMMON = """
a an the i im my me we our you your it its is are was be been am do does did have has had can could will would
cant cannot couldnt dont doesnt didnt isnt arent wasnt wont hasnt havent ive im t s m ll re ve d
to of in on at for from with and or but not no so that this there what why how when where which who whom please pls help
hi hello get got just still any some by as
的 了 吗 呢 吧 啊 我 是 在 有 和 也 就 都 还 给 把 被 我的 你们 您好 你好 请问 怎么 什么 为什 么的 么时 了吗 是不 不是 的是 怎样 如何 哪些 哪个 是谁
el la los las un una unos unas de del al en y o que qué cuál cual cuáles cuándo cuando cómo como dónde donde quién quien por para con
se su sus mi mis me no es son fue era lo le les ha han hay este esta
и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне мой моя мои из от о для это где когда почему
"""
COMMON = frozenset(_COMMON.split())
"""Words that say nothing about the matter."""


Phrase = tuple[tuple[str, float], ...]
"""Terms that belong together, each with what it counts."""


class Want(msgspec.Struct, frozen=True):
    """Phrases that stand for one thing: a term as typed, or all that means the same.

    units: the places in ``Question.units`` of what they stand for.
    """

    phrases: tuple[Phrase, ...]
    units: tuple[int, ...]


class Question(msgspec.Struct, frozen=True):
    """units: what was typed, without what stands in every question, each once; words: those that may have a slip or be unfinished;
    wants: what to look for, slips not yet corrected because that depends on what is known.
    """

    units: list[str]
    words: list[str]
    wants: list[Want]


def read(asked: str, synonyms: Synonyms) -> Question:
    """Any string whatever; nothing telling in it gives no units."""
    plain = folded(asked[:LONGEST])
    runs = list(text.runs(plain))
    units = _telling([term for kind, run in runs for term in of_run(kind, run)][:MOST_TERMS])
    place = {unit: n for n, unit in enumerate(units)}
    wants = [Want((((unit, weight(unit)),),), (n,)) for n, unit in enumerate(units)]
    for phrase, means in synonyms.also(plain):
        others = tuple(counted(terms, SYNONYM) for terms in means if not all(term in place for term in terms))
        wants.append(Want(others, tuple(place[term] for term in phrase if term in place)))
    return Question(units, [run for kind, run in runs if kind == "word" and run in place], wants)


def counted(terms: tuple[str, ...], share: float) -> Phrase:
    """A phrase that was not typed. What two of its terms count together is more than one alone, but not twice as much."""
    return tuple((term, share * weight(term) / math.sqrt(len(terms))) for term in terms)


def weight(term: str) -> float:
    """What a term counts by its form."""
    return STEM if is_stem(term) else SINGLE if len(term) == 1 else 1.0


def parts(unit: str) -> list[tuple[str, float]]:
    """What a typed term says of how much was understood: the parts it covers when it is found, and to what share.

    A pair covers its two characters, because half of the pairs of a sentence are of no word; a stem covers half of its word.
    """
    if len(unit) == 2 and not unit.isascii() and not unit[0].isdigit():
        return [(unit[0], 1.0), (unit[1], 1.0)]
    return [(unit, 0.5 if is_stem(unit) else 1.0)]


def _telling(terms: Iterable[str]) -> list[str]:
    """Without words that stand in every question, and without single characters where there is more."""
    each = [term for term in dict.fromkeys(terms)]
    stems = {f"{term[:4]}*" for term in each if term in COMMON}
    long = [term for term in each if len(term) > 1 and term not in COMMON and term not in stems]
    return long or [term for term in each if term not in COMMON]

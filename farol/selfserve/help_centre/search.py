"""Search over published articles: BM25 in this process's memory, both languages, typing errors, synonyms.

One document per article and language. A question in either language and either Chinese script finds the
article; the page shows it in the reader's language.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

import msgspec

from farol.kit import text
from farol.kit.i18n import Lang
from farol.selfserve.knowledge import markdown
from farol.selfserve.knowledge.model import Article

from .synonyms import also

K1, B = 1.2, 0.6
TITLE, KEYWORDS, SUMMARY, BODY = 4.0, 3.0, 2.0, 1.0
"""How much a word counts by where it stands."""
SYNONYM, NEAR, OTHER_LANGUAGE = 0.5, 0.6, 0.85
"""How much a word counts that was not typed but means the same; that is one slip away; that is in the other language."""
FLOOR = 0.2
"""What scores less than this share of the best is left out."""
MOST_TOKENS = 120
"""Tokens of one question that are looked at; a question of 300 characters has fewer."""
_COMMON = """
a an the i im my me we our you your it its is are was be been am do does did have has had can could will would
to of in on at for from with and or but not no so that this there what why how when where which please pls help
hi hello get got just still any some"""
COMMON = frozenset(_COMMON.split())
"""English words that say nothing about the matter."""

Postings = dict[str, list[tuple[int, float]]]


class Hit(msgspec.Struct, frozen=True):
    """An article that answers, in the language to show it in, with the tokens looked for, to highlight."""

    article: Article
    score: float
    wanted: frozenset[str]


class Index:
    """An immutable index over one set of articles."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._docs = list(articles)
        self._shown = {(doc.slug, doc.language): doc for doc in self._docs}
        self._postings: Postings = defaultdict(list)
        lengths = []
        for place, doc in enumerate(self._docs):
            weights = _weights(doc)
            lengths.append(sum(weights.values()))
            for token, weight in weights.items():
                self._postings[token].append((place, weight))
        mean = sum(lengths) / len(lengths) if lengths else 1.0
        self._norms = [K1 * (1 - B + B * length / mean) for length in lengths]
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for token in self._postings:
            self._by_start[token[0]].append(token)

    def __len__(self) -> int:
        return len(self._docs)

    def find(self, question: str, lang: Lang, most: int = 10) -> list[Hit]:
        """The best articles first, each once."""
        wanted = self._wanted(question)
        scores: dict[int, float] = defaultdict(float)
        for token, weight in wanted.items():
            postings = self._postings.get(token, [])
            rarity = math.log(1 + (len(self._docs) - len(postings) + 0.5) / (len(postings) + 0.5))
            for place, count in postings:
                scores[place] += weight * rarity * count * (K1 + 1) / (count + self._norms[place])
        best: dict[str, tuple[float, int]] = {}
        for place, score in scores.items():
            doc = self._docs[place]
            score *= 1 if doc.language == lang else OTHER_LANGUAGE
            if score > best.get(doc.slug, (0.0, 0))[0]:
                best[doc.slug] = (score, place)
        ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))
        floor = ranked[0][1][0] * FLOOR if ranked else 0.0
        return [
            Hit(self._shown.get((slug, lang), self._docs[place]), score, frozenset(wanted))
            for slug, (score, place) in ranked[:most]
            if score > floor
        ]

    def _wanted(self, question: str) -> Mapping[str, float]:
        """Tokens to look for and what each counts: as typed, one slip away, and meaning the same."""
        wanted: dict[str, float] = {}
        for token in _telling(text.tokens(question)[:MOST_TOKENS]):
            if token in self._postings:
                wanted[token] = max(wanted.get(token, 0), 1.0)
            elif len(token) > 3:
                for near in self._near(token):
                    wanted[near] = max(wanted.get(near, 0), NEAR)
        for token in also(question):
            if token in self._postings:
                wanted[token] = max(wanted.get(token, 0), SYNONYM)
        return wanted

    def _near(self, token: str) -> list[str]:
        """Known words that begin like it or are one slip of the finger away."""
        return [
            known
            for first in {token[0], token[1]}
            for known in self._by_start.get(first, ())
            if known.startswith(token) or one_slip(known, token)
        ]


def _telling(tokens: list[str]) -> list[str]:
    """Without words that stand in every question, and without single Han characters where there are pairs."""
    long = [token for token in tokens if len(token) > 1 and token not in COMMON]
    return long or tokens


def _weights(doc: Article) -> Counter[str]:
    found: Counter[str] = Counter()
    fields = ((doc.title, TITLE), (doc.keywords, KEYWORDS), (doc.summary, SUMMARY), (markdown.plain(doc.body), BODY))
    for words, weight in fields:
        for token in text.tokens(words):
            found[token] += weight  # type: ignore[assignment]
    return found


def one_slip(one: str, other: str) -> bool:
    """Whether one letter was added, dropped, changed or swapped with its neighbour."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    left, right = one[start:], other[start:]
    return (
        left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (left[:2] == right[:2][::-1] and left[2:] == right[2:])
    )

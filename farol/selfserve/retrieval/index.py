"""Which articles answer a question, and with which passage. One corpus a language; a snapshot never changes."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

import msgspec
import numpy as np

from farol.selfserve.knowledge.model import Article

from . import corpus, question
from .corpus import Corpus
from .model import NOTHING, Found, Hit, Passage
from .passages import passages
from .question import Phrase, Question, Want
from .segment import Segment
from .synonyms import Synonyms

OTHER_LANGUAGE = 0.85
"""How much a passage counts that is not in the reader's language."""
WHOLE = 0.8
"""How much an article's head counts beside its best passage."""
FLOOR = 0.2
"""What scores less than this share of the best is left out."""
FIRST = 3
"""Articles of which one has to answer: further down nobody looks."""
LOOKED_AT = 64
"""Passages looked at for one page of articles; more when what was found may not be seen."""
MOST_LOOKED_AT = 4_096
Sees = Callable[[Article], bool]


class Scored(msgspec.Struct, frozen=True, gc=False):
    """A passage as found. wanted: what was looked for in its language."""

    score: float
    place: int
    segment: Segment
    language: str

    @property
    def passage(self) -> Passage:
        """The passage itself."""
        return self.segment.docs[self.place]


class Index:
    """An immutable index over published articles. Thread-safe to read; ``changed`` makes the next one."""

    def __init__(
        self, corpora: Mapping[str, Corpus], articles: Mapping[tuple[str, str], Article], held: Mapping[int, Sequence[Passage]], synonyms: Synonyms,
    ) -> None:
        """held: the passages of each article by the id of its version."""
        self._corpora, self._articles, self._held, self._synonyms = corpora, articles, held, synonyms

    def __len__(self) -> int:
        return sum(each.size for each in self._corpora.values())

    def changed(self, articles: Iterable[Article], gone: Iterable[tuple[str, str]] = ()) -> "Index":
        """The index with these articles, in place of their earlier versions, and without those gone (slug and language).

        Takes milliseconds for one article and minutes of a core for a hundred thousand passages: call it in a thread.
        """
        gone = tuple(gone)
        new: dict[tuple[str, str], Article] = {(article.slug, article.language): article for article in articles}
        left = {self._articles[key].id for key in chain(new, gone) if key in self._articles}
        known = dict(self._articles)
        known.update(new)
        for key in gone:
            known.pop(key, None)
        added = {article.id: passages(article) for article in new.values()}
        held = {id_: each for id_, each in self._held.items() if id_ not in left} | added
        corpora = dict(self._corpora)
        for language in {key[1] for key in chain(new, gone)}:
            mine = (added[article.id] for key, article in new.items() if key[1] == language)
            corpora[language] = corpora.get(language, corpus.empty()).changed(frozenset(left), mine)
        return Index(corpora, known, held, self._synonyms)

    def holding(self, lone: Iterable[Passage]) -> "Index":
        """The index with further passages, each an article of its own."""
        corpora = dict(self._corpora)
        by_language: dict[str, list[list[Passage]]] = defaultdict(list)
        for passage in lone:
            by_language[passage.article.language].append([passage])
        for language, each in by_language.items():
            corpora[language] = corpora.get(language, corpus.empty()).changed(frozenset(), each)
        return Index(corpora, self._articles, self._held, self._synonyms)

    def meaning(self, synonyms: Synonyms) -> "Index":
        """The same passages under other synonyms."""
        return Index(self._corpora, self._articles, self._held, synonyms)

    def article(self, slug: str, language: str) -> Article | None:
        """The indexed version in that language."""
        return self._articles.get((slug, language))

    def articles(self) -> Iterable[Article]:
        """Everything that is indexed, in no order."""
        return self._articles.values()

    def passages(self, asked: str, language: str, most: int = 10) -> list[Passage]:
        """The best passages of one language, by themselves."""
        read = question.read(asked, self._synonyms)
        return [scored.passage for scored in self._scored(read, language, most)[1][:most] if scored.language == language]

    def find(self, asked: str, language: str, most: int = 10, sees: Sees | None = None) -> Found:
        """The best articles for a reader of that language, each once. sees: which articles the reader may know of, all unless said."""
        read, at_once = question.read(asked, self._synonyms), LOOKED_AT
        while True:
            wanted, scored = self._scored(read, language, at_once)
            best = self._best(scored, language, sees)
            if len(best) >= most or len(scored) < at_once or at_once >= MOST_LOOKED_AT:
                break
            at_once *= 8
        if not best:
            return NOTHING
        floor = best[0].score * FLOOR
        terms = frozenset(term for wants in wanted.values() for want in wants for phrase in want.phrases for term, _ in phrase)
        hits = [self._hit(one, language, terms) for one in best[:most] if one.score > floor]
        return Found(hits, max(self._covered(read, wanted[one.language], one) for one in best[:FIRST]))

    def _scored(self, read: Question, language: str, most: int) -> tuple[dict[str, list[Want]], list[Scored]]:
        """What was looked for in each language, and the best passages of all of them."""
        unknown = [n for n, unit in enumerate(read.units) if unit in read.words and not any(unit in each.vocabulary for each in self._corpora.values())]
        wanted, found = {}, []
        for name, each in self._corpora.items():
            wanted[name] = [*read.wants, *(self._near(read.units[n], n, each) for n in unknown)]
            share = 1.0 if name == language else OTHER_LANGUAGE
            for segment, scores in each.scores(wanted[name]):
                places = np.flatnonzero(scores)
                if len(places) > most:
                    places = places[np.argpartition(scores[places], -most)[-most:]]
                whole = scores[places] + np.float32(WHOLE) * scores[segment.heads[places]]
                found += [Scored(float(score) * share, int(place), segment, name) for score, place in zip(whole, places, strict=True)]
        found.sort(key=lambda scored: (-scored.score, scored.passage.article.slug))
        return wanted, found

    def _best(self, scored: Iterable[Scored], language: str, sees: Sees | None) -> list[Scored]:
        """The best passage of each article that can be shown."""
        best: dict[str, Scored] = {}
        for one in scored:
            slug = one.passage.article.slug
            if slug not in best and (sees is None or sees(self._shown(one.passage.article, language))):
                best[slug] = one
        return list(best.values())

    def _shown(self, article: Article, language: str) -> Article:
        return self._articles.get((article.slug, language), article)

    def _hit(self, scored: Scored, language: str, wanted: frozenset[str]) -> Hit:
        passage = scored.passage
        article = self._shown(passage.article, language)
        if article is not passage.article:
            same = self._held[article.id]
            passage = next((one for one in same if one.anchor == passage.anchor), same[0])
        return Hit(article, passage, scored.score, wanted)

    def _near(self, word: str, unit: int, each: Corpus) -> Want:
        """Known words in place of one that nobody knows, and what means the same as they do."""
        phrases: list[Phrase] = []
        for known in each.near(word):
            phrases.append(((known, question.NEAR),))
            phrases += [question.counted(terms, question.NEAR * question.SYNONYM) for _, means in self._synonyms.also(known) for terms in means]
        return Want(tuple(dict.fromkeys(phrases)), (unit,))

    def _covered(self, read: Question, wants: Iterable[Want], top: Scored) -> float:
        """The share of the question that the article is about, each part by how much it tells."""
        each = self._corpora[top.language]
        places = {top.place, int(top.segment.heads[top.place])}
        held: set[int] = set()
        for want in wants:
            if not held.issuperset(want.units) and any(_holds(each, top.segment, places, phrase) for phrase in want.phrases):
                held.update(want.units)
        parts: dict[str, float] = {}
        for number, unit in enumerate(read.units):
            for part, share in question.parts(unit):
                parts[part] = max(parts.get(part, 0.0), share if number in held else 0.0)
        tells = {part: each.rarity(part) for part in parts}
        total = sum(tells.values())
        return sum(share * tells[part] for part, share in parts.items()) / total if total else 0.0


def _holds(each: Corpus, segment: Segment, places: Iterable[int], phrase: Phrase) -> bool:
    """Whether the article has the whole phrase."""
    numbers = [each.vocabulary.get(term) for term, _ in phrase]
    return all(number is not None and any(segment.holds(number, place) for place in places) for number in numbers)


def empty(synonyms: Synonyms) -> Index:
    """An index before anything was published."""
    return Index({}, {}, {}, synonyms)

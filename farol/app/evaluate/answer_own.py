"""The assistant's gate on the project's own articles, by language.

``pages``: questions whose article is known, in the languages that search reads. A question counts as answered when it gets a passage verbatim.
``run``: sentences whose reason is known. Matters of money and security are never answered by a passage: of those it is counted whether they go by
their own reason's guided steps, or by another's of the same family; of the others, whether an article of their reason stands among the best three.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime

import msgspec

from farol.core.understanding.model import OUT, Model, Row, family_of
from farol.kit.i18n import lang_of
from farol.selfserve.assistant.turn.finding import MOST, Candidate, prior, rank, reasons_of, shares_of
from farol.selfserve.assistant.turn.matter import GUIDED, SURE
from farol.selfserve.knowledge import seeding
from farol.selfserve.knowledge.model import Article
from farol.selfserve.retrieval import index
from farol.selfserve.retrieval.index import Index
from farol.selfserve.retrieval.synonyms import Synonyms, effective

from .article_questions import Question
from .gate_fit import Asked, Labelled

AT = datetime(2026, 1, 1, tzinfo=UTC)


class Pages(msgspec.Struct, frozen=True):
    """Of one language, without what is taken for money or security. answered: share of the asked; precision: of those answered. among_three: with
    a right article among the best three. strange: questions that no article answers; quoted: share of them that got a passage."""

    asked: int
    answered: float
    precision: float
    among_three: float
    strange: int
    quoted: float


class Language(msgspec.Struct, frozen=True):
    """Of one language. asked: sentences whose reason a passage may answer. among_three: share with an article of it among the best three.
    guided: share of money and security questions that go by their reason's steps; guided_family: by those of its family."""

    asked: int
    among_three: float
    guided_asked: int
    guided: float
    guided_family: float


class Shelf:
    """The shipped articles in memory."""

    def __init__(self, made: Index) -> None:
        self.index = made

    def article(self, slug: str, lang: str) -> Article | None:
        """In that language, else in the other."""
        return self.index.article(slug, lang) or self.index.article(slug, "en") or self.index.article(slug, "zh")


def shelf() -> Shelf:
    """As a new installation has them."""
    articles = [
        Article(n, d.slug, d.category, d.place, d.language, 1, d.title, d.summary, d.body, d.keywords, list(d.related), d.checked_by, d.checked_on, AT, n)
        for n, d in enumerate(seeding.shipped(), 1)
    ]  # fmt: skip
    return Shelf(index.empty(Synonyms(group.words for group in effective({}))).changed(articles))


def candidates(row: Row, model: Model, books: Shelf, right: Collection[str] | None = None) -> Asked:
    """A question with its candidates, for finding the gate's weights. right: the articles that answer it; None: those of its reason."""
    if right is None:
        right = [slug for slug, codes in reasons_of().items() if row.label in codes]
    return Asked([Labelled(one.signs, one.article.slug in right) for one in ranked(row, model, books)], row.language)


def put(question: Question) -> Row:
    """A question about an article as a sentence of no known reason."""
    return Row("zh-Hans" if question.language == "zh" else question.language, OUT, question.text)


def pages(questions: Sequence[Question], model: Model, books: Shelf) -> dict[str, Pages]:
    """By language."""
    return {
        language: _pages([one for one in questions if one.language == language], model, books)
        for language in sorted({one.language for one in questions})
    }


def _pages(questions: Sequence[Question], model: Model, books: Shelf) -> Pages:
    asked = answered = right = three = strange = quoted = 0
    for one in questions:
        row = put(one)
        if taken_along(row, model):
            continue
        found = ranked(row, model, books)
        certain = bool(found) and found[0].certain(row.language)
        if one.articles:
            asked += 1
            answered += certain
            right += certain and found[0].article.slug in one.articles
            three += any(each.article.slug in one.articles for each in found[:3])
        else:
            strange += 1
            quoted += certain
    return Pages(asked, _share(answered, asked), _share(right, answered), _share(three, asked), strange, _share(quoted, strange))


def ranked(row: Row, model: Model, books: Shelf) -> list[Candidate]:
    """What the assistant would choose from, the best first."""
    found = books.index.find(row.text, lang_of(row.language), MOST)
    return rank(row.text, row.language, shares_of(model.understand(row.text, row.language)), found, books.article)


def run(rows: Iterable[Row], model: Model, books: Shelf) -> dict[str, Language]:
    """By language, and ``*`` for all together."""
    by_language: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        if row.label != OUT:
            by_language[row.language].append(row)
            by_language["*"].append(row)
    return {language: _language(those, model, books) for language, those in sorted(by_language.items())}


def _language(rows: Sequence[Row], model: Model, books: Shelf) -> Language:
    plain = [row for row in rows if family_of(row.label) not in GUIDED]
    guided = [row for row in rows if family_of(row.label) in GUIDED]
    own = family = 0
    for row in guided:
        top = model.understand(row.text, row.language)
        if not top.out_of_scope and top.reasons and top.reasons[0].p >= SURE:
            own += top.reasons[0].code == row.label
            family += family_of(top.reasons[0].code) == family_of(row.label)
    three = sum(any(row.label in reasons_of().get(one.article.slug, ()) for one in ranked(row, model, books)[:3]) for row in plain)
    return Language(len(plain), _share(three, len(plain)), len(guided), _share(own, len(guided)), _share(family, len(guided)))


def taken_along(row: Row, model: Model) -> bool:
    """Whether words are taken for a matter of money or security, which goes by guided steps."""
    top = model.understand(row.text, row.language)
    return not top.out_of_scope and bool(top.reasons) and family_of(top.reasons[0].code) in GUIDED and top.reasons[0].p >= SURE


def _share(of: int, whole: int) -> float:
    return round(of / whole, 4) if whole else 0.0


def has_article(row: Row) -> bool:
    """Whether any article belongs to the row's reason at all."""
    return any(prior(slug, {row.label: 1.0}) for slug in reasons_of())

"""The assistant's gate on the project's own articles, by language: questions whose reason is known, and the articles whose form has that reason.

A question counts as answered when it gets a passage verbatim, as right when the article belongs to its reason. Matters of money and security are
never answered so: of those it is counted whether they go by their own reason's guided steps, or by another's of the same family.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import msgspec

from farol.core.understanding.model import OUT, Model, Row, family_of
from farol.kit.i18n import lang_of
from farol.selfserve.assistant.turn.finding import MOST, prior, rank, reasons_of, shares_of
from farol.selfserve.assistant.turn.gate import ANSWER, gate
from farol.selfserve.assistant.turn.matter import GUIDED, SURE
from farol.selfserve.knowledge import seeding
from farol.selfserve.knowledge.model import Article
from farol.selfserve.retrieval import index
from farol.selfserve.retrieval.index import Index
from farol.selfserve.retrieval.synonyms import Synonyms, effective

from .gate_fit import Asked, Labelled

AT = datetime(2026, 1, 1, tzinfo=UTC)


class Language(msgspec.Struct, frozen=True):
    """Of one language. asked: questions whose reason a passage may answer. answered: share of them; precision: of those answered.
    among_three: with a right article among the best three. guided: share of money and security questions that go by their reason's steps;
    guided_family: by those of its family."""

    asked: int
    answered: float
    precision: float
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


def candidates(row: Row, model: Model, books: Shelf) -> Asked:
    """A question with its candidates, for finding the gate's weights."""
    shares = shares_of(model.understand(row.text, row.language))
    found = books.index.find(row.text, lang_of(row.language), MOST)
    made = rank(row.text, row.language, shares, found, books.article)
    return Asked([Labelled(one.signs, row.label in reasons_of().get(one.article.slug, ())) for one in made], row.language)


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
    answered = right = three = own = family = 0
    for row in plain:
        asked = candidates(row, model, books)
        known = row.language.partition("-")[0] in ("zh", "en")
        weights = gate().lexical if known else gate().bare
        best = sorted(asked.candidates, key=lambda one: -weights.believed(one.signs))
        three += any(one.right for one in best[:3])
        if best and not taken_along(row, model) and weights.believed(best[0].signs) >= ANSWER:
            answered += 1
            right += best[0].right
    for row in guided:
        top = model.understand(row.text, row.language)
        if not top.out_of_scope and top.reasons and top.reasons[0].p >= SURE:
            own += top.reasons[0].code == row.label
            family += family_of(top.reasons[0].code) == family_of(row.label)
    return Language(
        len(plain), _share(answered, len(plain)), _share(right, answered), _share(three, len(plain)), len(guided), _share(own, len(guided)),
        _share(family, len(guided)))


def taken_along(row: Row, model: Model) -> bool:
    """Whether words are taken for a matter of money or security, which goes by guided steps."""
    top = model.understand(row.text, row.language)
    return not top.out_of_scope and bool(top.reasons) and family_of(top.reasons[0].code) in GUIDED and top.reasons[0].p >= SURE


def _share(of: int, whole: int) -> float:
    return round(of / whole, 4) if whole else 0.0


def has_article(row: Row) -> bool:
    """Whether any article belongs to the row's reason at all."""
    return any(prior(slug, {row.label: 1.0}) for slug in reasons_of())

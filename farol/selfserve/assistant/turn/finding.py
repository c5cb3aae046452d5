"""Candidates for an answer: articles that search finds, and those that the reason has."""

from collections.abc import Callable, Mapping
from functools import lru_cache

import msgspec

from farol.core.reasons import reasons
from farol.core.understanding import Understood
from farol.kit.i18n import Lang, lang_of
from farol.selfserve.forms.model import FALLBACK, Form, forms
from farol.selfserve.knowledge.model import Article
from farol.selfserve.retrieval.model import GOOD, Found, Passage

from .gate import ANSWER, Signs, compare, gate
from .given import Heard, Matter
from .likeness import Likeness
from .trace import Trace

MOST = 5
LEAST = 0.05
"""The share from which a reason brings its article."""
LEXICAL = ("zh", "en")
"""Languages that have articles of their own."""
Shelf = Callable[[str, str], Article | None]
"""From slug and language to the article its reader may see."""


def searched(language: str) -> bool:
    """Whether search reads this language; else only the reason speaks for an article, so it is offered and never quoted unasked."""
    return language.partition("-")[0] in LEXICAL


class Candidate(msgspec.Struct, frozen=True):
    """An article that may be the answer. passage: None where search did not find it, so that its summary is quoted. p: how likely it is."""

    article: Article
    passage: Passage | None
    signs: Signs
    p: float

    def certain(self, language: str) -> bool:
        """Whether it is quoted unasked: search has read most of the words, and the reason points at it too. Words about nothing known point nowhere."""
        return self.p >= ANSWER and self.signs.covered >= GOOD and self.signs.prior >= LEAST and searched(language)


@lru_cache
def pointing() -> dict[str, Form]:
    """The forms that say what their customer needs. How anything at all is done says nothing of an article: only search can."""
    return {reason: form for reason, form in forms().items() if reason != FALLBACK}


@lru_cache
def reasons_of() -> dict[str, tuple[str, ...]]:
    """The reasons whose forms offer an article, by its slug. The first article of a form counts as its own."""
    found: dict[str, list[str]] = {}
    for reason, form in pointing().items():
        for slug in form.articles:
            found.setdefault(slug, []).append(reason)
    return {slug: tuple(codes) for slug, codes in found.items()}


@lru_cache(maxsize=512)
def questions_of(slug: str, lang: Lang) -> tuple[str, ...]:
    """How customers put what an article is the first answer to."""
    codes = [code for code in reasons_of().get(slug, ()) if forms()[code].articles[0] == slug]
    return tuple(said for code in codes for said in (reasons()[code].utt_zh if lang == "zh" else reasons()[code].utt_en))


@lru_cache
def known_questions(lang: Lang) -> Likeness:
    """What a text is alike to: the name of each article's form, and how customers put it."""
    pairs = [(slug, question) for slug in reasons_of() for question in questions_of(slug, lang)]
    return Likeness([*pairs, *((form.articles[0], form.title(lang)) for form in pointing().values() if form.articles)])


def prior(slug: str, shares: Mapping[str, float]) -> float:
    """The share of all reasons that have the article, less where it is not the first they name."""
    total = 0.0
    for code in reasons_of().get(slug, ()):
        place = forms()[code].articles.index(slug)
        total += shares.get(code, 0.0) / (1 + place)
    return min(total, 1.0)


def shares_of(understood: Understood) -> dict[str, float]:
    """Shares by reason; none where the words are about something else."""
    return {} if understood.out_of_scope else {one.code: one.p for one in understood.reasons}


def find(heard: Heard, matter: Matter, found: Found, shelf: Shelf, trace: Trace) -> list[Candidate]:
    """The best first. found: what search gave for the words in the written language nearest to the customer's."""
    with trace.stage("retrieval") as told:
        names = [hit.article.slug for hit in found.hits[:MOST]]
        told.say(
            f"找到 {len(found.hits)} 篇文章。" if found.hits else "没有找到文章。", f"Found {len(found.hits)} articles." if found.hits else "Found no article.",
            articles=names, covered=round(found.covered, 3))
    with trace.stage("gate") as told:
        candidates = rank(heard.text, heard.language, shares_of(matter.understood), found, shelf)
        best = candidates[0].p if candidates else 0.0
        told.say(
            f"最好的一篇有 {best:.0%} 的把握。" if candidates else "没有可选的文章。",
            f"The best article is right with {best:.0%}." if candidates else "No article to choose from.",
            p=round(best, 3), articles=[f"{one.article.slug} {one.p:.2f}" for one in candidates[:3]])
    return candidates


def rank(text: str, language: str, shares: Mapping[str, float], found: Found, shelf: Shelf) -> list[Candidate]:
    """Candidates with their signs and how likely each is."""
    lang, hits = lang_of(language), {hit.article.slug: hit for hit in found.hits[:MOST]}
    articles = {slug: hit.article for slug, hit in hits.items()}
    for code, share in sorted(shares.items(), key=lambda pair: -pair[1])[:3]:
        for slug in pointing()[code].articles[:1] if code in pointing() and share > LEAST else ():
            if slug not in articles and (article := shelf(slug, lang)) is not None:
                articles[slug] = article
    likes = known_questions(lang).to(text)
    near = {slug: likes.get(slug, 0.0) for slug in articles}
    signs = compare({slug: hit.score for slug, hit in hits.items()}, near, {slug: prior(slug, shares) for slug in articles}, found.covered)
    weights = gate().lexical if searched(language) else gate().bare
    made = [
        Candidate(article, hits[slug].passage if slug in hits else None, signs[slug], weights.believed(signs[slug]))
        for slug, article in articles.items()
    ]  # fmt: skip
    return sorted(made, key=lambda one: (-one.p, one.article.slug))

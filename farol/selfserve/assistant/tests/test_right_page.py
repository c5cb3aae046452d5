"""What is quoted is the page that answers: what customers type, judged by the article they need and not by the reason that was taken."""

import pytest

from farol.app.evaluate.answer_own import Shelf, put, ranked, shelf, taken_along
from farol.app.evaluate.article_questions import Question, questions
from farol.core.understanding import resident
from farol.selfserve.knowledge import seeding
from farol.selfserve.retrieval.tests.asked import ASKED, NO_ANSWER

WRONG_AT_MOST, QUOTED_AT_LEAST = 0.05, 0.25


@pytest.fixture(scope="module")
def books() -> Shelf:
    return shelf()


def quoted(question: Question, books: Shelf) -> bool | None:
    """Whether the passage that is quoted unasked is right; None where none is."""
    if taken_along(put(question), resident.model()):
        return None
    best = next(iter(ranked(put(question), resident.model(), books)), None)
    return best.article.slug in question.articles if best and best.certain(put(question).language) else None


def test_what_customers_type_gets_the_right_page_or_choices(books: Shelf) -> None:
    told = [quoted(Question(language, tuple(slugs.split()), text), books) for language, text, slugs in ASKED]
    answered = [one for one in told if one is not None]
    assert len(answered) >= QUOTED_AT_LEAST * sum(not taken_along(put(Question(language, (), text)), resident.model()) for language, text, _ in ASKED)
    assert answered.count(False) <= WRONG_AT_MOST * len(answered)


def test_what_no_page_answers_gets_none(books: Shelf) -> None:
    assert [text for language, text in NO_ANSWER if quoted(Question(language, (), text), books) is not None] == []


@pytest.mark.parametrize(("language", "text", "article"), [
    ("zh", "防钓鱼码在哪里设置", "anti-phishing-code"), ("en", "How do I turn on the anti-phishing code?", "anti-phishing-code"),
    ("zh", "提币手续费是多少", "withdrawal-fees-limits"), ("en", "how much is the withdrawal fee", "withdrawal-fees-limits"),
])
def test_another_page_is_never_certain(books: Shelf, language: str, text: str, article: str) -> None:
    assert quoted(Question(language, (article,), text), books) is not False


def test_the_questions_are_apart_from_those_that_judge() -> None:
    known = {text.casefold() for _, text, *_ in (*ASKED, *NO_ANSWER)}
    assert [one.text for one in questions() if one.text.casefold() in known] == []
    assert len({one.text.casefold() for one in questions()}) == len(questions())
    assert {slug for one in questions() for slug in one.articles} == {one.slug for one in seeding.shipped()}

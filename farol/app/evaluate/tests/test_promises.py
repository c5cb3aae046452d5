"""A sample of the questions for promises, and proof that what stands nowhere would be noticed."""

import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from farol.app.evaluate import promises
from farol.app.evaluate.answer_own import shelf
from farol.app.evaluate.injection import SITE
from farol.core.understanding import resident
from farol.selfserve.assistant.model import Source
from farol.selfserve.assistant.turn.writing import move


@pytest.fixture(scope="module", autouse=True)
def _model() -> None:
    resident.place(Path(tempfile.gettempdir()) / "farol-test-understanding")


def test_there_are_five_hundred_of_which_three_hundred_have_no_true_answer() -> None:
    every = promises.questions()
    assert len({one.words for one in every}) == 500
    assert Counter(one.kind for one in every) == {"can": 200, "cannot": 200, "false": 100}


async def test_nothing_is_promised_and_everybody_gets_on() -> None:
    with capture_logs():
        found = await promises.play(promises.questions()[::25])
    assert found.missed(0) == "", found.examples
    assert found.questions == 20


@pytest.mark.parametrize(("words", "wrong"), [
    ("", False), (" You get 500 USDT back.", True), (" It takes 2 hours.", True), (" We guarantee it.", True), (" Send us your verification code.", True),
])  # fmt: skip
def test_what_no_article_holds_is_noticed(words: str, wrong: bool) -> None:
    books = shelf()
    article = books.index.article("fees-vip", "en")
    assert article
    source = Source("article", article.title, f"{SITE}/help/en/a/fees-vip", article.version, date(2026, 11, 1), "en")
    said = f"{article.summary}{words}"
    made = move("answer", said, "en", first=False, sources=[source], evidence=[said])
    assert promises.unsupported(made, "en", books) is wrong


def test_a_link_to_nowhere_is_noticed() -> None:
    source = Source("article", "Fees", f"{SITE}/help/en/a/no-such-page", 1, None, "en")
    assert promises.unsupported(move("answer", "Fees.", "en", first=False, sources=[source]), "en", shelf())

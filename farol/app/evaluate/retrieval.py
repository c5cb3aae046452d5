"""Whether search finds the passage that answers: the mean reciprocal rank of the right one among the first ten.

The index, the tokeniser and the reading of questions are the product's, as they serve the help centre; each passage of the file
is an article without title. Shipped synonyms apply. Nothing is set by file or language.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import msgspec

from farol.kit.i18n import Lang
from farol.selfserve.knowledge.model import Article
from farol.selfserve.retrieval import index
from farol.selfserve.retrieval.model import Passage
from farol.selfserve.retrieval.synonyms import Synonyms, effective

from .pairs import Pairs, read

DEPTH = 10
AT = datetime(2026, 1, 1, tzinfo=UTC)


class Score(msgspec.Struct, frozen=True):
    """mrr: 0 to 1. first: the share whose right passage came first."""

    language: str
    mrr: float
    first: float
    questions: int
    passages: int


class Scores(msgspec.Struct, frozen=True):
    """One for each language, in the order of the files."""

    scores: list[Score]

    def document(self) -> dict[str, Any]:
        """The JSON contract: ``mrr`` and ``questions`` of all together, and each language's own."""
        total = sum(score.questions for score in self.scores)
        return {
            "case": "retrieval",
            "mrr": round(sum(score.mrr * score.questions for score in self.scores) / total, 4),
            "questions": total,
            "languages": {
                score.language: {"mrr": round(score.mrr, 4), "questions": score.questions, "first": round(score.first, 4), "passages": score.passages}
                for score in self.scores
            },
        }

    def missed(self, least: float) -> str:
        """The languages below the rank asked for, in words; empty when there are none."""
        below = [score.language for score in self.scores if score.mrr < least]
        return f"in {', '.join(below)}: MRR@{DEPTH} >= {least:g}" if below else ""

    def sentences(self) -> str:
        """For eyes."""
        return "\n".join(
            f"{score.language}: MRR@{DEPTH} {score.mrr:.4f} over {score.questions} questions and {score.passages} passages; "
            f"right one first {score.first:.1%}" for score in self.scores
        )


def run(files: Iterable[Path]) -> Scores:
    """Files of one language are searched together. Raises ``Unreadable``."""
    together: dict[str, list[Pairs]] = defaultdict(list)
    for path in files:
        pairs = read(path)
        together[pairs.language].append(pairs)
    return Scores([_score(language, given) for language, given in together.items()])


def _score(language: str, given: list[Pairs]) -> Score:
    passages = [words for pairs in given for words in pairs.passages]
    made = index.empty(Synonyms(group.words for group in effective({}))).holding(
        Passage(_article(number, language), str(number), "", words) for number, words in enumerate(passages))
    ranks, before = [], 0
    for pairs in given:
        for question, number in pairs.questions:
            found = [passage.article.id for passage in made.passages(question, language, DEPTH)]
            ranks.append(found.index(before + number) + 1 if before + number in found else 0)
        before += len(pairs.passages)
    return Score(language, sum(1 / rank for rank in ranks if rank) / len(ranks), ranks.count(1) / len(ranks), len(ranks), len(passages))


def _article(number: int, language: str) -> Article:
    """What a passage of a file belongs to: nothing but itself."""
    return Article(number, f"p{number}", "", number, cast(Lang, language), 1, "", "", "", "", [], "", AT.date(), AT)

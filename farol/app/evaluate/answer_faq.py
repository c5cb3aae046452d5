"""The assistant's gate on a data set of labelled questions, taken as a list of frequent questions: each label is an entry with some examples.

Twenty questions of a label are its entry. Of the others half fit the gate's weights and the intent model's place among them; the rest are
asked. Search, likeness, intent model and fusion are the product's own.
"""

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime

from farol.core.understanding.model import Model, Row
from farol.core.understanding.training import train
from farol.selfserve.assistant.turn.gate import compare
from farol.selfserve.assistant.turn.likeness import Likeness
from farol.selfserve.knowledge.model import Article
from farol.selfserve.retrieval import index
from farol.selfserve.retrieval.index import Index
from farol.selfserve.retrieval.synonyms import Synonyms

from .gate_fit import Asked, Labelled, Measured, fit, measure

EXAMPLES = 20
MOST = 4_200
"""Questions of each half."""
CANDIDATES = 5
ANSWER = 0.9
"""From here on an entry is the answer. There are no reasons beside the model that would have to agree, so it is more than the assistant's own."""
AT = datetime(2026, 1, 1, tzinfo=UTC)


class Faq:
    """Entries with their examples, ready to be asked."""

    def __init__(self, rows: Sequence[Row]) -> None:
        by_label: dict[str, list[str]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: hashlib.sha256(row.text.encode()).digest()):
            by_label[row.label].append(row.text)
        self.examples = {label: texts[:EXAMPLES] for label, texts in by_label.items()}
        left = [Row("en", label, text) for label, texts in by_label.items() for text in texts[EXAMPLES:]]
        self.left = sorted(left, key=lambda row: hashlib.sha256(row.text.encode()).digest())
        self.index: Index = index.empty(Synonyms(())).changed([_article(n, label, texts) for n, (label, texts) in enumerate(self.examples.items(), 1)])
        self.likeness = Likeness((label, text) for label, texts in self.examples.items() for text in texts)
        self.model: Model = train([Row("en", label, text) for label, texts in self.examples.items() for text in texts])

    def asked(self, row: Row) -> Asked:
        """A question with its candidates."""
        shares = {one.code: one.p for one in self.model.understand(row.text, "en").reasons}
        found = self.index.find(row.text, "en", CANDIDATES)
        scores = {hit.article.slug: hit.score for hit in found.hits}
        likely = sorted(shares, key=lambda label: -shares[label])[:3]
        likes = self.likeness.to(row.text)
        alikest = sorted(likes, key=lambda label: -likes[label])[:3]
        near = {label: likes.get(label, 0.0) for label in dict.fromkeys([*scores, *likely, *alikest])}
        signs = compare(scores, near, {label: shares.get(label, 0.0) for label in near}, found.covered)
        made = [Labelled(signs[label], label == row.label) for label in near]
        return Asked(made, "en")


def run(rows: Sequence[Row]) -> Measured:
    """What the gate answers of the questions that nothing was fitted on."""
    faq = Faq(rows)
    half = min(len(faq.left) // 2, MOST)
    weights = fit([faq.asked(row) for row in faq.left[:half]])
    return measure([faq.asked(row) for row in faq.left[half : 2 * half]], weights, ANSWER)


def _article(number: int, label: str, texts: Sequence[str]) -> Article:
    """An entry as an article: its label's words as the title, its examples as the text."""
    return Article(
        number, label, "service", number, "en", 1, label.replace("_", " "), "", "\n\n".join(texts), "", [], "", AT.date(), AT, number)

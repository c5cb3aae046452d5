"""How much the assistant answers by itself without a hosted model, and how often it is right.

``faq``: a data set of labelled questions as a list of frequent questions, when one is given. ``pages``: the project's own
articles, asked with questions that nothing was fitted on. ``own``: sentences that were written apart and that nothing learns from, by language.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from farol.core.understanding.rows import ALARMS, Unreadable, held, own
from farol.core.understanding.training import TooLittle, train

from . import answer_faq, answer_own, pairs
from .answer_own import Language, Pages
from .article_questions import to_measure
from .gate_fit import Measured
from .labelled import read

LEAST_ANSWERED = 0.45


class Found(msgspec.Struct, frozen=True):
    """faq: None where no data set was given."""

    faq: Measured | None
    pages: dict[str, Pages]
    own: dict[str, Language]

    def document(self) -> dict[str, Any]:
        """The JSON contract."""
        faq = {"answered": round(self.faq.answered, 4), "precision": round(self.faq.precision, 4), "among_three": round(self.faq.among_three, 4),
               "questions": self.faq.asked} if self.faq else None  # fmt: skip
        return {"case": "answers", "faq": faq, "pages": msgspec.to_builtins(self.pages), "own": msgspec.to_builtins(self.own)}

    def sentences(self) -> str:
        """For eyes."""
        lines = []
        if self.faq:
            lines.append(
                f"as FAQ: {self.faq.answered:.1%} answered, {self.faq.precision:.1%} of them right, {self.faq.among_three:.1%} with the answer among "
                f"three ({self.faq.asked} questions)")
        lines += [
            f"{language}: {one.answered:.1%} of {one.asked} questions about articles answered, {one.precision:.1%} of them right, {one.among_three:.1%} among "
            f"three; a passage for {one.quoted:.1%} of {one.strange} that none answers"
            for language, one in self.pages.items()
        ]
        lines += [
            f"{language}: {one.among_three:.1%} of {one.asked} with an article of their reason among three; {one.guided:.1%} of {one.guided_asked} about money "
            f"or security by their own steps, {one.guided_family:.1%} by their family's"
            for language, one in self.own.items()
        ]
        return "\n".join(lines)

    def missed(self, least: float) -> str:
        """The FAQ's precision, or what is answered of it, below what was asked for."""
        if least and self.faq and (self.faq.precision < least or self.faq.answered < LEAST_ANSWERED):
            return f"precision >= {least:g} at {LEAST_ANSWERED:.0%} answered"
        return ""


def run(files: Iterable[Path]) -> Found:
    """files: the data set for ``faq``, or none. Raises ``Unreadable``."""
    given = list(files)
    try:
        faq = answer_faq.run(read(given[0])) if given else None
        model = train(own(), alarms=ALARMS)
        books = answer_own.shelf()
        return Found(faq, answer_own.pages(to_measure(), model, books), answer_own.run(held(), model, books))
    except (TooLittle, Unreadable) as error:
        raise pairs.Unreadable(f"answers: {error}") from error

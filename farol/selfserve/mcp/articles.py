"""What tools read of the help centre: articles that everybody may read, and nothing else, whoever asks."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from farol.kit.i18n import lang_of
from farol.selfserve.help_centre.shelf import shelf
from farol.selfserve.knowledge import markdown
from farol.selfserve.knowledge.audience import ANYBODY
from farol.selfserve.retrieval import asking

from .model import Answer, Arguments, Asker, Language, Unanswered

MOST_TEXT = 20_000
"""Characters of an article given at once; what is longer ends with its address."""


class Search(Arguments, frozen=True):
    question: Annotated[str, Meta(min_length=1, max_length=300, description="What the customer wants to know, in their words")]
    language: Language = "en"
    most: Annotated[int, Meta(ge=1, le=10, description="How many articles at most")] = 5


class Hit(msgspec.Struct, frozen=True):
    """slug: for reading it; passage: where the answer likely stands."""

    slug: str
    title: str
    heading: str
    passage: str
    language: str
    version: int
    checked_on: date
    address: str


class Found(Answer, frozen=True):
    """likely: whether one of the first is about the question; if not, say so and offer the way to a person."""

    likely: bool
    articles: list[Hit]


class Read(Arguments, frozen=True):
    slug: Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=120, description="As search gives it")]
    language: Language = "en"


class Text(Answer, frozen=True):
    """An article in words. cut: it goes on at its address."""

    slug: str
    title: str
    summary: str
    text: str
    cut: bool
    language: str
    version: int
    checked_by: str
    checked_on: date
    address: str


async def search(asker: Asker, given: Search) -> Found:
    """The best public articles. The question is not kept."""
    lang = lang_of(given.language)
    found = await asking.ask(asker.kit, ANYBODY, given.question, lang, most=given.most)
    hits = [
        Hit(hit.article.slug, hit.article.title, hit.passage.heading, hit.passage.text[:600], hit.article.language, hit.article.version,
            hit.article.checked_on, address(asker, hit.article.language, hit.article.slug, hit.passage.anchor))
        for hit in found.hits
    ]  # fmt: skip
    return Found(likely=found.good, articles=hits)


async def read(asker: Asker, given: Read) -> Text:
    """An article in the language asked for, or in the other. Raises Unanswered; one that only some may read is none."""
    books, lang = await shelf(asker.kit), lang_of(given.language)
    found = books.open(given.slug, lang) or books.open(given.slug, "en" if lang == "zh" else "zh")
    if found is None:
        raise Unanswered("There is no public article of that name. Search for it.")
    text = markdown.plain(found.body)
    return Text(
        slug=found.slug, title=found.title, summary=found.summary, text=text[:MOST_TEXT], cut=len(text) > MOST_TEXT, language=found.language,
        version=found.version, checked_by=found.checked_by, checked_on=found.checked_on, address=address(asker, found.language, found.slug))


def address(asker: Asker, lang: str, slug: str, anchor: str = "") -> str:
    """Where people read it."""
    return f"{asker.kit.settings.public_url}/help/{lang}/a/{slug}" + (f"#{anchor}" if anchor else "")

"""What may make a ticket needless: articles on the matter, and what is going on just now."""

from collections.abc import Sequence

import msgspec

from farol.core.customers.model import Customer
from farol.desk.incidents import store as incidents
from farol.desk.incidents.matching import fit
from farol.desk.incidents.model import Facts, Incident
from farol.kit import clock, i18n
from farol.kit.core import Kit
from farol.kit.i18n import Tongue, written
from farol.kit.permission import Actor
from farol.selfserve.knowledge.audience import Reader, may_read
from farol.selfserve.knowledge.model import Article
from farol.selfserve.knowledge.readers import reader_of
from farol.selfserve.retrieval.asking import ask
from farol.selfserve.retrieval.library import library

from .model import Answers, Form
from .words import Words

MOST = 3
LEAST_WORDS = 6
"""Characters of a story from which it is worth a search; before that the form's own articles stand there."""


class Near(msgspec.Struct, frozen=True):
    """An article that may answer."""

    slug: str
    title: str
    summary: str


class Ongoing(msgspec.Struct, frozen=True):
    """An open public incident this may be part of. sure: everything it asks of a ticket is met."""

    id: int
    title: str
    text: str
    sure: bool


async def articles(kit: Kit, actor: Actor, form: Form, answers: Answers, lang: Tongue) -> list[Near]:
    """At most three, the best for what was written first, then the form's own."""
    reader = await reader_of(kit.db, actor)
    found: list[Article] = []
    if len(answers.words.strip()) >= LEAST_WORDS:
        hits = await ask(kit, reader, f"{form.title(lang)} {answers.words}"[:300], lang, most=MOST)
        found = [hit.article for hit in hits.hits] if hits.good else []
    own = [one for slug in form.articles if (one := await article(kit, reader, slug, lang))]
    chosen = {one.slug: one for one in (*found[:2], *own, *found[2:])}
    return [Near(one.slug, one.title, one.summary) for one in list(chosen.values())[:MOST]]


async def article(kit: Kit, reader: Reader, slug: str, lang: Tongue) -> Article | None:
    """An article the reader may see, in their language or else in the other."""
    index = (await library(kit)).index
    found = index.article(slug, written(lang)) or index.article(slug, "en" if written(lang) == "zh" else "zh")
    return found if found and may_read(found.audience, reader) and not found.expired(clock.now().date()) else None


async def ongoing(kit: Kit, customer: Customer, form: Form, answers: Answers, words: Words) -> list[Ongoing]:
    """Open public incidents that a ticket of these words would be a case of, the surest first."""
    said = "\n".join([form.title("zh"), form.title("en"), answers.words, *answers.slots.values()])
    facts = Facts(0, form.reason, customer.time_zone, clock.now(), said)
    fits = [(each, fit(each.scope, facts)) for each in await incidents.open_ones(kit.db) if each.public]
    return _told([(each, how == "sure") for each, how in fits if how], customer, words)


def _told(found: Sequence[tuple[Incident, bool]], customer: Customer, words: Words) -> list[Ongoing]:
    zh, told = words.chinese, []
    for each, sure in sorted(found, key=lambda pair: not pair[1])[:2]:
        text = each.words_zh if zh else each.words_en
        if each.next_update_by:
            at = i18n.moment(each.next_update_by, clock.now(), words.lang, customer.time_zone)
            text = f"{text}{words.gap}{words.next_news.format(at=at)}"
        told.append(Ongoing(each.id, each.zh if zh else each.en, text, sure))
    return told

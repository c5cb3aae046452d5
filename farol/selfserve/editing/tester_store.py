"""Statements of the tester: drafts as they would be published, and questions that search has to answer."""

from datetime import date, datetime
from typing import Any

import msgspec

from farol.kit.db import Reads, Tx, every
from farol.selfserve.knowledge.audience import Audience
from farol.selfserve.knowledge.model import Article

DRAFTS = """
select a.slug, a.category, a.place, d.language, d.title, d.summary, d.body, d.keywords, d.related, d.saved_at as published_at,
  a.id as article_id, a.audience, a.tier, a.entities, a.expires_on
from article_draft d join article a on a.id = d.article_id where a.retired_at is null and d.title <> '' order by d.saved_at desc limit $1"""
QUESTIONS = """
select q.id, q.language, q.question, q.article_id, a.slug, q.place, q.answered, q.asked_at, q.was, q.worse_at, q.by_id, s.name as by
from test_question q join article a on a.id = q.article_id join staff s on s.id = q.by_id
order by q.worse_at desc nulls last, q.answered, q.id limit $1"""
ADD = """
insert into test_question (language, question, article_id, by_id)
select $1, $2, a.id, $4 from article a where a.slug = $3 and a.retired_at is null
on conflict on constraint test_question_once do update set article_id = excluded.article_id, was = null, worse_at = null returning id"""
COUNT = "select count(*) from test_question"
REMOVE = "delete from test_question where id = $1 returning question"
KEEP = """
update test_question q set place = r.place, answered = r.answered, asked_at = now(),
  was = case when r.worse then q.place when r.mended then null else q.was end,
  worse_at = case when r.worse then now() when r.mended then null else q.worse_at end
from unnest($1::bigint[], $2::int[], $3::boolean[], $4::boolean[], $5::boolean[]) r(id, place, answered, worse, mended)
where q.id = r.id"""


class Question(msgspec.Struct, frozen=True):
    """A question that search has to answer with an article, and how it did when it was asked last.

    place: of the article among the hits, from 1; None when not among them. answered: search called it an answer. was: its place before
    it last became worse; worse_at: when that was, None while it is as good as ever.
    """

    id: int
    language: str
    question: str
    article_id: int
    slug: str
    place: int | None
    answered: bool
    asked_at: datetime | None
    was: int | None
    worse_at: datetime | None
    by_id: int
    by: str


async def drafts(db: Reads, today: date, most: int) -> list[Article]:
    """Open drafts as articles. Their ids are negative, so that none is that of a version."""
    return [_article(-number, dict(row), today) for number, row in enumerate(await db.fetch(DRAFTS, most), 1)]


def _article(number: int, row: dict[str, Any], today: date) -> Article:
    audience = Audience(row.pop("audience"), row.pop("tier"), tuple(row.pop("entities")))
    return Article(id=number, version=0, checked_by="", checked_on=today, audience=audience, **row)


async def questions(db: Reads, most: int) -> list[Question]:
    """Those that became worse first."""
    return await every(db, Question, QUESTIONS, most)


async def count(db: Reads) -> int:
    """How many there are."""
    return int(await db.fetchval(COUNT))


async def add(tx: Tx, language: str, question: str, slug: str, staff_id: int) -> int | None:
    """The question's id; None where there is no such article. The same question again takes the new article."""
    made: int | None = await tx.fetchval(ADD, language, question, slug, staff_id)
    return made


async def remove(tx: Tx, id_: int) -> str | None:
    """The words of the question that is gone."""
    words: str | None = await tx.fetchval(REMOVE, id_)
    return words


async def keep(tx: Tx, came: list[tuple[int, int | None, bool, bool, bool]]) -> None:
    """What came of asking: id, place, answered, worse than before, as good as before it became worse."""
    await tx.execute(KEEP, *([one[column] for one in came] for column in range(5)))
